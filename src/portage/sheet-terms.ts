import type { Day } from "../domain/calendar.ts";
import type { CompanySheet } from "../domain/local/sheet.ts";
import { readRow } from "./batch.ts";
import type { Known } from "./inputs.ts";

/**
 * Gives what the sheet of a company without an API says, in the words of a simulation: what nobody said is left to the national defaults,
 * but for the fee, which is then none of the terms.
 * @throws {PorteError} `input.*`, `usage.choice`, `usage.unknown_option` for terms that no simulation has.
 */
export function sheetTerms({ contract, fee, terms, deadlines }: CompanySheet, today: Day): Known {
  const { kind, category, level, start, end, alsaceMoselle, taxRatePpm } = contract;
  const said = {
    fee: fee.ratePpm,
    feeCap: fee.monthlyCapCents,
    feeBase: fee.base,
    contract: kind,
    category,
    level,
    alsaceMoselle,
    taxRate: taxRatePpm,
    transferDay: deadlines.transferDay === null ? null : Math.min(28, deadlines.transferDay),
    contractStart: start,
    ...(start === null ? {} : { contractEnd: end }),
  };
  const known = Object.entries(said).filter(([name, value]) => value !== null || name === "contractEnd");
  return { ...readRow(JSON.stringify(terms), today), ...Object.fromEntries(known) };
}
