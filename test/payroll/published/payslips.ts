import type { Legislation } from "../../../src/payroll/legislation.ts";
import { generalReduction } from "../../../src/payroll/reduction.ts";
import type { Situation } from "../../../src/payroll/situation.ts";
import { boundOf, type Example, type Figures, paid, slipOf } from "./example.ts";

const FIRM = {
  publisher: "an accounting firm (payslips of Quadra, Cegid)",
  where:
    "payslips of 2026 of a firm of ten, replayed month by month by a payroll program; people and firm are not named",
  day: "2026-09-16",
} as const;

/** A year paid by the hour: the SMIC of the reduction is that of the hours paid since January, overtime included. */
function byHours(law: Legislation, grosses: readonly number[], hoursToDate: readonly number[]): Figures {
  const { reduction } = boundOf(law, "2026-01", { headcount: 10 });
  const hourly = reduction.monthSmicTwelfths / 1_820;
  let [priorGrossCents, grantedCents, prior] = [0, 0, 0];
  return Object.fromEntries(
    grosses.map((grossCents, index) => {
      const to = hoursToDate[index] ?? 0;
      const cents = generalReduction(
        {
          ...reduction,
          priorGrossCents,
          grantedCents,
          priorSmicTwelfths: prior * hourly * 12,
          monthSmicTwelfths: (to - prior) * hourly * 12,
        },
        grossCents,
      );
      priorGrossCents += grossCents;
      grantedCents += cents;
      prior = to;
      return [`month${index + 1}`, cents];
    }),
  );
}

/** A month with unpaid absence: what the absence does not touch (a bonus of 58.24) is left out of both pays (D. 241-7, IV). */
function withAbsence(law: Legislation, grossCents: number): Figures {
  const hours = (169 * (grossCents - 5_824)) / (239_838 - 5_824);
  return { reduction: byHours(law, [grossCents], [hours]).month1 ?? Number.NaN };
}

const ceilingsOf = (law: Legislation, cases: readonly (readonly [month: string, presentDays: number])[]): Figures =>
  Object.fromEntries(
    cases.map(([month, presentDays]) => [
      `${month} ${presentDays}`,
      boundOf(law, month, { presentDays }).ceilings.pmssCents,
    ]),
  );

/** The levy on an employer's cover of so much. */
const levyOn = (law: Legislation, cents: number): number =>
  paid(
    slipOf(law, "2026-01", 300_000, { healthPlanCents: cents, healthPlanEmployerPpm: 1_000_000, headcount: 11 }),
    "employer",
    "socialLevy",
  );

/** January 2024, 20 hours a week. */
function partTime(law: Legislation): Figures {
  const change: Partial<Situation> = { workTimePpm: Math.round((20 / 35) * 1_000_000) };
  const { pmssCents, smicTwelfths, healthLimitTwelfths } = boundOf(law, "2024-01", change).ceilings;
  return {
    ceiling: pmssCents,
    smic: Math.round(smicTwelfths / 12),
    smicOfHealth: Math.round(healthLimitTwelfths / 12 / 2.5),
  };
}

/** Payslips, ceilings and cover that payroll firms published. */
export const PAYSLIPS: readonly Example[] = [
  {
    ...FIRM,
    title: "general reduction over six months of 2026, paid by the hour with overtime",
    quote: "3023.40 … -569.91 / -529.50 / -581.69 / -574.00 / -546.88 / -552.97",
    expected: { month1: 56_991, month2: 52_950, month3: 58_169, month4: 57_400, month5: 54_688, month6: 55_297 },
    errs: null,
    ours: (law) =>
      byHours(law, [302_340, 263_490, 312_490, 294_990, 295_234, 308_443], [189.5, 358.5, 553.5, 740.5, 924.5, 1114.5]),
  },
  {
    ...FIRM,
    title: "general reduction, January 2026, 3 046.68 € for 185 hours",
    quote: "3046.68 … (185.00, 33.33) … -524.94",
    expected: { month1: 52_494 },
    errs: null,
    ours: (law) => byHours(law, [304_668], [185]),
  },
  {
    ...FIRM,
    title:
      "general reduction over five months of 2026, 169 hours: February differs by the rounding of the year to date",
    quote: "3799.06 … 3855.98 … -252.64 / -252.63 / -252.64 / -252.64 / -244.99",
    expected: { month1: 25_264, month2: 25_263, month3: 25_264, month4: 25_264, month5: 24_499 },
    errs: null,
    ours: (law) => byHours(law, [379_906, 379_906, 379_906, 379_906, 385_598], [169, 338, 507, 676, 845]),
  },
  {
    ...FIRM,
    title: "general reduction of the same in June 2026",
    quote: "un SMIC REVALORISÉ (12,31) appliqué aux seules heures de juin … -263.27",
    expected: { june: 26_327 },
    errs: {
      why: "décret n° 2026-509: the SMIC of 1 January, 12.02 €, holds in June too",
      ours: { june: 24_495 },
    },
    ours: (law) => {
      const paidCents = [379_906, 379_906, 379_906, 379_906, 385_598, 385_598];
      return { june: byHours(law, paidCents, [169, 338, 507, 676, 845, 1014]).month6 ?? Number.NaN };
    },
  },
  {
    ...FIRM,
    title: "general reduction with one unpaid day, January 2026: pay that the absence does not touch is left out",
    quote: "40,66 … Quadra −609,61",
    expected: { reduction: 60_961 },
    errs: null,
    ours: (law) => withAbsence(law, 235_189),
  },
  {
    ...FIRM,
    title: "general reduction with two unpaid days, January 2026",
    quote: "−689,65 | −577,71 | −582,21",
    expected: { reduction: 58_221 },
    errs: null,
    ours: (law) => withAbsence(law, 225_228),
  },
  {
    ...FIRM,
    title: "ceilings of eight incomplete months of 2026",
    quote: "3875.81 … 3746.61 … 1162.74",
    expected: {
      "2026-01 30": 387_581,
      "2026-01 29": 374_661,
      "2026-03 9": 116_274,
      "2026-04 24": 320_400,
      "2026-04 29": 387_150,
      "2026-05 22": 284_226,
      "2026-07 24": 310_065,
      "2026-07 28": 361_742,
    },
    errs: null,
    ours: (law) =>
      ceilingsOf(law, [
        ["2026-01", 30],
        ["2026-01", 29],
        ["2026-03", 9],
        ["2026-04", 24],
        ["2026-04", 29],
        ["2026-05", 22],
        ["2026-07", 24],
        ["2026-07", 28],
      ]),
  },
  {
    ...FIRM,
    title: "forfait social on five employees' cover, January 2026",
    quote: "3,46 sur 43,29 ; 3,47 sur 43,40 ; 3,18 sur 39,70 ; 0,88 sur 10,94 ; 7,88 sur 98,56",
    expected: { "4329": 346, "4340": 347, "3970": 318, "1094": 88, "9856": 788 },
    errs: null,
    ours: (law) =>
      Object.fromEntries([4_329, 4_340, 3_970, 1_094, 9_856].map((cents) => [String(cents), levyOn(law, cents)])),
  },
  {
    publisher: "LégiSocial",
    title: "ceiling of a month entered on 10 January 2024",
    where: "https://legisocial.fr/paie/gestion-de-paie/comment-gerer-bulletin-paie-salarie-cours-mois-2024.html",
    day: null,
    quote: "3.864 € * 22/31, soit retenu pour la valeur de 2.742,19 €",
    expected: { "2024-01 22": 274_219 },
    errs: null,
    ours: (law) => ceilingsOf(law, [["2024-01", 22]]),
  },
  {
    publisher: "LégiSocial",
    title: "ceiling and SMIC of 20 hours a week, January 2024",
    where: "https://www.legisocial.fr/paie/gestion-de-paie/comment-gerer-paie-salarie-temps-partiel-2024.html",
    day: null,
    quote: "2.208,00 € (3.864 €* 20/35) … 1.009,67 € … 998,40 €",
    expected: { ceiling: 220_800, smic: 100_967, smicOfHealth: 99_840 },
    errs: null,
    ours: partTime,
  },
  {
    publisher: "BLS RH Consulting",
    title: "ceilings of July 2024 for 27 days and 7 days",
    where: "https://bls-rh-consulting.com/calcul-de-lentree-et-sortie-en-paie/",
    day: null,
    quote: "(3864×27) / 31=3365,42€ … (3864×7) / 31=872,52€",
    expected: { "2024-07 27": 336_542, "2024-07 7": 87_252 },
    errs: null,
    ours: (law) =>
      ceilingsOf(law, [
        ["2024-07", 27],
        ["2024-07", 7],
      ]),
  },
  {
    publisher: "ADP Assurances",
    title: "forfait social on an employer's half of 70 €",
    where:
      "https://adpassurances.fr/foire-aux-questions/mutuelle-sante-entreprise/qu-est-ce-que-le-forfait-social.html",
    day: null,
    quote: "l'employeur qui participe à hauteur de 50 % ne paie pas 35 € mais 37,80 €",
    expected: { employer: 3_780 },
    errs: null,
    ours: (law) => ({ employer: 3_500 + levyOn(law, 3_500) }),
  },
];
