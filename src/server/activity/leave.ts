import { v7 as uuid } from "uuid";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { ownerByEmail } from "../people/queries.ts";

/** SQL of a porté's granted leave from the newest, and what one shows. */
export const LEAVE = {
  rows: (personId: string, cursor: string, most: string) =>
    `select * from leave where person_id = ${personId} and id < ${cursor}::uuid order by id desc limit ${most}`,
  shown: `one.id, one.kind, one.start_day as start, one.end_day as "end"`,
  key: "one.id",
};

/** Grants leave. @throws {PorteError} `company.not_found`, `company.invalid` for leave that ends before it starts. */
export async function recordLeave(
  deps: Deps,
  trx: Db,
  { name }: Caller,
  { porteEmail, kind, start, end }: Schemas["LeaveSubmission"],
): Promise<Answer<Schemas["Leave"]>> {
  if (end < start)
    throw new PorteError("company.invalid", { errors: [{ pointer: "/end", message: `must not be before ${start}` }] });
  const owner = await ownerByEmail(trx, porteEmail);
  const row = await trx
    .insertInto("leave")
    .values({
      id: uuid(),
      person_id: owner.id,
      kind,
      start_day: start,
      end_day: end,
      recorded_at: deps.now(),
      recorded_by: name,
    })
    .returning(["id", "kind", "start_day as start", "end_day as end"])
    .executeTakeFirstOrThrow();
  return { status: 201, body: row, etag: null };
}
