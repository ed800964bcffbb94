import type { components } from "../contract/types.ts";
import type { RenderOptions } from "./look.ts";
import { pairs } from "./table.ts";

/** Who sends the next request: every fact that decides it. */
export interface Identity {
  readonly profile: string;
  readonly url: string;
  readonly company: string;
  readonly me: components["schemas"]["Me"];
  readonly source: "environment" | "keyring" | "file" | "none";
  readonly renews: boolean;
  /** The package without which there is no keyring, where it is not installed and the token is in a file. */
  readonly missing: string | null;
}

export function identityJson({ profile, url, company, me, source, renews }: Identity) {
  const { name, email, role, scopes, tokenExpiresAt } = me;
  return { profile, url, company, person: { name, email, role }, source, scopes, expires: tokenExpiresAt, renews };
}

export function identityText(
  look: RenderOptions,
  { profile, url, company, me, source, renews, missing }: Identity,
): string {
  const { whoami, format } = look.say;
  const expires = renews ? whoami.renews : format.instant(me.tokenExpiresAt);
  const place = whoami.sources[source];
  const token: (readonly [string, string])[] = [
    [whoami.source, missing === null ? place : whoami.keyringAbsent(place, missing)],
    [whoami.rights, me.scopes.map((scope) => whoami.scopes[scope]).join(", ")],
    [whoami.expires, expires],
  ];
  const email = me.email === "" ? "" : ` <${me.email}>`;
  return pairs(look, [
    [whoami.person, me.name === "" ? me.email || "–" : `${look.paint.strong(me.name)}${email}`],
    [whoami.company, url === "" ? company || "–" : `${company} (${url})`],
    [whoami.profile, profile],
    /** Where there is no company, there is no token. */
    ...(url === "" ? [] : token),
  ]);
}
