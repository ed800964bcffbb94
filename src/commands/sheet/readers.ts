import type { CompanySheet } from "../../domain/local/sheet.ts";
import { parsePercent } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";

/** Reads what a month's operating expenses may come to: `30%`, of the gross pay; `15%:turnover`. @throws {PorteError} `input.rate`, `usage.choice`. */
export function parseCapOf(typed: string): NonNullable<CompanySheet["operatingCap"]> {
  const [rate = "", basis = "gross", ...others] = typed.split(":");
  const isBasis = basis === "gross" || basis === "turnover";
  if (!isBasis || others.length > 0)
    throw new PorteError("usage.choice", {
      option: "--expense-cap",
      value: typed,
      choices: ["30%:gross", "15%:turnover"],
    });
  return { basis, ratePpm: parsePercent(rate) };
}
