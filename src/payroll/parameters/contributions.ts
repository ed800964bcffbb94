import { percent } from "../../domain/money.ts";
import type { Contribution } from "../contribution.ts";
import type { Dated, Step } from "../dated.ts";
import { CHECKED_FROM, CHECKED_UNTIL } from "./year.ts";

const dated = (name: string, steps: readonly Step<number>[]): Dated<number> => ({
  name,
  checkedUntil: CHECKED_UNTIL,
  steps,
});
const since = (from: string, rate: string, source: string): Step<number> => ({ from, value: percent(rate), source });
/** A rate older than the first year known here: in force on its first day and since. */
const inForce = (name: string, rate: string, source: string): Dated<number> =>
  dated(name, [since(CHECKED_FROM, rate, source)]);

const AGIRC_ARRCO = "ANI du 17 novembre 2017 (Agirc-Arrco)";
const HEALTH_EMPLOYER = inForce("health.employer", "13", "CSS, art. D. 242-3 ; décret n° 2025-887 du 4 septembre 2025");
const APPRENTICE_EXTRA = "C. trav., art. L. 6242-1 (contribution supplémentaire à l'apprentissage)";

/** Contributions for health, accidents, family and unemployment. */
const SECURITY: readonly Contribution[] = [
  {
    code: "health",
    section: "health",
    base: "gross",
    when: { alsaceMoselle: false },
    employer: HEALTH_EMPLOYER,
    source: "",
  },
  {
    code: "health",
    section: "health",
    base: "gross",
    when: { alsaceMoselle: true },
    employer: HEALTH_EMPLOYER,
    employee: inForce("health.alsaceMoselle", "1.3", "CSS, art. L. 242-13 (régime local d'Alsace-Moselle)"),
    source: "",
  },
  {
    code: "provident",
    section: "health",
    base: "t1",
    employer: "providentPpm",
    source: "ANI du 17 novembre 2017 relatif à la prévoyance des cadres, art. 1",
  },
  {
    code: "healthPlan",
    section: "health",
    base: "healthPlan",
    employer: "healthPlanEmployerPpm",
    employee: "healthPlanEmployeePpm",
    source: "CSS, art. L. 911-7 ; contrat de la société",
  },
  {
    code: "workAccident",
    section: "workAccident",
    base: "gross",
    employer: "workAccidentPpm",
    source: "CSS, art. L. 242-5 ; taux notifié à la société",
  },
  {
    code: "family",
    section: "family",
    base: "gross",
    employer: inForce("family", "5.25", "CSS, art. D. 241-3-1 ; décret n° 2025-887 du 4 septembre 2025"),
    source: "",
  },
  {
    code: "unemployment",
    section: "unemployment",
    base: "t4",
    employer: inForce("unemployment", "4", "Circulaire Unédic de mai 2025 (taux au 1er mai 2025)"),
    source: "",
  },
  {
    code: "ags",
    section: "unemployment",
    base: "t4",
    employer: inForce("ags", "0.25", "C. trav., art. L. 3253-18 (taux au 1er juillet 2024)"),
    source: "",
  },
  {
    code: "apec",
    section: "unemployment",
    base: "t4",
    when: { category: "cadre" },
    employer: inForce("apec.employer", "0.036", "ANI du 12 juillet 2011 (Apec)"),
    employee: inForce("apec.employee", "0.024", "ANI du 12 juillet 2011 (Apec)"),
    source: "",
  },
];

/** Contributions for the basic and supplementary pensions. */
const RETIREMENT: readonly Contribution[] = [
  {
    code: "oldAgeCapped",
    section: "retirement",
    base: "t1",
    employer: inForce("oldAgeCapped.employer", "8.55", "CSS, art. D. 242-4"),
    employee: inForce("oldAgeCapped.employee", "6.90", "CSS, art. D. 242-4"),
    source: "",
  },
  {
    code: "oldAgeUncapped",
    section: "retirement",
    base: "gross",
    employer: inForce("oldAgeUncapped.employer", "2.11", "CSS, art. D. 242-4 ; décret n° 2025-1446"),
    employee: inForce("oldAgeUncapped.employee", "0.40", "CSS, art. D. 242-4"),
    source: "",
  },
  {
    code: "supplementaryPensionT1",
    section: "retirement",
    base: "t1",
    employer: inForce("supplementaryPensionT1.employer", "4.72", AGIRC_ARRCO),
    employee: inForce("supplementaryPensionT1.employee", "3.15", AGIRC_ARRCO),
    source: "",
  },
  {
    code: "supplementaryPensionT2",
    section: "retirement",
    base: "t2",
    employer: inForce("supplementaryPensionT2.employer", "12.95", AGIRC_ARRCO),
    employee: inForce("supplementaryPensionT2.employee", "8.64", AGIRC_ARRCO),
    source: "",
  },
  {
    code: "cegT1",
    section: "retirement",
    base: "t1",
    employer: inForce("cegT1.employer", "1.29", AGIRC_ARRCO),
    employee: inForce("cegT1.employee", "0.86", AGIRC_ARRCO),
    source: "",
  },
  {
    code: "cegT2",
    section: "retirement",
    base: "t2",
    employer: inForce("cegT2.employer", "1.62", AGIRC_ARRCO),
    employee: inForce("cegT2.employee", "1.08", AGIRC_ARRCO),
    source: "",
  },
  {
    code: "cet",
    section: "retirement",
    base: "t8AbovePmss",
    employer: inForce("cet.employer", "0.21", AGIRC_ARRCO),
    employee: inForce("cet.employee", "0.14", AGIRC_ARRCO),
    source: "",
  },
];

/** The extra apprenticeship contribution by share of apprentices: from, under, rate, and rate in Alsace-Moselle (52 % of it). */
const EXTRA_STEPS = [
  { from: 0, under: 10_000, headcountFrom: 250, headcountUnder: 2_000, rate: "0.4", alsaceRate: "0.208" },
  { from: 0, under: 10_000, headcountFrom: 2_000, rate: "0.6", alsaceRate: "0.312" },
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
        employer: inForce("apprenticeshipExtra", alsaceMoselle ? alsaceRate : rate, APPRENTICE_EXTRA),
        source: "",
      }),
    ),
);

/** Contributions that only the employer owes, beside the insurances. */
const OTHER: readonly Contribution[] = [
  {
    code: "csa",
    section: "other",
    base: "gross",
    employer: inForce("csa", "0.30", "CSS, art. L. 137-40 (contribution de solidarité pour l'autonomie)"),
    source: "",
  },
  {
    code: "fnal",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("fnal.50", "0.5", "CCH, art. L. 813-5"),
    source: "",
  },
  {
    code: "fnal",
    section: "other",
    base: "t1",
    when: { headcountUnder: 50 },
    employer: inForce("fnal.under50", "0.1", "CCH, art. L. 813-5"),
    source: "",
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: inForce("training.11", "1", "C. trav., art. L. 6331-3"),
    source: "",
  },
  {
    code: "training",
    section: "other",
    base: "gross",
    when: { headcountUnder: 11 },
    employer: inForce("training.under11", "0.55", "C. trav., art. L. 6331-1"),
    source: "",
  },
  {
    code: "cpfFixedTerm",
    section: "other",
    base: "gross",
    when: { contract: "cdd" },
    employer: inForce("cpfFixedTerm", "1", "C. trav., art. L. 6331-6"),
    source: "",
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: false },
    employer: inForce("apprenticeship", "0.68", "C. trav., art. L. 6241-1"),
    source: "",
  },
  {
    code: "apprenticeship",
    section: "other",
    base: "gross",
    when: { alsaceMoselle: true },
    employer: inForce("apprenticeship.alsaceMoselle", "0.44", "C. trav., art. L. 6241-1"),
    source: "",
  },
  ...EXTRA_APPRENTICESHIP,
  {
    code: "housing",
    section: "other",
    base: "gross",
    when: { headcountFrom: 50 },
    employer: inForce("housing", "0.45", "CCH, art. L. 313-1"),
    source: "",
  },
  {
    code: "socialDialogue",
    section: "other",
    base: "gross",
    employer: inForce("socialDialogue", "0.016", "C. trav., art. D. 2135-34"),
    source: "",
  },
  {
    code: "mobility",
    section: "other",
    base: "gross",
    when: { headcountFrom: 11 },
    employer: "mobilityPpm",
    source: "CGCT, art. L. 2333-64 et L. 2531-2 ; taux de la commune",
  },
  {
    code: "socialLevy",
    section: "other",
    base: "employerCover",
    when: { headcountFrom: 11 },
    employer: inForce("socialLevy", "8", "CSS, art. L. 137-15 et L. 137-16"),
    source: "",
  },
];

/** The taxes on pay that the employee alone bears. */
const CSG: readonly Contribution[] = [
  {
    code: "csgDeductible",
    section: "csg",
    base: "csg",
    employee: inForce("csgDeductible", "6.8", "CSS, art. L. 136-2 et L. 136-8 ; CGI, art. 154 quinquies"),
    source: "",
  },
  {
    code: "csgCrdsNonDeductible",
    section: "csg",
    base: "csg",
    employee: inForce("csgCrdsNonDeductible", "2.9", "CSS, art. L. 136-8 ; ordonnance n° 96-50, art. 14"),
    source: "",
  },
];

/** Every contribution on pay, in the order of the payslip. */
export const CONTRIBUTIONS: readonly Contribution[] = [...SECURITY, ...RETIREMENT, ...OTHER, ...CSG];
