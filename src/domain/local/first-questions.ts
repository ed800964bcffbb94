import { PorteError } from "../../errors.ts";
import type { Day } from "../calendar.ts";
import { parseCount, parseEuros, parsePercent } from "../money.ts";
import { parseDay } from "../typed/day.ts";
import { choiceMeant } from "../typed/meaning.ts";
import type { MAIL_WAYS } from "./sheet.ts";
import type { SaidFacts, SheetFacts } from "./sheet-facts.ts";
import { parseWay } from "./way.ts";

/** What is asked about a company, in this order. */
export const FIRST_QUESTIONS = ["company", "contract", "fee", "delivery", "days"] as const;
export type FirstQuestion = (typeof FIRST_QUESTIONS)[number];

/** The facts that each question is about: a question whose facts are said is not asked. */
export const ASKED_FACTS = {
  company: ["company"],
  contract: ["contract", "category", "level", "since"],
  fee: ["fee", "feeCap", "feeBase"],
  delivery: ["deliver"],
  days: ["reportDay", "payDay"],
} as const satisfies Readonly<Record<FirstQuestion, readonly (keyof SheetFacts)[]>>;

/** What leaves an answer unknown. */
export const UNKNOWN = "-";

const KINDS = ["cdi", "cdd"] as const;
const CATEGORIES = ["cadre", "non-cadre"] as const;
const LEVELS = ["first", "junior", "senior", "expert"] as const;
const BASES = ["turnover", "turnover-less-expenses"] as const;

interface Terms {
  readonly today: Day;
  readonly via: (typeof MAIL_WAYS)[number];
}

/**
 * Reads the answer to a question: what it says of the facts that the question is about, and nothing of the others; nothing where nothing
 * is typed, and null for each where it is left unknown.
 * @throws {PorteError} `input.*`, `usage.choice` for what cannot be read.
 */
export function readAnswer(question: FirstQuestion, typed: string, terms: Terms): SaidFacts {
  const text = typed.trim();
  if (text === "") return {};
  if (text === UNKNOWN) return Object.fromEntries(ASKED_FACTS[question].map((name) => [name, null]));
  switch (question) {
    case "company":
      return { company: text };
    case "contract":
      return Object.assign({}, ...parts(text, /[,;]/).map((part) => readContract(part, terms.today)));
    case "fee":
      return Object.assign({}, ...parts(text, /;|,\s+/).map(readFee));
    case "delivery":
      return { deliver: parseWay(text, terms.via) };
    case "days":
      return readDays(text);
  }
}

function parts(text: string, mark: RegExp): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readContract(part: string, today: Day): SaidFacts {
  const contract = choiceMeant(part, KINDS);
  if (contract !== null) return { contract };
  const category = choiceMeant(part, CATEGORIES);
  if (category !== null) return { category };
  const level = choiceMeant(part, LEVELS);
  if (level !== null) return { level };
  const day = part.replace(/^(depuis|since)(\s+le)?\s+/i, "");
  if (/\d/.test(day)) return { since: parseDay(day, today, "past") };
  const choices = [...KINDS, ...CATEGORIES, ...LEVELS, "2026-01-05"];
  throw new PorteError("usage.choice", { option: "--contract", value: part, choices });
}

function readFee(part: string): SaidFacts {
  const feeBase = choiceMeant(part, BASES);
  if (feeBase !== null) return { feeBase };
  const amount = part.replace(/^(plafond|maximum|max|cap)\s*:?\s*/i, "");
  if (amount !== part || /€|eur/i.test(part)) return { feeCap: parseEuros(amount) };
  return { fee: parsePercent(part) };
}

/** One figure is the day of the report; two are that and the day of pay. */
function readDays(text: string): SaidFacts {
  const [report = "", pay, ...others] = text.match(/-?\d+/g) ?? [];
  if (others.length > 0) throw new PorteError("input.count", { value: text, least: 1, most: 31 });
  const reportDay = parseCount(report === "" ? text : report, 1, 31);
  return pay === undefined ? { reportDay } : { reportDay, payDay: parseCount(pay, 1, 31) };
}
