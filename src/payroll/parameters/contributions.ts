import type { Day } from "../../domain/calendar.ts";
import type { Dated, LegalText, Step } from "../../domain/dated.ts";
import { percent } from "../../domain/money.ts";
import type { Contribution } from "../contribution.ts";
import { AGIRC_ARRCO, CHECKED_UNTIL, DECREE_2023_1329, DECREE_2025_887, LAW_2018_771, text } from "./texts.ts";

const dated = (name: string, steps: readonly Step<number>[]): Dated<number> => ({
  name,
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps,
});
const since = (from: Day, rate: string, law: LegalText): Step<number> => ({ from, value: percent(rate), text: law });
/** A rate with one step in the years known here. */
const inForce = (name: string, from: Day, rate: string, law: LegalText): Dated<number> =>
  dated(name, [since(from, rate, law)]);

const PACTE = (article: string) => text(`${article} ; loi n° 2019-486 (Pacte)`, "2019-05-22");
const OLD_AGE_2014 = text("CSS, art. D. 242-4 ; décret n° 2014-1531", "2014-12-17");
const APEC = text("ANI relatif à l'Apec", "2011-07-12");
const PROVIDENT_OF_CADRES = text("ANI relatif à la prévoyance des cadres, art. 1", "2017-11-17");
const PROVIDENT_OF_BRANCH = text(
  "CCN IDCC 3219, accord relatif à la prévoyance, art. 12 à 15 (étendu) ; pour un cadre, au moins 1,50 % de la tranche 1 par l'employeur (ANI du 17/11/2017)",
  "2020-11-12",
);
const BRANCH_TRAINING = text(
  "CCN IDCC 3219, art. 36 ; avenants n° 6 et 10 (étendus) ; ordonnance n° 2015-380, art. 8",
  "2020-12-15",
  "2021-07-02",
  "https://www.legifrance.gouv.fr/conv_coll/article/KALIARTI000043477274",
);
const APPRENTICE_EXTRA = text(
  "C. trav., art. L. 6242-1 (contribution supplémentaire à l'apprentissage) ; ordonnance n° 2021-797",
  "2021-06-23",
);

const HEALTH_EMPLOYER = dated("health.employer", [
  since("2024-01-01", "7", DECREE_2023_1329("CSS, art. L. 241-2-1 et D. 242-3")),
  since("2026-01-01", "13", DECREE_2025_887("CSS, art. D. 242-3")),
]);
/** What the full health rate adds to the reduced one, above its limit. */
const HEALTH_COMPLEMENT = dated("health.complement", [
  since("2024-01-01", "6", DECREE_2023_1329("CSS, art. L. 241-2-1 et D. 241-1-2")),
  since("2026-01-01", "0", DECREE_2025_887("CSS, art. D. 242-3")),
]);
const HEALTH = {
  code: "health",
  section: "health",
  base: "gross",
  employer: HEALTH_EMPLOYER,
  complement: { base: "grossAboveHealthLimit", employer: HEALTH_COMPLEMENT },
} as const;

/** Contributions for health, accidents, family and unemployment. */
const SECURITY: readonly Contribution[] = [
  { ...HEALTH, when: { alsaceMoselle: false } },
  {
    ...HEALTH,
    when: { alsaceMoselle: true },
    employee: inForce(
      "health.alsaceMoselle",
      "2022-04-01",
      "1.3",
      text("CSS, art. L. 242-13 et D. 242-20 (régime local d'Alsace-Moselle)", null),
    ),
  },
  {
    code: "provident",
    section: "health",
    base: "t1",
    when: { branch: "none" },
    employer: "providentPpm",
    employee: "providentEmployeePpm",
    text: PROVIDENT_OF_CADRES,
  },
  {
    code: "provident",
    section: "health",
    origin: "branch",
    base: "t1",
    when: { branch: "3219" },
    employer: "providentPpm",
    employee: "providentEmployeePpm",
    text: PROVIDENT_OF_BRANCH,
  },
  {
    code: "providentT2",
    section: "health",
    origin: "branch",
    base: "t2",
    when: { branch: "3219" },
    employer: "providentT2Ppm",
    employee: "providentT2EmployeePpm",
    text: PROVIDENT_OF_BRANCH,
  },
  {
    code: "healthPlan",
    section: "health",
    base: "healthPlan",
    employer: "healthPlanEmployerPpm",
    employee: "healthPlanEmployeePpm",
    text: text("CSS, art. L. 911-7 ; contrat de la société", null),
  },
  {
    code: "workAccident",
    section: "workAccident",
    base: "gross",
    employer: "workAccidentPpm",
    text: text("CSS, art. L. 242-5 ; taux notifié à la société", null),
  },
  {
    code: "family",
    section: "family",
    base: "gross",
    employer: dated("family", [
      since("2024-01-01", "3.45", DECREE_2023_1329("CSS, art. L. 241-6-1 et D. 241-3-1")),
      since("2026-01-01", "5.25", DECREE_2025_887("CSS, art. D. 241-3-1")),
    ]),
    complement: {
      base: "grossAboveFamilyLimit",
      employer: dated("family.complement", [
        since("2024-01-01", "1.80", DECREE_2023_1329("CSS, art. L. 241-6-1 et D. 241-3-2")),
        since("2026-01-01", "0", DECREE_2025_887("CSS, art. D. 241-3-1")),
      ]),
    },
  },
  {
    code: "unemployment",
    section: "unemployment",
    base: "t4",
    employer: dated("unemployment", [
      since("2019-11-01", "4.05", text("Décret n° 2019-797, annexe A, art. 50", "2019-07-26")),
      since(
        "2025-05-01",
        "4.00",
        text("Convention du 15 novembre 2024 relative à l'assurance chômage, agréée par arrêté", "2024-12-19"),
      ),
    ]),
  },
  {
    code: "ags",
    section: "unemployment",
    base: "t4",
    employer: dated("ags", [
      since(
        "2024-01-01",
        "0.20",
        text("C. trav., art. L. 3253-18 ; décision du conseil d'administration de l'AGS", null),
      ),
      since(
        "2024-07-01",
        "0.25",
        text("C. trav., art. L. 3253-18 ; décision du conseil d'administration de l'AGS", null),
      ),
    ]),
  },
  {
    code: "apec",
    section: "unemployment",
    base: "t4",
    when: { category: "cadre" },
    employer: inForce("apec.employer", "2012-01-01", "0.036", APEC),
    employee: inForce("apec.employee", "2012-01-01", "0.024", APEC),
  },
];

/** Contributions for the basic and supplementary pensions. */
const RETIREMENT: readonly Contribution[] = [
  {
    code: "oldAgeCapped",
    section: "retirement",
    base: "t1",
    employer: inForce("oldAgeCapped.employer", "2017-01-01", "8.55", OLD_AGE_2014),
    employee: inForce("oldAgeCapped.employee", "2017-01-01", "6.90", OLD_AGE_2014),
  },
  {
    code: "oldAgeUncapped",
    section: "retirement",
    base: "gross",
    employer: dated("oldAgeUncapped.employer", [
      since("2024-01-01", "2.02", DECREE_2023_1329("CSS, art. D. 242-4")),
      since("2026-01-01", "2.11", text("CSS, art. D. 242-4 ; décret n° 2025-1446", "2025-12-31")),
    ]),
    employee: inForce("oldAgeUncapped.employee", "2017-01-01", "0.40", OLD_AGE_2014),
  },
  {
    code: "supplementaryPensionT1",
    section: "retirement",
    base: "t1",
    employer: inForce("supplementaryPensionT1.employer", "2019-01-01", "4.72", AGIRC_ARRCO),
    employee: inForce("supplementaryPensionT1.employee", "2019-01-01", "3.15", AGIRC_ARRCO),
  },
  {
    code: "supplementaryPensionT2",
    section: "retirement",
    base: "t2",
    employer: inForce("supplementaryPensionT2.employer", "2019-01-01", "12.95", AGIRC_ARRCO),
    employee: inForce("supplementaryPensionT2.employee", "2019-01-01", "8.64", AGIRC_ARRCO),
  },
  {
    code: "cegT1",
    section: "retirement",
    base: "t1",
    employer: inForce("cegT1.employer", "2019-01-01", "1.29", AGIRC_ARRCO),
    employee: inForce("cegT1.employee", "2019-01-01", "0.86", AGIRC_ARRCO),
  },
  {
    code: "cegT2",
    section: "retirement",
    base: "t2",
    employer: inForce("cegT2.employer", "2019-01-01", "1.62", AGIRC_ARRCO),
    employee: inForce("cegT2.employee", "2019-01-01", "1.08", AGIRC_ARRCO),
  },
  {
    code: "cet",
    section: "retirement",
    base: "t8AbovePmss",
    employer: inForce("cet.employer", "2019-01-01", "0.21", AGIRC_ARRCO),
    employee: inForce("cet.employee", "2019-01-01", "0.14", AGIRC_ARRCO),
  },
];

/** The extra apprenticeship contribution by share of apprentices; the highest rate where the headcount exceeds 2 000 (C. trav., art. L. 6242-1, IV): from, under, rate, and rate in Alsace-Moselle (52 % of it). */
const EXTRA_STEPS = [
  { from: 0, under: 10_000, headcountFrom: 250, headcountUnder: 2_001, rate: "0.4", alsaceRate: "0.208" },
  { from: 0, under: 10_000, headcountFrom: 2_001, rate: "0.6", alsaceRate: "0.312" },
  { from: 10_000, under: 20_000, headcountFrom: 250, rate: "0.2", alsaceRate: "0.104" },
  { from: 20_000, under: 30_000, headcountFrom: 250, rate: "0.1", alsaceRate: "0.052" },
  { from: 30_000, under: 50_000, headcountFrom: 250, rate: "0.05", alsaceRate: "0.026" },
] as const;

const EXTRA_APPRENTICESHIP: readonly Contribution[] = EXTRA_STEPS.flatMap(
  ({ from, under, rate, alsaceRate, ...headcounts }) =>
    [false, true].map(
      (alsaceMoselle): Contribution => ({
        code: "apprenticeshipExtra",
        section: "other",
        base: "gross",
        when: { ...headcounts, alsaceMoselle, apprenticeShareFromPpm: from, apprenticeShareUnderPpm: under },
        employer: inForce("apprenticeshipExtra", "2022-01-01", alsaceMoselle ? alsaceRate : rate, APPRENTICE_EXTRA),
      }),
    ),
);

/** Contributions that only the employer owes, beside the insurances. */
const OTHER: readonly Contribution[] = [
  {
    code: "csa",
    section: "other",
    base: "gross",
    employer: inForce(
      "csa",
      "2018-09-01",
      "0.30",
      text("CSS, art. L. 137-40 (contribution de solidarité pour l'autonomie) ; ordonnance n° 2018-474", "2018-06-12"),
    ),
  },
  {
    code: "fnal",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("fnal.50", "2020-01-01", "0.5", PACTE("CCH, art. L. 813-5")),
  },
  {
    code: "fnal",
    section: "other",
    base: "t1",
    when: { headcountUnder: 50 },
    employer: inForce("fnal.under50", "2020-01-01", "0.1", PACTE("CCH, art. L. 813-5")),
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: inForce("training.11", "2019-01-01", "1", LAW_2018_771("L. 6331-3")),
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountUnder: 11 },
    employer: inForce("training.under11", "2019-01-01", "0.55", LAW_2018_771("L. 6331-1")),
  },
  {
    code: "trainingBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219", headcountFrom: 11 },
    employer: inForce("trainingBranch.11", "2021-01-01", "0.60", BRANCH_TRAINING),
  },
  {
    code: "trainingBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219", headcountUnder: 11 },
    employer: inForce("trainingBranch.under11", "2021-01-01", "1.05", BRANCH_TRAINING),
  },
  {
    code: "cpfFixedTerm",
    section: "other",
    base: "gross",
    when: { contract: "cdd" },
    employer: inForce("cpfFixedTerm", "2019-01-01", "1", LAW_2018_771("L. 6331-6")),
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: false },
    employer: inForce("apprenticeship", "2020-01-01", "0.68", LAW_2018_771("L. 6241-1 et L. 6241-2")),
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: true },
    employer: inForce("apprenticeship.alsaceMoselle", "2020-01-01", "0.44", LAW_2018_771("L. 6241-1 et L. 6261-2")),
  },
  ...EXTRA_APPRENTICESHIP,
  {
    code: "housing",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("housing", "2020-01-01", "0.45", PACTE("CCH, art. L. 313-1")),
  },
  {
    code: "socialDialogue",
    section: "other",
    base: "gross",
    employer: inForce(
      "socialDialogue",
      "2015-01-01",
      "0.016",
      text("C. trav., art. D. 2135-34 ; décret n° 2014-1718", "2014-12-30"),
    ),
  },
  {
    code: "socialDialogueBranch",
    section: "other",
    origin: "branch",
    base: "gross",
    when: { branch: "3219" },
    employer: inForce(
      "socialDialogueBranch",
      "2019-01-01",
      "0.01",
      text(
        "CCN IDCC 3219, avenant n° 5, art. 2",
        "2018-11-26",
        null,
        "https://www.legifrance.gouv.fr/conv_coll/article/KALIARTI000038330668",
      ),
    ),
  },
  {
    code: "mobility",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: "mobilityPpm",
    text: text("CGCT, art. L. 2333-64 et L. 2531-2 ; taux de la commune", null),
  },
  {
    code: "socialLevy",
    section: "other",
    base: "employerCover",
    when: { headcountFrom: 11 },
    employer: inForce(
      "socialLevy",
      "2012-08-01",
      "8",
      text("CSS, art. L. 137-15 et L. 137-16 ; loi n° 2012-958", "2012-08-16"),
    ),
  },
];

/** The taxes on pay that the employee alone bears. */
const CSG: readonly Contribution[] = [
  {
    code: "csgDeductible",
    section: "csg",
    base: "csg",
    employee: inForce(
      "csgDeductible",
      "2018-01-01",
      "6.8",
      text("CSS, art. L. 136-2 et L. 136-8 ; CGI, art. 154 quinquies ; loi n° 2017-1836", "2017-12-30"),
    ),
  },
  {
    code: "csgCrdsNonDeductible",
    section: "csg",
    base: "csg",
    employee: inForce(
      "csgCrdsNonDeductible",
      "2018-01-01",
      "2.9",
      text("CSS, art. L. 136-8 ; ordonnance n° 96-50, art. 14 ; loi n° 2017-1836", "2017-12-30"),
    ),
  },
];

/** Every contribution on pay, in the order of the payslip. */
export const CONTRIBUTIONS: readonly Contribution[] = [...SECURITY, ...RETIREMENT, ...OTHER, ...CSG];
