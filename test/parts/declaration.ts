import type { ReportDay } from "../../src/domain/activity.ts";
import type { DeclarationFacts, RemoteMonth } from "../../src/domain/declaration/facts.ts";
import type { Answers, DeclarationTerms, Plan, Said } from "../../src/domain/declaration/plan.ts";
import { planDeclaration } from "../../src/domain/declaration/plan.ts";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";

/** What is known of November 2026, of which nothing was declared, under one mission. */
const FACTS: DeclarationFacts = {
  month: "2026-11",
  today: "2026-12-01",
  contract: null,
  missions: [{ reference: "ACME", start: "2026-01-01", end: null, projectCodes: [] }],
  alsaceMoselle: false,
  workingTime: "days",
  dayLengths: {},
  held: null,
  kept: null,
  otherDays: [],
  law: DOMAIN_LAW,
  away: null,
};

/** What is said beforehand where no option is typed. */
const TERMS: DeclarationTerms = {
  dayLength: undefined,
  restDays: false,
  times: [],
  rest: undefined,
  restDaysGivenUp: undefined,
  isDryRun: false,
  isPartial: true,
  isAhead: false,
  isAgreed: false,
  replaces: undefined,
};

/** A whole day of the mission; `hours` where they are counted. */
export function day(date: string, hours?: number): ReportDay {
  const entry = { kind: "mission" as const, mission: "ACME", projectCode: null, amount: 1 };
  return { date: `2026-11-${date}`, entries: [hours === undefined ? entry : { ...entry, hours }] };
}

/** A month that the company holds. */
export function heldMonth(changed: Partial<RemoteMonth> = {}): NonNullable<DeclarationFacts["held"]> {
  const value = { version: 2, state: "submitted", days: [day("03")], restDaysConfirmed: false, restStatement: null };
  return { value: { ...value, ...changed }, etag: '"v2"' };
}

interface Case {
  readonly facts?: Partial<DeclarationFacts>;
  readonly terms?: Partial<DeclarationTerms>;
  readonly said?: Partial<Said>;
  readonly answers?: Answers;
}

/** Plans a month of one day where somebody sits, but for what a case says. */
export function planOf({ facts = {}, terms = {}, said = {}, answers = {} }: Case): Plan {
  return planDeclaration(
    { ...FACTS, ...facts },
    {
      terms: { ...TERMS, ...terms },
      days: [day("02")],
      words: null,
      isEmpty: false,
      isFinished: false,
      canAsk: true,
      ...said,
    },
    answers,
  );
}

/** What comes next of a plan, in a line: `ask send after keep draft`, `refuse activity.conflict`, `do keep queued, send`. */
export function nextOf(plan: Plan): string {
  const { next } = plan;
  const effect = (one: { type: string; state?: string }) => [one.type, one.state ?? ""].join(" ").trim();
  if (next.type === "refuse") return `refuse ${next.failure.code}`;
  if (next.type === "preview") return "preview";
  if (next.type === "do") return `do ${next.effects.map(effect).join(", ")}`;
  const before = next.before.map(effect).join(", ");
  return `ask ${next.question.type}${before === "" ? "" : ` after ${before}`}`;
}
