// slow: 15 s
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sheetWords } from "../../src/i18n/sheet.ts";
import { columnsAt, columnsOf, isMoney } from "../../src/view/answer/csv.ts";
import { type AnswerSchema, fieldsOf, propertiesOf, wordsOf } from "../../src/view/answer/schema.ts";
import { companyLeaves, type Leaf, leaves } from "../parts/command-line.ts";
import { TOOLS } from "../parts/command-table.ts";

const { answerSchemas, commandTable, schemasText } = TOOLS;

type Schemas = Readonly<Record<string, AnswerSchema>>;

const file = (name: string) => fileURLToPath(new URL(`../../templates/${name}`, import.meta.url));
const read = (name: string): Schemas => JSON.parse(readFileSync(file(name), "utf8"));
const PROGRAMS = [
  { schemas: read("answers.json"), leaves: await leaves() },
  { schemas: read("answers-company.json"), leaves: companyLeaves() },
];

const NONE: AnswerSchema = {};

/** A list with more fields than these says which of them its sheet has. */
const MOST_COLUMNS = 24;

/** Every command of both programs, with the schema of what it answers. */
function each<Value>(take: (leaf: Leaf, schema: AnswerSchema) => Value): Value[] {
  return PROGRAMS.flatMap(({ schemas, leaves }) => leaves.map((leaf) => take(leaf, schemas[leaf.path] ?? NONE)));
}

test("the schemas that are published are those of the types that the commands show", async () => {
  const schemas = answerSchemas(await commandTable());

  await expect(schemasText(schemas.porte)).toMatchFileSnapshot(file("answers.json"));
  await expect(schemasText(schemas["porte-company"])).toMatchFileSnapshot(file("answers-company.json"));
});

test("every command has one, and the list and the identifier that it names are there", () => {
  const wrong = each(({ path, spec: { shows } }, schema) => {
    const fields = fieldsOf(schema, shows.list);
    const [first = "", ...rest] = shows.id?.split(".") ?? [];
    const isKnown =
      shows.id === undefined ||
      (rest.length === 0 ? first in fields : (rest[0] ?? "") in propertiesOf(fields[first] ?? {}));
    const isList = shows.list === undefined || propertiesOf(schema)[shows.list] !== undefined;
    return schema !== NONE && isKnown && isList ? [] : [path];
  });

  expect(wrong.flat()).toEqual([]);
});

test("every column of a list has a head in French, and every word of a choice has its own", async () => {
  const words = await sheetWords();
  const missing = each(({ path, spec: { shows } }, schema) => {
    if (shows.list === undefined) return [];
    return columnsOf(schema, shows.list, null).flatMap(({ path: way, schema: of }) => [
      ...way.filter((name) => words.heads[name] === undefined).map((name) => `${path}: ${name}`),
      ...wordsOf(of).flatMap((word) =>
        words.choice(way.at(-1) ?? "", word) === undefined ? [`${path}: ${way} ${word}`] : [],
      ),
    ]);
  });

  expect(missing.flat()).toEqual([]);
});

test("every column of numbers is money, with its cents, or is known to be something else", () => {
  const others = each(({ spec: { shows } }, schema) =>
    shows.list === undefined
      ? []
      : columnsOf(schema, shows.list, null)
          .filter(({ schema: of, path: way }) => isNumber(of) && !isMoney(way.at(-1) ?? ""))
          .map(({ path: way }) => way.join(".")),
  );

  expect([...new Set(others.flat())].toSorted()).toMatchInlineSnapshot(`
    [
      "bytes",
      "contract.forfaitDays",
      "contract.taxRatePpm",
      "contract.trialMonths",
      "contract.weeklyHours",
      "contract.workTimePpm",
      "day",
      "days",
      "daysLeft",
      "daysOrdered",
      "document.bytes",
      "expense.units",
      "invoice.days",
      "invoice.lateRatePpm",
      "invoice.reportVersion",
      "invoice.vatPpm",
      "late.days",
      "late.rate",
      "late.unknownDays",
      "mission.daysOrdered",
      "number",
      "others",
      "papers",
      "power",
      "receipt.version",
      "report.version",
      "restStatement.restDaysGivenUp",
      "totals.delegation",
      "totals.holiday",
      "totals.intermission",
      "totals.mission",
      "totals.paid-leave",
      "totals.prospecting",
      "totals.sick",
      "totals.training",
      "totals.unbilled",
      "totals.unpaid-leave",
      "trip.kilometres",
      "trip.metres",
      "unbilledDays",
      "units",
      "version",
      "width",
      "worked.forfaitDays",
      "worked.forfaitMost",
      "worked.hours",
    ]
  `);
});

function isNumber({ type, anyOf = [] }: AnswerSchema): boolean {
  const types = [type].flat();
  return types.includes("number") || types.includes("integer") || anyOf.some(isNumber);
}
test("a sheet holds what somebody reads: no list has more columns than fit, and each that is chosen is there", () => {
  const wrong = each(({ path, spec: { shows } }, schema) => {
    const { list, sheet } = shows;
    if (list === undefined || sheet === undefined) return [];
    const columns = columnsAt(schema, list, sheet);
    return columns.length === sheet.length && columns.length <= 10
      ? []
      : [`${path}: ${columns.map(({ name }) => name)}`];
  });
  const widest = each(({ path, spec: { shows } }, schema) => {
    if (shows.list === undefined || shows.sheet !== undefined) return [];
    const { length } = columnsOf(schema, shows.list, null);
    return length > MOST_COLUMNS ? [`${path}: ${length}`] : [];
  });

  expect([...wrong.flat(), ...widest.flat()]).toEqual([]);
});
