import { ASKED_FACTS, FIRST_QUESTIONS, type FirstQuestion } from "../../domain/local/first-questions.ts";
import type { CompanySheet } from "../../domain/local/sheet.ts";
import { factsOf, type SaidFacts } from "../../domain/local/sheet-facts.ts";
import { USUAL_FEE_PPM } from "../../portage/asked.ts";

/** Whoever is asked about a company: they answer with what was proposed where nothing is typed. */
export interface FirstInterview {
  /** @param guess what is known of the question's facts, else what is usual; nothing where nobody can guess. */
  ask(question: FirstQuestion, guess: SaidFacts): Promise<SaidFacts>;
}

/** What is proposed where nothing is known: what most portés would answer. */
const USUAL: Readonly<Record<FirstQuestion, SaidFacts>> = {
  company: {},
  contract: { contract: "cdi", category: "cadre", level: "junior" },
  fee: { fee: USUAL_FEE_PPM },
  delivery: { deliver: { by: "print" } },
  days: { reportDay: 25, payDay: 5 },
};

/** Decides which question comes next: the first whose facts nobody has said, of those that were not answered yet. */
function nextQuestion(said: SaidFacts, answered: ReadonlySet<FirstQuestion>): FirstQuestion | null {
  const isSaid = (question: FirstQuestion) => ASKED_FACTS[question].some((name) => said[name] !== undefined);
  return FIRST_QUESTIONS.find((question) => !answered.has(question) && !isSaid(question)) ?? null;
}

/** What is proposed as the answer to a question: what is known, else what was read of a payslip beside what is usual. */
function guessOf(question: FirstQuestion, sheet: CompanySheet, read: SaidFacts): SaidFacts {
  const facts = factsOf(sheet);
  const names: readonly (keyof SaidFacts)[] = ASKED_FACTS[question];
  const known = names.filter((name) => facts[name] !== null).map((name) => [name, facts[name]]);
  if (known.length > 0) return Object.fromEntries(known);
  const own = names.filter((name) => read[name] !== undefined).map((name) => [name, read[name]]);
  return { ...USUAL[question], ...Object.fromEntries(own) };
}

/**
 * Asks what is not said, one question after the other, and gives all that is said then.
 * @param read what a payslip says: a guess for each question that is about it.
 */
export async function askFirstFacts(
  sheet: CompanySheet,
  said: SaidFacts,
  interview: FirstInterview,
  read: SaidFacts = {},
): Promise<SaidFacts> {
  const answered = new Set<FirstQuestion>();
  let all = said;
  for (let next = nextQuestion(said, answered); next !== null; next = nextQuestion(said, answered)) {
    answered.add(next);
    all = { ...(await interview.ask(next, guessOf(next, sheet, read))), ...all };
  }
  return all;
}
