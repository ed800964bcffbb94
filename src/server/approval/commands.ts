import { v7 as uuid } from "uuid";
import { moveReport, recordDecision } from "../activity/moves.ts";
import type { Caller, Db, Deps } from "../deps.ts";
import { actAs } from "../trail/actor.ts";
import { type ClientContact, monthOfLink } from "./queries.ts";

const LINK_DAYS = 14;

/** What a client says of a month: a refusal has its reason. */
export interface ClientAnswer {
  readonly decision: "approve" | "reject";
  readonly reason: string | null;
}

/** Makes a link for each contact, of whom there is one at least; the mails leave once the transaction is over. */
export async function makeLinks(
  deps: Deps,
  trx: Db,
  { name }: Caller,
  report: { id: string; version: number },
  contacts: readonly ClientContact[],
): Promise<void> {
  const now = deps.now();
  const expires = new Date(now.getTime() + LINK_DAYS * 86_400_000);
  const links = contacts.map((contact) => ({
    id: uuid(),
    report_id: report.id,
    version: report.version,
    ...contact,
    expires_at: expires,
    mailed_at: null,
    next_try_at: now,
    decision: null,
    reason: null,
    decided_at: null,
    recorded_at: now,
    recorded_by: name,
  }));
  await trx.insertInto("client_links").values(links).execute();
}

/**
 * Takes a client's answer, once. A refusal goes back to the porté with its reason; when every client has approved, the
 * report goes on to the company. Gives false for a link that no longer serves.
 */
export async function answerLink(deps: Deps, token: string, answer: ClientAnswer): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await monthOfLink(deps, trx, token);
    if (found === null) return false;
    const link = await trx
      .selectFrom("client_links")
      .select(["report_id", "version", "recipient", "client"])
      .where("id", "=", found.id)
      .executeTakeFirstOrThrow();
    const report = await trx
      .selectFrom("activity_reports")
      .selectAll()
      .where("id", "=", link.report_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    /** Another answer, or a new version, may have come while this one waited for the row. */
    if ((await monthOfLink(deps, trx, token)) === null) return false;
    const now = deps.now();
    const recorded_by = `${link.client} <${link.recipient}>`;
    await actAs(trx, recorded_by, now);
    await trx
      .updateTable("client_links")
      .set({ ...answer, decided_at: now })
      .where("id", "=", found.id)
      .execute();
    const state = answer.decision === "reject" ? "refused" : await stateApproved(trx, link);
    /** An answer is a new version of what the company sees, also where it waits for another client. */
    await moveReport(trx, report, state);
    if (state === "refused") await recordDecision(trx, report, { ...answer, recorded_at: now, recorded_by });
    return true;
  });
}

async function stateApproved(
  trx: Db,
  { report_id, version }: { report_id: string; version: number },
): Promise<"submitted" | "awaiting-client"> {
  const waiting = await trx
    .selectFrom("client_links")
    .select("id")
    .where("report_id", "=", report_id)
    .where("version", "=", version)
    .where("decision", "is", null)
    .executeTakeFirst();
  return waiting === undefined ? "submitted" : "awaiting-client";
}
