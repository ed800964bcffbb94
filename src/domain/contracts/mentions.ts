import type { Day } from "../calendar.ts";
import type { LegalText } from "../dated.ts";
import { CHECKED_UNTIL, CONTRACT_ARTICLE, CONTRACT_ORDER } from "../law-texts.ts";

/** Which contracts a mention must stand in: the client's, the porté's of unlimited term, the porté's of limited term. */
export type ContractForm = "client" | "cdi" | "cdd";

/** What a contract must say, by name. The names are API. */
export type Mention =
  | "porte-identity"
  | "skills"
  | "service"
  | "term"
  | "price"
  | "client-responsibility"
  | "equipment"
  | "guarantor"
  | "insurer"
  | "pay"
  | "expenses"
  | "paid-leave"
  | "trial"
  | "pension-fund"
  | "report-period"
  | "contract-term"
  | "client-identity"
  | "duration"
  | "least-duration";

/** One mandatory mention: where the text asks for it, and the last day for which that was checked. */
export interface MentionRow {
  readonly mention: Mention;
  readonly from: Day;
  readonly text: LegalText;
  readonly checkedUntil: Day;
  /** Whether the text asks for it only where there is such a thing. */
  readonly isConditional: boolean;
}

const FROM: Day = "2015-04-04";

function rows(
  textOf: (place: string) => LegalText,
  mentions: readonly (readonly [place: string, mention: Mention, when?: "if-any"])[],
): MentionRow[] {
  return mentions.map(([place, mention, when]) => ({
    mention,
    from: FROM,
    text: textOf(place),
    checkedUntil: CHECKED_UNTIL,
    isConditional: when === "if-any",
  }));
}

const CDI = (place: string) => CONTRACT_ARTICLE(`L1254-21, I, ${place}`, "article_lc/LEGIARTI000030436520");
const CDD = (place: string) => CONTRACT_ARTICLE(`L1254-15, ${place}`, "article_lc/LEGIARTI000030436220");

/** The mentions of each contract, in the order of its text. */
export const MENTIONS: Readonly<Record<ContractForm, readonly MentionRow[]>> = {
  /** Nine, which article 16 of the agreement (KALIARTI000043125614) repeats one by one. */
  client: rows(
    (place) => CONTRACT_ORDER(`L1254-23, ${place}`),
    [
      ["1°", "porte-identity"],
      ["2°", "skills"],
      ["3°", "service"],
      ["4°", "term"],
      ["5°", "price"],
      ["6°", "client-responsibility"],
      ["7°", "equipment", "if-any"],
      ["8°", "guarantor"],
      ["9°", "insurer"],
    ],
  ),
  cdi: rows(CDI, [
    ["1°", "pay"],
    ["2°", "expenses", "if-any"],
    ["3°", "skills"],
    ["4°", "paid-leave"],
    ["5°", "trial", "if-any"],
    ["6°", "pension-fund"],
    ["7°", "report-period"],
    ["8°", "guarantor"],
  ]),
  cdd: rows(CDD, [
    ["1° a", "contract-term"],
    ["1° b", "pay"],
    ["1° c", "expenses", "if-any"],
    ["1° d", "skills"],
    ["1° e", "trial", "if-any"],
    ["1° f", "paid-leave"],
    ["1° g", "pension-fund"],
    ["1° h", "report-period"],
    ["1° i", "guarantor"],
    ["2° a", "client-identity"],
    ["2° b", "service"],
    ["2° c", "duration"],
    ["2° d", "least-duration", "if-any"],
    ["2° e", "price"],
    ["2° f", "client-responsibility"],
    ["2° g", "equipment", "if-any"],
    ["2° h", "insurer"],
  ]),
};

/** Lists the mandatory mentions of a contract that nothing fills, in the order of its text. */
export function missingMentions(form: ContractForm, filled: ReadonlySet<Mention>): Mention[] {
  return MENTIONS[form].flatMap(({ mention }) => (filled.has(mention) ? [] : [mention]));
}
