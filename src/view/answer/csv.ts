import { stringify } from "csv-stringify/sync";
import { dayInParis, timeInParis } from "../../domain/paris.ts";
import { inOneLine } from "../../i18n/printable.ts";
import { itemsOf, valueAt } from "./pick.ts";
import { type AnswerSchema, fieldsOf, propertiesOf } from "./schema.ts";

/** One column of a list: the way to its value in an item, and what that value is. */
export interface ListColumn {
  readonly name: string;
  readonly path: readonly string[];
  readonly schema: AnswerSchema;
}

/** The words of a sheet in French: its heads, what it says of a choice, yes and no. */
export interface SheetWords {
  readonly heads: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  /** Words a choice that stands in a column, or gives nothing where it has no words for it. */
  choice(column: string, word: string): string | undefined;
}

/** What a sheet opens with, so that Excel reads its letters as they are. */
const MARK = "\ufeff";

/** The columns of a list: its plain fields, and those of what it holds. Lists within items are left out, where nobody asks for them. */
export function columnsOf(schema: AnswerSchema, list: string, asked: readonly string[] | null): readonly ListColumn[] {
  const fields = fieldsOf(schema, list);
  return (asked ?? Object.keys(fields)).flatMap((name) => columnsIn(name, fields[name] ?? {}, asked !== null));
}

/** The columns of a list that are named, each by its way: `owner.name`. */
export function columnsAt(schema: AnswerSchema, list: string, ways: readonly string[]): readonly ListColumn[] {
  const all = columnsOf(schema, list, null);
  return ways.flatMap((way) => all.filter(({ name }) => name === way));
}

function columnsIn(name: string, schema: AnswerSchema, isAsked: boolean): ListColumn[] {
  const inner = Object.entries(propertiesOf(schema));
  if (inner.length > 0)
    return inner
      .filter(([, field]) => isPlain(field))
      .map(([field, of]) => ({ name: `${name}.${field}`, path: [name, field], schema: of }));
  return isAsked || isPlain(schema) ? [{ name, path: [name], schema }] : [];
}

/** Whether a value is a text, a number or a truth, or a list of these. */
function isPlain(schema: AnswerSchema): boolean {
  if (schema.items !== undefined) return Object.keys(propertiesOf(schema.items)).length === 0;
  const isObject = schema.properties !== undefined || [schema.type].flat().includes("object");
  return !isObject && (schema.anyOf ?? []).every(isPlain);
}

/** A list as CSV (RFC 4180): the names of its fields, commas, decimal points. */
export function listCsv(answer: object, list: string, columns: readonly ListColumn[]): string {
  const heads = columns.map(({ name }) => name);
  return stringify([heads, ...rowsOf(answer, list, columns, plainCell)]);
}

/** A list as the sheet that a French Excel opens: a mark of its letters, semicolons, decimal commas, words in French. */
export function listSheet(answer: object, list: string, columns: readonly ListColumn[], words: SheetWords): string {
  const heads = columns.map(({ path }) => path.map((name) => words.heads[name] ?? name).join(" · "));
  const cell = (value: unknown, column: ListColumn) => frenchCell(value, column, words);
  const rows = [heads, ...rowsOf(answer, list, columns, cell)];
  return `${MARK}${stringify(rows, { delimiter: ";", record_delimiter: "windows" })}`;
}

function rowsOf(
  answer: object,
  list: string,
  columns: readonly ListColumn[],
  cell: (value: unknown, column: ListColumn) => string,
): string[][] {
  return itemsOf(answer, list).map((item) => columns.map((column) => cell(valueAt(item, column.path), column)));
}

function plainCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return inert(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return inert(value.join(" "));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function frenchCell(value: unknown, column: ListColumn, words: SheetWords): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return frenchNumber(value, column.path.at(-1) ?? "");
  if (typeof value !== "string") return plainCell(value);
  if (column.schema.format === "date") return value.split("-").reverse().join("/");
  if (column.schema.format === "date-time")
    return `${frenchDay(dayInParis(new Date(value)))} ${timeInParis(new Date(value))}`;
  if (column.schema.pattern !== undefined) return `${value.slice(5, 7)}/${value.slice(0, 4)}`;
  return inert(words.choice(column.path.at(-1) ?? "", value) ?? value);
}

/** The columns that are euros: JSON has them as numbers, like hours, kilometres and rates. */
const EUROS: ReadonlySet<string> = new Set([
  "amount",
  "approved",
  "beyond",
  "collected",
  "dailyRate",
  "declared",
  "fixed",
  "gross",
  "interest",
  "invoiced",
  "knownInterest",
  "late",
  "netPaid",
  "over",
  "paid-on",
  "toCome",
  "transfer",
  "turnover",
  "unexplained",
  "vat",
]);

/** Says whether a column is money: in euros, or in the cents that a company counts. */
export function isMoney(name: string): boolean {
  return EUROS.has(name) || name.endsWith("Cents");
}

/** Money is written in euros with its cents, and rates in percent, also where a company counts cents and millionths. */
function frenchNumber(value: number, name: string): string {
  if (isMoney(name)) return (name.endsWith("Cents") ? value / 100 : value).toFixed(2).replace(".", ",");
  return String(name.endsWith("Ppm") ? value / 10_000 : value).replace(".", ",");
}

function frenchDay(day: string): string {
  return day.split("-").reverse().join("/");
}

/** A text of somebody that a spreadsheet would compute, or a terminal obey, is shown instead. */
function inert(text: string): string {
  const line = inOneLine(text);
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
