import { hash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * Names what each reading answers by an `ETag`: its own where its handler gave one, else one made from what it says. Who names it has
 * it already, and is told so with a 304 instead of being sent it again.
 */
export function tagAnswers(api: FastifyInstance): void {
  api.addHook("onSend", (request, reply, content, next) => {
    if (isReading(request) && reply.statusCode === 200 && isWhole(content)) {
      const tag = tagOf(reply, content);
      void reply.header("etag", tag);
      if (isKnown(request, tag)) return next(null, notAgain(reply));
    }
    next(null, content);
  });
}

function isReading({ method }: FastifyRequest): boolean {
  return method === "GET" || method === "HEAD";
}

function isWhole(content: unknown): content is string | Buffer {
  return typeof content === "string" || Buffer.isBuffer(content);
}

function tagOf(reply: FastifyReply, content: string | Buffer): string {
  const own = reply.getHeader("etag");
  return typeof own === "string" ? own : weakTag(content);
}

/** An `ETag` made from what is said. */
export function weakTag(content: string | Buffer): string {
  return `W/"${hash("sha1", content, "base64url")}"`;
}

function isKnown({ headers }: FastifyRequest, tag: string): boolean {
  const { "if-none-match": known = "" } = headers;
  return known.split(",").some((one) => opaque(one) === opaque(tag));
}

/** Two tags are the same whether weak or not (RFC 9110, 13.1.2). */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

function notAgain(reply: FastifyReply): null {
  void reply.code(304).removeHeader("content-type").removeHeader("content-length").removeHeader("content-disposition");
  return null;
}
