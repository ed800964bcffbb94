import { type RawBuilder, sql } from "kysely";
import type { Caller, Db } from "../deps.ts";

/** Names who acts, as the audit trail keeps it. */
export function actorOf({ name, email }: Pick<Caller, "name" | "email">): string {
  return `${name} <${email}>`;
}

/** Says in a statement of a transaction who acts, and when, until its end: the tables keep it with each change. */
export function actorSetting(actor: string, now: Date): RawBuilder<string> {
  return sql<string>`set_config('porte.actor', ${actor}, true) || set_config('porte.now', ${now.toISOString()}, true)`;
}

/** The same as a statement of its own. */
export async function actAs(trx: Db, actor: string, now: Date): Promise<void> {
  await sql`select ${actorSetting(actor, now)}`.execute(trx);
}
