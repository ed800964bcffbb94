import type { Dated, Unit } from "../dated.ts";
import { isRecord, writtenAs, writtenNames } from "./value.ts";

const DAY = { type: "string", pattern: "^20\\d\\d-\\d\\d-\\d\\d$" };
const LINE = { type: "string", minLength: 1, maxLength: 600 };
const NOTE =
  "A file of rows of law: euros as decimals, rates in percent, days as 2027-01-31; a last band without limit has null.";

const record = (properties: object, required: readonly string[]) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});

/** Describes a file of law as JSON Schema (2020-12): each table by its name, each value by its unit. */
export function lawSchema(tables: readonly Dated<unknown>[]): object {
  const text = record(
    {
      title: LINE,
      of: { anyOf: [DAY, { type: "null" }] },
      published: { anyOf: [DAY, { type: "null" }] },
      link: { anyOf: [{ ...LINE, pattern: "^https?://" }, { type: "null" }] },
    },
    ["title", "published", "link"],
  );
  const table = ({ unit, steps }: Dated<unknown>) => ({
    ...record(
      {
        checkedUntil: DAY,
        steps: {
          type: "array",
          maxItems: 200,
          items: record({ from: DAY, value: valueSchema(unit, steps.at(-1)?.value), text: { $ref: "#/$defs/text" } }, [
            "from",
            "value",
            "text",
          ]),
        },
      },
      [],
    ),
    minProperties: 1,
  });
  /** Tables of one figure are described once for each unit. */
  const units = new Map(
    tables.flatMap((one) => (typeof one.unit === "string" ? [[one.unit, table(one)] as const] : [])),
  );
  const described = (one: Dated<unknown>) =>
    typeof one.unit === "string" ? { $ref: `#/$defs/${one.unit}` } : table(one);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "porte law",
    description: NOTE,
    ...record(
      {
        $schema: { type: "string" },
        schema: { const: 1 },
        name: { type: "string", minLength: 1, maxLength: 64 },
        unchanged: record(
          {
            until: DAY,
            checkedBy: LINE,
            tables: { type: "array", uniqueItems: true, items: { enum: tables.map(({ name }) => name) } },
          },
          ["until", "checkedBy", "tables"],
        ),
        tables: record(Object.fromEntries(tables.map((one) => [one.name, described(one)])), []),
      },
      ["schema", "name"],
    ),
    $defs: { text, ...Object.fromEntries(units) },
  };
}

/** Describes a value by its unit; the last known one says which fields have no limit in the last item of a list. */
function valueSchema(unit: Unit, known: unknown, isOpen = false): object {
  if (unit === "day") return DAY;
  if (unit === "word") return { type: "string" };
  if (typeof unit === "string") {
    const { decimals, least, most } = writtenAs(unit);
    const number =
      decimals === 0 ? { type: "integer" } : { type: "number", description: `${decimals} decimals at most` };
    const limits = { ...number, minimum: least, maximum: most };
    return isOpen ? { anyOf: [limits, { type: "null" }] } : limits;
  }
  if ("words" in unit) return { enum: unit.words };
  if ("items" in unit) {
    const last: unknown = Array.isArray(known) ? known.at(-1) : undefined;
    return { type: "array", minItems: 1, maxItems: 200, items: valueSchema(unit.items, last) };
  }
  const names = writtenNames(unit.fields);
  const fields = Object.entries(unit.fields).map(([field, of]) => {
    const held = isRecord(known) ? known[field] : undefined;
    const isOpen = held === Number.POSITIVE_INFINITY || held === null;
    return [names.get(field) ?? field, valueSchema(of, held, isOpen)] as const;
  });
  return record(
    Object.fromEntries(fields),
    fields.map(([name]) => name),
  );
}
