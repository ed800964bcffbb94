import { companyAddress } from "../client/address.ts";
import { Company } from "../client/company.ts";
import { isAway } from "../client/unanswered.ts";
import type { Day } from "../domain/calendar.ts";
import { isFailure, PorteError } from "../errors.ts";
import { CredentialStore, type SecretPlace, type SecretStore } from "../store/credentials.ts";
import { keepIfPossible } from "../store/files.ts";
import type { Folders } from "../store/folders.ts";
import { holderOf, People, UNNAMED_LOGIN } from "../store/people.ts";
import { Answers } from "../store/records/answers.ts";
import { Records } from "../store/records/records.ts";
import { type Profile, Settings } from "../store/settings.ts";
import { profileNamed } from "./profile.ts";
import {
  folderOfMet,
  forgetOthers,
  givenToken,
  loggedIn,
  ownerBefore,
  ownFolder,
  tokenName,
} from "./records/holder.ts";
import type { Reader } from "./records/reader.ts";
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
  /** Told how many things typed for other people lie in the profile in use, which are neither shown nor sent. */
  readonly onOthers: (count: number) => void;
}

/** A company that can be asked, as one person. */
export interface Session {
  readonly machine: Machine;
  readonly profile: string;
  /** Where this machine keeps what is this person's, and nobody else's. */
  readonly folder: string;
  readonly url: string;
  /** The company, to do what only it can: what it says is kept. In a local profile each of its operations is refused. */
  readonly company: Company;
  /** What decides and sends rests on: the company itself, or in a local profile what lies here. */
  readonly sure: Reader;
  /** The same, for what only shows: where the company is away, it gives what it said last. */
  readonly reader: Reader;
  /** Whether there is no company behind the profile: what is kept here is all there is. */
  readonly isLocal: boolean;
  /** Where the token came from. */
  readonly source: "environment" | "keyring" | "file" | "none";
  /** Whether the session renews itself. */
  readonly renews: boolean;
  /** Why the company refuses the token: nobody knows then whose it is that is typed. */
  readonly refused?: PorteError;
}

/** Names the profile that the next request uses: by flag, by environment, or the default one. */
export function profileName(machine: Machine, settings: Settings): string {
  return profileNamed(machine, settings.defaultProfile);
}

/** Whose is what is kept here: a machine, a profile of it, and the folder of the person in use. */
export type Owner = Pick<Session, "machine" | "profile" | "folder"> & Partial<Pick<Session, "isLocal">>;

/** Names the machine, the profile in use and the folder of its person, without asking anybody. */
export async function ownerOf(machine: Machine): Promise<Owner> {
  const settings = new Settings(machine.folders);
  return { machine, profile: profileName(machine, settings), folder: await ownFolder(machine, settings) };
}

/** Says whether the profile in use has no company behind it, without asking anybody. */
export function isLocalProfile(machine: Machine): boolean {
  const settings = new Settings(machine.folders);
  const isKnown = settings.profile(profileName(machine, settings)) !== null;
  return givenToken(machine) === null && !machine.env.PORTE_API_URL && !isKnown;
}

/** A company at an address, asked from a machine. */
export function companyOf(machine: Machine, url: string, token: string | null): Company {
  return new Company({ ...companyLine(machine), url, token });
}

function companyLine({ timeoutMs, agent, env, onNewer }: Machine) {
  return { timeoutMs, agent, env, onNewer };
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
  const token = givenToken(machine);
  if (token === null && url === undefined) return openLocal(machine, profile);
  if (token === null) return openStored(machine, { profile, known, url });
  if (url === undefined)
    throw new PorteError("usage.missing_option", { option: "PORTE_API_URL", command: "PORTE_TOKEN" });
  return openGiven(machine, { profile, known, url, token });
}

/**
 * Opens the session of a token that the environment gives. The company is asked once whose it is, before anything of anybody is listed or sent.
 */
async function openGiven(
  machine: Machine,
  { profile, known, url, token }: { profile: string; known: Profile | null; url: string; token: string },
): Promise<Session> {
  const opened = { profile, url, token, source: "environment" } as const;
  const people = new People(machine.folders, profile);
  const name = await tokenName(token);
  const person = people.personOf(name);
  const alias = holderOf(name);
  if (person !== null) return sessionOn(machine, { ...opened, folder: people.folderOf(person) });
  if (machine.reads === "cached") return sessionOn(machine, { ...opened, folder: people.folderOf(alias) });
  const before = people.isNew ? ownerBefore(people, known) : null;
  const meet = (met: { readonly person: string; readonly token: string | null }) =>
    folderOfMet(people, { ...met, alias, before });
  try {
    const { id } = await companyOf(machine, url, token).me();
    return sessionOn(machine, { ...opened, folder: await meet({ person: id, token: name }) });
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    /** It opens nothing, and is nobody's: what is kept here is shown as to somebody who is not logged in. */
    if (isFailure(failure, "auth.refused")) {
      const refused = new PorteError("auth.refused", { url, isGiven: true }, { cause: failure });
      return sessionOn(machine, { ...opened, folder: people.folderOf(loggedIn(known)), refused });
    }
    const folder = await meet({ person: alias, token: null });
    return sessionOn(machine, { ...opened, folder, ...(isAway(failure) ? { away: failure } : {}) });
  }
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
  const { accessToken, refreshToken, person = known.personId } = found.credentials;
  const people = new People(machine.folders, profile);
  const opened = {
    profile,
    folder: people.folderOf(person ?? loggedIn(known)),
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
    const line = { token: fresh.accessToken, ...(renew === null ? {} : { renew }) };
    const folder = person === undefined ? await folderOfLogin(machine, opened, fresh.accessToken) : opened.folder;
    return sessionOn(machine, { ...opened, ...line, folder });
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    return sessionOn(machine, { ...opened, away: failure });
  }
}

/** Asks the company who logged in, where an earlier porte did not note it, and notes it. */
async function folderOfLogin(
  machine: Machine,
  { profile, url, folder }: Pick<Session, "profile" | "url" | "folder">,
  token: string,
): Promise<string> {
  const me = await companyOf(machine, url, token)
    .me()
    .catch((failure: unknown) => {
      if (isAway(failure) || !(failure instanceof PorteError)) throw failure;
      return null;
    });
  if (me === null) return folder;
  const people = new People(machine.folders, profile);
  const own = await folderOfMet(people, { person: me.id, alias: UNNAMED_LOGIN });
  await keepIfPossible(() =>
    new Settings(machine.folders).inTurn(async (held) => held.changeProfile(profile, { personId: me.id })),
  );
  return own;
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
    const { profile, folder } = await ownerOf(machine);
    return sessionOn(machine, { profile, folder, url: "", token: null, source: "none", away: failure });
  }
}

interface Opened extends Pick<Session, "profile" | "folder" | "url" | "source"> {
  readonly token: string | null;
  readonly renews?: boolean;
  /** Why the token opens nothing: what the company said before is then shown to nobody. */
  readonly refused?: PorteError;
  /** Why nobody can be asked. */
  readonly away?: PorteError;
  /** Renews the token, where it can be. */
  readonly renew?: () => Promise<string>;
}

function sessionOn(
  machine: Machine,
  { profile, folder, url, source, token, renews = false, refused, ...line }: Opened,
): Session {
  const isGiven = source === "environment";
  const records = new Records(folder);
  const answers = new Answers(records.folder, url);
  const connection = { ...companyLine(machine), url, token, isGiven, answers, ...line };
  const people = new People(machine.folders, profile);
  const terms = { machine, records, url, clear: () => forgetOthers(people, folder) };
  const company = new RecordedCompany(connection, { ...terms, standsIn: false });
  return {
    machine,
    profile,
    folder,
    url,
    source,
    renews,
    company,
    sure: company,
    reader: new RecordedCompany(connection, { ...terms, standsIn: refused === undefined }),
    isLocal: false,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** Opens a profile that has no company behind it: what lies here is all there is, and what only a company can do is refused. */
async function openLocal(machine: Machine, profile: string): Promise<Session> {
  const { LocalReader } = await import("./local/local-reader.ts");
  const folder = new People(machine.folders, profile).folderOf(null);
  const reader = new LocalReader(folder, machine);
  const company = new Company({ ...companyLine(machine), url: "", token: null, isLocal: true });
  return {
    machine,
    profile,
    folder,
    url: "",
    source: "none",
    renews: false,
    company,
    sure: reader,
    reader,
    isLocal: true,
  };
}
