import { PorteError } from "../../errors.ts";
import type { Day } from "../calendar.ts";
import type { Cents, Ppm } from "../money.ts";
import { type CompanySheet, EMPTY_SHEET, type Way } from "./sheet.ts";

/** What may be said of a sheet, each by the name of its option; null where nobody said, or it is said to be unknown. */
export interface SheetFacts {
  readonly company: string | null;
  readonly siren: string | null;
  readonly address: string | null;
  readonly contract: CompanySheet["contract"]["kind"];
  readonly category: CompanySheet["contract"]["category"];
  readonly level: CompanySheet["contract"]["level"];
  readonly since: Day | null;
  readonly until: Day | null;
  readonly alsaceMoselle: boolean | null;
  readonly taxRate: Ppm | null;
  readonly fee: Ppm | null;
  readonly feeCap: Cents | null;
  readonly feeBase: CompanySheet["fee"]["base"];
  readonly expenseCap: CompanySheet["operatingCap"];
  readonly deliver: Way | null;
  readonly deliverExpenses: Way | null;
  readonly reportDay: number | null;
  readonly payDay: number | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** What somebody says of a sheet at once; what is not there is left as it is. */
export type SaidFacts = Partial<SheetFacts>;

/** Takes what a sheet says, each under the name of its option. */
export function factsOf(sheet: CompanySheet): SheetFacts {
  const { company, person, contract, fee, deadlines, operatingCap, delivery } = sheet;
  return {
    company: company.name,
    siren: company.siren,
    address: company.address,
    contract: contract.kind,
    category: contract.category,
    level: contract.level,
    since: contract.start,
    until: contract.end,
    alsaceMoselle: contract.alsaceMoselle,
    taxRate: contract.taxRatePpm,
    fee: fee.ratePpm,
    feeCap: fee.monthlyCapCents,
    feeBase: fee.base,
    expenseCap: operatingCap,
    deliver: delivery.reports,
    deliverExpenses: delivery.expenses,
    reportDay: deadlines.reportDueDay,
    payDay: deadlines.transferDay,
    name: person.name,
    email: person.email,
  };
}

/** The names of all that may be said of a sheet. */
export const SHEET_FACTS = Object.keys(factsOf(EMPTY_SHEET)) as readonly (keyof SheetFacts)[];

function sheetOf(facts: SheetFacts, terms: CompanySheet["terms"]): CompanySheet {
  return {
    schema: 1,
    company: { name: facts.company, siren: facts.siren, address: facts.address },
    person: { name: facts.name, email: facts.email },
    contract: {
      kind: facts.contract,
      category: facts.category,
      level: facts.level,
      start: facts.since,
      end: facts.until,
      alsaceMoselle: facts.alsaceMoselle,
      taxRatePpm: facts.taxRate,
    },
    fee: { ratePpm: facts.fee, monthlyCapCents: facts.feeCap, base: facts.feeBase },
    terms,
    deadlines: { reportDueDay: facts.reportDay, transferDay: facts.payDay },
    operatingCap: facts.expenseCap,
    delivery: { reports: facts.deliver, expenses: facts.deliverExpenses },
  };
}

/**
 * Changes of a sheet what is said, and nothing else. Expenses go where reports go, as long as nobody says otherwise.
 * @param terms by their names, null for what is no longer known.
 * @throws {PorteError} `local.contract_days` for a contract that would end before it begins.
 */
export function changeSheet(
  sheet: CompanySheet,
  said: SaidFacts,
  terms: Readonly<Record<string, unknown>> = {},
): CompanySheet {
  const before = factsOf(sheet);
  const isAlong = said.deliverExpenses === undefined && isSame(before.deliverExpenses, before.deliver);
  const along = said.deliver !== undefined && isAlong ? { deliverExpenses: said.deliver } : {};
  const facts = { ...before, ...withoutUnsaid(said), ...along };
  if (facts.since !== null && facts.until !== null && facts.until < facts.since)
    throw new PorteError("local.contract_days", { start: facts.since, end: facts.until });
  const all = Object.entries({ ...sheet.terms, ...terms }).filter(([, value]) => value !== null);
  return sheetOf(facts, Object.fromEntries(all));
}

function withoutUnsaid(said: SaidFacts): SaidFacts {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Names what two sheets say otherwise: facts by the names of their options, then terms by theirs. */
export function changesBetween(before: CompanySheet, after: CompanySheet): string[] {
  const [one, other] = [factsOf(before), factsOf(after)];
  const facts = SHEET_FACTS.filter((name) => !isSame(one[name], other[name]));
  const terms = [...new Set([...Object.keys(before.terms), ...Object.keys(after.terms)])];
  return [...facts, ...terms.filter((name) => !isSame(before.terms[name], after.terms[name]))];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
