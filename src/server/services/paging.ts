import { type SelectQueryBuilder, sql } from "kysely";
import { validate } from "uuid";
import { PorteError } from "../../errors.ts";
import type { Database } from "../db/schema.ts";

export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

/** How many items the page holds at most. */
export function limitOf({ limit }: PageQuery): number {
  return Number(limit ?? "50");
}

/**
 * Reads the page of a person's rows that a query asks for, newest first, and one more row.
 * @throws {PorteError} `company.invalid` for a cursor that is none.
 */
export function newestOf<Table extends keyof Database, Row>(
  select: SelectQueryBuilder<Database, Table, Row>,
  personId: string,
  query: PageQuery,
): Promise<Row[]> {
  const cursor = idCursor(query);
  return select
    .where(sql.ref<string>("person_id"), "=", personId)
    .$if(cursor !== undefined, (rows) => rows.where(sql.ref<string>("id"), "<", cursor as string))
    .orderBy(sql.ref("id"), "desc")
    .limit(limitOf(query) + 1)
    .execute() as Promise<Row[]>;
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

/** Reads a cursor that must be an identifier. @throws {PorteError} `company.invalid`. */
export function idCursor({ cursor }: PageQuery): string | undefined {
  if (cursor !== undefined && !validate(cursor)) {
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/cursor", message: "is not a cursor of this list" }],
    });
  }
  return cursor;
}

/** Reads an identifier of a path. @throws {PorteError} `company.not_found` for one this company never gave. */
export function idOf(text: string, what: string): string {
  if (!validate(text)) throw new PorteError("company.not_found", { what });
  return text;
}
