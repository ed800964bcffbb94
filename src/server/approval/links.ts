import { signText } from "../crypto/keys.ts";
import type { Deps } from "../deps.ts";

/** The address of a link: its name, its end, and the company's signature of both. Nothing of it needs to be kept. */
export async function linkAddress({ db, now, url }: Deps, link: { id: string; expires_at: Date }): Promise<string> {
  const named = `${link.id}.${Math.floor(link.expires_at.getTime() / 1000)}`;
  return `${url()}/client/${named}.${await signText(db, now(), signedText(named))}`;
}

/** A receipt is signed as JSON, so no link is ever one. */
export function signedText(named: string): string {
  return `client-link ${named}`;
}
