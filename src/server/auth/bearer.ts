import type { FastifyRequest } from "fastify";
import type { Provider } from "oidc-provider";
import { PorteError } from "../../errors.ts";
import type { Caller, Deps, Schemas } from "../deps.ts";
import { callerOfPerson, callerOfToken } from "../services/tokens.ts";
import { CLI_SCOPES } from "./provider.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Finds who holds the bearer token of a request. @throws {PorteError} `auth.refused`. */
export async function authenticate(deps: Deps, provider: Provider, request: FastifyRequest): Promise<Caller> {
  const token = /^Bearer ([\w~.+/-]+=*)$/i.exec(request.headers.authorization ?? "")?.[1];
  const caller =
    token === undefined ? null : ((await callerOfToken(deps, token)) ?? (await callerOfSession(deps, provider, token)));
  if (caller === null) throw new PorteError("auth.refused", { url: deps.url() });
  return caller;
}

async function callerOfSession({ db }: Deps, provider: Provider, token: string): Promise<Caller | null> {
  const found = await provider.AccessToken.find(token);
  if (found === undefined || found.isExpired) return null;
  const granted = (found.scope ?? "").split(" ");
  const scopes = CLI_SCOPES.filter((scope) => granted.includes(scope));
  const [since, until] = [new Date((found.iat ?? 0) * 1000), new Date((found.exp ?? 0) * 1000)];
  return callerOfPerson(db, found.accountId, scopes, { since, until });
}

/** @throws {PorteError} `auth.forbidden` unless the caller's token has the scope. */
export function requireScope(request: FastifyRequest, scope: Schemas["Scope"]): Caller {
  const { caller } = request;
  if (caller === null) throw new PorteError("auth.refused", { url: request.url });
  const isOperators = scope === "operator" && caller.role !== "operator";
  if (!caller.scopes.includes(scope) || isOperators) throw new PorteError("auth.forbidden", { scope });
  return caller;
}
