import { loadJq } from "jq-wasm/inline";
import { PorteError } from "../errors.ts";
import { jsonText, printable } from "../i18n/printable.ts";

/** With what jq ends where its filter is no filter. */
const NO_FILTER = 3;

/**
 * Makes a filter of jq ready. What it gives of an answer is one line each: texts as they are, anything else as JSON.
 * @throws {PorteError} `usage.filter` for what is no filter; and when it is used, where the answer is not what it is for.
 */
export async function openFilter(filter: string): Promise<(answer: object) => string> {
  const jq = await loadJq();
  /** Nothing is given to it here: only whether it can be read at all is asked. */
  const read = jq.raw(null, `if false then (${filter}\n) else empty end`, ["-c"]);
  if (read.exitCode === NO_FILTER) throw failureOf(filter, jq.raw(null, filter).stderr);
  return (answer) => {
    const { stdout, stderr, exitCode } = jq.raw(JSON.parse(jsonText(answer)), filter, ["-c", "-r"]);
    if (exitCode !== 0) throw failureOf(filter, stderr);
    const shown = printable(stdout);
    return shown === "" || shown.endsWith("\n") ? shown : `${shown}\n`;
  };
}

function failureOf(filter: string, said: string): PorteError<"usage.filter"> {
  const [reason = ""] = said.replace(/^jq: (error: |error \(at [^)]*\): )?/, "").split("\n");
  return new PorteError("usage.filter", { filter, reason });
}
