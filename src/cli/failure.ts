import { join } from "node:path";
import { PorteError } from "../errors.ts";
import { describeFailure } from "../i18n/describe.ts";
import { indented, jsonText } from "../i18n/printable.ts";
import { writeData } from "./output.ts";
import type { ProcessContext } from "./process-context.ts";

/** What telling a failure uses of a run. */
type TellsKnown = Pick<
  ProcessContext,
  "say" | "problemPaint" | "tell" | "isJson" | "isVerbose" | "remarksOfFailure" | "writeError"
>;
type TellsFailures = TellsKnown & Pick<ProcessContext, "machine" | "version">;

/** Says what went wrong on stderr: what, why, and what to type next; as one JSON document with `--json`. */
export async function reportFailure(context: TellsFailures, failure: unknown): Promise<void> {
  if (failure instanceof PorteError) reportKnown(context, failure);
  else await reportBug(context, failure);
}

/** Says what went wrong and has a code. */
export function reportKnown(context: TellsKnown, failure: PorteError): void {
  const { say, problemPaint: paint } = context;
  if (context.isJson()) {
    reportJson(context, context.tell(failure));
    return;
  }
  const { what, hint } = describeFailure(say.failures, failure);
  /** Who leaves has made no error. */
  if (failure.code === "run.interrupted") {
    context.writeError(indented(what));
    return;
  }
  /** A company that is away is the failure itself; any other may rest on what it said earlier, and says how old that is. */
  if (!failure.code.startsWith("server.")) context.remarksOfFailure();
  const lines = [
    `${paint.bad(say.failure.title)} ${indented(what)}`,
    ...(hint === undefined ? [] : [`  ${say.failure.arrow} ${hint}`]),
    ...(context.isVerbose() ? [masked(stackOf(failure))] : []),
  ];
  context.writeError(lines.join("\n"));
}

/** One document on stderr, with what was remarked before the failure. */
function reportJson(context: TellsKnown, error: object): void {
  const warnings = context.remarksOfFailure();
  /** Its lines are not broken on a terminal either: it is data. */
  writeData("stderr", `${jsonText({ error, ...(warnings.length === 0 ? {} : { warnings }) })}\n`);
}

async function reportBug(context: TellsFailures, failure: unknown): Promise<void> {
  const { writeWhole, ensureFolder } = await import("../store/files.ts");
  const { say, problemPaint: paint } = context;
  const folder = context.machine().folders.data;
  const file = join(folder, "last-error.log");
  const detail = masked(stackOf(failure));
  const isKept = await Promise.resolve()
    .then(() => ensureFolder(folder))
    .then(() => writeWhole(file, `${context.version}\n${detail}\n`))
    .then(
      () => true,
      () => false,
    );
  const hint = isKept ? say.failure.bugHint(file) : detail;
  if (context.isJson()) return reportJson(context, { code: "bug", message: say.failure.bug, hint, details: {} });
  const lines = [`${paint.bad(say.failure.title)} ${say.failure.bug}`, `  ${say.failure.arrow} ${hint}`];
  context.writeError([...lines, ...(context.isVerbose() && isKept ? [detail] : [])].join("\n"));
}

function stackOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const cause = failure.cause === undefined ? "" : `\n  ${stackOf(failure.cause)}`;
  return `${failure.stack ?? failure.message}${cause}`;
}

/** Takes out of a text what must never be sent on: tokens. */
function masked(text: string): string {
  return text.replace(/(Bearer\s+|token=)[^\s"',]+/gi, "$1…");
}
