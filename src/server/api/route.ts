import type { FastifyReply, FastifyRequest } from "fastify";
import { type Alongside, callerOf } from "../auth/bearer.ts";
import type { Caller, Db, Deps } from "../deps.ts";
import { weakTag } from "../http/answered.ts";
import { type Answer, once } from "./idempotency.ts";
import type { AnswerOf, Body, OperationId, Params, Query } from "./operation.ts";

/** What answers an operation, and what it reads in the statement that finds who asks. */
export interface Handler<Id extends OperationId> {
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  readonly alongside?: Alongside;
  /** The operation, for the compiler alone. */
  readonly operation?: Id;
}

/** What answers each operation of the contract: one that is missing, misspelt or of other types does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** A request as its operation has it, and who asks. */
export interface Asked<Id extends OperationId> {
  readonly caller: Caller;
  readonly params: Params<Id>;
  readonly query: Query<Id>;
  readonly body: Body<Id>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Gives a handler what was asked; its body and parameters were checked by the contract's own schemas. */
function asked<Id extends OperationId>(request: FastifyRequest, reply: FastifyReply): Asked<Id> {
  const { params, query, body } = request as Pick<Asked<Id>, "params" | "query" | "body">;
  return { caller: callerOf(request), params, query, body, request, reply };
}

/** Reads something for its caller; what the database has written as JSON is sent as it is. */
export function reads<Id extends OperationId>(read: (asked: Asked<Id>) => Promise<AnswerOf<Id> | string>): Handler<Id> {
  return {
    handler: async (request, reply) => {
      const answer = await read(asked<Id>(request, reply));
      if (typeof answer === "string") void reply.header("content-type", "application/json; charset=utf-8");
      return reply.send(answer);
    },
  };
}

/** Tells what is open to everybody. */
export function tells<Id extends OperationId>(read: () => Promise<AnswerOf<Id>>): Handler<Id> {
  return { handler: async (_request, reply) => reply.send(await read()) };
}

/** A document that is made of facts: they name its version, however it is drawn. */
export interface Document {
  readonly name: string;
  readonly facts: object;
  readonly draw: () => Promise<Buffer>;
}

/** Prints a document for its caller. */
export function prints<Id extends OperationId>(find: (asked: Asked<Id>) => Promise<Document>): Handler<Id> {
  return {
    handler: async (request, reply) => {
      const { name, facts, draw } = await find(asked<Id>(request, reply));
      void reply
        .header("etag", weakTag(JSON.stringify(facts)))
        .header("content-type", "application/pdf")
        .header("content-disposition", `attachment; filename="${name}"`);
      return reply.send(await draw());
    },
  };
}

/** Answers in a way of its own. */
export function answers<Id extends OperationId>(answer: (asked: Asked<Id>) => Promise<unknown>): Handler<Id> {
  return { handler: (request, reply) => answer(asked<Id>(request, reply)) };
}

export interface Writing<Id extends OperationId> extends Omit<Asked<Id>, "request" | "reply"> {
  readonly trx: Db;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Writes something once for each idempotency key. */
export function writes<Id extends OperationId>(
  deps: Deps,
  write: (writing: Writing<Id>) => Promise<Answer<AnswerOf<Id>>>,
): Handler<Id> {
  return {
    handler: async (request, reply) => {
      const { caller, params, query, body } = asked<Id>(request, reply);
      const versions = { ifMatch: header(request, "if-match"), ifNoneMatch: header(request, "if-none-match") };
      await answerOnce(deps, request, reply, { caller, fingerprint: fingerprintOf(body) }, (trx) =>
        write({ trx, caller, params, query, body, ...versions }),
      );
      return reply;
    },
  };
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
