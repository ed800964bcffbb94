import type { FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../auth/bearer.ts";
import { askedBy } from "../auth/caller.ts";
import { pageOf } from "../db/as-json.ts";
import type { Caller } from "../deps.ts";
import type { AnswerOf, OperationId, Params, Query } from "./operation.ts";
import type { Handler } from "./route.ts";

/** What is asked, before anything of it was checked: what the contract's types say is not so yet. */
export interface Unchecked<Id extends OperationId> {
  readonly params: Partial<Params<Id>>;
  readonly query: Partial<Query<Id>>;
}

interface Reading<Id extends OperationId, Row> {
  /** The statement's name, and its columns over `caller`; its own values start at `$3`. */
  readonly name: string;
  readonly columns: string;
  /** @throws {PorteError} `company.invalid`. */
  readonly values?: (asked: Unchecked<Id>) => readonly unknown[];
  /** The answer, as the JSON text that the database has written or to be made JSON. */
  readonly answer: (row: Row, asked: Checked<Id>) => string | AnswerOf<Id>;
}

/** What is asked, once the contract's schemas have checked it, and who asks. */
interface Checked<Id extends OperationId> {
  readonly caller: Caller;
  readonly params: Params<Id>;
  readonly query: Query<Id>;
  readonly reply: FastifyReply;
}

/** Reads something for its caller, in one statement with who asks. */
export function readsAlongside<Id extends OperationId, Row>(reading: Reading<Id, Row>): Handler<Id> {
  const { name, columns, values = () => [], answer } = reading;
  const valuesOf = (request: FastifyRequest) => values(request as unknown as Unchecked<Id>);
  return {
    handler: async (request, reply) => {
      /** Nothing was found where the question is none: this says what of it is wrong. */
      if (request.found === null) valuesOf(request);
      const { params, query } = request as unknown as Pick<Checked<Id>, "params" | "query">;
      const content = answer(request.found as Row, { caller: callerOf(request), params, query, reply });
      return sendJson(reply, bytesOf(typeof content === "string" ? content : JSON.stringify(content)));
    },
    alongside: { prepared: askedBy(name, columns), values: valuesOf },
  };
}

/** Sends what is JSON already. */
export function sendJson(reply: FastifyReply, content: string | Buffer): FastifyReply {
  return reply.header("content-type", "application/json; charset=utf-8").send(content);
}

/** A text that is longer is sent as bytes: they are made once, and not once to name it and once to send it. */
const SHORT = 4_096;

function bytesOf(text: string): string | Buffer {
  if (text.length < SHORT) return text;
  /** What has a byte for each letter is copied as it is, in a fraction of the time. */
  return Buffer.from(text, Buffer.byteLength(text) === text.length ? "latin1" : "utf8");
}

/** A list that a porté reads page by page. */
export interface Listing<Id extends OperationId> {
  readonly name: string;
  readonly rows: string;
  readonly shown?: string;
  readonly text?: string;
  readonly key: string;
  readonly values: (query: Partial<Query<Id>>) => readonly unknown[];
}

/** Where a list's page starts, and how many items it holds: the first two values of each list. */
export const START = "$3";
export const MAX_PAGE = "$4::int + 1";

/** Lists what its caller may read, page by page. */
export function lists<Id extends OperationId>({ name, values, ...page }: Listing<Id>): Handler<Id> {
  return readsAlongside<Id, { page: string }>({
    name,
    columns: `${pageOf({ ...page, limit: "$4::int" })} as page`,
    values: ({ query }) => values(query),
    answer: ({ page: text }) => text,
  });
}
