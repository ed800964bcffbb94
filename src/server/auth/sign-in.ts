import { randomBytes } from "node:crypto";
import { serverKey } from "../crypto/keys.ts";
import type { Deps } from "../deps.ts";
import { accountKey, browserProof, forgetTries, takeTurn } from "./account-throttle.ts";
import { signIn } from "./password.ts";

const YEAR_S = 365 * 86_400;

/** What a sign-in form says, and the cookies that came with it. */
export interface SignInForm {
  readonly email: string;
  readonly password: string;
  readonly cookies: string | undefined;
}

/** How a sign-in ended: who it is and the cookie that knows this browser again; or a wrong password; or too many of them, and when to come back. */
export type SignedIn =
  | { readonly personId: string; readonly cookie: string }
  | { readonly personId: null; readonly waitS: number };

/** Gives what tries a password, counted for the account that it is tried on. */
export async function makeSignIn(deps: Deps): Promise<(form: SignInForm) => Promise<SignedIn>> {
  const make = () => ({ secret: randomBytes(32).toString("base64url") });
  const { secret } = await serverKey(deps.db, "sign-in", make, deps.now());
  const isHttps = deps.url().startsWith("https:");
  return async ({ email, password, cookies = "" }) => {
    const account = accountKey(secret, email);
    const known = `porte_${account.slice(0, 12)}=${browserProof(secret, email)}`;
    const isKnown = cookies.split(/; */).includes(known);
    const key = isKnown ? `${account} known` : account;
    const turn = await takeTurn(deps.db, key);
    if (!turn.isFree) return { personId: null, waitS: turn.waitS };
    const personId = await signIn(deps.db, email, password);
    if (personId === null) return { personId, waitS: 0 };
    await forgetTries(deps.db, key);
    const attributes = `Path=/interaction; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
    return { personId, cookie: `${known}; ${attributes}` };
  };
}
