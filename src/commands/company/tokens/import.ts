import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { addToken } from "../../../flows/staff/tokens.ts";
import { connect } from "../connect.ts";
import { type Importing, importRows } from "../import-rows.ts";
import { FIELDS } from "./fields.ts";

interface Input extends ConnectionInput {
  readonly file: string;
}

/** Adds a token of a script for each row of a file. @throws {PorteError} what `importRows` throws. */
export async function run(context: Importing, input: Input): Promise<void> {
  const office = await connect(context, input);
  await importRows(context, {
    name: "tokens",
    file: input.file,
    fields: FIELDS,
    add: (row) => addToken(office, row),
  });
}
