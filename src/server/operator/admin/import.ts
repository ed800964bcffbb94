import { parse } from "csv-parse/sync";
import { PorteError } from "../../../errors.ts";
import { readPlain } from "../../../files/plain.ts";
import { tell } from "../../../i18n/tell.ts";
import type { Desk } from "../commands.ts";
import type { Office } from "../request.ts";
import { type Said, saidInRow } from "./fields.ts";
import type { Resource } from "./resources.ts";

const MOST_BYTES = 5_000_000;

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
  const rows = rowsOf(resource, file, readPlain(file, MOST_BYTES).toString("utf8"), desk);
  const added: object[] = [];
  const refused: { line: number; message: string }[] = [];
  let last: unknown = null;
  for (const { line, said } of rows) {
    try {
      added.push(await addOne(office, said));
    } catch (failure) {
      last = failure;
      /** Whatever else goes wrong goes wrong for the next rows too; what was added is shown first, with secrets that are shown once. */
      if (!(failure instanceof PorteError) || failure.code !== "company.refused") break;
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

function rowsOf({ name, fields }: Resource, file: string, text: string, desk: Desk): Row[] {
  const malformed = (line: number, column: string, value: string, cause?: unknown) =>
    new PorteError("csv.malformed", { file, line, column, value, expected: "header" }, { cause });
  let parsed: { record: Record<string, string>; info: { lines: number } }[];
  try {
    parsed = parse(text, {
      bom: true,
      columns: true,
      info: true,
      delimiter: [",", ";", "\t"],
      skip_empty_lines: true,
      trim: true,
    }) as never;
  } catch (cause) {
    throw malformed((cause as { lines?: number }).lines ?? 1, "", (cause as { code?: string }).code ?? "", cause);
  }
  const known = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(parsed[0]?.record ?? {}).find((title) => !known.has(title));
  if (unknown !== undefined) throw malformed(1, unknown, unknown);
  return parsed.map(({ record, info: { lines: line } }) => {
    try {
      return { line, said: saidInRow(fields, record, `porte-company ${name} import`) };
    } catch (failure) {
      if (!(failure instanceof PorteError)) throw failure;
      throw new PorteError(
        "import.row",
        { file, line, reason: tell(desk.say.failures, failure).what },
        { cause: failure },
      );
    }
  });
}
