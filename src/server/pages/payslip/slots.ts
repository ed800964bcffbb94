import type { Schemas } from "../../deps.ts";

/** A line of a payslip, whatever the company that computed it: older ones have no origin. */
export interface SlipLine extends Omit<Schemas["PayslipLine"], "section" | "origin" | "label"> {
  readonly section: string;
  readonly origin?: "law" | "branch" | "company";
  readonly label?: string | null;
}

/** A place of a model: which lines it takes, and what it calls them. */
export interface Slot {
  readonly label: string;
  /** A heading has no figures; a group stands alone under its own name, a line under a heading. */
  readonly style: "heading" | "group" | "line";
  readonly takes: (line: SlipLine) => boolean;
  /** Each line has a row of its own, by its own label. */
  readonly isEach?: boolean;
  /** One sum without base or rate; the lines that the company declares are named under it. */
  readonly isAll?: boolean;
}

const SUPPLEMENTARY_T1 = ["supplementaryPensionT1", "cegT1", "cetT1"];
const SUPPLEMENTARY_T2 = ["supplementaryPensionT2", "cegT2", "cetT2"];

const codes =
  (...wanted: string[]) =>
  ({ code }: SlipLine) =>
    wanted.includes(code);
const section =
  (name: string) =>
  ({ section: found }: SlipLine) =>
    found === name;
const isBranch = ({ origin, code }: SlipLine) => origin === "branch" || code.endsWith("Branch");
const isOwn = ({ origin, section: name }: SlipLine) => origin === "company" || name === "company";
const isEmployerOnly = ({ employeeCents }: SlipLine) => employeeCents === 0;
const isProvident = codes("provident", "providentT2");
const heading = (label: string): Slot => ({ label, style: "heading", takes: () => false });
const line = (label: string, takes: Slot["takes"]): Slot => ({ label, style: "line", takes });
const group = (label: string, takes: Slot["takes"]): Slot => ({ label, style: "group", takes });
/** What a section holds beside the lines of the model. */
const others = (name: string): Slot => ({
  label: "",
  style: "line",
  isEach: true,
  takes: (found) => section(name)(found) && !isBranch(found) && !isOwn(found),
});

/** The model in force since July 2023. */
const SLOTS_2023: readonly Slot[] = [
  heading("Santé"),
  line("Sécurité sociale – Maladie Maternité Invalidité Décès", codes("health")),
  line("Complémentaire – Santé", codes("healthPlan")),
  { ...line("Complémentaire – Incapacité Invalidité Décès", isProvident), isEach: true },
  others("health"),
  group("Accidents du travail – Maladies professionnelles", section("workAccident")),
  heading("Retraite"),
  line("Sécurité sociale plafonnée", codes("oldAgeCapped")),
  line("Sécurité sociale déplafonnée", codes("oldAgeUncapped")),
  line("Complémentaire Tranche 1", codes(...SUPPLEMENTARY_T1)),
  line("Complémentaire Tranche 2", codes(...SUPPLEMENTARY_T2)),
  others("retirement"),
  group("Famille", section("family")),
  group("Assurance chômage", section("unemployment")),
  {
    ...group(
      "Cotisations statutaires ou prévues par la convention collective",
      (found) => isBranch(found) || (isOwn(found) && !isEmployerOnly(found)),
    ),
    isEach: true,
  },
  {
    ...group("Autres contributions dues par l'employeur", (found) => section("other")(found) || isOwn(found)),
    isAll: true,
  },
  group("CSG déductible de l'impôt sur le revenu", codes("csgDeductible")),
  group("CSG/CRDS non déductible de l'impôt sur le revenu", codes("csgCrdsNonDeductible")),
  { ...line("", () => true), isEach: true },
];

/** The compulsory block of the model of 2027. */
const COMPULSORY_2027: readonly Slot[] = [
  heading("Santé"),
  line("Sécurité Sociale Maladie Maternité Invalidité Décès", codes("health")),
  line("Complémentaire garanties frais de santé obligatoire", codes("healthPlan")),
  { ...others("health"), takes: (found) => !isProvident(found) && others("health").takes(found) },
  group("Accidents du travail & maladies professionnelles", section("workAccident")),
  heading("Retraite"),
  line("Sécurité Sociale Vieillesse plafonnée", codes("oldAgeCapped")),
  line("Sécurité Sociale Vieillesse déplafonnée", codes("oldAgeUncapped")),
  line("Retraite complémentaire, CEG et CET T1", codes(...SUPPLEMENTARY_T1)),
  line("Retraite complémentaire, CEG et CET T2", codes(...SUPPLEMENTARY_T2)),
  others("retirement"),
  group("Famille", section("family")),
  group("Assurance chômage", codes("unemployment", "ags")),
  line("Apec", codes("apec")),
  others("unemployment"),
  {
    ...group(
      "Autres charges dues par l'employeur",
      (found) => (section("other")(found) && !isBranch(found)) || (isOwn(found) && isEmployerOnly(found)),
    ),
    isAll: true,
  },
  {
    ...group(
      "Cotisations statutaires ou prévues par la convention collective",
      (found) => isBranch(found) && !isProvident(found),
    ),
    isEach: true,
  },
  group("CSG déductible de l'impôt sur le revenu", codes("csgDeductible")),
  group("CSG/CRDS non déductible de l'impôt sur le revenu", codes("csgCrdsNonDeductible")),
  others("csg"),
];

/** The other block: provident cover (a choice, see decision 0015), and what the company's own agreements add. */
const OPTIONAL_2027: readonly Slot[] = [
  { ...line("Prévoyance, Incapacité, Invalidité, Décès", isProvident), isEach: true },
  { ...line("", () => true), isEach: true },
];

/** The places of each model, block by block; the last one takes whatever no other did. */
export const SLOTS = { "2023": [SLOTS_2023], "2027": [COMPULSORY_2027, OPTIONAL_2027] } as const;
