import { v7 as uuid } from "uuid";
import { needsMission, type ReportDay } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { actAs } from "./actor.ts";
import { moveReport, recordDecision } from "./decision.ts";
import type { Answer } from "./idempotency.ts";
import { isSigned, signText } from "./keys.ts";
import { ownerByEmail } from "./people.ts";

const LINK_DAYS = 14;

/** Whom a mission's month is shown to. */
export interface ClientContact {
  readonly mission: string;
  readonly client: string;
  readonly recipient: string;
  readonly language: "fr" | "en";
}

/** One mission's part of a month, as its client may see it: no rate, and nothing of other clients. */
export interface ClientMonth {
  readonly porte: string;
  readonly client: string;
  readonly mission: string;
  readonly month: Month;
  readonly days: readonly ReportDay[];
}

/** What a client says of a month: a refusal has its reason. */
export interface ClientAnswer {
  readonly decision: "approve" | "reject";
  readonly reason: string | null;
}

/** Records to whom the months of a mission are shown; null for nobody. @throws {PorteError} `company.not_found`. */
export async function recordClientContact(
  trx: Db,
  { porteEmail, mission: reference, email, language }: Schemas["ClientContactSubmission"],
): Promise<Answer> {
  const owner = await ownerByEmail(trx, porteEmail);
  const changed = await trx
    .updateTable("missions")
    .set({ client_email: email, client_language: language })
    .where("person_id", "=", owner.id)
    .where("reference", "=", reference)
    .returning(["client"])
    .executeTakeFirst();
  if (changed === undefined) throw new PorteError("company.not_found", { what: reference });
  return { status: 200, body: { mission: reference, client: changed.client, email, language }, etag: null };
}

/** Lists who is to be asked about a month: the contact of each mission on which time was spent. Nobody where no mail leaves. */
export async function contactsOf(
  { asksClients }: Deps,
  trx: Db,
  personId: string,
  days: readonly ReportDay[],
): Promise<ClientContact[]> {
  if (!asksClients) return [];
  const spent = new Set(days.flatMap(({ entries }) => entries.flatMap(({ mission }) => mission ?? [])));
  const rows = await trx
    .selectFrom("missions")
    .select(["reference", "client", "client_email", "client_language"])
    .where("person_id", "=", personId)
    .orderBy("reference")
    .execute();
  return rows.flatMap(({ reference, client, client_email: recipient, client_language: language }) =>
    recipient !== null && spent.has(reference) ? [{ mission: reference, client, recipient, language }] : [],
  );
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

/** The address of a link: its name, its end, and the company's signature of both. Nothing of it needs to be kept. */
export async function linkAddress({ db, now, url }: Deps, link: { id: string; expires_at: Date }): Promise<string> {
  const named = `${link.id}.${Math.floor(link.expires_at.getTime() / 1000)}`;
  return `${url()}/client/${named}.${await signText(db, now(), signedText(named))}`;
}

/** A receipt is signed as JSON, so no link is ever one. */
function signedText(named: string): string {
  return `client-link ${named}`;
}

/** Every link with its month, where its version is still the one that is asked about. */
function openLinks(db: Db) {
  return db
    .selectFrom("client_links as link")
    .innerJoin("activity_reports as report", (join) =>
      join.onRef("report.id", "=", "link.report_id").onRef("report.version", "=", "link.version"),
    )
    .innerJoin("report_versions as version", (join) =>
      join.onRef("version.report_id", "=", "link.report_id").onRef("version.version", "=", "link.version"),
    )
    .innerJoin("people", "people.id", "report.person_id")
    .selectAll("link")
    .select(["report.month", "version.days", "people.name as porte"])
    .where("report.state", "=", "awaiting-client")
    .where("link.decision", "is", null);
}

/**
 * Finds what a link shows; null for one that is not ours, has served, has ended, or whose month has changed: all look the same.
 */
export async function monthOfLink(deps: Deps, trx: Db, token: string): Promise<(ClientMonth & { id: string }) | null> {
  const [id = "", seconds = "", signature = ""] = token.split(".");
  const now = deps.now();
  if (!(await isSigned(trx, now, signedText(`${id}.${seconds}`), signature))) return null;
  if (now.getTime() >= Number(seconds) * 1000) return null;
  const row = await openLinks(trx).where("link.id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const { porte, client, mission, month } = row;
  return { id, porte, client, mission, month, days: daysOfMission(row.days, mission) };
}

function daysOfMission(days: readonly ReportDay[], mission: string): ReportDay[] {
  return days.flatMap(({ date, entries }) => {
    const own = entries.filter((entry) => needsMission(entry.kind) && entry.mission === mission);
    return own.length === 0 ? [] : [{ date, entries: own }];
  });
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

/** A link whose mail is to leave. */
export interface LinkToMail extends ClientMonth {
  readonly id: string;
  readonly recipient: string;
  readonly language: "fr" | "en";
  readonly expires_at: Date;
}

const FIRST_RETRY_S = 15;
const LAST_RETRY_S = 3_600;

/** Takes the next link to mail for this process; the others leave it alone until it would be tried again. */
export async function takeLinkToMail({ db, now }: Deps): Promise<LinkToMail | null> {
  return db.transaction().execute(async (trx) => {
    const row = await openLinks(trx)
      .where("link.mailed_at", "is", null)
      .where("link.next_try_at", "<=", now())
      .where("link.expires_at", ">", now())
      .orderBy("link.next_try_at")
      .limit(1)
      .forUpdate("link")
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return null;
    const pauseMs = Math.min(FIRST_RETRY_S * 2 ** row.tries, LAST_RETRY_S) * 1000;
    await trx
      .updateTable("client_links")
      .set({ tries: row.tries + 1, next_try_at: new Date(now().getTime() + pauseMs) })
      .where("id", "=", row.id)
      .execute();
    return { ...row, days: daysOfMission(row.days, row.mission) };
  });
}

/** Notes that a link's mail has left. */
export async function noteMailed({ db, now }: Deps, id: string): Promise<void> {
  await db.updateTable("client_links").set({ mailed_at: now() }).where("id", "=", id).execute();
}
