import { toEuros, toFraction } from "../../domain/money.ts";
import type { DetailedLine } from "../../payroll/detail.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Look } from "../look.ts";
import { labelOf, payslipTotals } from "../payslip.ts";
import { answerParts } from "./answer.ts";
import type { ShownSimulation } from "./shown.ts";

/** The parts of a line's JSON that no pay changes: before its base, and after its amounts. */
interface Fixed {
  readonly head: string;
  readonly tail: string;
}

/**
 * Writes the answers of a batch as JSON, each the text that `JSON.stringify` gives of `simulationJson`. The names and texts of the lines are
 * three quarters of an answer and the same for every pay under one law: they are written once for each.
 */
export function batchLines(look: Pick<Look, "say">): (shown: ShownSimulation) => string {
  const known = new WeakMap<BoundLaw, readonly Fixed[]>();
  const fixedOf = ({ law, lines }: ShownSimulation["answer"]): readonly Fixed[] => {
    const found = known.get(law) ?? lines.map((line) => fixed(look, line));
    known.set(law, found);
    return found;
  };
  return (shown) => {
    const { input, waterfall, ...rest } = answerParts(look, shown);
    const { payslip, lines } = shown.answer;
    const parts = fixedOf(shown.answer);
    const written = lines.map((line, index) => lineText(line, parts[index] as Fixed)).join(",");
    const pay = `{"date":"${payslip.month}","gross":${toEuros(payslip.grossCents)},"lines":[${written}],${inner(payslipTotals(payslip))}}`;
    return `{"input":${JSON.stringify(input)},"waterfall":${JSON.stringify(waterfall)},"payslip":${pay},${inner(rest)}}`;
  };
}

function fixed(look: Pick<Look, "say">, line: DetailedLine): Fixed {
  const { code, source, origin } = line;
  return {
    head: `${JSON.stringify({ code, label: labelOf(look, line) }).slice(0, -1)},"base":`,
    tail: `,${inner({ source, origin })}}`,
  };
}

function lineText(
  { baseCents, employeePpm, employeeCents, employerPpm, employerCents }: DetailedLine,
  { head, tail }: Fixed,
): string {
  const employee = `"employeeRate":${toFraction(employeePpm)},"employeeAmount":${toEuros(employeeCents)}`;
  const employer = `"employerRate":${toFraction(employerPpm)},"employerAmount":${toEuros(employerCents)}`;
  return `${head}${toEuros(baseCents)},${employee},${employer}${tail}`;
}

/** A JSON object without its braces. */
function inner(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}
