import { isFailure, PorteError } from "../../../errors.ts";
import { titleWord } from "../../../files/tables/titles.ts";
import { tell } from "../../../i18n/tell.ts";
import type { Office } from "../act.ts";
import type { Desk } from "../commands.ts";
import { type Field, type Said, saidInRow } from "./fields.ts";
import type { Resource } from "./resources.ts";

/** One row that is to be added: where it stands, and what it says. */
interface Row {
  readonly line: number;
  readonly said: Said;
}

/** Adds one thing of those that a row says. */
export type AddOne = (office: Office, said: Said) => Promise<object>;

/**
 * Adds each row of a file. All rows are read before the first is sent, so that a typing error adds nothing; a row that the company refuses
 * is named, and the others go on. What was added before a failure of another kind is shown too.
 * @throws {PorteError} `csv.malformed`, `file.unreadable`, the last refusal once every row was tried, and the failure that ended it.
 */
export async function importRows(
  desk: Desk,
  office: Office,
  { resource, file, addOne }: { resource: Resource; file: string; addOne: AddOne },
): Promise<void> {
  const rows = await rowsOf(resource, file, desk);
  const added: object[] = [];
  const refused: { line: number; message: string }[] = [];
  let last: unknown = null;
  for (const { line, said } of rows) {
    try {
      added.push(await addOne(office, said));
    } catch (failure) {
      last = failure;
      /** Whatever else goes wrong goes wrong for the next rows too; what was added is shown first, with secrets that are shown once. */
      if (!isFailure(failure, "company.refused")) break;
      refused.push({ line, message: tell(desk.say.failures, failure).what });
    }
  }
  const { imported, refusedRow } = desk.say.administration;
  desk.show({ added, refused }, [
    imported(added.length, refused.length),
    ...refused.map(({ line, message }) => refusedRow(line, message)),
  ]);
  if (last !== null) throw last;
}

/** @throws {PorteError} `csv.malformed` for a column that is none of the resource's, `import.row`, `table.*`. */
async function rowsOf({ name, fields }: Resource, file: string, desk: Desk): Promise<Row[]> {
  const [{ fileSource }, { openTable }] = await Promise.all([
    import("../../../files/tables/source.ts"),
    import("../../../files/tables/table.ts"),
  ]);
  const table = await openTable(
    fileSource(file),
    { name: "administration", titles: titlesOf(fields), needed: neededOf(fields), anchor: null },
    { worker: desk.worker, kept: [], layout: null },
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
    const record = Object.fromEntries(fields.map((field) => [field.name, row.cell(field.name)]));
    try {
      return { line: row.line, said: saidInRow(fields, record, `porte-company ${name} import`) };
    } catch (failure) {
      if (!(failure instanceof PorteError)) throw failure;
      const reason = tell(desk.say.failures, failure).what;
      throw new PorteError("import.row", { file, line: row.line, reason }, { cause: failure });
    }
  });
}

function titlesOf(fields: readonly Field[]): Record<string, string[]> {
  return Object.fromEntries(fields.map((field) => [field.name, [titleWord(field.name)]]));
}

/** A header has what every row must say; where nothing must, one of all. */
function neededOf(fields: readonly Field[]): string[][] {
  const required = fields.filter(({ isRequired }) => isRequired === true).map((field) => [field.name]);
  return required.length > 0 ? required : [fields.map((field) => field.name)];
}
