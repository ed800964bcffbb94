import type { Legislation } from "../../../src/payroll/legislation.ts";
import { payslip } from "../../../src/payroll/payslip.ts";
import { coefficientPpm, smicTwelfthsAt } from "../../../src/payroll/reduction.ts";
import type { Situation } from "../../../src/payroll/situation.ts";
import { NEW_YEAR } from "../../../src/payroll/year.ts";
import { boundOf, type Example, type Figures, paid, slipOf } from "./example.ts";

const URSSAF = "https://www.urssaf.fr/accueil/employeur/beneficier-exonerations/reduction-generale-cotisation.html";
const QUOTED = "quoted with its figures by two independent payroll programs";

/** The coefficient in ten-thousandths and the reduction of a month taken alone. */
function reduction(
  law: Legislation,
  month: string,
  grossCents: number,
  change: Partial<Situation>,
): { coefficient: number; reduction: number } {
  const bound = boundOf(law, month, change);
  const smic = smicTwelfthsAt(bound.reduction, grossCents);
  return {
    coefficient: coefficientPpm(bound.reduction, grossCents, smic) / 100,
    reduction: payslip(bound, grossCents, 0).generalReductionCents,
  };
}

/** July after six months, of which only the sums are published: SMIC of six months, 3 347.50 granted. */
function july(law: Legislation): Figures {
  const grossCents = 250_000;
  const bound = boundOf(
    law,
    "2026-07",
    { headcount: 70 },
    {
      ...NEW_YEAR,
      month: "2026-06",
      reduction: {
        since: "2026-01-01",
        contractStart: null,
        grossCents: 1_500_000 - grossCents,
        smicTwelfths: 6 * 1_202 * 1_820,
        grantedCents: 334_750,
      },
    },
  );
  const coefficient = coefficientPpm(bound.reduction, 1_500_000, smicTwelfthsAt(bound.reduction, grossCents));
  return { coefficient: coefficient / 100, reduction: payslip(bound, grossCents, 0).generalReductionCents };
}

/** What the simulator's answer says of a pay: the reduction, and both payers' shares in hundredths of a percent of it. */
function simulated(law: Legislation, grossCents: number): Figures {
  const slip = slipOf(law, "2026-09", grossCents, { headcount: 1, workAccidentPpm: 20_800 });
  const share = (cents: number) => Math.round((cents / grossCents) * 10_000);
  return {
    reduction: slip.generalReductionCents,
    employeeShare: share(slip.employeeCents),
    employerShare: share(slip.employerCents),
  };
}

const API: readonly (readonly [gross: number, reduction: number, employee: number, employer: number, quote: string])[] =
  [
    [182_303, 72_575, 2_084, 309, "| 1 823,03 € (SMIC) | 20,84 % | 3,09 % | 725,75 € |"],
    [300_000, 29_970, 2_084, 3_291, "| 3 000 € | 20,84 % | 32,91 % | 299,70 € |"],
    [500_000, 10_900, 2_074, 4_091, "| 5 000 € | 20,74 % | 40,91 % | 109,00 € |"],
    [1_000_000, 0, 2_027, 4_305, "| 10 000 € | 20,27 % | 43,05 % | 0 € |"],
  ];

const OPENFISCA = "github.com/openfisca/openfisca-france, tests/formulas";

/** Reductions and contributions that Urssaf and OpenFisca published. */
export const REDUCTIONS: readonly Example[] = [
  {
    publisher: "Urssaf",
    title: "general reduction, June 2026, 2 000 €, 70 employees",
    where: `${URSSAF} (example of June 2026), ${QUOTED}`,
    day: null,
    quote:
      '2 000 € for a full month at 35 h/week, 70-person employer … coefficient: "0.3178", cumulativeReduction: "635.6000"',
    expected: { coefficient: 3_178, reduction: 63_560 },
    errs: null,
    ours: (law) => ({ ...reduction(law, "2026-06", 200_000, { headcount: 70 }) }),
  },
  {
    publisher: "Urssaf",
    title: "general reduction over the year, July 2026: 15 000 € to date, 3 347.50 € granted before",
    where: `${URSSAF} (example of July 2026), ${QUOTED}`,
    day: null,
    quote: 'cumulative 3 978 € less 3 347,50 € prior reductions … coefficient: "0.2652" … periodAdjustment: "630.5000"',
    expected: { coefficient: 2_652, reduction: 63_050 },
    errs: null,
    ours: july,
  },
  {
    publisher: "Urssaf",
    title: "general reduction, 2026, 2 500 €, under 50 employees",
    where: `${URSSAF}, quoted by a program's own tests`,
    day: null,
    quote: "RGDU 2 500 €/mois <50 salariés ≈ 430 €/mois (exemple urssaf.fr)",
    expected: { reduction: 43_000 },
    errs: null,
    within: { cents: 50, why: "the page rounds to the euro" },
    ours: (law) => ({ reduction: reduction(law, "2026-01", 250_000, { headcount: 20 }).reduction }),
  },
  {
    publisher: "Urssaf (mon-entreprise)",
    title: "general reduction, 2026, 2 200 €, under 50 employees",
    where: "mon-entreprise, RGDU.test.ts (a version after June 2026, read in a copy)",
    day: null,
    quote: "'salarié . cotisations . exonérations . RGDU', 538.56",
    expected: { reduction: 53_856 },
    errs: null,
    ours: (law) => ({ reduction: reduction(law, "2026-07", 220_000, { headcount: 49 }).reduction }),
  },
  {
    publisher: "Urssaf",
    title: "coefficient of 2024, 1 900 €, under 50 employees",
    where: `${URSSAF} (example of 2024), quoted by a tax program`,
    day: null,
    quote: "1 900 € brut par mois, SMIC de 1 766,92 €, coefficient de 0,2597",
    expected: { coefficient: 2_597 },
    errs: null,
    ours: (law) => ({ coefficient: reduction(law, "2024-01", 190_000, { headcount: 20 }).coefficient }),
  },
  {
    publisher: "Urssaf",
    title: "coefficient of May 2025, 2 000 €, under 50 employees",
    where: `${URSSAF} (example of May 2025), quoted by a tax program`,
    day: null,
    quote: "2 000 € brut par mois, T de 0,3193, coefficient de 0,2349",
    expected: { coefficient: 2_349 },
    errs: null,
    ours: (law) => ({ coefficient: reduction(law, "2025-05", 200_000, { headcount: 20 }).coefficient }),
  },
  ...API.map(
    ([gross, granted, employeeShare, employerShare, quote]): Example => ({
      publisher: "Urssaf (mon-entreprise, the live simulator)",
      title: `both payers' contributions and the reduction, September 2026, ${gross / 100} €, non-cadre, under 11 employees`,
      where: "https://mon-entreprise.urssaf.fr (its API), answers kept by an independent study of 2026-09-05",
      day: "2026-09-05",
      quote,
      expected: { reduction: granted, employeeShare, employerShare },
      errs: null,
      isWhole: true,
      ours: (law) => simulated(law, gross),
    }),
  ),
  {
    publisher: "OpenFisca-France",
    title: "coefficients of 2026 at 1, 1.25 and 3.1 SMIC, 15 and 100 employees",
    where: `${OPENFISCA}/allegement_general.yaml`,
    day: "2026-01-06",
    quote: "2026-01: 0.3981 2026-02: 0.2225 2026-03: 0 … 2026-01: 0.4021 2026-02: 0.2247",
    expected: { at1: 3_981, at125: 2_225, at31: 0, at1Of100: 4_021, at125Of100: 2_247 },
    errs: null,
    ours: (law) => {
      const of = (gross: number, headcount: number) => reduction(law, "2026-02", gross, { headcount }).coefficient;
      return {
        at1: of(182_303, 15),
        at125: of(227_879, 15),
        at31: of(565_139, 15),
        at1Of100: of(182_303, 100),
        at125Of100: of(227_879, 100),
      };
    },
  },
  {
    publisher: "OpenFisca-France",
    title: "a payslip at the SMIC, January 2024, non-cadre, one employee",
    where: `${OPENFISCA}/cotisations.yaml`,
    day: "2025-08-31",
    quote: "salaire_de_base: 1766.92 … allegement_general: 564.35 … vieillesse_plafonnee_employeur: -151.07",
    expected: {
      reduction: 56_435,
      ags: 353,
      unemployment: 7_156,
      supplementary: 8_340,
      ceg: 2_279,
      oldAgeUncapped: 3_569,
      oldAgeCapped: 15_107,
      csa: 530,
      health: 12_368,
      family: 6_095,
      supplementaryEmployee: 5_566,
      oldAgeCappedEmployee: 12_192,
    },
    errs: { why: "3.45 % of 1 766.92 is 60.96: the file cuts the last digit off", ours: { family: 6_096 } },
    ours: (law) => {
      const slip = slipOf(law, "2024-01", 176_692, { headcount: 1, workAccidentPpm: 6_400 });
      return {
        reduction: slip.generalReductionCents,
        ags: paid(slip, "employer", "ags"),
        unemployment: paid(slip, "employer", "unemployment"),
        supplementary: paid(slip, "employer", "supplementaryPensionT1", "supplementaryPensionT2"),
        ceg: paid(slip, "employer", "cegT1", "cegT2"),
        oldAgeUncapped: paid(slip, "employer", "oldAgeUncapped"),
        oldAgeCapped: paid(slip, "employer", "oldAgeCapped"),
        csa: paid(slip, "employer", "csa"),
        health: paid(slip, "employer", "health"),
        family: paid(slip, "employer", "family"),
        supplementaryEmployee: paid(slip, "employee", "supplementaryPensionT1", "supplementaryPensionT2"),
        oldAgeCappedEmployee: paid(slip, "employee", "oldAgeCapped"),
      };
    },
  },
  {
    publisher: "OpenFisca-France",
    title: "general reduction of 2024 at 1.3 SMIC, 2 297 €",
    where: `${OPENFISCA}/cotisations.yaml`,
    day: "2025-08-31",
    quote: "salaire_de_base: 2297 … allegement_general: 282.30",
    expected: { reduction: 28_230 },
    errs: { why: "the coefficient is rounded to four decimals (D. 241-7): 0.1228", ours: { reduction: 28_207 } },
    ours: (law) => ({ reduction: reduction(law, "2024-01", 229_700, { headcount: 1 }).reduction }),
  },
  {
    publisher: "OpenFisca-France",
    title: "contributions above the ceiling, January 2024, 4 417.30 €, non-cadre",
    where: `${OPENFISCA}/cotisations.yaml`,
    day: "2025-08-31",
    quote: "salaire_de_base: 4417.3 … agirc_arrco_employeur: -254.03 … mmid_employeur_net_allegement: -574.25",
    expected: {
      supplementary: 25_403,
      unemployment: 17_890,
      ceg: 5_881,
      cet: 928,
      oldAgeUncapped: 8_923,
      oldAgeCapped: 33_037,
      health: 57_425,
      family: 15_240,
      supplementaryEmployee: 16_953,
      cegEmployee: 3_921,
      cetEmployee: 618,
      oldAgeCappedEmployee: 26_662,
    },
    errs: null,
    ours: (law) => {
      const slip = slipOf(law, "2024-01", 441_730, { headcount: 1, workAccidentPpm: 6_400 });
      return {
        supplementary: paid(slip, "employer", "supplementaryPensionT1", "supplementaryPensionT2"),
        unemployment: paid(slip, "employer", "unemployment"),
        ceg: paid(slip, "employer", "cegT1", "cegT2"),
        cet: paid(slip, "employer", "cet"),
        oldAgeUncapped: paid(slip, "employer", "oldAgeUncapped"),
        oldAgeCapped: paid(slip, "employer", "oldAgeCapped"),
        health: paid(slip, "employer", "health"),
        family: paid(slip, "employer", "family"),
        supplementaryEmployee: paid(slip, "employee", "supplementaryPensionT1", "supplementaryPensionT2"),
        cegEmployee: paid(slip, "employee", "cegT1", "cegT2"),
        cetEmployee: paid(slip, "employee", "cet"),
        oldAgeCappedEmployee: paid(slip, "employee", "oldAgeCapped"),
      };
    },
  },
  {
    publisher: "OpenFisca-France",
    title: "reduced health rate of 2024, on both sides of its limit",
    where: `${OPENFISCA}/allegement_cotisation_maladie.yaml`,
    day: "2025-09-11",
    quote: "salaire_de_base: 4240.61 … allegement_cotisation_maladie: 254.44 … salaire_de_base: 4399.63 … 0",
    expected: { relief: 25_444, above: 0 },
    errs: null,
    ours: (law) => relief(law, "health", 130_000, [424_061, 439_963]),
  },
  {
    publisher: "OpenFisca-France",
    title: "reduced family rate of 2024, on both sides of its limit",
    where: `${OPENFISCA}/allegement_cotisation_allocations_familiales.yaml`,
    day: null,
    quote:
      "salaire_de_base: 6007.53 … allegement_cotisation_allocations_familiales: 108.14 … salaire_de_base: 6166.55 … 0",
    expected: { relief: 10_814, above: 0 },
    errs: null,
    ours: (law) => relief(law, "family", 52_500, [600_753, 616_655]),
  },
  {
    publisher: "Urssaf",
    title: "limit of the reduced family rate of 2024, in current SMIC (ten-thousandths)",
    where: "https://www.urssaf.fr, La réduction du taux de la cotisation d'allocations familiales",
    day: null,
    quote: "en tenant compte de 3,4609 × 11,65 €",
    expected: { limit: 34_609 },
    errs: null,
    ours: (law) => {
      const { familyLimitTwelfths, smicTwelfths } = boundOf(law, "2024-01").ceilings;
      return { limit: Math.floor((familyLimitTwelfths / smicTwelfths) * 10_000) };
    },
  },
];

/** What a reduced rate spares of the full one, under and above its limit. */
function relief(
  law: Legislation,
  code: "health" | "family",
  fullPpm: number,
  [under, above]: readonly [number, number],
): Figures {
  const of = (gross: number) =>
    Math.round((gross * fullPpm) / 1_000_000) - paid(slipOf(law, "2024-01", gross, {}), "employer", code);
  return { relief: of(under), above: of(above) };
}
