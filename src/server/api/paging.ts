import { type SelectQueryBuilder, sql } from "kysely";
import { validate } from "uuid";
import { type Day, isDay, lastDay, type Month } from "../../domain/calendar.ts";
import type { RecordKind } from "../../errors/company.ts";
import { PorteError } from "../../errors.ts";

/** Which page of a list, and how long. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

/** After every identifier, and after every month: where a list begins that is read from its end. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const LAST_MONTH = "9999-12";
/** Before every month that the contract can say. */
const FIRST_MONTH = "1999-12";
/** Before every identifier. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const MAX_PAGE = 100;

/** How many items the page holds at most. @throws {PorteError} `company.invalid`. */
export function limitOf({ limit = "50" }: PageQuery): number {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > MAX_PAGE) throw invalid("/limit", "is not a number of items");
  return count;
}

/** Where a page of identifiers starts that is read from the newest, and its limit. @throws {PorteError} `company.invalid`. */
export function pageByNewest(query: PageQuery): [string, number] {
  return [idCursor(query) ?? LAST_ID, limitOf(query)];
}

/** The same from the oldest. @throws {PorteError} `company.invalid`. */
export function pageByOldest(query: PageQuery): [string, number] {
  return [idCursor(query) ?? FIRST_ID, limitOf(query)];
}

/** Where a page of months starts, newest first, and its limit. @throws {PorteError} `company.invalid`. */
export function pageByMonth(query: PageQuery): [string, number] {
  const { cursor = LAST_MONTH } = query;
  if (!isMonth(cursor)) throw invalid("/cursor", "is not a cursor of this list");
  return [cursor, limitOf(query)];
}

/** A list's narrowing to a month, or to what is of a month or later. */
export interface MonthsQuery {
  readonly month?: string;
  readonly since?: string;
}

/** The first and the last month that are asked for. @throws {PorteError} `company.invalid`. */
export function monthsIn({ month, since }: MonthsQuery): [string, string] {
  const first = since === undefined ? FIRST_MONTH : monthIn("since", since);
  if (month === undefined) return [first, LAST_MONTH];
  const only = monthIn("month", month);
  return [[first, only].toSorted()[1] ?? only, only];
}

/** The state that is asked for; null for any. @throws {PorteError} `company.invalid`. */
export function stateIn({ state }: { readonly state?: string }): string | null {
  if (state !== undefined && !/^[a-z-]{1,30}$/.test(state)) throw invalid("/state", "is not a state");
  return state ?? null;
}

/** Makes a page of rows that were read with one more than the limit. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  keyOf: (row: Row) => string,
  show: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limitOf(query));
  const last = kept.at(-1);
  return { items: kept.map(show), nextCursor: rows.length > kept.length && last !== undefined ? keyOf(last) : null };
}

/** Reads the page of rows that a query asks for, from the newest identifier on, and shows each. @throws {PorteError} `company.invalid` for the cursor. */
export async function newestPage<Tables, Table extends keyof Tables, Row extends { readonly id: string }, Item>(
  select: SelectQueryBuilder<Tables, Table, Row>,
  query: PageQuery,
  { id, show }: { readonly id: string; readonly show: (row: Row) => Item },
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const cursor = idCursor(query);
  const rows = (await select
    .$if(cursor !== undefined, (older) => older.where(sql.ref<string>(id), "<", cursor as string))
    .orderBy(sql.ref(id), "desc")
    .limit(limitOf(query) + 1)
    .execute()) as Row[];
  return pageOf(rows, query, (row) => row.id, show);
}

/** Reads a month of a question that nothing has checked yet. @throws {PorteError} `company.invalid`. */
export function monthIn(name: string, value: unknown): string {
  if (!isMonth(value)) throw invalid(`/${name}`, "is not a month");
  return value;
}

/** The last day of the month that a question names; null for one that names none. @throws {PorteError} `company.invalid`. */
export function endOfMonth({ month }: { readonly month?: Month | undefined }): Day | null {
  return month === undefined ? null : lastDay(monthIn("month", month));
}

/** Reads a day of a question; null where it names none. @throws {PorteError} `company.invalid`. */
export function dayIn(name: string, value: string | undefined): Day | null {
  if (value !== undefined && !isDay(value)) throw invalid(`/${name}`, "is not a day");
  return value ?? null;
}

function isMonth(value: unknown): value is string {
  return typeof value === "string" && /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(value);
}

/** Reads a cursor that must be an identifier. @throws {PorteError} `company.invalid`. */
export function idCursor({ cursor }: PageQuery): string | undefined {
  if (cursor !== undefined && !validate(cursor)) throw invalid("/cursor", "is not a cursor of this list");
  return cursor;
}

function invalid(pointer: string, message: string): PorteError {
  return new PorteError("company.invalid", { errors: [{ pointer, message }] });
}

/** Reads an identifier of a path, of a record of some kind. @throws {PorteError} `company.not_found` for one this company never gave. */
export function idOf(text: string, kind: RecordKind): string {
  if (!validate(text)) throw new PorteError("company.not_found", { kind, what: text });
  return text;
}
