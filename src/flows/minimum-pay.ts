import type { Schemas } from "../client/company.ts";
import { lastDay, type Month } from "../domain/calendar.ts";
import { type Dated, stepOn } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import type { Level } from "../payroll/parameters/agreement.ts";
import { minimumPayOf } from "../portage/terms.ts";

const WHOLE_TIME: Ppm = 1_000_000;

/** The least gross pay of a whole month of a contract; null where it is not known: no contract, or a month that it covers in part. */
export function minimumOf(
  contract: Schemas["EmploymentContract"] | null,
  month: Month,
  minimumPay: Dated<Readonly<Record<Level, Cents>>>,
): Cents | null {
  if (contract === null) return null;
  const isWhole = contract.start <= `${month}-01` && (contract.end === null || contract.end >= lastDay(month));
  const table = isWhole ? stepOn(minimumPay, lastDay(month)).value : {};
  /** A level that only a later company knows has no minimum here. */
  if (!(contract.level in table)) return null;
  const worked = { level: contract.level, workedPpm: contract.workTimePpm ?? WHOLE_TIME };
  return minimumPayOf({ minimumPay: table as Readonly<Record<Level, Cents>> }, worked);
}
