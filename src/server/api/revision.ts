import { PorteError } from "../../errors.ts";

/** What the company decides on: a row with its version and its state. */
export interface Decidable {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
}

/** What is decided on, for the sentence of a failure, and the version that was seen. */
export interface Seen {
  readonly kind: "report" | "expense" | "proposal" | "invoice";
  readonly what: string;
  readonly ifMatch: string | undefined;
}

/**
 * Checks that a decision is made on the version that stands.
 * @throws {PorteError} `company.unseen` where none is named, `company.precondition` for another.
 */
export function assertSeen(row: Pick<Decidable, "id" | "revision">, { kind, what, ifMatch }: Seen): void {
  if (ifMatch === undefined) throw new PorteError("company.unseen", { what });
  if (etagOf(row) !== ifMatch) throw new PorteError("company.precondition", { kind, what });
}

/** The same as SQL, of a row called `one`. */
export const ETAG = `'"' || one.id || '.' || one.revision || '"'`;

/** The version of a row, as its `ETag`. */
export function etagOf({ id, revision }: Pick<Decidable, "id" | "revision">): string {
  return `"${id}.${revision}"`;
}
