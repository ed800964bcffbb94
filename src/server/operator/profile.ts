import { readFile, stat } from "node:fs/promises";
import { ask } from "../../client/http.ts";
import { PorteError } from "../../errors.ts";
import type { Desk } from "./commands.ts";
import { act, type Office } from "./request.ts";

/** A profile is a page of figures: more is another file. */
const MOST_BYTES = 100_000;

/** Shows what payroll takes from the company, or sets what a file says of it; what the file leaves out stays. */
export async function payrollProfile(desk: Desk, office: Office, file: string | undefined): Promise<void> {
  const { payroll } = (await ask(office.line, "Company", { method: "GET", path: "/company" })).value;
  if (file === undefined) return desk.show(payroll, [JSON.stringify(payroll, null, 2)]);
  const company = await act(office, "Company", "/operator/payroll-profile", {
    ...payroll,
    ...(await readObject(file)),
  });
  desk.show(company.payroll, [desk.say.company.profileSet(company.name)]);
}

/** Reads a plain file that is not too large: a device says no size and has no end. */
async function readPlain(file: string): Promise<string> {
  const found = await stat(file);
  if (!found.isFile() || found.size > MOST_BYTES) throw new Error(`not a plain file of ${MOST_BYTES} bytes at most`);
  return readFile(file, "utf8");
}

/** @throws {PorteError} `file.unreadable` for what is no file of one JSON object. */
async function readObject(file: string): Promise<object> {
  const unreadable = (cause: unknown) =>
    new PorteError(
      "file.unreadable",
      { file, reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  const text = await readPlain(file).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw new SyntaxError("{ … }");
  } catch (cause) {
    throw unreadable(cause);
  }
}
