import { needsMission, type ReportDay } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { linkNamed } from "../crypto/links.ts";
import type { Db, Deps } from "../deps.ts";

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

/** Every link with its month, where its version is still the one that is asked about. */
export function openLinks(db: Db) {
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
  const id = await linkNamed(deps, trx, "client-link", token);
  if (id === null) return null;
  const row = await openLinks(trx).where("link.id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const { porte, client, mission, month } = row;
  return { id, porte, client, mission, month, days: daysOfMission(row.days, mission) };
}

/** What of a month was spent on one mission, and nothing else of it. */
export function daysOfMission(days: readonly ReportDay[], mission: string): ReportDay[] {
  return days.flatMap(({ date, entries }) => {
    const own = entries.filter((entry) => needsMission(entry.kind) && entry.mission === mission);
    return own.length === 0 ? [] : [{ date, entries: own }];
  });
}
