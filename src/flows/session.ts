import { companyAddress } from "../client/address.ts";
import { Company } from "../client/company.ts";
import type { LoginServer } from "../client/oauth.ts";
import type { Day } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";
import { CredentialStore, type Credentials } from "../store/credentials.ts";
import { whileLocked } from "../store/files.ts";
import type { Folders } from "../store/folders.ts";
import { type Profile, Settings } from "../store/settings.ts";
import { profileNamed } from "./profile.ts";

/** What every flow may need of the machine it runs on. */
export interface Machine {
  readonly folders: Folders;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly today: () => Day;
  readonly timeoutMs: number;
  readonly profile: string | undefined;
  /** What says who asks, to a company. */
  readonly agent: string;
  /** Told the version of a company that keeps a later contract than this program. */
  readonly onNewer: (version: string) => void;
}

/** A company that can be asked, as one person. */
export interface Session {
  readonly machine: Machine;
  readonly profile: string;
  readonly url: string;
  readonly company: Company;
  /** Where the token came from. */
  readonly source: "environment" | "keyring" | "file";
  /** Whether the session renews itself. */
  readonly renews: boolean;
}

/** A token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 30_000;

/** Names the profile that the next request uses: by flag, by environment, or the default one. */
export function profileName(machine: Machine, settings: Settings): string {
  return profileNamed(machine, settings.defaultProfile);
}

/** Names the machine and the profile in use, without asking anybody. */
export function ownerOf(machine: Machine): Pick<Session, "machine" | "profile"> {
  return { machine, profile: profileName(machine, new Settings(machine.folders)) };
}

/** A company at an address, asked from a machine. */
export function companyOf({ timeoutMs, agent, env, onNewer }: Machine, url: string, token: string | null): Company {
  return new Company({ url, token, timeoutMs, agent, env, onNewer });
}

/** A company's login server, asked from a machine. */
export function loginServer(
  { timeoutMs, agent, env }: Machine,
  { url, issuer }: Pick<Profile, "url" | "issuer">,
): LoginServer {
  return { url, issuer, timeoutMs, agent, env };
}

/**
 * Opens the session of the profile in use.
 * @throws {PorteError} `auth.required` where nobody has logged in, `auth.keyring` where the keyring does not answer.
 */
export async function openSession(machine: Machine): Promise<Session> {
  const { env } = machine;
  const settings = new Settings(machine.folders);
  const profile = profileName(machine, settings);
  const known = settings.profile(profile);
  const url = env.PORTE_API_URL ? companyAddress(env.PORTE_API_URL) : known?.url;
  const token = env.PORTE_TOKEN?.trim();
  if (token) {
    if (url === undefined)
      throw new PorteError("usage.missing_option", { option: "PORTE_API_URL", command: "PORTE_TOKEN" });
    return {
      machine,
      profile,
      url,
      company: companyOf(machine, url, token),
      source: "environment",
      renews: false,
    };
  }
  const store = new CredentialStore(machine.folders);
  const found = await store.find(profile, known?.secretIn);
  if (found === null || known === null || url === undefined) throw new PorteError("auth.required", { profile });
  /** A stored token goes to the company that gave it, and nowhere else. */
  if (url !== known.url) throw new PorteError("auth.required", { profile });
  const { accessToken, refreshToken } = await fresh(machine, store, known, profile, found.credentials);
  return {
    machine,
    profile,
    url,
    company: companyOf(machine, url, accessToken),
    source: found.place,
    renews: refreshToken !== null,
  };
}

function isStale({ expiresAtMs, refreshToken }: Credentials, nowMs: number): boolean {
  return refreshToken !== null && expiresAtMs !== null && expiresAtMs - nowMs < RENEW_BEFORE_MS;
}

/** Renews a session that is about to end: one process at a time, because a refresh token serves once. */
async function fresh(
  machine: Machine,
  store: CredentialStore,
  known: Profile,
  profile: string,
  credentials: Credentials,
): Promise<Credentials> {
  const nowMs = machine.now().getTime();
  if (!isStale(credentials, nowMs)) return credentials;
  return whileLocked(store.fileOf(profile), async () => {
    const latest = (await store.find(profile))?.credentials ?? credentials;
    if (!isStale(latest, nowMs) || latest.refreshToken === null) return latest;
    const { refresh } = await import("../client/oauth.ts");
    const renewed = await refresh(loginServer(machine, known), latest.refreshToken, nowMs);
    await store.keep(profile, renewed);
    return renewed;
  });
}
