import { sql } from "kysely";
import { PorteError } from "../../errors.ts";
import { limitOf } from "../api/paging.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

/** Something that has happened to a person, by its number. */
export interface EventRow {
  readonly id: number;
  readonly at: Date;
  readonly kind: string;
  readonly about: string;
}

/** What there is after a number. */
export interface Found {
  readonly rows: readonly EventRow[];
  /** The number of the person's last event; 0 before the first. */
  readonly last: number;
  /** The first number that is still there; the next one to come where none is. */
  readonly first: number;
}

/** How long an event is kept. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** The most that is read at once for streams. */
export const MOST_AT_ONCE = 100;

/** Reads a person's events after a number, in their order, with the first and the last that there are, all in one statement. */
export async function eventsAfter(db: Db, personId: string, after: number, most = MOST_AT_ONCE): Promise<Found> {
  const { rows } = await sql<{ last: number | null; first: number | null; rows: Told[] | null }>`select
    (select last from event_counters where person_id = ${personId}) as last,
    (select min(id) from events where person_id = ${personId}) as first,
    (select json_agg(json_build_object('id', id, 'at', (extract(epoch from at) * 1000)::bigint, 'kind', kind, 'about', about) order by id)
      from (select id, at, kind, about from events where person_id = ${personId} and id > ${after} order by id limit ${most}) one) as rows`.execute(
    db,
  );
  const [{ last: said, first, rows: told } = { last: null, first: null, rows: null }] = rows;
  const last = said ?? 0;
  return { last, first: first ?? last + 1, rows: (told ?? []).map((one) => ({ ...one, at: new Date(one.at) })) };
}

type Told = Omit<EventRow, "at"> & { readonly at: number };

/** Says whether events after a number are no longer there, or never were. */
export function isGone(after: number, { first, last }: Found): boolean {
  return after + 1 < first || after > last;
}

/** Gives the numbers of the last events of some people. */
export async function lastEvents(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom("event_counters").selectAll().where("person_id", "in", people).execute();
  return new Map(rows.map(({ person_id, last }) => [person_id, last]));
}

/** Reads a number that a client gives back. @throws {PorteError} `company.invalid`. */
export function eventId(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: `/${name}`, message: "is not the number of an event" }],
    });
  return Number(text);
}

/** Shows an event as the contract has it. */
export function showEvent({ id, at, kind, about }: EventRow): Schemas["Event"] {
  return { id: String(id), at: at.toISOString(), kind, about };
}

/** Gives a page of what has happened to its caller, oldest first. @throws {PorteError} `company.invalid`. */
export async function listEvents(
  { db }: Deps,
  personId: string,
  query: { readonly cursor?: string; readonly limit?: string },
): Promise<Schemas["EventPage"]> {
  const most = limitOf(query);
  const after = query.cursor === undefined ? null : eventId("cursor", query.cursor);
  const found = await eventsAfter(db, personId, after ?? 0, most + 1);
  const last = String(found.last);
  if (after !== null && isGone(after, found)) return { items: [], nextCursor: null, last, reset: true };
  const items = found.rows.slice(0, most).map(showEvent);
  return { items, nextCursor: found.rows.length > most ? (items.at(-1)?.id ?? null) : null, last, reset: false };
}

/** Puts away what is old. */
export async function forgetOldEvents({ db, now }: Deps): Promise<void> {
  await db
    .deleteFrom("events")
    .where("at", "<", new Date(now().getTime() - KEPT_DAYS * DAY_MS))
    .execute();
}
