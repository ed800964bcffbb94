import type { Day } from "../domain/calendar.ts";
import { citation, type Dated, type Step, stepOn, type Unit } from "../domain/dated.ts";
import { writeValue, writtenNames } from "../domain/law/value.ts";
import type { ReadLaw } from "../payroll/law-rows.ts";
import { checkedUntil } from "../payroll/legislation.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

type Tables = readonly Dated<unknown>[];

/** The one JSON document that shows tables of law: their values are written as in a file of law. */
export function lawJson({ law, added }: ReadLaw, tables: Tables) {
  const { month, payDate } = checkedUntil(law);
  return {
    files: added.map(({ name, file }) => ({ name, file })),
    checkedUntil: { month, payDate },
    tables: tables.map(({ name, unit, checkedUntil: until, steps }) => ({
      name,
      unit: unitJson(unit),
      checkedUntil: until,
      steps: steps.map((step) => ({
        from: step.from,
        value: writeValue(unit, step.value),
        text: step.text,
        file: addedBy(added, name, step),
      })),
    })),
  };
}

/** Names the file that added a row; null for a row of the release. */
function addedBy(added: ReadLaw["added"], table: string, { from }: Step<unknown>): string | null {
  const rows = added.find(({ tables }) => tables.get(table)?.steps.some((step) => step.from === from));
  return rows?.name ?? null;
}

const UNITS: Readonly<Record<string, string>> = {
  cents: "euros",
  ppm: "percent",
  mills: "euros per kilometre",
  hundredths: "number",
  multiple: "number",
};

/** Names a unit as values are written in it: one word, one a field, or one an item. */
function unitJson(unit: Unit): unknown {
  if (typeof unit === "string") return UNITS[unit] ?? unit;
  if ("words" in unit) return "word";
  if ("items" in unit) return [unitJson(unit.items)];
  const names = writtenNames(unit.fields);
  return Object.fromEntries(
    Object.entries(unit.fields).map(([field, of]) => [names.get(field) ?? field, unitJson(of)]),
  );
}

/** Shows every table, one a line: what holds on a day, since when, and until when somebody checked it. */
export function lawText(look: RenderOptions, read: ReadLaw, tables: Tables, today: Day): string {
  const { law: words, format } = look.say;
  const columns = [
    { title: words.table, gives: "never" as const },
    { title: words.value, isRight: true },
    { title: words.since, gives: "never" as const },
    { title: words.checkedUntil, gives: "never" as const, drops: 2 },
    { title: words.file, drops: 1 },
  ];
  const rows = tables.map((one) => {
    const [first] = one.steps;
    const step = first !== undefined && today < first.from ? first : stepOn(one, today);
    const file = addedBy(read.added, one.name, step) ?? "";
    return [one.name, valueText(look, one.unit, step.value), format.day(step.from), format.day(one.checkedUntil), file];
  });
  return [table(look, columns, rows, { keepsTitles: true }), look.paint.soft(untilText(look, read))].join("\n");
}

/** Says until when payroll can pay by this law, and what files it holds. */
function untilText({ say: { law: words, format } }: RenderOptions, { law }: ReadLaw): string {
  const { month, payDate } = checkedUntil(law);
  return [words.until(format.day(month), format.day(payDate)), words.files(law.added)].join("\n");
}

/** Shows one table: each row with its text, where it is read, and the file that added it. */
export function tableText(look: RenderOptions, { added }: ReadLaw, one: Dated<unknown>): string {
  const { law: words, format } = look.say;
  const rows = one.steps.flatMap((step): [string, string][] => {
    const file = addedBy(added, one.name, step);
    const { text } = step;
    return [
      [format.day(step.from), valueText(look, one.unit, step.value, true)],
      ["", citation(text)],
      ["", text.published === null ? words.noDay : words.published(format.day(text.published))],
      ["", text.link ?? words.noLink],
      ...(file === null ? [] : [["", words.addedBy(file)] as [string, string]]),
    ];
  });
  return [`${look.paint.strong(one.name)} · ${words.checked(format.day(one.checkedUntil))}`, pairs(look, rows)].join(
    "\n",
  );
}

/** Writes a value in words; a record or a list only where it is asked whole. */
function valueText(
  { say: { format, law: words } }: RenderOptions,
  unit: Unit,
  value: unknown,
  isWhole = false,
): string {
  if (unit === "cents" && typeof value === "number") return format.euros(value);
  if (unit === "ppm" && typeof value === "number") return format.percent(value);
  if (typeof unit === "string") return String(writeValue(unit, value));
  return isWhole ? JSON.stringify(writeValue(unit, value)) : words.several;
}
