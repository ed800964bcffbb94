import rules2025 from "modele-social-2025";
import rules2026 from "modele-social-2026";
import Engine from "publicodes";
import type { LineCode } from "../../src/domain/line-code.ts";
import type { TaxZone } from "../../src/payroll/parameters/neutral-rate.ts";
import type { Situation } from "../../src/payroll/situation.ts";

/** Urssaf's own published rules, one package for the law of each year. */
const RULES = { 2025: rules2025, 2026: rules2026 } as const;
export type OracleYear = keyof typeof RULES;

const C = "salarié . cotisations";
const COVER = `${C} . prévoyances`;

/** The oracle's names for each line: the employer's rules, then the employee's; several are added up. */
export const NAMES = {
  health: [[`${C} . maladie . employeur`], [`${C} . maladie . salarié`]],
  oldAgeCapped: [[`${C} . vieillesse . employeur . plafonnée`], [`${C} . vieillesse . salarié . plafonnée`]],
  oldAgeUncapped: [[`${C} . vieillesse . employeur . déplafonnée`], [`${C} . vieillesse . salarié . déplafonnée`]],
  family: [[`${C} . allocations familiales`], []],
  workAccident: [[`${C} . ATMP`], []],
  unemployment: [[`${C} . chômage`], []],
  ags: [[`${C} . AGS`], []],
  supplementaryPension: [[`${C} . retraite complémentaire . employeur`], [`${C} . retraite complémentaire . salarié`]],
  ceg: [[`${C} . CEG . employeur`], [`${C} . CEG . salarié`]],
  cet: [[`${C} . CET . employeur`], [`${C} . CET . salarié`]],
  apec: [[`${C} . APEC . employeur`], [`${C} . APEC . salarié`]],
  provident: [[`${COVER} . incapacité invalidité décès . employeur`], []],
  healthPlan: [[`${COVER} . santé . employeur`], [`${COVER} . santé . salarié`]],
  csa: [[`${C} . CSA`], []],
  fnal: [[`${C} . FNAL`], []],
  training: [[`${C} . formation professionnelle`], []],
  cpfFixedTerm: [[`${C} . CPF CDD`], []],
  apprenticeship: [[`${C} . taxe d'apprentissage . base`, `${C} . taxe d'apprentissage . solde`], []],
  apprenticeshipExtra: [[`${C} . taxe d'apprentissage . contribution supplémentaire`], []],
  housing: [[`${C} . PEEC`], []],
  socialDialogue: [[`${C} . contribution au dialogue social`], []],
  mobility: [[`${C} . versement mobilité`], []],
  socialLevy: [[`${C} . forfait social`], []],
  csgDeductible: [[], [`${C} . CSG-CRDS . CSG . déductible`]],
  csgCrdsNonDeductible: [[], [`${C} . CSG-CRDS . sur revenus imposables non déductible`]],
} as const satisfies Readonly<
  Partial<Record<LineCode | "supplementaryPension" | "ceg", readonly [readonly string[], readonly string[]]>>
>;

/** The oracle's own totals: contributions of each payer, and what is taxed. */
export const TOTALS = {
  employee: `${C} . salarié`,
  employer: `${C} . employeur`,
  taxable: "salarié . rémunération . net . imposable",
} as const;

const REDUCTION: Readonly<Record<OracleYear, string>> = {
  2025: `${C} . exonérations . réduction générale`,
  2026: `${C} . exonérations . RGDU`,
};

/** Urssaf's rules of one year, run on publicodes. They round nothing. */
export interface Oracle {
  readonly year: OracleYear;
  readonly reduction: readonly string[];
  /** Puts one case; the answers that follow are for this case. */
  ask(month: string, grossCents: number, situation: Situation): void;
  /** Reads an answer in cents, not rounded; what does not apply is zero. */
  cents(names: readonly string[]): number;
}

/** Opens the oracle of a year: reading its rules takes most of a second. */
export function openOracle(year: OracleYear): Oracle {
  const engine = new Engine(RULES[year] as never, { logger: { log() {}, warn() {}, error() {} } } as never);
  const asked = [...Object.values(NAMES).flat(2), ...Object.values(TOTALS), REDUCTION[year]];
  return {
    year,
    reduction: [REDUCTION[year]],
    ask: (month, grossCents, situation) => {
      engine.setSituation(situationOf(month, grossCents, situation) as never);
      /** One question for all: the engine reads one expression, and holds each rule's answer for those that follow. */
      engine.evaluate({ somme: asked } as never);
    },
    cents: (names) => names.reduce((total, name) => total + eurosAMonth(engine, name) * 100, 0),
  };
}

/** Reads a rule in euros a month. Most are in them already: asking for the unit makes the engine read a new expression each time. */
function eurosAMonth(engine: Engine, name: string): number {
  const { nodeValue, unit } = engine.evaluate(engine.getRule(name)) as { nodeValue: unknown; unit?: Unit };
  const isAMonth = String(unit?.numerators) === "€" && String(unit?.denominators) === "mois";
  if (isAMonth || typeof nodeValue !== "number") return Number(nodeValue ?? 0);
  return Number(engine.evaluate({ valeur: name, unité: "€/mois" } as never).nodeValue ?? 0);
}

interface Unit {
  readonly numerators: readonly string[];
  readonly denominators: readonly string[];
}

function situationOf(month: string, grossCents: number, situation: Situation): object {
  const [year, number] = month.split("-");
  const { workTimePpm, contract } = situation;
  const hours = (workTimePpm * 35) / 1_000_000;
  return {
    date: `01/${number}/${year}`,
    "salarié . contrat": contract === "cdd" ? "'CDD'" : "'CDI'",
    "salarié . contrat . statut cadre": situation.category === "cadre" ? "oui" : "non",
    "salarié . contrat . salaire brut": `${grossCents / 100} €/mois`,
    /** An employee, not the head of a business: said, as it spares the engine its rules of every kind of head. */
    dirigeant: "non",
    "entreprise . salariés . effectif": `${situation.headcount} employé`,
    "entreprise . salariés . ratio alternants": `${situation.apprenticeSharePpm / 10_000}%`,
    "établissement . taux ATMP": `${situation.workAccidentPpm / 10_000}%`,
    "établissement . commune . taux versement mobilité": `${situation.mobilityPpm / 10_000}%`,
    "salarié . cotisations . prévoyances . santé . montant": `${situation.healthPlanCents / 100} €/mois`,
    "salarié . cotisations . prévoyances . santé . taux employeur": `${situation.healthPlanEmployerPpm / 10_000}%`,
    "salarié . régimes spécifiques . alsace moselle": situation.alsaceMoselle ? "oui" : "non",
    /** The gross pay put to it holds the end-of-contract pay and the leave already. */
    ...(contract === "cdd"
      ? {
          "salarié . contrat . CDD . indemnité de fin de contrat": "non",
          "salarié . contrat . CDD . congés pris": "100%",
        }
      : {}),
    ...(workTimePpm === 1_000_000
      ? {}
      : {
          "salarié . contrat . temps de travail . temps partiel": "oui",
          "salarié . contrat . temps de travail . temps partiel . heures par semaine": `${hours} heure/semaine`,
        }),
  };
}

interface Grid {
  readonly si?: string;
  readonly alors?: { readonly grille: { readonly tranches: readonly { montant: string; plafond?: string }[] } };
}

const GRID = "impôt . taux neutre d'impôt sur le revenu";
const GRIDS: Readonly<Record<TaxZone, string>> = {
  metropole: GRID,
  "guadeloupe-reunion-martinique": `${GRID} . barème Guadeloupe Réunion Martinique`,
  "guyane-mayotte": `${GRID} . barème Guyane Mayotte`,
};

/** Reads the oracle's grid of neutral rates for pay from a day on (`01/05/2025`), in the kernel's own units. */
export function neutralGrid(
  year: OracleYear,
  day: string,
  zone: TaxZone = "metropole",
): { belowCents: number; ratePpm: number }[] {
  const rules = RULES[year] as unknown as Readonly<Record<string, { variations: Grid[] }>>;
  const { variations } = rules[GRIDS[zone]] ?? { variations: [] };
  const grid = variations.find(({ si }) => si === `date >= ${day}`)?.alors?.grille.tranches ?? [];
  return grid.map(({ montant, plafond }) => ({
    belowCents: plafond === undefined ? Number.POSITIVE_INFINITY : Number.parseFloat(plafond) * 100,
    ratePpm: Math.round(Number.parseFloat(montant) * 10_000),
  }));
}
