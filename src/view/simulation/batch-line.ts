import { type Cents, toEuros, toFraction } from "../../domain/money.ts";
import { jsonText } from "../../i18n/printable.ts";
import { type DetailedLine, detailedLines } from "../../payroll/detail.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { PayslipLine } from "../../payroll/payslip.ts";
import type { SimulatedMonth } from "../../portage/simulated.ts";
import type { RenderOptions } from "../look.ts";
import { labelOf, payslipTotals } from "../payslip.ts";
import { inputJson, saidJson, waterfallJson } from "./answer.ts";
import { type Assumption, assumptionsJson, assumptionsOf } from "./assumptions.ts";
import { lawUsedJson } from "./law-used.ts";

/** The JSON of a payslip's lines under one law: texts that no pay changes, and the amounts that stand between them. */
interface Template {
  readonly texts: readonly string[];
  readonly amounts: readonly { readonly line: number; readonly figure: Figure }[];
}

type Figure = "baseCents" | "employeeCents" | "employerCents";

/**
 * Writes the answers of a batch as JSON, each the text that `JSON.stringify` gives of `simulationJson`. The names, rates and texts of the
 * lines are three quarters of an answer and the same for every pay under one law: they are written once for each.
 */
export function batchLines(look: Pick<RenderOptions, "say">): (shown: SimulatedMonth) => string {
  const known = new WeakMap<BoundLaw, Template>();
  const texts = new Map<string, string>();
  const linesText = ({ law, payslip }: SimulatedMonth["answer"]): string => {
    /** A rate with a complement follows the pay. */
    const isFixed = law.contributions.every(({ complementPpm }) => complementPpm === 0);
    const template = (isFixed ? known.get(law) : undefined) ?? templateOf(look, detailedLines(law, payslip));
    known.set(law, template);
    return filled(template, payslip.lines);
  };
  return (shown) => {
    const { payslip } = shown.answer;
    const assumptions = assumptionsOf(look, shown);
    const asked = assumptions.map(({ name, value }) => `"${name}":${valueText(texts, value)}`).join(",");
    /** Put together with no join: the text is copied once, when it is written. */
    return (
      `{"input":{${inner(inputJson(shown))},${asked}},"waterfall":${jsonText(waterfallJson(shown))},` +
      `"payslip":{"date":"${payslip.month}","gross":${toEuros(payslip.grossCents)},"lines":[` +
      linesText(shown.answer) +
      `],${inner(payslipTotals(payslip))}},"law":${JSON.stringify(lawUsedJson([shown.answer]))},` +
      `"assumptions":[${assumptionsText(texts, shown, assumptions)}],${inner(saidJson(look, shown))}}`
    );
  };
}

/** Writes the answer to a line that could not be answered. */
export function failureLineOf(error: object): string {
  return jsonText({ error });
}

/** Makes the template of a law from the lines of any pay under it. What is taken at no rate is nothing for every pay. */
function templateOf(look: Pick<RenderOptions, "say">, lines: readonly DetailedLine[]): Template {
  const texts: string[] = [""];
  const amounts: { line: number; figure: Figure }[] = [];
  const write = (text: string) => {
    texts[texts.length - 1] += text;
  };
  const amount = (line: number, figure: Figure) => {
    amounts.push({ line, figure });
    texts.push("");
  };
  lines.forEach((line, index) => {
    const { code, source, origin, employeePpm, employerPpm } = line;
    const isAmount = employeePpm === 0 && employerPpm === 0;
    write(`${index === 0 ? "" : ","}${JSON.stringify({ code, label: labelOf(look, line) }).slice(0, -1)},"base":`);
    amount(index, "baseCents");
    write(`,"employeeRate":${toFraction(employeePpm)},"employeeAmount":`);
    if (employeePpm === 0 && !isAmount) write("0");
    else amount(index, "employeeCents");
    write(`,"employerRate":${toFraction(employerPpm)},"employerAmount":`);
    if (employerPpm === 0 && !isAmount) write("0");
    else amount(index, "employerCents");
    write(`,${inner({ source, origin })}}`);
  });
  return { texts, amounts };
}

function filled({ texts, amounts }: Template, lines: readonly PayslipLine[]): string {
  let written = texts[0] ?? "";
  for (let index = 0; index < amounts.length; index += 1) {
    const { line, figure } = amounts[index] as Template["amounts"][number];
    written += eurosText((lines[line] as PayslipLine)[figure]) + (texts[index + 1] as string);
  }
  return written;
}

/** The JSON of a value; that of a text is written once. */
function valueText(texts: Map<string, string>, value: Assumption["value"]): string {
  if (typeof value !== "string") return String(value);
  const text = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, text);
  return text;
}

function assumptionsText(
  texts: Map<string, string>,
  shown: SimulatedMonth,
  assumptions: readonly Assumption[],
): string {
  return assumptionsJson(shown, assumptions)
    .map(({ name, value, origin, source }) => {
      const text = `{"name":"${name}","value":${valueText(texts, value)},"origin":"${origin}"`;
      return source === undefined ? `${text}}` : `${text},"source":${valueText(texts, source)}}`;
    })
    .join(",");
}

/** Writes cents as JSON writes their euros, `1234.5`: whole numbers are written four times as fast as the shortest decimals are found. */
function eurosText(cents: Cents): string {
  if (cents < 0) return `-${eurosText(-cents)}`;
  const euros = Math.floor(cents / 100);
  const rest = cents - euros * 100;
  if (rest === 0) return String(euros);
  if (rest % 10 === 0) return `${euros}.${rest / 10}`;
  return rest < 10 ? `${euros}.0${rest}` : `${euros}.${rest}`;
}

/** A JSON object without its braces. */
function inner(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}
