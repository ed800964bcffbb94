import { CredentialStore, type SecretPlace } from "../store/credentials.ts";
import { Settings } from "../store/settings.ts";
import type { Machine } from "./session.ts";

/** The variable that says the password before what is kept does. */
export const MAIL_PASSWORD = "PORTE_SMTP_PASSWORD";

/** The name of the secret among the others: no profile is called so. */
const NAME = "mail server";

/** Keeps the password of the mail server: in the keyring where one answers, else in a file that only its owner reads. */
export async function keepMailPassword({ folders }: Machine, password: string): Promise<SecretPlace> {
  const secret = { accessToken: password, refreshToken: null, expiresAtMs: null };
  const kept = await new CredentialStore(folders).keep(NAME, secret);
  await new Settings(folders).inTurn(async (held) => held.keepMail({ passwordIn: kept.place }));
  return kept;
}

/** Erases it. */
export async function forgetMailPassword({ folders }: Machine): Promise<void> {
  await new CredentialStore(folders).forget(NAME);
  await new Settings(folders).inTurn(async (held) => held.keepMail({ passwordIn: undefined }));
}

/** Gives it; null where none is kept. @throws {PorteError} `auth.keyring` where it was put in a keyring that does not answer now. */
export async function mailPassword({ folders, env }: Machine): Promise<string | null> {
  if (env[MAIL_PASSWORD]) return env[MAIL_PASSWORD];
  const { passwordIn = null } = new Settings(folders).preferences.mail ?? {};
  if (passwordIn === null) return null;
  const found = await new CredentialStore(folders).find(NAME, passwordIn);
  return found?.credentials.accessToken ?? null;
}
