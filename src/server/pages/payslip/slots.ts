import { payslipWords } from "../../../i18n/fr/documents.ts";
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

const { "2023": of2023, "2027": of2027 } = payslipWords.slots;

/** The model in force since July 2023. */
const SLOTS_2023: readonly Slot[] = [
  heading(of2023.health),
  line(of2023.healthInsurance, codes("health")),
  line(of2023.healthPlan, codes("healthPlan")),
  { ...line(of2023.provident, isProvident), isEach: true },
  others("health"),
  group(of2023.workAccident, section("workAccident")),
  heading(of2023.retirement),
  line(of2023.oldAgeCapped, codes("oldAgeCapped")),
  line(of2023.oldAgeUncapped, codes("oldAgeUncapped")),
  line(of2023.supplementaryT1, codes(...SUPPLEMENTARY_T1)),
  line(of2023.supplementaryT2, codes(...SUPPLEMENTARY_T2)),
  others("retirement"),
  group(of2023.family, section("family")),
  group(of2023.unemployment, section("unemployment")),
  {
    ...group(of2023.branch, (found) => isBranch(found) || (isOwn(found) && !isEmployerOnly(found))),
    isEach: true,
  },
  {
    ...group(of2023.employer, (found) => section("other")(found) || isOwn(found)),
    isAll: true,
  },
  group(of2023.csgDeductible, codes("csgDeductible")),
  group(of2023.csgCrdsNonDeductible, codes("csgCrdsNonDeductible")),
  { ...line("", () => true), isEach: true },
];

/** The compulsory block of the model of 2027. */
const COMPULSORY_2027: readonly Slot[] = [
  heading(of2027.health),
  line(of2027.healthInsurance, codes("health")),
  line(of2027.healthPlan, codes("healthPlan")),
  { ...others("health"), takes: (found) => !isProvident(found) && others("health").takes(found) },
  group(of2027.workAccident, section("workAccident")),
  heading(of2027.retirement),
  line(of2027.oldAgeCapped, codes("oldAgeCapped")),
  line(of2027.oldAgeUncapped, codes("oldAgeUncapped")),
  line(of2027.supplementaryT1, codes(...SUPPLEMENTARY_T1)),
  line(of2027.supplementaryT2, codes(...SUPPLEMENTARY_T2)),
  others("retirement"),
  group(of2027.family, section("family")),
  group(of2027.unemployment, codes("unemployment", "ags")),
  line(of2027.apec, codes("apec")),
  others("unemployment"),
  {
    ...group(
      of2027.employer,
      (found) => (section("other")(found) && !isBranch(found)) || (isOwn(found) && isEmployerOnly(found)),
    ),
    isAll: true,
  },
  {
    ...group(of2027.branch, (found) => isBranch(found) && !isProvident(found)),
    isEach: true,
  },
  group(of2027.csgDeductible, codes("csgDeductible")),
  group(of2027.csgCrdsNonDeductible, codes("csgCrdsNonDeductible")),
  others("csg"),
];

/** The other block: provident cover (a choice, see decision 0015), and what the company's own agreements add. */
const OPTIONAL_2027: readonly Slot[] = [
  { ...line(of2027.provident, isProvident), isEach: true },
  { ...line("", () => true), isEach: true },
];

/** The places of each model, block by block; the last one takes whatever no other did. */
export const SLOTS = { "2023": [SLOTS_2023], "2027": [COMPULSORY_2027, OPTIONAL_2027] } as const;
