import { PorteError } from "../../errors.ts";

/** The database could not be asked, or gave no answer: nothing is known of the question itself. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

/**
 * PostgreSQL's codes of what passes: a connection that is lost, a lack of disk or sessions, a time limit, a transaction that met
 * another, an operator's stop, a fault of the disk, and a standby that takes no writes.
 */
const PASSES = /^(08...|53...|58...|40001|40P01|55P03|57014|57P0[1-5]|25006|25P0[234])$/;

/** What the network says of a database that is not there. */
const NETWORK = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** The fault is in what was asked: a value that its type does not take, or a constraint that refuses it. */
const DATA = /^22...$/;
const CONSTRAINT = /^23...$/;
/** What is refused because of what is there already: a unique fact, a fact that another refers to, an exclusion. */
const MEETS_ANOTHER = /^23(505|503|001|P01)$/;

/** How deep a failure may wrap the one it came from. */
const MAX_CAUSES = 5;

/** When it is worth asking again, in seconds. */
export const AWAY_RETRY_SECONDS = 2;

/** Says whether a failure is the database being away, busy or stopped: the same request can be made again. */
export function isDatabaseDown(failure: unknown): boolean {
  return causesOf(failure).some(
    (cause) => cause instanceof DatabaseAway || PASSES.test(codeOf(cause)) || isOfNetwork(cause),
  );
}

/**
 * Gives what a failure of the database is to who asked; null for what is none. It holds nothing of the row: PostgreSQL's
 * own message and detail name values.
 */
export function databaseFailure(failure: unknown, url: string): PorteError | null {
  if (isDatabaseDown(failure))
    return new PorteError("server.busy", { url, retryAfter: AWAY_RETRY_SECONDS }, { cause: failure });
  const code = causesOf(failure)
    .map(codeOf)
    .find((one) => DATA.test(one) || CONSTRAINT.test(one));
  if (code === undefined) return null;
  if (MEETS_ANOTHER.test(code)) return new PorteError("company.conflict", { what: url }, { cause: failure });
  const errors = [{ pointer: "", message: "is refused by the company's records" }];
  return new PorteError("company.invalid", { errors }, { cause: failure });
}

function causesOf(failure: unknown): Error[] {
  const causes: Error[] = [];
  for (let next = failure; next instanceof Error && causes.length < MAX_CAUSES; next = next.cause) causes.push(next);
  return causes;
}

function codeOf(failure: Error): string {
  const { code } = failure as { code?: unknown };
  return typeof code === "string" ? code : "";
}

/** A refused connection has no SQL behind it; a file that lacks has no such code. */
function isOfNetwork(failure: Error): boolean {
  return "syscall" in failure && NETWORK.test(codeOf(failure));
}
