import { statSync } from "node:fs";
import { PorteError } from "../../../errors.ts";
import { importHistory } from "../../../flows/staff/import-history.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { addPerson } from "../../../flows/staff/people.ts";
import { historyJson, historyText } from "../../../view/staff/history.ts";
import { connect } from "../connect.ts";
import type { StaffContext } from "../context.ts";
import { type Importing, importRows } from "../import-rows.ts";
import { FIELDS } from "./fields.ts";

interface Input extends ConnectionInput {
  readonly file: string;
  readonly email?: string;
  readonly name?: string;
}

type Slice = Importing & Pick<StaffContext, "look">;

/**
 * Adds a person for each row of a file; of a folder, takes over what an export tells of a porté.
 * @throws {PorteError} what `importRows` throws; what `importHistory` throws, and the last refusal once every month was tried.
 */
export async function run(context: Slice, input: Input): Promise<void> {
  const { file, email, name } = input;
  const isExport = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  const own = email === undefined ? (name === undefined ? null : "--name") : "--email";
  if (!isExport && own !== null) throw new PorteError("usage.conflict", { options: [file, own] });
  const office = await connect(context, input);
  if (!isExport)
    return importRows(context, { name: "people", file, fields: FIELDS, add: (row) => addPerson(office, row) });
  const done = await importHistory(office, file, { email, name });
  const refused = done.refused.map(({ month, failure }) => ({ month, message: context.tell(failure).message }));
  const shown = { ...done, refused };
  context.show(historyJson(shown), () => historyText(context.look, shown));
  const failure = done.ended ?? done.refused.at(-1)?.failure ?? null;
  if (failure !== null) throw failure;
}
