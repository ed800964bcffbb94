import { MILEAGE_SCALE, yearWorth } from "../../../src/domain/mileage.ts";
import type { Legislation } from "../../../src/payroll/legislation.ts";
import { payslip } from "../../../src/payroll/payslip.ts";
import type { Situation } from "../../../src/payroll/situation.ts";
import { withholding } from "../../../src/payroll/withholding.ts";
import { partsOf } from "../../../src/portage/pay-parts.ts";
import { boundOf, type Example, type Figures, paid, slipOf } from "./example.ts";

const SHEET = "github.com/Mecatendances/simulateur-portage-2026, RETOUR SIMUL V4.xlsx";
const GRID = "github.com/Mecatendances/simulateur-portage-2026, Simulation Annuelle Temps Complet 2025 - Modifiée.xlsx";
const SIGNE = "Signe+ Portage Salarial";

/** The portage company of Toulouse: 11 to 49 employees, 60.08 € of health plan, its own cover and accident rate. */
const COMPANY: Partial<Situation> = {
  category: "cadre",
  branch: "3219",
  headcount: 20,
  workAccidentPpm: 6_400,
  healthPlanCents: 6_008,
  healthPlanEmployerPpm: 500_000,
  providentPpm: 15_900,
  providentT2Ppm: 7_300,
  providentT2EmployeePpm: 7_300,
  payDate: "2026-01-31",
};
/** Its grid of 2025: three rates are not printed, and were fitted on twelve rows. */
const OF_2025: Partial<Situation> = {
  ...COMPANY,
  workAccidentPpm: 12_100,
  healthPlanCents: 0,
  providentPpm: 15_500,
  providentT2Ppm: 7_100,
  providentT2EmployeePpm: 7_100,
  payDate: "2025-03-31",
};

/** The branch's 0.60 % is paid once a year to the OPCO: their monthly payslips do not have it. It is worked out here by hand. */
const yearly = (grossCents: number): number => Math.round((grossCents * 60) / 10_000);

/** Totals of a month as that company prints them. */
function totals(law: Legislation, month: string, grossCents: number, change: Partial<Situation>): Figures {
  const slip = slipOf(law, month, grossCents, change);
  return {
    employee: slip.employeeCents,
    employer: slip.employerCents - yearly(grossCents),
    net: slip.netBeforeTaxCents,
  };
}

const JANUARY = 600_494;

/** The payslip of January 2026, line by line and in all. */
function january(law: Legislation): Figures {
  const slip = slipOf(law, "2026-01", JANUARY, COMPANY);
  const csg = slip.lines.find(({ code }) => code === "csgDeductible");
  return {
    oldAgeCapped: paid(slip, "employer", "oldAgeCapped"),
    oldAgeCappedEmployee: paid(slip, "employee", "oldAgeCapped"),
    supplementaryT1: paid(slip, "employer", "supplementaryPensionT1"),
    supplementaryT1Employee: paid(slip, "employee", "supplementaryPensionT1"),
    supplementaryT2: paid(slip, "employer", "supplementaryPensionT2"),
    supplementaryT2Employee: paid(slip, "employee", "supplementaryPensionT2"),
    cegT1: paid(slip, "employer", "cegT1"),
    cegT1Employee: paid(slip, "employee", "cegT1"),
    cegT2: paid(slip, "employer", "cegT2"),
    cegT2Employee: paid(slip, "employee", "cegT2"),
    branch: paid(slip, "employer", "socialDialogueBranch"),
    csgBase: csg?.baseCents ?? 0,
    csgDeductible: paid(slip, "employee", "csgDeductible"),
    csgCrds: paid(slip, "employee", "csgCrdsNonDeductible"),
    employee: slip.employeeCents,
    employer: slip.employerCents - yearly(JANUARY),
    netBeforeTax: slip.netBeforeTaxCents,
    netSocial: slip.netSocialCents,
    taxable: slip.netTaxableCents,
    ratePpm: slip.withholdingPpm,
    withheld: slip.withholdingCents,
    netPaid: slip.netPaidCents,
  };
}

/** Available amount, then gross, employer lines and net of a month of 2025, as their grid prints them. */
const ROWS: readonly (readonly [available: number, gross: number, employer: number, net: number])[] = [
  [5_000, 366_685, 133_315, 289_627],
  [6_500, 456_375, 193_626, 360_187],
  [8_000, 562_333, 237_667, 444_325],
  [9_000, 625_021, 274_978, 494_103],
  [9_500, 659_895, 290_105, 521_796],
  [12_000, 834_272, 365_728, 660_264],
];

/** The parts of that payslip's gross pay. */
function parts(law: Legislation): Figures {
  const { agreement } = boundOf(law, "2026-01", COMPANY);
  const found = partsOf(JANUARY, 237_400, "cdi", agreement);
  return {
    base: found.basePayCents,
    complement: found.complementCents,
    indemnities: found.businessContributionCents,
    leave: found.paidLeaveCents,
  };
}

const neutral = (law: Legislation, payDate: string, taxable: number, abatementCents = 0): Figures => {
  const { tax } = boundOf(law, payDate.slice(0, 7), { payDate });
  const { ppm, cents } = withholding({ ...tax, abatementCents }, taxable, "neutral");
  return { ratePpm: ppm, withheld: cents };
};

const MINIMUM = {
  title: "minimum pay before amendment 12: 70, 75 and 85 % of 3 269 €, 77 % with the reserve",
  day: null,
  expected: { withReserve: 251_713, junior: 228_830, senior: 245_175, expert: 277_865 },
  errs: null,
  ours: (law: Legislation): Figures => {
    const { minimumPay, minimumWithReserveCents } = boundOf(law, "2024-06").agreement;
    const { junior, senior, expert } = minimumPay;
    return { withReserve: minimumWithReserveCents, junior, senior, expert };
  },
} as const;

const car = (power: number) => ({ kind: "car", power, electric: false }) as const;
const worth = (vehicle: Parameters<typeof yearWorth>[0], km: number): number =>
  yearWorth(vehicle, km * 1_000, "2026-01-31", { mileageScale: MILEAGE_SCALE });

/** Portage companies, withholding and mileage. */
export const PORTAGE: readonly Example[] = [
  {
    publisher: SIGNE,
    title: "a payslip of January 2026, 6 004.94 €, cadre: lines, totals, net social, taxable, withheld, paid",
    where: `${SHEET}, sheet V1, image41.png and image30.png`,
    day: "2026-01-31",
    quote:
      "Total des retenues 1 292.65 | 2 646.99 … Montant net social 4 712.29 … 4 916.57 - 15.8000 776.82 … Net payé 3 935.47",
    expected: {
      oldAgeCapped: 34_243,
      oldAgeCappedEmployee: 27_635,
      supplementaryT1: 18_904,
      supplementaryT1Employee: 12_616,
      supplementaryT2: 25_899,
      supplementaryT2Employee: 17_279,
      cegT1: 5_166,
      cegT1Employee: 3_444,
      cegT2: 3_240,
      cegT2Employee: 2_160,
      branch: 60,
      csgBase: 600_817,
      csgDeductible: 40_856,
      csgCrds: 17_424,
      employee: 129_265,
      employer: 264_699,
      netBeforeTax: 471_229,
      netSocial: 471_229,
      taxable: 491_657,
      ratePpm: 158_000,
      withheld: 77_682,
      netPaid: 393_547,
    },
    errs: {
      why: "their program rounds CET and apprenticeship in two lines each, a cent more in the sum",
      ours: { employer: 264_698 },
    },
    isWhole: true,
    ours: january,
  },
  {
    publisher: SIGNE,
    title: "CET of the same payslip, on two lines there and one here",
    where: `${SHEET}, image30.png`,
    day: "2026-01-31",
    quote: "TU1 4 005.00 0.1400 5.61 | 0.2100 8.41 / TU2 1 999.94 0.1400 2.80 | 0.2100 4.20",
    expected: { employee: 841, employer: 1_261 },
    errs: null,
    ours: (law) => {
      const slip = slipOf(law, "2026-01", JANUARY, COMPANY);
      return { employee: paid(slip, "employee", "cet"), employer: paid(slip, "employer", "cet") };
    },
  },
  {
    publisher: SIGNE,
    title: "forfait social of the same payslip",
    where: `${SHEET}, image30.png`,
    day: "2026-01-31",
    quote: "Forfait social sur contributions de prévoyance 108.32 8.0000 8.67",
    expected: { employer: 867 },
    errs: null,
    ours: (law) => ({ employer: paid(slipOf(law, "2026-01", JANUARY, COMPANY), "employer", "socialLevy") }),
  },
  {
    publisher: SIGNE,
    title: "parts of the same gross pay: base 2 374 €, complement, 5 %, leave",
    where: `${SHEET}, sheet V1`,
    day: "2026-01-31",
    quote: "Salaire brut 6 004.94",
    expected: { base: 237_400, complement: 282_509, indemnities: 25_995, leave: 54_590 },
    errs: {
      why: "a gross pay has more than one split in whole cents: pay due is rounded down here, and the leave has the cent",
      ours: { complement: 282_508, leave: 54_591 },
    },
    ours: parts,
  },
  {
    publisher: SIGNE,
    title: "a simulation of 2026, 7 131.22 € gross",
    where: `${SHEET}, sheet V2 V3`,
    day: null,
    quote: "G41=7131.22 | H41=1524.83 | I41=3129.72 | J41=6034.19",
    expected: { employee: 152_483, employer: 312_972, net: 603_419 },
    errs: {
      why: "expenses of 427.80 are in their net; and CET is two rounded lines there",
      ours: { employee: 152_482, net: 560_640 },
    },
    isWhole: true,
    ours: (law) => totals(law, "2026-01", 713_122, COMPANY),
  },
  {
    publisher: SIGNE,
    title: "its own simulator of 2026, 4 488.87 € gross, with the general reduction",
    where: `${SHEET}, image7.png`,
    day: null,
    quote: "4 488,87 € / 980,12 € / 1 871,68 € / 3 508,75",
    expected: { employee: 98_012, employer: 187_168, net: 350_875 },
    errs: {
      why: "social dialogue is 0.016 % by law and 0.01 % by the branch: their simulator takes the second alone",
      ours: { employee: 98_011, employer: 187_242, net: 350_876 },
    },
    isWhole: true,
    ours: (law) => totals(law, "2026-01", 448_887, COMPANY),
  },
  {
    publisher: SIGNE,
    title: "an older simulation, 4 430.49 € gross",
    where: `${SHEET}, image28.png`,
    day: null,
    quote: "Brut : 4 430,49 € / Charges salariales : 1 097,78 € / Net à payer avant impôts : 3 332,71 €",
    expected: { employee: 109_778, net: 333_271 },
    errs: {
      why: "a flat rate of 24.778 % in place of the contributions: 130 € too much",
      ours: { employee: 96_807, net: 346_242 },
    },
    ours: (law) => {
      const { employee, net } = totals(law, "2026-01", 443_049, COMPANY);
      return { employee: employee ?? Number.NaN, net: net ?? Number.NaN };
    },
  },
  ...ROWS.map(
    ([available, gross, employer, net]): Example => ({
      publisher: SIGNE,
      title: `a row of its grid of March 2025, ${available} € available`,
      where: `${GRID}, sheet a remplir, rows 39 to 78`,
      day: "2025-03-13",
      quote: `C=${available} | E=${gross / 100} | F=${employer / 100} | … | I=${net / 100}`,
      expected: { employer, net },
      errs: null,
      within: { cents: 3, why: "three rates that the grid does not print were fitted on twelve of its rows" },
      isWhole: true,
      ours: (law) => {
        const found = totals(law, "2025-03", gross, OF_2025);
        return { employer: found.employer ?? Number.NaN, net: found.net ?? Number.NaN };
      },
    }),
  ),
  {
    publisher: SIGNE,
    title: "the row of 10 000 € available of the same grid",
    where: `${GRID}, sheet a remplir, row 62`,
    day: "2025-03-13",
    quote: "C62=10000 | E62=6947.73 | F62=3052.27 | … | I62=5494.43",
    expected: { net: 549_443 },
    errs: { why: "a slip of the hand: the rows beside it rise by 138.46 and 138.48", ours: { net: 549_493 } },
    within: { cents: 3, why: "three rates that the grid does not print were fitted on twelve of its rows" },
    ours: (law) => ({ net: totals(law, "2025-03", 694_773, OF_2025).net ?? Number.NaN }),
  },
  {
    publisher: SIGNE,
    title: "limits of the reduced health and family rates in March 2025",
    where: `${GRID}, sheet a remplir, rows 41 to 54`,
    day: "2025-03-13",
    quote: "Majoration du taux patronal maladie de 6% à partir de 3931,29 brut … 5765,89",
    expected: { health: 393_129, family: 576_589 },
    errs: {
      why: "2.25 and 3.3 times the SMIC of 1 January 2025 (11.88 €), not of 31 December 2023",
      ours: { health: 405_405, family: 594_594 },
    },
    ours: (law) => {
      const { healthLimitTwelfths, familyLimitTwelfths } = boundOf(law, "2025-03").ceilings;
      return { health: Math.round(healthLimitTwelfths / 12), family: Math.round(familyLimitTwelfths / 12) };
    },
  },
  {
    ...MINIMUM,
    publisher: "Propulse by CA",
    where: "https://propulsebyca.fr/entrepreneur-salarie/portage-salarial/remuneration-salarie",
    quote: "77 % du plafond … 2517,13 € … 3269 € X 70 % = 2288,30 € … 75 % = 2451,75 € … 85 % = 2778,65 €",
  },
  {
    publisher: "Cogilog",
    title: "end-of-contract pay and leave of a CDD of 500 €",
    where:
      "https://www.cogilog.com/ufaqs/comment-afficher-ou-ne-pas-afficher-la-prime-de-precarite-pour-les-salaries-en-contrat-a-duree-determinee-cdd",
    day: null,
    quote: "la prime de précarité sera égale à 50 € (10 % de 500 €) et l'indemnité de congé … à 55 €",
    expected: { endOfContract: 5_000, leave: 5_500 },
    errs: null,
    ours: (law) => {
      const { agreement } = boundOf(law, "2026-01");
      const found = partsOf(60_500, 50_000, "cdd", { ...agreement, businessContributionPpm: 0 });
      return { endOfContract: found.endOfContractCents, leave: found.paidLeaveCents };
    },
  },
  {
    publisher: "DGFiP",
    title: "neutral rate of 2 000 € taxable from May 2025",
    where: "BOI-IR-PAS-20-20-30-20 of 2025-05-07, quoted by a payroll program",
    day: "2025-05-07",
    quote: "Le taux par défaut correspondant s'élève à 2,9 % … 58 € (2 000 x 2,9 %)",
    expected: { ratePpm: 29_000, withheld: 5_800 },
    errs: null,
    ours: (law) => neutral(law, "2025-05-31", 200_000),
  },
  {
    publisher: "DGFiP",
    title: "neutral rate of a short contract, 2 500 € taxable, after the page's round abatement of 700 €",
    where: "BOI-IR-PAS-20-20-30-20 of 2025-05-07, quoted by a payroll program",
    day: "2025-05-07",
    quote: "l'assiette du prélèvement est de 1 800 € (2 500 - 700) … 1 800 x 2,1 %, soit 37,80 €",
    expected: { ratePpm: 21_000, withheld: 3_780 },
    errs: null,
    ours: (law) => neutral(law, "2025-05-31", 250_000, 70_000),
  },
  {
    publisher: "LégiSocial",
    title: "withheld of a person abroad, 5 000 € taxable, on limits of 2025 that the page derives itself",
    where: "https://legisocial.fr/actualites-sociales/7203-retenue-source-residents-fiscaux-bareme-2025.html",
    day: null,
    quote: "Ce montant a été calculé par nos soins … Le montant retenu à la source est de 397,76 euros",
    expected: { withheld: 39_776 },
    errs: {
      why: "its first slice begins at 1 426, a euro under its own limit; porte refuses 2025",
      ours: { withheld: 39_764 },
    },
    ours: (law) => {
      const { tax } = boundOf(law, "2024-01");
      const nonResident =
        tax.nonResident === null ? null : { ...tax.nonResident, nothingBelowCents: 142_700, middleBelowCents: 413_900 };
      return { withheld: withholding({ ...tax, nonResident }, 500_000, "non-resident").cents };
    },
  },
  {
    publisher: "macalculatriceenligne.com",
    title: "10 000 km of a car of 4 CV in 2026",
    where: "https://macalculatriceenligne.com/finance/impots/bareme-kilometrique",
    day: null,
    quote: "(10 000 × 0.340) + 1330 = 4730€",
    expected: { worth: 473_000 },
    errs: null,
    ours: () => ({ worth: worth(car(4), 10_000) }),
  },
];

/** Figures that nobody published, worked out from the text itself: they are held beside the examples and not counted with them. */
export const WORKED: readonly Example[] = [
  ...(
    [
      [250_000, 60, 43_375],
      [250_000, 20, 42_975],
      [300_000, 60, 30_240],
      [400_000, 60, 15_880],
      [220_000, 49, 53_856],
      [546_909, 60, 10_938],
      [546_910, 60, 0],
    ] as const
  ).map(
    ([gross, headcount, reduction]): Example => ({
      publisher: "CSS, art. D. 241-7",
      title: `general reduction, November 2026, ${gross / 100} €, ${headcount} employees`,
      where: "décret n° 2026-509 of 12 June 2026: the SMIC of 1 January 2026",
      day: null,
      quote: "",
      expected: { reduction },
      errs: null,
      ours: (law) => ({
        reduction: payslip(boundOf(law, "2026-11", { headcount }), gross, 0).generalReductionCents,
      }),
    }),
  ),
  {
    publisher: "CSS, art. D. 241-7, IV",
    title: "general reduction of a month entered, January 2024: 1 130.43 € of a whole pay of 2 000 €, 17 days",
    where: "CSS, art. D. 241-7",
    day: null,
    quote: "",
    expected: { reduction: 25_197 },
    errs: null,
    ours: (law) => ({
      reduction: slipOf(law, "2024-01", 113_043, { presentDays: 17, fullPayCents: 200_000, headcount: 100 })
        .generalReductionCents,
    }),
  },
  {
    publisher: "loi n° 2026-103, BOI-BAREME-000037-20260407",
    title: "neutral rate of 5 599.00 € taxable in February 2026",
    where: "CGI, art. 204 H",
    day: null,
    quote: "",
    expected: { ratePpm: 179_000, withheld: 100_222 },
    errs: null,
    ours: (law) => neutral(law, "2026-02-28", 559_900),
  },
];
