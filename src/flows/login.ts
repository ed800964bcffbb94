import { companyAddress, issuerAddress } from "../client/address.ts";
import type { Company, Schemas } from "../client/company.ts";
import type { DeviceCode, LoginServer } from "../client/oauth.ts";
import { type ComparedMonth, compareMonths } from "../domain/local/history.ts";
import { isFailure, PorteError } from "../errors.ts";
import { CredentialStore, type Credentials, type SecretPlace, type SecretStore } from "../store/credentials.ts";
import { keepIfPossible, whileLocked } from "../store/files.ts";
import { People, UNNAMED_LOGIN } from "../store/people.ts";
import { ONLY } from "../store/records/areas.ts";
import { Records } from "../store/records/records.ts";
import { OWN } from "../store/records/told.ts";
import { type Profile, Settings } from "../store/settings.ts";
import { folderOfMet, forgetOthers, ownerBefore } from "./records/holder.ts";
import { tellList, tellOne } from "./records/tellings.ts";
import { loginServer } from "./renewal.ts";
import { companyOf, isLocalProfile, type Machine, ownerOf, profileName } from "./session.ts";

export interface LoginOptions {
  readonly url: string;
  /** A personal access token that was given, or null to ask the person on the company's page. */
  readonly token: string | null;
  readonly secretStore: SecretStore;
  readonly signal: AbortSignal;
  readonly show: (code: DeviceCode) => void;
  /**
   * Told how what was filed here compares with what the company holds, where anything was; says whether to go on. Nothing is kept of the login
   * before that.
   */
  readonly agree: (months: readonly ComparedMonth[], company: string) => Promise<boolean>;
}

export interface LoggedIn {
  readonly profile: string;
  readonly company: string;
  readonly me: Schemas["Me"];
  readonly kept: SecretPlace;
  /** What was filed here before there was a company, beside what it holds; empty where nothing was. */
  readonly history: readonly ComparedMonth[];
}

/**
 * Logs a person in to a company, and keeps the session on this machine.
 * @throws {PorteError} `server.*`, `auth.*`; `local.differs` where the company holds months otherwise than they were filed here, and nobody
 * agreed to go on. Nothing is kept unless all of it worked.
 */
export async function login(machine: Machine, options: LoginOptions): Promise<LoggedIn> {
  const url = companyAddress(options.url);
  const service = await companyOf(machine, url, null).service();
  const issuer = issuerAddress(service.issuer, url);
  const credentials = await credentialsFor(machine, options, loginServer(machine, { url, issuer }));
  const company = companyOf(machine, url, credentials.accessToken);
  const [me, known, payslips, missions] = await Promise.all([
    company.me(),
    company.profile(),
    company.payslips(),
    company.missions(),
  ]).catch((failure: unknown) => {
    throw options.token !== null && isFailure(failure, "auth.refused")
      ? new PorteError("auth.refused", { url, isTyped: true }, { cause: failure })
      : failure;
  });
  const settings = new Settings(machine.folders);
  const profile = profileName(machine, settings);
  const history = await filedHistory(machine, settings, company);
  const differing = history.filter(({ state }) => state === "differs").map(({ month }) => month);
  const goesOn = history.length === 0 || (await options.agree(history, service.company));
  if (!goesOn) throw new PorteError("local.differs", { months: differing, company: service.company });
  const store = new CredentialStore(machine.folders, options.secretStore);
  const people = new People(machine.folders, profile);
  /** Before the secret: from the moment it is there, it finds what is this person's and nothing else. */
  const folder = await folderOfMet(people, {
    person: me.id,
    before: personBefore(people, settings.profile(profile), me),
  });
  const kept = await whileLocked(store.fileOf(profile), () => store.keep(profile, { ...credentials, person: me.id }));
  const secretIn = kept.place;
  await settings.inTurn(async (locked) =>
    locked.keepProfile(profile, { url, issuer, company: service.company, person: me.name, personId: me.id, secretIn }),
  );
  const said = [
    tellOne("person", ONLY, me),
    tellOne("company", ONLY, known),
    ...tellList("payslips", "payslips", payslips, () => true),
    ...tellList("missions", "missions", missions, () => true),
  ];
  await keepIfPossible(async () => {
    await forgetOthers(people, folder);
    await new Records(folder).keep(url, machine.now().toISOString(), said);
  });
  return { profile, company: service.company, me, kept, history };
}

/** Compares what was filed in a profile before it had a company with what the company holds; nothing is asked where nothing was. */
async function filedHistory(machine: Machine, settings: Settings, company: Company): Promise<readonly ComparedMonth[]> {
  if (settings.profile(profileName(machine, settings)) !== null) return [];
  const { folder } = await ownerOf(machine);
  const filed = new Records(folder).latest("filed-reports", OWN).flatMap(({ value }) => value ?? []);
  return filed.length === 0 ? [] : compareMonths(filed, await company.reports());
}

/** Names whose the profile's folder is: whoever logged in by an earlier porte is known again by their name, where nothing better is. */
function personBefore(people: People, known: Profile | null, me: Schemas["Me"]): string | null {
  if (!people.isNew) return null;
  const before = ownerBefore(people, known);
  return before === UNNAMED_LOGIN && known?.person === me.name ? me.id : before;
}

/** Gives the address that the profile in use logged in at before. */
export function knownAddress(machine: Machine): string | undefined {
  const settings = new Settings(machine.folders);
  return settings.profile(profileName(machine, settings))?.url;
}

async function credentialsFor(
  machine: Machine,
  { token, signal, show }: LoginOptions,
  server: LoginServer,
): Promise<Credentials> {
  if (token !== null) {
    if (token.trim() === "") throw new PorteError("auth.token_empty", {});
    return { accessToken: token.trim(), refreshToken: null, expiresAtMs: null };
  }
  const { deviceLogin } = await import("../client/oauth.ts");
  return deviceLogin(server, { nowMs: machine.now().getTime(), signal, show });
}

export interface LoggedOut {
  readonly profile: string;
  readonly hadSession: boolean;
  readonly revoked: boolean;
  /** What has become of the token at the company: a personal one is the person's, and other scripts may hold it. */
  readonly atCompany: "revoked" | "unreachable" | "valid";
  /**
   * What has become of what the company said here: kept, and not shown before another login, or erased with what others typed; `own` where
   * no company was ever asked, and what was typed here stays as it is.
   */
  readonly records: "kept" | "erased" | "own";
}

/**
 * Logs out: the secret is erased here first, then a session is revoked at the company where it answers.
 * @param isForgetting whether what the company said is erased too, and what was typed here for others; what this person typed stays.
 * @throws {PorteError} `auth.keyring`: nothing is erased while the keyring that has it does not answer; one that keeps the secret is told once
 * the session is ended at the company.
 */
export async function logout(machine: Machine, isForgetting = false): Promise<LoggedOut> {
  const settings = new Settings(machine.folders);
  const profile = profileName(machine, settings);
  const store = new CredentialStore(machine.folders);
  const known = settings.profile(profile);
  const found = await store.find(profile, known?.secretIn);
  let unerased: unknown = null;
  const hadSession = await whileLocked(store.fileOf(profile), () => store.forget(profile)).catch((failure: unknown) => {
    unerased = failure;
    return true;
  });
  if (known !== null && unerased === null)
    await settings.inTurn(async (locked) => locked.changeProfile(profile, { secretIn: null }));
  if (isForgetting) {
    const { folder } = await ownerOf(machine);
    await new Records(folder).forget();
    new People(machine.folders, profile).forgetOthers(folder);
  }
  const records = isLocalProfile(machine) ? "own" : isForgetting ? "erased" : "kept";
  const token = found?.credentials.refreshToken ?? null;
  const isRevocable = known !== null && token !== null;
  const revoked = isRevocable && (await revokedAt(machine, known, token));
  /** What stays in the keyring is worth nothing once it is revoked; it is told all the same. */
  if (unerased !== null) throw unerased;
  if (!isRevocable) return { profile, hadSession, revoked: false, atCompany: "valid", records };
  return { profile, hadSession, revoked, atCompany: revoked ? "revoked" : "unreachable", records };
}

/** Ends a session at its company. Says whether the company answered that it is ended. */
async function revokedAt(machine: Machine, known: Parameters<typeof loginServer>[1], token: string): Promise<boolean> {
  const { revoke } = await import("../client/oauth.ts");
  return revoke(loginServer(machine, known), token).then(
    () => true,
    () => false,
  );
}
