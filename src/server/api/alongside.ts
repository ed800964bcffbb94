import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../auth/bearer.ts";
import { askedBy } from "../auth/caller.ts";
import { pageOf } from "../db/as-json.ts";
import type { Caller, Schemas } from "../deps.ts";
import type { PageQuery } from "./paging.ts";
import type { Handler, Route } from "./route.ts";

interface Reading<Row> {
  /** The statement's name, and its columns over `caller`; its own values start at `$3`. */
  readonly name: string;
  readonly columns: string;
  /** @throws {PorteError} `company.invalid`. */
  readonly values?: (request: FastifyRequest) => readonly unknown[];
  /** The answer, as JSON text or to be made JSON. */
  readonly answer: (row: Row, caller: Caller, request: FastifyRequest, reply: FastifyReply) => string | object;
  /** Whether who has the same answer already is told so. */
  readonly isTagged?: boolean;
}

/** Reads something for a caller whose token has the scope, in one statement with who asks. */
export function readsAlongside<Row>(scope: Schemas["Scope"], reading: Reading<Row>): Route {
  const { name, columns, values = () => [], answer, isTagged = false } = reading;
  const handler: Handler = async (request, reply) => {
    const caller = callerOf(request);
    /** Nothing was found where the question is none: this says what of it is wrong. */
    if (request.found === null) values(request);
    const content = answer(request.found as Row, caller, request, reply);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    return isTagged && isKnown(request, reply, text)
      ? reply.code(304).send()
      : reply.header("content-type", "application/json; charset=utf-8").send(text);
  };
  return { scope, handler, alongside: { prepared: askedBy(name, columns), values } };
}

/** Says whether who asks has this answer already; it is named by what it says, where nothing else names it. */
function isKnown(request: FastifyRequest, reply: FastifyReply, text: string): boolean {
  const own = reply.getHeader("etag");
  const tag = typeof own === "string" ? own : `W/"${hash("sha1", text, "base64url")}"`;
  void reply.header("etag", tag);
  const { "if-none-match": known = "" } = request.headers;
  return known.split(",").some((one) => weak(one) === weak(tag));
}

function weak(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

interface Listing {
  readonly name: string;
  readonly rows: string;
  readonly shown: string;
  readonly text?: string;
  readonly key: string;
  readonly values: (query: PageQuery & { month?: string }) => readonly unknown[];
  readonly isTagged?: boolean;
}

/** Where a list's page starts, and how many items it holds: the first two values of each list. */
export const START = "$3";
export const MOST = "$4::int + 1";

/** Lists what a caller whose token has the scope may read, page by page. */
export function lists(scope: Schemas["Scope"], { name, values, isTagged = false, ...page }: Listing): Route {
  return readsAlongside<{ page: string }>(scope, {
    name,
    columns: `${pageOf({ ...page, limit: "$4::int" })} as page`,
    values: ({ query }) => values(query as PageQuery),
    answer: ({ page: text }) => text,
    isTagged,
  });
}
