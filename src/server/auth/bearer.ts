import type { FastifyRequest } from "fastify";
import type { Provider } from "oidc-provider";
import { PorteError } from "../../errors.ts";
import type { Prepared } from "../db/prepared.ts";
import type { Caller, Deps } from "../deps.ts";
import { tokenHash } from "../tokens/hash.ts";
import { type Asked, callerOfToken } from "./caller.ts";
import { scopesIn } from "./scopes.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
    /** What was read in the statement that found the caller; null where it is read afterwards. */
    found: object | null;
  }
  interface FastifyContextConfig {
    alongside?: Alongside;
  }
}

/** What a route reads in the statement that finds who asks. */
export interface Alongside {
  readonly prepared: Prepared;
  /** @throws {PorteError} `company.invalid` for a question that is none; nothing of it has been checked before. */
  values(request: FastifyRequest): readonly unknown[];
}

/** Finds who holds the bearer token of a request, and what its route reads with it. @throws {PorteError} `auth.refused`. */
export async function authenticate(deps: Deps, provider: Provider, request: FastifyRequest): Promise<Caller> {
  const token = /^Bearer ([\w~.+/-]+=*)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined) throw new PorteError("auth.refused", { url: deps.url() });
  const { alongside } = request.routeOptions.config;
  const values = alongside === undefined ? null : valuesOf(alongside, request);
  const find = () =>
    alongside === undefined || values === null
      ? callerOfToken(deps, token)
      : callerOfToken(deps, token, alongside.prepared, values);
  const asked = (await find()) ?? (await foundOnce(deps, provider, token, find));
  if (asked === null) throw new PorteError("auth.refused", { url: deps.url() });
  request.found = values === null ? null : asked.row;
  return asked.caller;
}

/** A question that is none is told only to whom the company knows: by the route, once it is checked. */
function valuesOf({ values }: Alongside, request: FastifyRequest): readonly unknown[] | null {
  try {
    return values(request);
  } catch (failure) {
    if (failure instanceof PorteError) return null;
    throw failure;
  }
}

/** A login of before its record named its person: it does from now on. */
async function foundOnce(
  { db }: Deps,
  provider: Provider,
  token: string,
  find: () => Promise<Asked | null>,
): Promise<Asked | null> {
  const session = token.startsWith("porte_") ? undefined : await provider.AccessToken.find(token);
  if (session === undefined || session.isExpired) return null;
  await db
    .updateTable("oidc_records")
    .set({ person_id: session.accountId, scopes: JSON.stringify(scopesIn(session.scope)) })
    .where("model", "=", "AccessToken")
    .where("id_hash", "=", tokenHash(token))
    .where("person_id", "is", null)
    .execute();
  return find();
}

/** Who asks, where an operation is open to nobody else. @throws {PorteError} `auth.refused`. */
export function callerOf({ caller, url }: FastifyRequest): Caller {
  if (caller === null) throw new PorteError("auth.refused", { url });
  return caller;
}
