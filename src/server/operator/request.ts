import type { Response } from "node-fetch";
import { type Line, readJson, send } from "../../client/http.ts";
import { PorteError } from "../../errors.ts";
import type { Unanswered } from "./unanswered.ts";

/** A company, as one person of its staff reaches it from this machine. */
export interface Office {
  readonly line: Line;
  /** What this machine keeps for that person and company. */
  readonly folder: string;
  readonly unanswered: Unanswered;
  /** Told where an answer is that of an earlier command, with the moment of it. */
  readonly answeredBefore: (at: string) => void;
}

/** How a request is asked, beyond its words. */
export interface Asking {
  /** The version that was seen, for what changes it. */
  readonly ifMatch?: string | null;
  /** What was typed of the body, where the clock says the rest. */
  readonly typed?: object;
  /** What the answer must hold at least: the same names with values of the same types; a list's first item stands for all. */
  readonly like?: object;
}

/** Tries of one request, and pauses between them, as `send` makes them. */
const TRIES = 3;
const PAUSES_MS = 12_000;

/**
 * Asks the company's own API as one of its staff; a write once only, by a key that is kept until it is answered.
 * @throws {PorteError} what `send` throws, and `server.not_porte` for an answer that lacks what it must hold.
 */
export async function ask<Answer>(
  office: Office,
  method: "GET" | "POST",
  path: string,
  body?: object,
  { ifMatch = null, typed, like = {} }: Asking = {},
): Promise<Answer> {
  const { line, unanswered } = office;
  if (method === "GET") return read(line, await send(line, { method, path }), like);
  const waitMs = line.timeoutMs * TRIES + PAUSES_MS;
  return unanswered.send({ method, path, body, typed, ifMatch }, waitMs, async (sending) => {
    const response = await send(line, {
      method,
      path,
      ...(sending.body === undefined ? {} : { json: sending.body }),
      headers: sending.ifMatch ? { "if-match": sending.ifMatch } : {},
      idempotencyKey: sending.key,
    });
    const answer = await read<Answer>(line, response, like);
    if (sending.before !== null && response.headers.get("idempotency-replayed") === "true")
      office.answeredBefore(sending.before);
    return answer;
  });
}

/** More pages than any company has: a list that goes on is none. */
const MOST_PAGES = 5_000;

/** Reads a whole list, page by page. @throws {PorteError} as `ask`; `server.not_porte` for a list without an end. */
export async function askAll<Item>(office: Office, path: string, like: object): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let cursor: string | null = "";
  do {
    const after: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Item> = await ask(office, "GET", `${path}?limit=100${after}`, undefined, {
      like: { items: [like] },
    });
    for (const item of page.items) items.push(item);
    seen.add(cursor);
    cursor = page.nextCursor ?? null;
    if (cursor !== null && (seen.has(cursor) || seen.size >= MOST_PAGES))
      throw new PorteError("server.not_porte", { url: office.line.url });
  } while (cursor !== null);
  return items;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | null;
}

async function read<Answer>({ url }: Line, response: Response, like: object): Promise<Answer> {
  const answer: unknown = await readJson(url, response).catch((cause: unknown) => {
    if (cause instanceof PorteError) throw cause;
    throw new PorteError("server.unreachable", { url, reason: (cause as Error).message }, { cause });
  });
  if (!isLike(answer, like)) throw new PorteError("server.not_porte", { url });
  return answer as Answer;
}

/** Says whether a value holds what another holds: the same names, with values of the same types. */
function isLike(value: unknown, model: unknown): boolean {
  if (Array.isArray(model)) {
    const [item] = model;
    return Array.isArray(value) && (item === undefined || value.every((one) => isLike(one, item)));
  }
  if (typeof model !== "object" || model === null) return typeof value === typeof model;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(model).every(([name, inner]) => isLike((value as Record<string, unknown>)[name], inner));
}
