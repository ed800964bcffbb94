import { linkToken } from "../crypto/links.ts";
import type { Deps } from "../deps.ts";

/** The address of a link on which a client decides on a month. */
export async function linkAddress(deps: Deps, link: { id: string; expires_at: Date }): Promise<string> {
  return `${deps.url()}/client/${await linkToken(deps, "client-link", link)}`;
}
