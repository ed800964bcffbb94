import type { Problem } from "../../errors.ts";
import { describeProblem } from "../describe.ts";
import { de } from "../elision.ts";
import type { Lang } from "../sentences.ts";
import { english, french } from "./say.ts";
import type { FailureMessage, FailureWords, Words } from "./words.ts";

/** What is said otherwise where a company lacks it: nothing on this machine can be done about it. */
const ofCompany = {
  "law.not_covered": {
    fr: ({ month, first }) => ({
      what: `La société n'a pas ${month < first ? "" : "encore "}les taux ${/^\d{4}-\d\d$/.test(month) ? de(french.month(month)) : `du ${french.day(month)}`}.`,
      hint: "Elle peut les ajouter : porte-company serve --law <fichier>",
    }),
    en: ({ month, first }) => ({
      what: `The company does not have the rates for ${english.when(month)}${month < first ? "" : " yet"}.`,
      hint: "It can add them: porte-company serve --law <file>",
    }),
  },
  "law.non_resident": {
    fr: ({ day }) => ({
      what: `La société n'a pas encore le barème de la retenue à la source d'un non-résident payé le ${french.day(day)}.`,
      hint: "Lui indiquer le taux à appliquer.",
    }),
    en: ({ day }) => ({
      what: `The company does not have the withholding tax of a non-resident paid on ${english.day(day)} yet.`,
      hint: "Tell it which rate to apply.",
    }),
  },
} satisfies Partial<Words<"law">>;

/** How a refusal is told: by the company's reason, where that has words here, which say all; else by the company's own sentence, quoted. */
export function refusedIn(lang: Lang, words: Omit<FailureWords, "company.refused">): FailureWords["company.refused"] {
  const own = Object.fromEntries(Object.entries(ofCompany).map(([code, said]) => [code, said[lang]]));
  const reasons = { ...words, ...own } as FailureWords;
  const reasonOf = (problem: Problem | null) => (problem === null ? null : describeProblem(reasons, problem));
  return ({ detail, problem }) => reasonOf(problem) ?? quoted[lang](detail);
}

const quoted: Readonly<Record<Lang, (detail: string) => FailureMessage>> = {
  fr: (detail) => ({
    what: `La société a répondu : « ${detail} »`,
    hint: "Pour en savoir plus, contacter la société.",
  }),
  en: (detail) => ({ what: `The company answered: "${detail}"`, hint: "To know more, contact the company." }),
};
