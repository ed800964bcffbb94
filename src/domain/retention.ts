import type { Day } from "./calendar.ts";
import { type Dated, legalText } from "./dated.ts";
import { CHECKED_UNTIL } from "./law-texts.ts";

/** What a company must keep of a person, whatever the person asks. */
export type RetainedKind = "payslips" | "accounts" | "contract";

/** How many civil years each is kept, after the year it is of. Source: each step's text. */
export const RETENTION: Readonly<Record<RetainedKind, Dated<number>>> = {
  payslips: {
    name: "retention.payslips",
    unit: "count",
    checkedUntil: CHECKED_UNTIL,
    steps: [
      {
        from: "2017-01-01",
        value: 50,
        text: legalText(
          "C. trav., art. D3243-8 : bulletins remis sous forme électronique, cinquante ans",
          "2016-12-16",
          "2016-12-18",
          "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033634050",
        ),
      },
    ],
  },
  accounts: {
    name: "retention.accounts",
    unit: "count",
    checkedUntil: CHECKED_UNTIL,
    steps: [
      {
        from: "2003-01-04",
        value: 10,
        text: legalText(
          "C. com., art. L123-22 : documents comptables et pièces justificatives, dix ans",
          "2003-01-03",
          "2003-01-04",
          "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006219327",
        ),
      },
    ],
  },
  contract: {
    name: "retention.contract",
    unit: "count",
    checkedUntil: CHECKED_UNTIL,
    steps: [
      {
        from: "2008-06-19",
        value: 5,
        text: legalText(
          "C. civ., art. 2224 : contrat et décomptes du temps, cinq ans, durée de la prescription",
          "2008-06-17",
          "2008-06-18",
          "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000019017112",
        ),
      },
    ],
  },
};

/** The last day on which something of a day must still be there: the end of the last of its years. */
export function retainedUntil(of: Day, years: number): Day {
  return `${Number(of.slice(0, 4)) + years}-12-31`;
}
