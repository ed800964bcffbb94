import { lstatSync } from "node:fs";
import { join } from "node:path";
import { maybe, misfit, type Shape } from "../domain/shape.ts";
import { PorteError } from "../errors.ts";
import { removeFile, writeJsonFile } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { readJsonFile } from "./read.ts";

/** What opens a session; `refreshToken` is null for a personal access token. */
export interface Credentials {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAtMs: number | null;
  /** The identifier of whoever logged in; an earlier porte did not note it. */
  readonly person?: string;
}

export type SecretStore = "auto" | "keyring" | "file";

/** Where a secret went, and why not into the keyring. */
export interface SecretPlace {
  readonly place: "keyring" | "file";
  readonly file: string;
  readonly why: string | null;
}

const CREDENTIALS: Shape = {
  fields: { accessToken: "text", refreshToken: maybe("text"), expiresAtMs: maybe("number"), "person?": "text" },
};

const SERVICE = "porte";

/** The package that asks the session's keyring: optional, it has a part for each machine, and nobody installs it but who wants it. */
export const KEYRING_PACKAGE = "@napi-rs/keyring";
/** Why a secret is not in the keyring, where the package is not installed beside this one. */
export const KEYRING_ABSENT = `${KEYRING_PACKAGE} is not installed`;

/** Says whether the keyring could be asked at all. */
export function hasKeyring(): Promise<boolean> {
  return keyring().then(
    () => true,
    () => false,
  );
}

/** The secrets of one machine: in the session's keyring where one answers, else in a file that only its owner reads. */
export class CredentialStore {
  /** Where secrets are that no keyring has, a file a profile. */
  readonly folder: string;
  private readonly mode: SecretStore;

  constructor({ config }: Folders, mode: SecretStore = "auto") {
    this.folder = join(config, "credentials");
    this.mode = mode;
  }

  fileOf(profile: string): string {
    return join(this.folder, `${safeName(profile)}.json`);
  }

  /** Keeps a secret, and reads it back. @throws {PorteError} `auth.store` where what is read is not what was written. */
  async keep(profile: string, credentials: Credentials): Promise<SecretPlace> {
    const file = this.fileOf(profile);
    const text = JSON.stringify(credentials);
    const why = this.mode === "file" ? null : await this.tryKeyring(profile, text);
    if (why === null && this.mode !== "file") {
      removeFile(file);
      return { place: "keyring", file, why: null };
    }
    if (this.mode === "keyring") throw new PorteError("auth.store", { place: "keyring", reason: why ?? "" });
    /** A link would lead the secret to somebody's file elsewhere: it is replaced, and what it named is left alone. */
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) removeFile(file);
    await writeJsonFile(file, credentials);
    if (JSON.stringify(await readJsonFile(file, CREDENTIALS)) !== text)
      throw new PorteError("auth.store", { place: file, reason: "read back differently" });
    return { place: "file", file, why };
  }

  /**
   * Gives a profile's secret and where it is kept, or null. The file is asked first: it costs nothing.
   * @throws {PorteError} `auth.keyring` where it was put in a keyring that does not answer now.
   */
  async find(
    profile: string,
    putIn: SecretPlace["place"] | null = null,
  ): Promise<{ credentials: Credentials; place: SecretPlace["place"] } | null> {
    const inFile = await readJsonFile<Credentials>(this.fileOf(profile), CREDENTIALS);
    if (inFile !== null) return { credentials: inFile, place: "file" };
    if (this.mode === "file") return null;
    try {
      const text = (await keyringEntry(profile)).getPassword();
      if (text === null) return null;
      const credentials: unknown = JSON.parse(text);
      if (misfit(CREDENTIALS, credentials) !== null) throw new Error("not what was put there");
      return { credentials: credentials as Credentials, place: "keyring" };
    } catch (cause) {
      if (putIn !== "keyring") return null;
      throw new PorteError("auth.keyring", { profile, reason: reasonOf(cause) }, { cause });
    }
  }

  /** Erases a profile's secret everywhere. Says whether there was one. */
  async forget(profile: string): Promise<boolean> {
    const had = (await this.find(profile)) !== null;
    removeFile(this.fileOf(profile));
    if (this.mode === "file") return had;
    await keyringEntry(profile)
      .then(
        (entry) => entry.deletePassword(),
        () => false,
      )
      .catch(() => false);
    /** A keyring without this secret refuses to erase it, and that is no failure; one that still gives it is. */
    if (had && (await this.find(profile)) !== null)
      throw new PorteError("auth.keyring", { profile, reason: "not erased" });
    return had;
  }

  private async tryKeyring(profile: string, text: string): Promise<string | null> {
    try {
      const entry = await keyringEntry(profile);
      entry.setPassword(text);
      return entry.getPassword() === text ? null : "read back differently";
    } catch (cause) {
      return reasonOf(cause);
    }
  }
}

function reasonOf(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return KEYRING_ABSENT;
  return (cause as Error).message.split("\n")[0] ?? "";
}

function keyring() {
  return import("@napi-rs/keyring");
}

async function keyringEntry(profile: string) {
  const { Entry } = await keyring();
  return new Entry(SERVICE, profile);
}
