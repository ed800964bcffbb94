import type { FastifyReply, FastifyRequest } from "fastify";
import { type Alongside, callerOf } from "../auth/bearer.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { type Answer, once } from "./idempotency.ts";

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
/** A handler that is called for who has the scope alone, and what it reads in the statement that finds who asks. */
export interface Route {
  readonly scope: Schemas["Scope"];
  readonly handler: Handler;
  readonly alongside?: Alongside;
}

/** The handlers of one tag of the contract, by operation; those that are open to everybody name no scope. */
export type Handlers = Readonly<Record<string, Handler | Route>>;

/** Reads something for a caller whose token has the scope. */
export function reads<Query>(
  scope: Schemas["Scope"],
  read: (caller: Caller, query: Query, params: Record<string, string>, reply: FastifyReply) => Promise<unknown>,
): Route {
  const handler: Handler = async (request, reply) => {
    const caller = callerOf(request);
    const answer = await read(caller, request.query as Query, request.params as Record<string, string>, reply);
    if (typeof answer === "string") void reply.header("content-type", "application/json; charset=utf-8");
    return reply.send(answer);
  };
  return { scope, handler };
}

export interface Writing<Body> {
  readonly trx: Db;
  readonly caller: Caller;
  readonly body: Body;
  readonly params: Record<string, string>;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Writes something once for each idempotency key. */
export function writes<Body>(
  deps: Deps,
  scope: Schemas["Scope"],
  write: (writing: Writing<Body>) => Promise<Answer>,
): Route {
  const handler: Handler = async (request, reply) => {
    const caller = callerOf(request);
    const { body, params } = request as { body: Body; params: Record<string, string> };
    await answerOnce(deps, request, reply, { caller, fingerprint: fingerprintOf(body) }, (trx) =>
      write({
        trx,
        caller,
        body,
        params,
        ifMatch: header(request, "if-match"),
        ifNoneMatch: header(request, "if-none-match"),
      }),
    );
    return reply;
  };
  return { scope, handler };
}

/** What tells a request from another under its key. A password is none of it: its hash would be kept, fast and without salt. */
function fingerprintOf(body: unknown): string {
  return JSON.stringify(body, (name, value: unknown) => (name === "password" ? undefined : value));
}

/** Runs an effect under the request's idempotency key, and answers with what it gave, now or the first time. */
export async function answerOnce(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  by: { caller: Caller; fingerprint: string },
  effect: (trx: Db) => Promise<Answer>,
): Promise<void> {
  const key = header(request, "idempotency-key") ?? "";
  const { status, body, etag, replayed } = await once(
    deps,
    by.caller,
    { key, request: [request.method, request.url, by.fingerprint] },
    effect,
  );
  if (etag !== null) void reply.header("etag", etag);
  if (replayed) void reply.header("idempotency-replayed", "true");
  void reply.code(status).send(body);
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
