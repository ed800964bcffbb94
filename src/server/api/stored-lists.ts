import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { askedBy } from "../auth/caller.ts";
import { pageOf } from "../db/as-json.ts";
import { weakTag } from "../http/answered.ts";
import { type Listing, sendJson } from "./alongside.ts";
import type { OperationId } from "./operation.ts";
import type { Handler } from "./route.ts";

/** A page as it was sent last, and what its rows were then. */
interface SentPage {
  readonly version: string;
  readonly content: Buffer;
  readonly etag: string;
}

/** How much of the process's memory the pages of one list take, and how long one is kept. */
const MAX_BYTES = 16 * 1_024 * 1_024;
const MAX_AGE_MS = 5 * 60 * 1_000;

/** What a page's rows are: each one's identifier, and the transaction that wrote it last. */
const VERSION = "coalesce(bit_xor(hash_record_extended(row(one.id, one.written), 0)), 0)::text || '.' || count(*)";

/** What is read: `page` is null where it is the one that was sent last. */
interface Found {
  readonly version: string;
  readonly page: string | null;
}

/**
 * Lists rows that keep their own text, page by page. The page that was sent last to the same token stays in memory, and is sent again
 * while the database says, in the statement that finds who asks, that none of its rows was written since. The rows must give
 * `xmin as written`, and show nothing but what is theirs.
 */
export function storedLists<Id extends OperationId>(listing: Listing<Id>): Handler<Id> {
  const { name, values, ...page } = listing;
  const sent = new LRUCache<string, SentPage>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ content }) => content.length,
    ttl: MAX_AGE_MS,
  });
  const known = new WeakMap<FastifyRequest, SentPage>();
  const beside = `cross join lateral (select version, case when version is distinct from $${lastPlace(page.rows) + 1}::text
      then ${pageOf({ ...page, limit: "$4::int" })} end as page
    from (select ${VERSION} as version from (${page.rows}) one) now) found`;

  const valuesOf = (request: FastifyRequest) => {
    const last = sent.get(keyOf(request));
    if (last !== undefined) known.set(request, last);
    return [...values(request.query as Parameters<typeof values>[0]), last?.version ?? null];
  };
  return {
    handler: async (request, reply) => {
      /** Nothing was found where the question is none: this says what of it is wrong. */
      if (request.found === null) valuesOf(request);
      const { version, page: text } = request.found as Found;
      const last = known.get(request);
      if (text === null && last !== undefined) return sendJson(reply.header("etag", last.etag), last.content);
      const content = Buffer.from(text ?? "", "utf8");
      const etag = weakTag(content);
      sent.set(keyOf(request), { version, content, etag });
      return sendJson(reply.header("etag", etag), content);
    },
    alongside: { prepared: askedBy(name, "found.version, found.page", beside), values: valuesOf },
  };
}

/** The last value that a question names, as `$7` does. */
function lastPlace(question: string): number {
  return Math.max(...Array.from(question.matchAll(/\$(\d+)/g), ([, place]) => Number(place)));
}

/** One token's question. The token itself is not kept. */
function keyOf({ headers, url }: FastifyRequest): string {
  return hash("sha256", `${headers.authorization} ${url}`, "base64");
}
