import type { Company } from "../../client/company.ts";
import type { Records } from "../../store/records/records.ts";
import type { Settings } from "../../store/settings.ts";
import { profileNamed } from "../profile.ts";
import type { Machine } from "../session.ts";

/** As much of a hash as tells one token from another. */
const HASH_LENGTH = 16;

/** Names a token that the environment gives, without keeping it; null for a session that was logged in. */
export async function tokenName(token: string | null): Promise<string | null> {
  if (token === null) return null;
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(token).digest("hex").slice(0, HASH_LENGTH);
}

/** Whoever asks: the company as they reach it, and the name of the token that the environment gave them. */
interface Asker {
  readonly records: Records;
  readonly url: string;
  readonly token: string | null;
}

/** Says whether what is kept may be shown to whoever asks. */
export function mayRead({ records, url, token }: Asker): boolean {
  if (token === null) return true;
  return records.snapshot(url)?.tokens.includes(token) ?? false;
}

/** Erases what is kept of somebody else, before anything is kept for whoever asks with a token that was not seen here before. */
export async function clearForAnother(asker: Asker, me: () => ReturnType<Company["me"]>): Promise<void> {
  const { records, url } = asker;
  if (records.snapshot(url) === null || mayRead(asker)) return;
  const { id } = await me();
  const isAnothers = await records.settled(() => {
    const kept = records.snapshot(url);
    return kept !== null && !mayRead(asker) && kept.person?.id !== id;
  });
  if (isAnothers) records.forget();
}

/** Says whether a profile shows what is kept of it: it does not while it is logged out. */
export function isOpenTo(machine: Machine, settings: Settings): boolean {
  if (machine.env.PORTE_TOKEN?.trim()) return true;
  return settings.profile(profileNamed(machine, settings.defaultProfile))?.secretIn !== null;
}
