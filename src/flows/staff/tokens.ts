import type { components } from "../../contract/types.ts";
import { act, type Office } from "./act.ts";
import { newToken } from "./secrets.ts";

const DEFAULT_DAYS = 90;

/** A token to add, as typed. */
export interface TokenInput {
  readonly email: string;
  readonly name: string;
  readonly scopes: components["schemas"]["Scope"][];
  readonly days?: number;
}

/** Adds a token that is drawn here, and shown once: the company is told its hash alone. */
export async function addToken(office: Office, input: TokenInput) {
  const { email, name, scopes, days = DEFAULT_DAYS } = input;
  const typed = { email, name, scopes, days };
  const made = newToken();
  let { token } = made;
  const sent = (_body: object | undefined, secret = token) => {
    token = secret;
  };
  const body = { ...typed, tokenHash: made.tokenHash };
  const added = await act(office, "addToken", { body }, { typed, secret: token, sent });
  return { ...added, token };
}
