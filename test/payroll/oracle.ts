import rules from "modele-social";
import Engine from "publicodes";
import type { LineCode } from "../../src/payroll/contribution.ts";
import type { Situation } from "../../src/payroll/situation.ts";

/** The oracle: Urssaf's own published rules, run on publicodes. It rounds nothing. */
const engine = new Engine(rules as never, { logger: { log() {}, warn() {}, error() {} } } as never);

const C = "salarié . cotisations";
const COVER = `${C} . prévoyances`;

/** The oracle's names for each line: the employer's rules, then the employee's; several are added up. */
export const NAMES: Readonly<
  Partial<Record<LineCode | "supplementaryPension" | "ceg", readonly [readonly string[], readonly string[]]>>
> = {
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
  apprenticeship: [[`${C} . taxe d'apprentissage . base`, `${C} . taxe d'apprentissage . solde`], []],
  apprenticeshipExtra: [[`${C} . taxe d'apprentissage . contribution supplémentaire`], []],
  housing: [[`${C} . PEEC`], []],
  socialDialogue: [[`${C} . contribution au dialogue social`], []],
  mobility: [[`${C} . versement mobilité`], []],
  socialLevy: [[`${C} . forfait social`], []],
  csgDeductible: [[], [`${C} . CSG-CRDS . CSG . déductible`]],
  csgCrdsNonDeductible: [[], [`${C} . CSG-CRDS . sur revenus imposables non déductible`]],
};

/** Puts one case to the oracle; the answers that follow are for this case. */
export function ask(month: string, grossCents: number, situation: Situation): void {
  const [year, number] = month.split("-");
  engine.setSituation({
    date: `01/${number}/${year}`,
    "salarié . contrat": "'CDI'",
    "salarié . contrat . statut cadre": situation.category === "cadre" ? "oui" : "non",
    "salarié . contrat . salaire brut": `${grossCents / 100} €/mois`,
    "entreprise . salariés . effectif": `${situation.headcount} employé`,
    "entreprise . salariés . ratio alternants": `${situation.apprenticeSharePpm / 10_000}%`,
    "établissement . taux ATMP": `${situation.workAccidentPpm / 10_000}%`,
    "établissement . commune . taux versement mobilité": `${situation.mobilityPpm / 10_000}%`,
    "salarié . cotisations . prévoyances . santé . montant": `${situation.healthPlanCents / 100} €/mois`,
    "salarié . cotisations . prévoyances . santé . taux employeur": `${situation.healthPlanEmployerPpm / 10_000}%`,
    "salarié . régimes spécifiques . alsace moselle": situation.alsaceMoselle ? "oui" : "non",
  } as never);
}

/** Reads the oracle's answer in cents, not rounded; what does not apply is zero. */
export function answerCents(names: readonly string[]): number {
  return names.reduce(
    (total, name) => total + Number(engine.evaluate({ valeur: name, unité: "€/mois" } as never).nodeValue ?? 0) * 100,
    0,
  );
}

interface Grid {
  readonly si?: string;
  readonly alors?: { readonly grille: { readonly tranches: readonly { montant: string; plafond?: string }[] } };
}

/** Reads the oracle's grid of neutral rates for pay from the first day of a year, in the kernel's own units. */
export function neutralGrid(year: string): { belowCents: number; ratePpm: number }[] {
  const { variations } = rules["impôt . taux neutre d'impôt sur le revenu"] as unknown as { variations: Grid[] };
  const grid = variations.find(({ si }) => si === `date >= 01/01/${year}`)?.alors?.grille.tranches ?? [];
  return grid.map(({ montant, plafond }) => ({
    belowCents: plafond === undefined ? Number.POSITIVE_INFINITY : Number.parseFloat(plafond) * 100,
    ratePpm: Math.round(Number.parseFloat(montant) * 10_000),
  }));
}
