import { validate } from "uuid";
import { PorteError } from "../../errors.ts";

export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

/** How many items the page holds at most. */
export function limitOf({ limit }: PageQuery): number {
  return Number(limit ?? "50");
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
