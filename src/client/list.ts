import { type Failures, PorteError } from "../errors.ts";
import { type AnswerOf, type Called, call, type Input, type InputArgument, type JsonOperationId } from "./call.ts";
import type { Connection } from "./http.ts";

/** The operations that answer one page of a list. */
export type ListOperationId = {
  [Id in JsonOperationId]: AnswerOf<Id> extends Page
    ? Input<Id> extends { readonly query?: { cursor?: string } }
      ? Id
      : never
    : never;
}[JsonOperationId];
/** What a list holds. */
export type ItemOf<Id extends ListOperationId> = AnswerOf<Id> extends { items: readonly (infer Item)[] } ? Item : never;

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** What is asked of a list: what its operation takes, and how many of its first items are wanted. */
type ListInput<Id extends ListOperationId> = Input<Id> & { readonly most?: number };
export type ListArgument<Id extends ListOperationId> =
  object extends ListInput<Id> ? [input?: ListInput<Id>] : [input: ListInput<Id>];

const MAX_ITEMS = 100_000;
/** A page holds fifty items where nothing else is asked for. */
const MAX_PAGES = 2_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** A list may take as long as so many answers. */
const LONGEST_IN_LIMITS = 20;

/**
 * Reads a whole list, or its first items, page after page.
 * @throws {PorteError} `server.answer` for a list that comes back to where it was, or does not end; what `call` throws.
 */
export async function list<Id extends ListOperationId>(
  connection: Connection,
  id: Id,
  ...[input]: ListArgument<Id>
): Promise<ItemOf<Id>[]> {
  const { most = Number.POSITIVE_INFINITY, query, ...rest } = (input ?? {}) as { most?: number; query?: object };
  const ask = (cursor: string | null) => {
    const asked = { ...rest, query: { ...query, ...(cursor === null ? {} : { cursor }) } };
    return call(connection, id, ...([asked] as unknown as InputArgument<Id>)) as Promise<Called<unknown>> as Promise<
      Called<Page>
    >;
  };
  const items: unknown[] = [];
  for await (const more of pagesOf(connection, ask)) {
    for (const item of more) items.push(item);
    if (items.length >= most) break;
  }
  return items.slice(0, most) as ItemOf<Id>[];
}

/** Reads page after page, within what a list may hold and take. */
async function* pagesOf(
  connection: Connection,
  ask: (cursor: string | null) => Promise<Called<Page>>,
): AsyncGenerator<readonly unknown[]> {
  const seen = new Set<string>();
  /** Counted from the first page on: most lists have no other, and the clock has a library loaded. */
  let end: number | null = null;
  let [bytes, count] = [0, 0];
  for (let cursor: string | null = null; ; ) {
    const page: Called<Page> = await ask(cursor);
    yield page.value.items;
    const { nextCursor } = page.value;
    if (nextCursor === null) return;
    bytes += page.bytes;
    count += page.value.items.length;
    if (seen.has(nextCursor)) throw endless(connection, "endless");
    if (isLarge(count, seen.size, bytes)) throw endless(connection, "large");
    end ??= performance.now() + LONGEST_IN_LIMITS * connection.timeoutMs;
    if (performance.now() > end)
      throw new PorteError("server.timeout", {
        url: connection.url,
        seconds: (LONGEST_IN_LIMITS * connection.timeoutMs) / 1000,
      });
    seen.add(nextCursor);
    cursor = nextCursor;
  }
}

function isLarge(items: number, pages: number, bytes: number): boolean {
  return items > MAX_ITEMS || pages >= MAX_PAGES || bytes > MAX_BYTES;
}

function endless({ url }: Connection, fault: Failures["server.answer"]["fault"]): PorteError<"server.answer"> {
  return new PorteError("server.answer", { url, fault, at: "nextCursor" });
}
