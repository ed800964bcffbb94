import type { LoginServer } from "../client/oauth.ts";
import type { CredentialStore, Credentials } from "../store/credentials.ts";
import { whileLocked } from "../store/files.ts";
import type { Profile } from "../store/settings.ts";
import type { Machine } from "./session.ts";

/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 30_000;
/** A clock that is off by less is right enough for all that is decided here. */
const CLOCK_OFF_MS = 600_000;

/** A company's login server, asked from a machine. */
export function loginServer(
  { timeoutMs, agent, env }: Machine,
  { url, issuer }: Pick<Profile, "url" | "issuer">,
): LoginServer {
  return { url, issuer, timeoutMs, agent, env };
}

/** Whose session is renewed, and where its secret is kept. */
interface Renewal {
  readonly machine: Machine;
  readonly profile: string;
  readonly known: Profile;
  readonly store: CredentialStore;
}

/** Says whether a session is about to end, by the clock of this machine. */
function isStale({ expiresAtMs, refreshToken }: Credentials, nowMs: number): boolean {
  return refreshToken !== null && expiresAtMs !== null && expiresAtMs - nowMs < RENEW_BEFORE_MS;
}

/** Gives what opens a session, renewed where it is about to end. @throws {PorteError} what renewing throws. */
export async function freshSession(renewal: Renewal, credentials: Credentials): Promise<Credentials> {
  const { machine } = renewal;
  const isOver = (one: Credentials) => isStale(one, machine.now().getTime());
  return isOver(credentials) ? renewed(renewal, credentials, isOver) : credentials;
}

/** Makes what renews a session once, when the company refuses its token: a clock that is wrong, or was, knows no token's end. */
export function renewerOf(renewal: Renewal, refused: Credentials): (() => Promise<string>) | null {
  if (refused.refreshToken === null) return null;
  let renewing: Promise<string> | null = null;
  const isRefused = ({ accessToken }: Credentials) => accessToken === refused.accessToken;
  return () => {
    renewing ??= renewed(renewal, refused, isRefused).then(({ accessToken }) => accessToken);
    return renewing;
  };
}

/**
 * Renews a session: one process at a time, because a refresh token serves once. What the login server gives is kept before anything else
 * is thought of it.
 */
async function renewed(
  { machine, profile, known, store }: Renewal,
  credentials: Credentials,
  isOver: (latest: Credentials) => boolean,
): Promise<Credentials> {
  return whileLocked(store.fileOf(profile), async () => {
    const latest = (await store.find(profile))?.credentials ?? credentials;
    if (!isOver(latest) || latest.refreshToken === null) return latest;
    const { refresh } = await import("../client/oauth.ts");
    const nowMs = machine.now().getTime();
    const { aheadMs, ...opened } = await refresh(loginServer(machine, known), latest.refreshToken, nowMs);
    const fresh = { ...opened, ...(latest.person === undefined ? {} : { person: latest.person }) };
    await store.keep(profile, fresh);
    if (aheadMs !== null && Math.abs(aheadMs) > CLOCK_OFF_MS) machine.onClockOff(aheadMs);
    return fresh;
  });
}
