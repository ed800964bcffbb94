import type { CommandSpec } from "../commands/command.ts";
import { PorteError } from "../errors.ts";
import { readSchemas } from "../flows/answer-schemas.ts";
import { jsonText } from "../i18n/printable.ts";
import { identifiers, pickFields } from "../view/answer/pick.ts";
import { type AnswerSchema, fieldsOf } from "../view/answer/schema.ts";
import { type AskedAnswer, FORMS, PLAIN_FORMS } from "./globals.ts";

/** The command whose answer is written, and the words that lead to it. */
interface Answered {
  readonly path: string;
  readonly spec: CommandSpec;
}

/** Whose answers they are: a program, and the folder of its package. */
interface Answers {
  readonly packageFolder: string;
  readonly program: "porte" | "porte-company";
}

/** Writes an answer as all that stdout is to hold. */
type Render = (answer: object) => string;

/**
 * Makes ready what writes an answer in the form that was asked, before its command does anything: a word that is wrong must not
 * be found after something was sent. Null where it is written as text, or as the JSON that it is.
 * @throws {PorteError} `usage.choice`, `usage.conflict`, `usage.unknown_field`, `usage.no_list`, `usage.no_identifier`, `usage.filter`.
 */
export async function rendererOf(asked: AskedAnswer, answered: Answered, answers: Answers): Promise<Render | null> {
  refuseForm(asked, answered);
  refuseConflicts(asked);
  const { fields, jq, format } = asked;
  if (asked.quiet) return idsRenderer(answered);
  if (format === "csv" || format === "csv-fr") return csvRenderer(format, fields ?? null, answered, answers);
  if (format === "hledger" || format === "beancount") return ledgerRenderer(format);
  if (fields === undefined && jq === undefined) return null;
  const { list } = answered.spec.shows;
  if (fields !== undefined) knownFields(fields, await schemaOf(answered, answers), list);
  const picked = (answer: object) => (fields === undefined ? answer : pickFields(answer, list, fields));
  if (jq === undefined) return (answer) => `${jsonText(picked(answer))}\n`;
  const { openFilter } = await import("./filter.ts");
  const filter = await openFilter(jq);
  return (answer) => filter(picked(answer));
}

/** Two forms at once are none. */
function refuseConflicts({ json, format, fields, jq, quiet }: AskedAnswer): void {
  const wantsJson = [...(json ? ["--json"] : []), ...(jq === undefined ? [] : ["--jq"])];
  const forms = [
    ...wantsJson.slice(0, 1),
    ...(quiet ? ["--quiet"] : []),
    ...(format === undefined || (format === "json" && !quiet) ? [] : [`--format ${format}`]),
    ...(fields !== undefined && (quiet || isWhole(format)) ? ["--fields"] : []),
  ];
  if (forms.length > 1) throw new PorteError("usage.conflict", { options: forms });
}

/** Says whether a form is written whole, whatever fields are asked. */
function isWhole(format: AskedAnswer["format"]): boolean {
  return format === "text" || format === "hledger" || format === "beancount";
}

function idsRenderer({ path, spec }: Answered): Render {
  const { id, list } = spec.shows;
  if (id === undefined) throw new PorteError("usage.no_identifier", { command: path });
  return (answer) => identifiers(answer, list, id);
}

/** The forms of plain-text accounting are those of an account alone. */
function refuseForm({ format }: AskedAnswer, { spec }: Answered): void {
  const forms: readonly string[] = spec.shows.isLedger === true ? FORMS : PLAIN_FORMS;
  if (format !== undefined && !forms.includes(format))
    throw new PorteError("usage.choice", { option: "--format", value: format, choices: forms });
}

async function ledgerRenderer(format: "hledger" | "beancount"): Promise<Render> {
  const { ledgerText } = await import("../view/answer/ledger.ts");
  return (answer) => ledgerText(format, answer as Parameters<typeof ledgerText>[1]);
}

async function csvRenderer(
  format: "csv" | "csv-fr",
  fields: readonly string[] | null,
  answered: Answered,
  answers: Answers,
): Promise<Render> {
  const { list, sheet } = answered.spec.shows;
  if (list === undefined) throw new PorteError("usage.no_list", { command: answered.path });
  const schema = await schemaOf(answered, answers);
  if (fields !== null) knownFields(fields, schema, list);
  const { columnsAt, columnsOf, listCsv, listSheet } = await import("../view/answer/csv.ts");
  const isChosen = format === "csv-fr" && fields === null && sheet !== undefined;
  const columns = isChosen ? columnsAt(schema, list, sheet) : columnsOf(schema, list, fields);
  if (format === "csv") return (answer) => listCsv(answer, list, columns);
  const { sheetWords } = await import("../i18n/sheet.ts");
  const words = await sheetWords();
  return (answer) => listSheet(answer, list, columns, words);
}

async function schemaOf({ path }: Answered, { packageFolder, program }: Answers): Promise<AnswerSchema> {
  return (await readSchemas(packageFolder, program))[path] ?? {};
}

function knownFields(fields: readonly string[], schema: AnswerSchema, list: string | undefined): void {
  const known = Object.keys(fieldsOf(schema, list));
  const field = fields.find((name) => !known.includes(name));
  if (field !== undefined) throw new PorteError("usage.unknown_field", { field, known });
}
