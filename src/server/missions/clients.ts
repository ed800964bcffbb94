import { type Selectable, sql } from "kysely";
import { v7 as uuid } from "uuid";
import { isSiren, isSiret } from "../../domain/contracts/company-number.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import { idOf, newestPage, type PageQuery } from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

type Row = Selectable<Database["clients"]>;
type Facts = Omit<Schemas["ClientChange"], "name">;

/** Who records a client, and when. */
export interface Recording {
  readonly now: Date;
  readonly by: string;
}

/** @throws {PorteError} `mission.client_number` for a SIREN or SIRET whose check figure is wrong, or a SIRET of another SIREN. */
export function assertNumbers({ siren, siret }: Facts): void {
  if (siren !== undefined && !isSiren(siren))
    throw new PorteError("mission.client_number", { kind: "siren", number: siren });
  if (siret === undefined) return;
  if (!isSiret(siret) || (siren !== undefined && !siret.startsWith(siren)))
    throw new PorteError("mission.client_number", { kind: "siret", number: siret });
}

/**
 * Gives the record of a client by its name, made where there is none: it gets what it lacks of what is said, and keeps what it has.
 * @throws {PorteError} `mission.client_number`.
 */
export async function clientNamed(
  trx: Db,
  { now, by }: Recording,
  { name, ...given }: Schemas["ClientGiven"],
): Promise<Row> {
  assertNumbers(given as Facts);
  const values = { ...columnsOf(given as Facts), recorded_at: now, recorded_by: by };
  await trx
    .insertInto("clients")
    .values({ ...EMPTY, id: uuid(), name, ...values })
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
  const row = await trx
    .selectFrom("clients")
    .selectAll()
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const lacking = Object.entries(columnsOf(given as Facts)).filter(([column]) => row[column as keyof Row] === null);
  const added = Object.fromEntries(lacking);
  /** What is said of one establishment does not complete another company. */
  if (lacking.length === 0 || isOther(row, added)) return row;
  await trx.updateTable("clients").set(added).where("id", "=", row.id).execute();
  return { ...row, ...added };
}

function isOther(row: Row, added: Partial<Row>): boolean {
  const [siren, siret] = [added.siren ?? row.siren, added.siret ?? row.siret];
  return siren !== null && siret !== null && !siret.startsWith(siren);
}

const EMPTY = {
  siren: null,
  siret: null,
  address: null,
  routing_code: null,
  chorus_service: null,
  chorus_engagement: null,
  contact_name: null,
  contact_email: null,
};

const COLUMNS = {
  siren: "siren",
  siret: "siret",
  address: "address",
  routingCode: "routing_code",
  chorusService: "chorus_service",
  chorusEngagement: "chorus_engagement",
  contactName: "contact_name",
  contactEmail: "contact_email",
} as const satisfies Readonly<Record<keyof Facts, keyof Row>>;

/** What is said of a client, as its row has it; a SIRET says the SIREN too. */
function columnsOf(facts: Facts): Partial<Omit<Row, "id" | "name" | "recorded_at" | "recorded_by">> {
  const said = Object.entries(facts).filter(([, value]) => value != null);
  const siren = facts.siren ?? facts.siret?.slice(0, 9);
  return {
    ...(siren === undefined ? {} : { siren }),
    ...Object.fromEntries(said.map(([name, value]) => [COLUMNS[name as keyof Facts], value])),
  };
}

/** Shows a client as it is kept. */
function showClient(row: Row): Schemas["OwnedClient"] {
  const names = Object.entries(COLUMNS).map(([name, column]) => [name, row[column]]);
  return { id: row.id, client: { name: row.name, ...Object.fromEntries(names) } as Schemas["Client"] };
}

/** Lists the clients, newest first. @throws {PorteError} `company.invalid` for the cursor. */
export async function listClients({ db }: Deps, query: PageQuery): Promise<Schemas["ClientPage"]> {
  return newestPage(db.selectFrom("clients").selectAll(), query, { id: "clients.id", show: showClient });
}

/** Says of a client what is given. @throws {PorteError} `company.not_found`, `mission.client_number`. */
export async function recordClient(
  trx: Db,
  clientId: string,
  change: Schemas["ClientChange"],
): Promise<Answer<Schemas["OwnedClient"]>> {
  const id = idOf(clientId, "client");
  const row = await trx.selectFrom("clients").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { kind: "client", what: clientId });
  const next = { ...row, ...columnsOf(change) };
  assertNumbers({
    ...(next.siren === null ? {} : { siren: next.siren }),
    ...(next.siret === null ? {} : { siret: next.siret }),
  });
  const said = columnsOf(change);
  if (Object.keys(said).length > 0) await trx.updateTable("clients").set(said).where("id", "=", id).execute();
  return { status: 200, body: showClient(next), etag: null };
}
