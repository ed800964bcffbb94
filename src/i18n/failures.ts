import type { Area } from "../errors/row.ts";
import type { FailureCode, Problem } from "../errors.ts";
import { describeProblem } from "./describe.ts";
import { activityWords } from "./failures/activity.ts";
import { authWords } from "./failures/auth.ts";
import { companyWords } from "./failures/company.ts";
import { expensesWords } from "./failures/expenses.ts";
import { filesWords } from "./failures/files.ts";
import { inputWords } from "./failures/input.ts";
import { lawWords } from "./failures/law.ts";
import { payslipsWords } from "./failures/payslips.ts";
import { programWords } from "./failures/program.ts";
import { receiptsWords } from "./failures/receipts.ts";
import { serverWords } from "./failures/server.ts";
import { simulationWords } from "./failures/simulation.ts";
import { startWords } from "./failures/start.ts";
import { tablesWords } from "./failures/tables.ts";
import { usageWords } from "./failures/usage.ts";
import type { FailureMessage, FailureWords, Words } from "./failures/words.ts";
import type { Lang } from "./sentences.ts";

/** A refusal is told by the company's reason, where that has words here: they say all; else as the company words it. */
const refused: Words<"company">["company.refused"] = {
  fr: ({ detail, problem }) => {
    return (
      reasonOf("fr", problem) ?? { what: `Refus de la société : ${detail}`, hint: "Demander la raison à la société." }
    );
  },
  en: ({ detail, problem }) => {
    return (
      reasonOf("en", problem) ?? { what: `The company refused: ${detail}`, hint: "Ask the company for the reason." }
    );
  },
};

const words: Words<Area> = {
  ...usageWords,
  ...inputWords,
  ...activityWords,
  ...expensesWords,
  ...receiptsWords,
  ...filesWords,
  ...tablesWords,
  ...payslipsWords,
  ...lawWords,
  ...simulationWords,
  ...startWords,
  ...serverWords,
  ...authWords,
  ...companyWords,
  "company.refused": refused,
  ...programWords,
};

function reasonOf(lang: Lang, problem: Problem | null): FailureMessage | null {
  return problem === null ? null : describeProblem(failuresIn(lang), problem);
}

/** Gives the sentences of every failure in a language. */
export function failuresIn(lang: Lang): FailureWords {
  const codes = Object.keys(words) as FailureCode[];
  return Object.fromEntries(codes.map((code) => [code, words[code][lang]])) as FailureWords;
}
