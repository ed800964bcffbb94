import type { Db, Deps } from "../deps.ts";
import { isSigned, signText } from "./keys.ts";

/** What a link is for: one for another purpose opens nothing. */
export type LinkPurpose = "client-link" | "contract-link";

/** A link that serves one person until an instant. */
interface Link {
  readonly id: string;
  readonly expires_at: Date;
}

/** The last part of a link's address: its name, its end, and the company's signature of both. Nothing of it needs to be kept. */
export async function linkToken(
  { db, now }: Pick<Deps, "db" | "now">,
  purpose: LinkPurpose,
  link: Link,
): Promise<string> {
  const named = `${link.id}.${Math.floor(link.expires_at.getTime() / 1000)}`;
  return `${named}.${await signText(db, now(), signedText(purpose, named))}`;
}

/** Finds the name of a link that this company made for a purpose and that has not ended; null for any other. */
export async function linkNamed(
  { now }: Pick<Deps, "now">,
  trx: Db,
  purpose: LinkPurpose,
  token: string,
): Promise<string | null> {
  const [id = "", seconds = "", signature = ""] = token.split(".");
  if (!(await isSigned(trx, now(), signedText(purpose, `${id}.${seconds}`), signature))) return null;
  return now().getTime() >= Number(seconds) * 1000 ? null : id;
}

/** A receipt is signed as JSON, so no link is ever one. */
function signedText(purpose: LinkPurpose, named: string): string {
  return `${purpose} ${named}`;
}
