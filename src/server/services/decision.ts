import { v7 as uuid } from "uuid";
import { isUnderWay } from "../../domain/activity.ts";
import { PorteError } from "../../errors.ts";
import type { Db, Schemas } from "../deps.ts";

/** What the company decides on: a row with its version and its state. */
interface Decidable {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
}

/** A decision as it is asked for. */
export interface DecisionAsked {
  /** The name of what is decided on, for the sentence of a failure. */
  readonly what: string;
  readonly decision: Schemas["Decision"];
  /** The version that the decider has seen. */
  readonly ifMatch: string | undefined;
}

/**
 * Checks that a decision is made on the version that stands.
 * @throws {PorteError} `company.unseen` where none is named, `company.precondition` for another.
 */
export function assertSeen(row: Pick<Decidable, "id" | "revision">, what: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined) throw new PorteError("company.unseen", { what });
  if (etagOf(row) !== ifMatch) throw new PorteError("company.precondition", { what });
}

/** The same as SQL, of a row called `one`. */
export const ETAG = `'"' || one.id || '.' || one.revision || '"'`;

/** The version of a row, as its `ETag`. */
export function etagOf({ id, revision }: Pick<Decidable, "id" | "revision">): string {
  return `"${id}.${revision}"`;
}

/**
 * Checks that a row can be decided on, and gives the state it takes.
 * @throws {PorteError} what `assertSeen` throws, `company.already` for one that is not waiting,
 * `company.invalid` for a refusal without its reason.
 */
export function stateDecided(row: Decidable, { what, decision, ifMatch }: DecisionAsked): "approved" | "refused" {
  assertSeen(row, what, ifMatch);
  if (!isUnderWay(row.state)) throw new PorteError("company.already", { what, state: row.state });
  if (decision.decision === "approve") return "approved";
  if ((decision.reason ?? "").trim() === "")
    throw new PorteError("company.invalid", { errors: [{ pointer: "/reason", message: "is required to reject" }] });
  return "refused";
}

/** Moves a month's report, whose row is held, to another state. */
export async function moveReport(
  trx: Db,
  { id, revision }: Pick<Decidable, "id" | "revision">,
  state: Schemas["ActivityReport"]["state"],
): Promise<void> {
  await trx
    .updateTable("activity_reports")
    .set({ state, revision: revision + 1 })
    .where("id", "=", id)
    .execute();
}

/** Records who decided what on a version of a report, when and why. */
export async function recordDecision(
  trx: Db,
  { id, version }: { readonly id: string; readonly version: number },
  decided: {
    readonly decision: Schemas["Decision"]["decision"];
    readonly reason: string | null;
    readonly recorded_at: Date;
    readonly recorded_by: string;
  },
): Promise<void> {
  await trx
    .insertInto("report_decisions")
    .values({ id: uuid(), report_id: id, version, ...decided })
    .execute();
}

/** Names the porté that a row belongs to. */
export function ownerOf(db: Db, personId: string): Promise<Schemas["Owner"]> {
  return db.selectFrom("people").select(["id", "name", "email"]).where("id", "=", personId).executeTakeFirstOrThrow();
}
