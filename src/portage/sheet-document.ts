import type { Day } from "../domain/calendar.ts";
import { isSiren } from "../domain/contracts/company-number.ts";
import { type CompanySheet, MAIL_WAYS, type Way } from "../domain/local/sheet.ts";
import type { SaidFacts } from "../domain/local/sheet-facts.ts";
import { parseMail } from "../domain/local/way.ts";
import { fromEuros, toEuros, toFraction } from "../domain/money.ts";
import { maybe, type Shape } from "../domain/shape.ts";
import { schemaOf } from "../domain/shape-schema.ts";
import { PorteError } from "../errors.ts";
import { COMPANY_TERMS, isTerm, wrongTerm } from "./sheet-terms.ts";

/** The terms of a sheet as its file has them: amounts in euros, rates as fractions. */
export interface TermsDocument {
  readonly charges?: readonly { readonly name: string; readonly rate?: number; readonly amount?: number }[];
  readonly reserve?: number;
  readonly reserveBase?: "base-pay" | "minimum" | "minimum-and-reserve" | number;
  readonly leave?: "paid" | "provisioned";
  readonly partialMonth?: "calendar" | "none";
  readonly branch?: "3219" | "none";
  readonly headcount?: number;
  readonly workAccidentRate?: number;
  readonly mobilityRate?: number;
  readonly apprenticeShare?: number;
  readonly healthPlan?: number;
  readonly healthPlanEmployerShare?: number;
  readonly providentRate?: number;
  readonly providentEmployeeRate?: number;
  readonly providentT2Rate?: number;
  readonly providentT2EmployeeRate?: number;
  readonly workTime?: number;
  readonly forfaitDays?: number;
  readonly taxZone?: "metropole" | "guadeloupe-reunion-martinique" | "guyane-mayotte";
}

/** What a sheet says as data, and as the file that is given away has it. */
export function sheetDocument(sheet: CompanySheet) {
  const { company, contract, fee, terms, deadlines, operatingCap, person, delivery } = sheet;
  const { kind, category, level, start, end, alsaceMoselle, taxRatePpm } = contract;
  const cap = operatingCap === null ? null : { basis: operatingCap.basis, rate: toFraction(operatingCap.ratePpm) };
  return {
    schema: 1 as const,
    company: { ...company },
    fee: {
      rate: fee.ratePpm === null ? null : toFraction(fee.ratePpm),
      monthlyCap: fee.monthlyCapCents === null ? null : toEuros(fee.monthlyCapCents),
      base: fee.base,
    },
    terms: terms as TermsDocument,
    expenses: { cap },
    deadlines: { ...deadlines },
    contract: {
      ...{ kind, category, level, start, end, alsaceMoselle },
      taxRate: taxRatePpm === null ? null : toFraction(taxRatePpm),
    },
    person: { ...person },
    delivery: { ...delivery },
  };
}

export type SheetDocument = ReturnType<typeof sheetDocument>;

/** What of a sheet may be given away: nothing of the person, the contract, and where documents go, unless that is asked for. */
export function sharedDocument(sheet: CompanySheet, { delivery: isWithDelivery = false, all = false } = {}) {
  const whole = sheetDocument(sheet);
  if (all) return whole;
  const { contract: _own, person: _person, delivery, terms, ...rest } = whole;
  const shared = Object.entries(terms).filter(([name]) => (COMPANY_TERMS as readonly string[]).includes(name));
  return { ...rest, terms: Object.fromEntries(shared) as TermsDocument, ...(isWithDelivery ? { delivery } : {}) };
}

const TEXT = maybe("text");
const FRACTION = maybe({ kind: "number", least: 0, most: 1 });
const DAY_OF_MONTH = maybe({ kind: "whole", least: 1, most: 31 });
const WAY = maybe({
  either: [
    { fields: { by: { words: ["print"] } } },
    { fields: { by: { words: ["folder"] }, folder: "text" } },
    { fields: { by: { words: ["mail"] }, to: "text", via: { words: MAIL_WAYS } } },
  ],
});

/** What a file must be to be read as a sheet; parts that are not there say nothing. */
export const SHEET_DOCUMENT: Shape = {
  fields: {
    "company?": { fields: { "name?": TEXT, "siren?": TEXT, "address?": TEXT } },
    "fee?": {
      fields: {
        "rate?": FRACTION,
        "monthlyCap?": maybe({ kind: "number", least: 0, most: 1_000_000 }),
        "base?": maybe({ words: ["turnover", "turnover-less-expenses"] }),
      },
    },
    "terms?": { each: "anything" },
    "expenses?": {
      fields: {
        "cap?": maybe({
          fields: { basis: { words: ["gross", "turnover"] }, rate: { kind: "number", least: 0, most: 1 } },
        }),
      },
    },
    "deadlines?": { fields: { "reportDueDay?": DAY_OF_MONTH, "transferDay?": DAY_OF_MONTH } },
    "contract?": {
      fields: {
        "kind?": maybe({ words: ["cdi", "cdd"] }),
        "category?": maybe({ words: ["cadre", "non-cadre"] }),
        "level?": maybe({ words: ["first", "junior", "senior", "expert"] }),
        "start?": maybe("day"),
        "end?": maybe("day"),
        "alsaceMoselle?": maybe("truth"),
        "taxRate?": FRACTION,
      },
    },
    "person?": { fields: { "name?": TEXT, "email?": TEXT } },
    "delivery?": { fields: { "reports?": WAY, "expenses?": WAY } },
  },
};

const NOTE =
  "What is known of a portage company: amounts in euros, rates as fractions (0.07 for 7 %), days as 2026-01-31; null, or a part that is not there, for what nobody said.";

/** Describes a sheet's file as JSON Schema (2020-12). */
export function sheetSchema(): object {
  const { properties, ...rest } = schemaOf(SHEET_DOCUMENT) as { readonly properties: object };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "porte company",
    description: NOTE,
    ...rest,
    properties: { $schema: { type: "string" }, schema: { const: 1 }, ...properties },
  };
}

/** A sheet's file, once its shape is known to be right. */
export type ReadDocument = { readonly [Part in keyof SheetDocument]?: Partial<SheetDocument[Part]> };

/** Names the first part of a file whose value cannot be what it stands for, `terms.leave`; null where all can. */
export function wrongPart({ company, terms = {}, person, delivery }: ReadDocument, today: Day): string | null {
  const term = wrongTerm(terms as CompanySheet["terms"], today);
  if (term !== null) return `terms.${term}`;
  if (company?.siren != null && !isSiren(company.siren)) return "company.siren";
  if (person?.email != null && !isMail(person.email)) return "person.email";
  const wrong = (["reports", "expenses"] as const).find((name) => !isReached(delivery?.[name] ?? null));
  return wrong === undefined ? null : `delivery.${wrong}`;
}

function isReached(way: Way | null): boolean {
  return way?.by !== "mail" || isMail(way.to);
}

function isMail(address: string): boolean {
  try {
    return parseMail(address) === address;
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return false;
  }
}

/** Takes what a file says of a sheet; what it does not know it leaves as it is. Terms of a later porte are named apart. */
export function factsIn(read: ReadDocument): {
  readonly facts: SaidFacts;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly unknown: readonly string[];
} {
  const { company = {}, fee = {}, expenses = {}, deadlines = {}, contract = {}, person = {}, delivery = {} } = read;
  const { cap } = expenses;
  const all: { readonly [Name in keyof SaidFacts]: SaidFacts[Name] | null | undefined } = {
    company: company.name,
    siren: company.siren,
    address: company.address,
    fee: fee.rate == null ? null : ppmOf(fee.rate),
    feeCap: fee.monthlyCap == null ? null : fromEuros(fee.monthlyCap),
    feeBase: fee.base,
    expenseCap: cap == null ? null : { basis: cap.basis, ratePpm: ppmOf(cap.rate) },
    reportDay: deadlines.reportDueDay,
    payDay: deadlines.transferDay,
    contract: contract.kind,
    category: contract.category,
    level: contract.level,
    since: contract.start,
    until: contract.end,
    alsaceMoselle: contract.alsaceMoselle,
    taxRate: contract.taxRate == null ? null : ppmOf(contract.taxRate),
    name: person.name,
    email: person.email,
    deliver: delivery.reports,
    deliverExpenses: delivery.expenses,
  };
  const terms = Object.entries(read.terms ?? {}).filter(([, value]) => value !== null);
  return {
    facts: Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)),
    terms: Object.fromEntries(terms.filter(([name]) => isTerm(name))),
    unknown: terms.flatMap(([name]) => (isTerm(name) ? [] : [name])),
  };
}

function ppmOf(fraction: number): number {
  return Math.round(fraction * 1_000_000);
}
