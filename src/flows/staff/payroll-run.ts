import type { components } from "../../contract/types.ts";
import { act, type Office, read } from "./act.ts";

type Schemas = components["schemas"];
type Run = Schemas["PayrollRunState"];
type Results = Schemas["PayrollRunResults"];

/** How often a run is looked at; what is shown of it changes no more often. */
const LOOK_MS = 400;
const TELL_EVERY = 12;

/** A run, and what it did for each person. */
export type WholeRun = Pick<Results, "run" | "items">;

/** What is told of a run while it goes on. */
export interface Following {
  readonly onFollowed: (runId: string) => void;
  readonly onProgress: (counts: Run["counts"]) => void;
}

/** Follows a run to its end, and takes it up where it stops. */
export async function followRun(office: Office, runId: string, following: Following): Promise<WholeRun> {
  for (let looks = 1; ; looks += 1) {
    const { run } = await page(office, runId, { limit: "1" });
    if (run.state === "done" || run.state === "failed") return wholeRun(office, runId);
    if (run.state === "stopped") await act(office, "resumePayrollRun", { params: { runId } });
    if (looks === 2) following.onFollowed(runId);
    if (looks % TELL_EVERY === 0) following.onProgress(run.counts);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Reads a run, and what it did for each person. */
export async function wholeRun(office: Office, runId: string): Promise<WholeRun> {
  const items: Results["items"] = [];
  for (let cursor = ""; ; ) {
    const { run, items: more, nextCursor } = await page(office, runId, cursor === "" ? {} : { cursor });
    for (const item of more) items.push(item);
    /** Identifiers only grow: a page that goes back is no page of this list. */
    if (nextCursor === null || nextCursor <= cursor) return { run, items };
    cursor = nextCursor;
  }
}

function page(office: Office, runId: string, query: { limit?: string; cursor?: string }): Promise<Results> {
  return read(office, "getPayrollRun", { params: { runId }, query: { limit: "100", ...query } });
}
