import type { Dated, LegalText } from "../dated.ts";
import { CHECKED_UNTIL, CONTRACT_ARTICLE, CONTRACT_ORDER, PORTAGE_AGREEMENT } from "../law-texts.ts";

const duty = (name: string, unit: "count" | "days" | "hours", from: string, value: number, text: LegalText) =>
  ({ name, unit, checkedUntil: CHECKED_UNTIL, steps: [{ from, value, text }] }) satisfies Dated<number>;

/** The most months that a service lasts with one client. */
export const CLIENT_MONTHS = duty(
  "client-months",
  "count",
  "2015-04-04",
  36,
  CONTRACT_ARTICLE("L1254-4, II", "section_lc/LEGITEXT000006072050/LEGISCTA000030435943"),
);

/** Within how many `jours ouvrables` of its start the client's contract is concluded, and a copy handed to the porté. */
export const CONCLUSION_DAYS = duty("conclusion-days", "days", "2015-04-04", 2, CONTRACT_ORDER("L1254-22"));

/** The most months at the first level, for missions of the same kind. */
export const FIRST_LEVEL_MONTHS = duty(
  "first-level-months",
  "count",
  "2024-07-18",
  24,
  PORTAGE_AGREEMENT("art. 37 ; avenant n° 12, étendu par arrêté du 10 juillet 2024", {
    of: "2022-12-20",
    published: "2024-07-17",
    place: "conv_coll/id/KALICONT000035326397",
  }),
);

const trial = (category: "cadre" | "non-cadre", months: number) =>
  duty(
    `trial-months.${category}`,
    "count",
    "2017-07-01",
    months,
    PORTAGE_AGREEMENT("art. 19.1", {
      of: "2017-03-22",
      published: "2017-04-30",
      place: "conv_coll/article/KALIARTI000035184817",
    }),
  );

/** The months of a trial period under a CDI, renewable once. */
const TRIAL_MONTHS = { cadre: trial("cadre", 4), "non-cadre": trial("non-cadre", 3) };

/** Within how many hours a price that was negotiated anew is told to the company. */
export const PRICE_HOURS = duty(
  "price-hours",
  "hours",
  "2017-07-01",
  48,
  PORTAGE_AGREEMENT("art. 21.1", {
    of: "2017-03-22",
    published: "2017-04-30",
    place: "conv_coll/article/KALIARTI000043706538",
  }),
);

/** Every duration that the watches read, in the order they are shown: only a release changes them. */
export const CONTRACT_DUTIES: readonly Dated<number>[] = [
  CLIENT_MONTHS,
  CONCLUSION_DAYS,
  FIRST_LEVEL_MONTHS,
  TRIAL_MONTHS.cadre,
  TRIAL_MONTHS["non-cadre"],
  PRICE_HOURS,
];
