import { call } from "../../client/call.ts";
import { PorteError } from "../../errors.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";

type Run = Schemas["PayrollRunState"];
type Results = Schemas["PayrollRunResults"];

/** How often a run is looked at; what is shown of it changes no more often. */
const LOOK_MS = 400;
const TELL_EVERY = 12;

/** Follows a run to its end, takes it up where it stops, and shows what it did. @throws {PorteError} what the run failed of. */
export async function followRun(desk: Desk, office: Office, runId: string): Promise<void> {
  const { staff } = desk.say;
  for (let looks = 1; ; looks += 1) {
    const { run } = await page(office, runId, { limit: "1" });
    if (run.state === "done" || run.state === "failed") return showRun(desk, office, runId);
    if (run.state === "stopped") await act(office, "resumePayrollRun", { params: { runId } });
    if (looks === 2) desk.tell([staff.runFollowed(runId)]);
    const { paid, leftOut, waiting } = run.counts;
    if (looks % TELL_EVERY === 0) desk.tell([staff.runAt(paid, leftOut, waiting)]);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Shows a run: whom it has paid, and whom it has left out and why. @throws {PorteError} what it failed of. */
export async function showRun(desk: Desk, office: Office, runId: string): Promise<void> {
  const { run, items } = await wholeRun(office, runId);
  if (run.failure !== null) throw refusedFor(run.failure);
  const { company, format } = desk.say;
  const paid = items.flatMap(({ owner, payslip }) => (payslip === null ? [] : [{ owner, payslip }]));
  const leftOut = items.flatMap(({ owner, reason, failure }) =>
    reason === null ? [] : [{ owner, reason, ...(failure === undefined ? {} : { failure }) }],
  );
  const lines = [
    ...paid.map(({ owner, payslip }) =>
      company.paid(owner.name, format.euros(payslip.netPaidCents), format.day(payslip.transferDate)),
    ),
    ...leftOut.map(({ owner, reason }) => company.leftOut(owner.name, company.reasons[reason])),
    ...stateOf(desk, run),
  ];
  desk.show(
    { id: run.id, month: run.month, state: run.state, paid, leftOut },
    lines.length > 0 ? lines : [company.nobody],
  );
}

function stateOf({ say: { staff } }: Desk, { id, state, counts: { paid, leftOut, waiting } }: Run): string[] {
  if (state === "done") return [];
  return [staff.runAt(paid, leftOut, waiting), ...(state === "stopped" ? [staff.runStopped(id)] : [])];
}

/** A run that failed is told as the company's refusal. */
function refusedFor({ code, title = code }: Schemas["RunFailure"]): PorteError {
  return new PorteError("company.refused", { detail: title, problem: null });
}

async function wholeRun(office: Office, runId: string): Promise<{ run: Run; items: Results["items"] }> {
  const items: Results["items"] = [];
  for (let cursor = ""; ; ) {
    const { run, items: more, nextCursor } = await page(office, runId, cursor === "" ? {} : { cursor });
    for (const item of more) items.push(item);
    /** Identifiers only grow: a page that goes back is no page of this list. */
    if (nextCursor === null || nextCursor <= cursor) return { run, items };
    cursor = nextCursor;
  }
}

async function page({ line }: Office, runId: string, query: { limit?: string; cursor?: string }): Promise<Results> {
  const { value } = await call(line, "getPayrollRun", { params: { runId }, query: { limit: "100", ...query } });
  return value;
}
