import type { Day } from "../domain/calendar.ts";
import type { CompanySheet } from "../domain/local/sheet.ts";
import { factsOf } from "../domain/local/sheet-facts.ts";
import { toEuros, toFraction } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { monthsBetween } from "./contract-months.ts";
import { INPUTS, type InputName, type InputValues, type Known } from "./inputs.ts";
import type { Charge } from "./terms.ts";

/** What a company applies to each of its portés, beside its fee. */
export const COMPANY_TERMS = [
  ...(["charges", "reserve", "reserveBase", "leave", "partialMonth", "branch", "headcount"] as const),
  ...(["workAccidentRate", "mobilityRate", "apprenticeShare", "healthPlan", "healthPlanEmployerShare"] as const),
  ...(["providentRate", "providentEmployeeRate", "providentT2Rate", "providentT2EmployeeRate"] as const),
] as const satisfies readonly InputName[];

/** What belongs to one contract or one person: it is in no sheet that is given away. */
const OWN_TERMS = ["workTime", "forfaitDays", "taxZone"] as const satisfies readonly InputName[];

/** Every other term that a sheet may hold, by the names of a simulation's inputs. */
export const SHEET_TERMS = [...COMPANY_TERMS, ...OWN_TERMS] as const;

type TermName = (typeof SHEET_TERMS)[number];

/** The terms that somebody typed. */
export type TypedTerms = Pick<InputValues, TermName>;

const LAST_DAY = 28;

type Charges = readonly Charge[];

/** Writes a term as a line of `simulate --batch` has it: amounts in euros, rates as fractions. */
function writtenTerm(name: InputName, value: unknown): unknown {
  if (name === "charges")
    return (value as Charges).map(({ name: label, ratePpm, amountCents }) =>
      ratePpm === undefined
        ? { name: label, amount: toEuros(amountCents) }
        : { name: label, rate: toFraction(ratePpm) },
    );
  if (typeof value !== "number") return value;
  const { numbers } = INPUTS[name].kind as { readonly numbers?: "cents" | "ppm" };
  if (numbers === undefined) return value;
  return numbers === "cents" ? toEuros(value) : toFraction(value);
}

/** Writes the terms that were typed, each as a sheet has it. */
export function writtenTerms(asked: TypedTerms): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    SHEET_TERMS.flatMap((name) => (asked[name] === undefined ? [] : [[name, writtenTerm(name, asked[name])]])),
  );
}

/** Reads a term of a sheet. @throws {PorteError} `input.*`, `usage.choice`. */
function readTerm(name: InputName, value: unknown, today: Day): unknown {
  return INPUTS[name].kind.read(value, name, today);
}

/** Names the first term of a sheet that is not as it must be; null where all are. */
export function wrongTerm(terms: CompanySheet["terms"], today: Day): string | null {
  const wrong = Object.entries(terms).find(([name, value]) => isTerm(name) && !isRead(name, value, today));
  return wrong?.[0] ?? null;
}

/** Says whether a name is one of a term that a sheet may hold. */
export function isTerm(name: string): name is TermName {
  return (SHEET_TERMS as readonly string[]).includes(name);
}

function isRead(name: InputName, value: unknown, today: Day): boolean {
  try {
    readTerm(name, value, today);
    return true;
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return false;
  }
}

/** Gives what a sheet says in the words of a simulation; what nobody said stands aside for the national value. */
export function sheetTerms(sheet: CompanySheet, today: Day): Known {
  const facts = factsOf(sheet);
  const terms = Object.entries(sheet.terms).flatMap(([name, value]) =>
    isTerm(name) && isRead(name, value, today) ? [[name, readTerm(name, value, today)]] : [],
  );
  const { since, until, contract, payDay } = facts;
  const said = {
    ...{ fee: facts.fee, feeCap: facts.feeCap, feeBase: facts.feeBase, contract, category: facts.category },
    ...{ level: facts.level, alsaceMoselle: facts.alsaceMoselle, taxRate: facts.taxRate },
    /** No later than every month has. */
    transferDay: payDay === null ? null : Math.min(LAST_DAY, payDay),
    contractStart: since,
    contractEnd: until,
    contractMonths: contract === "cdd" && since !== null && until !== null ? monthsBetween(since, until) : null,
    ...Object.fromEntries(terms),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as Known;
}
