import type { Selectable } from "kysely";
import { v7 as uuid } from "uuid";
import type { Day } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { amended, standingOf } from "../api/history.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { contractOf } from "./queries.ts";

type Row = Selectable<Database["employment_contracts"]>;

/** What a contract says, whenever and by whom it was recorded. */
type Terms = Omit<Row, "id" | "person_id" | "version" | "from_day" | "recorded_at" | "recorded_by">;

/** What of a contract changes, and from which day on; null for whatever the day. */
export interface ContractChange {
  readonly change: Partial<Terms>;
  readonly from: Day | null;
}

/**
 * Records that a contract says something else: a row more, and nothing edited. Gives the contract as it then is on that day, or today.
 * @throws {PorteError} `company.not_found` for a porté without a contract.
 */
export async function amendContract(
  { now }: Pick<Deps, "now">,
  trx: Db,
  caller: Pick<Caller, "name">,
  personId: string,
  { change, from }: ContractChange,
): Promise<Schemas["EmploymentContract"]> {
  /** One change of a contract at a time: each is a version after the one before. */
  await trx.selectFrom("people").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
  const rows = await trx
    .selectFrom("employment_contracts")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("from_day")
    .orderBy("version")
    .execute();
  const history = standingOf(rows).map((row) => ({ from: row.from_day, terms: termsOf(row) }));
  const last = Math.max(0, ...rows.map(({ version }) => version));
  const added = amended(history, change, from).map(({ from: from_day, terms }, index) => ({
    ...terms,
    id: uuid(),
    person_id: personId,
    version: last + 1 + index,
    from_day,
    recorded_at: now(),
    recorded_by: caller.name,
  }));
  if (added.length > 0) await trx.insertInto("employment_contracts").values(added).execute();
  return contractOf(trx, personId, from ?? dayInParis(now()));
}

function termsOf(row: Row): Terms {
  const {
    id: _id,
    person_id: _person,
    version: _version,
    from_day: _from,
    recorded_at: _at,
    recorded_by: _by,
    ...terms
  } = row;
  return terms;
}
