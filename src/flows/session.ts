import { companyAddress } from "../client/address.ts";
import { Company } from "../client/company.ts";
import { isAway } from "../client/unanswered.ts";
import type { Day } from "../domain/calendar.ts";
import { isFailure, PorteError } from "../errors.ts";
import { CredentialStore, type SecretPlace, type SecretStore } from "../store/credentials.ts";
import type { Folders } from "../store/folders.ts";
import { Records } from "../store/records/records.ts";
import { type Profile, Settings } from "../store/settings.ts";
import { profileNamed } from "./profile.ts";
import { tokenName } from "./records/holder.ts";
import { RecordedCompany } from "./records/recorded-company.ts";
import { freshSession, renewerOf } from "./renewal.ts";

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
  /** Told by how much the clock of this machine is ahead of the company's, in milliseconds; less than nothing where it is behind. */
  readonly onClockOff: (aheadMs: number) => void;
  /** What a reading rests on: the company and, where it is away, the records; the company alone; the records alone. */
  readonly reads: "usual" | "fresh" | "cached";
  /**
   * Told that what is shown is what was last said at an instant, null where the company never said it here, and why; null where that was
   * asked for.
   */
  readonly onRecorded: (asOf: string | null, why: PorteError | null) => void;
}

/** A company that can be asked, as one person. */
export interface Session {
  readonly machine: Machine;
  readonly profile: string;
  readonly url: string;
  /** The company: what it says is kept. Whatever decides or sends asks it. */
  readonly company: Company;
  /** The same, for what only shows: where the company is away, it gives what it said last. */
  readonly reader: Company;
  /** Where the token came from. */
  readonly source: "environment" | "keyring" | "file" | "none";
  /** Whether the session renews itself. */
  readonly renews: boolean;
}

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

/**
 * Opens the session of the profile in use. Where it is to be renewed and the login server is away, so is the company.
 * @throws {PorteError} `auth.required` where nobody has logged in, `auth.elsewhere` where the profile's session is another address's,
 * `auth.keyring` where the keyring does not answer.
 */
export async function openSession(machine: Machine): Promise<Session> {
  const { env } = machine;
  const settings = new Settings(machine.folders);
  const profile = profileName(machine, settings);
  const known = settings.profile(profile);
  const url = env.PORTE_API_URL ? companyAddress(env.PORTE_API_URL) : known?.url;
  const token = env.PORTE_TOKEN?.trim();
  if (!token) return openStored(machine, { profile, known, url });
  if (url === undefined)
    throw new PorteError("usage.missing_option", { option: "PORTE_API_URL", command: "PORTE_TOKEN" });
  return sessionOn(machine, { profile, url, token, source: "environment" });
}

/** Opens the session that a login has kept here. A stored token goes to the company that gave it, and nowhere else. */
async function openStored(
  machine: Machine,
  { profile, known, url }: { profile: string; known: Profile | null; url: string | undefined },
): Promise<Session> {
  const store = new CredentialStore(machine.folders);
  const found = await store.find(profile, known?.secretIn);
  if (found === null || known === null) throw new PorteError("auth.required", { profile });
  if (url !== undefined && url !== known.url)
    throw new PorteError("auth.elsewhere", { profile, url: known.url, asked: url });
  const { accessToken, refreshToken } = found.credentials;
  const opened = {
    profile,
    url: known.url,
    source: found.place,
    renews: refreshToken !== null,
    token: accessToken,
  };
  if (machine.reads === "cached") return sessionOn(machine, opened);
  /** A secret that was put in a file on purpose stays in one. */
  const renewal = { machine, profile, known, store: new CredentialStore(machine.folders, keptBy(found.place)) };
  try {
    const fresh = await freshSession(renewal, found.credentials);
    const renew = renewerOf(renewal, fresh);
    return await sessionOn(machine, { ...opened, token: fresh.accessToken, ...(renew === null ? {} : { renew }) });
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    return sessionOn(machine, { ...opened, away: failure });
  }
}

function keptBy(place: SecretPlace["place"]): SecretStore {
  return place === "file" ? "file" : "auto";
}

/** Opens the session of the profile in use; where nobody has logged in, one that shows what is kept here, and asks nobody. */
export async function openOwnSession(machine: Machine): Promise<Session> {
  try {
    return await openSession(machine);
  } catch (failure) {
    if (!isFailure(failure, "auth.required", "auth.elsewhere")) throw failure;
    const { profile } = ownerOf(machine);
    return sessionOn(machine, { profile, url: "", token: null, source: "none", away: failure });
  }
}

interface Opened extends Pick<Session, "profile" | "url" | "source"> {
  readonly token: string | null;
  readonly renews?: boolean;
  /** Why nobody can be asked. */
  readonly away?: PorteError;
  /** Renews the token, where it can be. */
  readonly renew?: () => Promise<string>;
}

async function sessionOn(
  machine: Machine,
  { profile, url, source, token, renews = false, ...line }: Opened,
): Promise<Session> {
  const { timeoutMs, agent, env, onNewer } = machine;
  const isGiven = source === "environment";
  const connection = { url, token, timeoutMs, agent, env, onNewer, isGiven, ...line };
  const records = new Records(machine.folders, profile);
  const terms = { machine, records, url, token: await tokenName(isGiven ? token : null) };
  return {
    machine,
    profile,
    url,
    source,
    renews,
    company: new RecordedCompany(connection, { ...terms, standsIn: false }),
    reader: new RecordedCompany(connection, { ...terms, standsIn: true }),
  };
}
