import { addDays, addMonths, monthOf } from "../../src/domain/calendar.ts";
import type { Dated, Unit } from "../../src/domain/dated.ts";
import { FIRST_DAY, LEGISLATION, monthTables, payDateTables } from "../../src/payroll/legislation.ts";

/** One number of one row of the law, and what it is changed to: one unit of its last digit more, and less. */
export interface Figure {
  readonly name: string;
  readonly changes: readonly number[];
  read(): number;
  write(value: number): void;
}

/** The day that one step of the law begins on, and other days that a test must notice. */
export interface Beginning {
  readonly name: string;
  readonly changes: readonly string[];
  read(): string;
  write(day: string): void;
}

/** Amounts are printed in whole euros or in cents, rates with two decimals, some with three. */
function lastDigit(unit: Unit, value: number): number {
  if (unit === "cents") return value % 100 === 0 ? 100 : 1;
  if (unit === "ppm") return value % 100 === 0 ? 100 : 10;
  return unit === "multiple" ? 0.01 : 1;
}

/** A figure at a key of an object that the law holds: rows are read-only for everybody but this test. */
function figureAt<Key extends string | number>(name: string, held: object, key: Key, unit: Unit): Figure[] {
  const open = held as Record<Key, number>;
  const value = open[key];
  if (!Number.isFinite(value)) return [];
  const step = lastDigit(unit, value);
  const write = (changed: number) => {
    open[key] = changed;
  };
  /** A limit that no SMIC reaches and a rate that nothing is taken at cannot be lower: only what is more is tried. */
  const changes = value === 0 ? [step] : [value - step, value + step];
  return [{ name, changes, read: () => open[key], write }];
}

function walk<Key extends string | number>(name: string, held: object, key: Key, unit: Unit): Figure[] {
  if (typeof unit === "string") return unit === "day" ? [] : figureAt(name, held, key, unit);
  const value = (held as Record<Key, object>)[key];
  if ("words" in unit) return [];
  if ("items" in unit) return Object.keys(value).flatMap((index) => walk(`${name}.${index}`, value, index, unit.items));
  return Object.entries(unit.fields).flatMap(([field, inner]) => walk(`${name}.${field}`, value, field, inner));
}

const tables = (): readonly Dated<unknown>[] => [
  ...monthTables(LEGISLATION),
  ...payDateTables(LEGISLATION),
  LEGISLATION.nonResident,
];

/** Every figure of the law: whatever table is added is here, by its unit. */
export function figures(): Figure[] {
  return tables().flatMap(({ name, unit, steps }) =>
    steps.flatMap((step) => walk(`${name} ${step.from}`, step, "value", unit)),
  );
}

/** Every first day of a step that falls within the years covered: a day later; and a day or a month earlier, by what it is read. */
export function beginnings(): Beginning[] {
  const byDay = new Set([...payDateTables(LEGISLATION), LEGISLATION.nonResident]);
  return tables().flatMap((table) =>
    table.steps
      /** A step that changes the text alone changes no pay. */
      .filter(({ from, value }, index) => {
        const before = table.steps[index - 1]?.value;
        return from >= FIRST_DAY && JSON.stringify(value) !== JSON.stringify(before);
      })
      .map((step): Beginning => {
        const open: { from: string } = step;
        const { from } = step;
        const earlier = byDay.has(table) ? addDays(from, -1) : `${addMonths(monthOf(from), -1)}${from.slice(7)}`;
        return {
          name: `${table.name} ${from}`,
          changes: from === FIRST_DAY ? [addDays(from, 1)] : [earlier, addDays(from, 1)],
          read: () => open.from,
          write: (day) => {
            open.from = day;
          },
        };
      }),
  );
}
