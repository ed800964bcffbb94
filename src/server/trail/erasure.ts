import { type RawBuilder, sql } from "kysely";
import type { Db } from "../deps.ts";

/** Who is erased: the address and the name as they were, and what takes their place. */
export interface Erased {
  readonly id: string;
  readonly email: string;
  readonly address: string;
  readonly name: string;
  /** Null while the name has to be kept. */
  readonly newName: string | null;
}

/** Says of a row of the trail that it holds an address, whoever's act it is and on whatever row. */
export function holdsAddress(email: string): RawBuilder<boolean> {
  const pattern = patternOf(email);
  return sql<boolean>`(by ~* ${pattern} or before::text ~* ${pattern} or after::text ~* ${pattern})`;
}

/** The trail keeps each act, without the address of who was erased, nor the name where it need not be kept. */
export async function eraseFromTrail(trx: Db, { id, email, address, name, newName }: Erased): Promise<void> {
  const pattern = patternOf(email);
  const without = (column: "before" | "after") =>
    sql`regexp_replace(${sql.ref(column)}::text, ${pattern}, ${address}, 'gi')::jsonb`;
  await sql`update audit_trail set by = regexp_replace(by, ${pattern}, ${address}, 'gi'), before = ${without("before")},
    after = ${without("after")} where ${holdsAddress(email)}`.execute(trx);
  if (newName !== null) {
    await sql`update audit_trail set by = ${`${newName} <${address}>`} where by = ${`${name} <${address}>`}`.execute(
      trx,
    );
    await eraseName(trx, "recorded_by|decided_by", { name, newName: address }, sql`true`);
    await eraseName(trx, "name", { name, newName }, sql`subject = 'people' and row_id = ${id}`);
  }
}

async function eraseName(
  trx: Db,
  fields: string,
  { name, newName }: { readonly name: string; readonly newName: string },
  where: RawBuilder<unknown>,
): Promise<void> {
  const pattern = `"(${fields})": ${literal(JSON.stringify(name))}`;
  const text = `"\\1": ${JSON.stringify(newName)}`;
  await sql`update audit_trail set before = regexp_replace(before::text, ${pattern}, ${text}, 'g')::jsonb,
    after = regexp_replace(after::text, ${pattern}, ${text}, 'g')::jsonb
    where ${where} and (before::text ~ ${pattern} or after::text ~ ${pattern})`.execute(trx);
}

/** Finds an address that stands by itself, and not the end or the beginning of another; in JSON, a line end is a letter before it. */
function patternOf(email: string): string {
  const word = "a-z0-9.!#$%&'*+/=?^_`{|}~-";
  return `((?<![${word}])|(?<=\\\\[bfnrt]))${literal(email)}(?![a-z0-9-]|\\.[a-z0-9])`;
}

function literal(text: string): string {
  return text.replace(/[!-/:-?[-`{-~]/g, "\\$&");
}
