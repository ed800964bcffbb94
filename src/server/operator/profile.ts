import { call } from "../../client/call.ts";
import { monthOf } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { type FromOptions, queryOf } from "./office.ts";

/** A profile is a page of figures: more is another file. */
const MOST_BYTES = 100_000;

/** Shows what payroll takes from the company, or sets what a file says of it; what the file leaves out stays. */
export async function payrollProfile(
  desk: Desk,
  office: Office,
  file: string | undefined,
  when: FromOptions,
): Promise<void> {
  const query = when.from === undefined ? {} : { month: monthOf(when.from) };
  const { payroll } = (await call(office.line, "getCompany", { query })).value;
  if (file === undefined) return desk.show(payroll, [JSON.stringify(payroll, null, 2)]);
  const company = await act(office, "setPayrollProfile", {
    ...queryOf(when),
    body: { ...payroll, ...readObject(file) },
  });
  desk.show(company.payroll, [desk.say.company.profileSet(company.name)]);
}

/** @throws {PorteError} `file.unreadable` for what is no file of one JSON object. */
export function readObject(file: string): object {
  const text = readPlain(file, MOST_BYTES).toString("utf8");
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw new SyntaxError("{ … }");
  } catch (cause) {
    throw new PorteError("file.unreadable", { file, reason: (cause as Error).message }, { cause });
  }
}
