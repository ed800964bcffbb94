import { addMission } from "../../../flows/staff/missions.ts";
import type { ConnectionInput } from "../../../flows/staff/office.ts";
import { connect } from "../connect.ts";
import { type Importing, importRows } from "../import-rows.ts";
import { FIELDS } from "./fields.ts";

interface Input extends ConnectionInput {
  readonly file: string;
}

/** Adds a mission for each row of a file. @throws {PorteError} what `importRows` throws. */
export async function run(context: Importing, input: Input): Promise<void> {
  const office = await connect(context, input);
  await importRows(context, {
    name: "missions",
    file: input.file,
    fields: FIELDS,
    add: (row) => addMission(office, row),
  });
}
