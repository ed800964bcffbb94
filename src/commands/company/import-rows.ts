import { isFailure, PorteError } from "../../errors.ts";
import { fileSource } from "../../files/tables/source.ts";
import { openTable } from "../../files/tables/table.ts";
import { titleWord } from "../../files/tables/titles.ts";
import { workerIn } from "../../files/workers.ts";
import type { InputOf, InputSpec } from "../command.ts";
import type { Connecting } from "./connect.ts";
import type { StaffContext } from "./context.ts";

/** What importing takes of the context. */
export type Importing = Connecting & Pick<StaffContext, "show" | "today" | "words" | "tell" | "packageFolder">;

type Fields = Readonly<Record<string, InputSpec>>;

/** A file of rows to add, and how each is added. */
interface Import<Specs extends Fields> {
  /** The group of commands: `people`. */
  readonly name: string;
  readonly file: string;
  readonly fields: Specs;
  readonly add: (row: InputOf<Specs>) => Promise<object>;
}

/** One row that is to be added: where it stands, and what it says. */
interface Row {
  readonly line: number;
  readonly input: object;
}

/**
 * Adds each row of a file. All rows are read before the first is sent, so that a typing error adds nothing; a row that the company refuses
 * is named, and the others go on. What was added before a failure of another kind is shown too.
 * @throws {PorteError} `csv.malformed`, `file.unreadable`, the last refusal once every row was tried, and the failure that ended it.
 */
export async function importRows<Specs extends Fields>(context: Importing, given: Import<Specs>): Promise<void> {
  const rows = await rowsOf(context, given);
  const added: object[] = [];
  const refused: { line: number; message: string }[] = [];
  let last: unknown = null;
  for (const { line, input } of rows) {
    try {
      added.push(await given.add(input as InputOf<Specs>));
    } catch (failure) {
      last = failure;
      /** Whatever else goes wrong goes wrong for the next rows too; what was added is shown first, with secrets that are shown once. */
      if (!isFailure(failure, "company.refused")) break;
      refused.push({ line, message: context.tell(failure).message });
    }
  }
  const { imported, refusedRow } = context.say.administration;
  context.show({ added, refused }, () =>
    [imported(added.length, refused.length), ...refused.map(({ line, message }) => refusedRow(line, message))].join(
      "\n",
    ),
  );
  if (last !== null) throw last;
}

/** @throws {PorteError} `csv.malformed` for a column that is none of the fields', `import.row`, `table.*`. */
async function rowsOf(
  context: Importing,
  { name, file, fields }: Pick<Import<Fields>, "name" | "file" | "fields">,
): Promise<Row[]> {
  const table = await openTable(
    fileSource(file),
    { name: "administration", titles: titlesOf(fields), needed: neededOf(fields), anchor: null },
    { worker: workerIn(context.packageFolder), kept: [], layout: null },
  );
  const { headerLine, header, places } = table.layout;
  const known = new Set(Object.values(places));
  const unknown = header?.find((title, place) => title.trim() !== "" && !known.has(place));
  const malformed = (line: number, column: string, value: string, expected: "header" | "width") =>
    new PorteError("csv.malformed", { file, line, column, value, expected });
  if (unknown !== undefined) throw malformed(headerLine ?? 1, unknown, unknown, "header");
  const { rows } = await table.rows();
  return rows.map((row) => {
    if (row.isOver) throw malformed(row.line, "", row.cells.join(" ").slice(0, 60), "width");
    try {
      return { line: row.line, input: inputIn(context, fields, (column) => row.cell(column).trim(), name) };
    } catch (failure) {
      if (!(failure instanceof PorteError)) throw failure;
      const reason = context.tell(failure).message;
      throw new PorteError("import.row", { file, line: row.line, reason }, { cause: failure });
    }
  });
}

/** Reads one row as the options of `add` are read. @throws {PorteError} `usage.missing_option` for a required column that is empty. */
function inputIn(context: Importing, fields: Fields, cellOf: (column: string) => string, name: string): object {
  const cells = Object.entries(fields).map(([field, spec]) => [field, spec, cellOf(columnOf(spec))] as const);
  for (const [, spec, cell] of cells)
    if (spec.isMandatory === true && cell === "")
      throw new PorteError("usage.missing_option", {
        option: columnOf(spec),
        command: `porte-company ${name} import`,
      });
  const typed = cells.filter(([, , cell]) => cell !== "");
  return Object.fromEntries(typed.map(([field, { read }, cell]) => [field, read?.one(cell, () => context.today())]));
}

/** The column of `--project-codes <codes>` is `project-codes`. */
function columnOf({ term }: InputSpec): string {
  return /^--([a-z-]+)/.exec(term)?.[1] ?? term;
}

function titlesOf(fields: Fields): Record<string, string[]> {
  return Object.fromEntries(Object.values(fields).map((spec) => [columnOf(spec), [titleWord(columnOf(spec))]]));
}

/** A header has what every row must say; where nothing must, one of all. */
function neededOf(fields: Fields): string[][] {
  const specs = Object.values(fields);
  const required = specs.filter(({ isMandatory }) => isMandatory === true).map((spec) => [columnOf(spec)]);
  return required.length > 0 ? required : [specs.map(columnOf)];
}
