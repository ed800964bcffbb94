import type { Day } from "../../domain/calendar.ts";
import type { Dated, LegalText } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { agreementArticle, agreementText, article, CHECKED_UNTIL, text } from "./texts.ts";

/** The four levels of the agreement (IDCC 3219, art. 37). */
export const LEVELS = ["first", "junior", "senior", "expert"] as const;
export type Level = (typeof LEVELS)[number];

const AGREEMENT = text("CCN IDCC 3219, art. 21.3", "2017-03-22", "2017-04-30", agreementArticle("000043706538"));
const AMENDMENT_12 = text(
  "CCN IDCC 3219, art. 21.3 ; avenant n° 12, étendu par arrêté du 10 juillet 2024",
  "2022-12-20",
  "2024-07-17",
  agreementText("000035184768"),
);

/**
 * Gross pay that is owed month by month for a full-time month, cents: base pay, leave and the 5 % together, the reserve on top. 63, 70, 75 and
 * 85 % of the ceiling of 2017, 3 269 €, since amendment 12; before it there was no first level, so a beginner was a junior.
 */
export const MINIMUM_PAY: Dated<Readonly<Record<Level, Cents>>> = {
  name: "minimumPay",
  unit: { fields: { first: "cents", junior: "cents", senior: "cents", expert: "cents" } },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2017-07-01",
      value: { first: 228_830, junior: 228_830, senior: 245_175, expert: 277_865 },
      text: AGREEMENT,
    },
    {
      from: "2024-07-18",
      value: { first: 205_947, junior: 228_830, senior: 245_175, expert: 277_865 },
      text: AMENDMENT_12,
    },
  ],
};

/** Least of a full-time month's gross pay and its reserve together, whatever the level, cents: 77 %, then 69 % of the ceiling of 2017. */
export const MINIMUM_WITH_RESERVE: Dated<Cents> = {
  name: "minimumWithReserve",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2017-07-01", value: 251_713, text: AGREEMENT },
    { from: "2024-07-18", value: 225_561, text: AMENDMENT_12 },
  ],
};

const rate = (name: string, from: Day, value: Ppm, law: LegalText): Dated<Ppm> => ({
  name,
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps: [{ from, value, text: law }],
});

/** Business-contribution indemnity: a share of the pay due. */
export const BUSINESS_CONTRIBUTION = rate(
  "businessContribution",
  "2017-07-01",
  50_000,
  text(
    "C. trav., art. L. 1254-9 (5 % à défaut d'accord étendu) ; CCN IDCC 3219, art. 21.2",
    "2017-03-22",
    "2017-04-30",
    article("000033024484"),
  ),
);

/** End-of-contract pay of a fixed-term contract: a share of the gross pay before leave. */
export const END_OF_CONTRACT = rate(
  "endOfContractPay",
  "2008-05-01",
  100_000,
  text("C. trav., art. L. 1243-8 ; ordonnance n° 2007-329", "2007-03-12", "2007-03-13", article("000006901219")),
);

/** Paid leave: a share of all the pay before it. */
export const PAID_LEAVE = rate(
  "paidLeave",
  "2017-07-01",
  100_000,
  text(
    "C. trav., art. L. 3141-24, I (le dixième) ; version : art. 37 de la loi n° 2024-364",
    "2024-04-22",
    "2024-04-23",
    article("000049461568"),
  ),
);

/** The reserve of a CDI for the time between missions: a share of base pay. */
export const RESERVE = rate(
  "reserve",
  "2017-07-01",
  100_000,
  text(
    "CCN IDCC 3219, art. 21.3 et 21.4 (réserve financière)",
    "2017-03-22",
    "2017-04-30",
    agreementArticle("000043706538"),
  ),
);
