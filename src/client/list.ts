import type { components } from "../contract/types.ts";
import { type Failures, PorteError } from "../errors.ts";
import type { AnswerName } from "./answer.ts";
import { ask, type Line } from "./http.ts";

/** The answers that are one page of a list. */
export type PageName = Extract<AnswerName, `${string}Page`>;

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

const MOST_ITEMS = 100_000;
/** A page holds fifty items where nothing else is asked for. */
const MOST_PAGES = 2_000;
const MOST_BYTES = 16 * 1024 * 1024;
/** A list may take as long as so many answers. */
const LONGEST_IN_LIMITS = 20;

/**
 * Reads a whole list, or its first items, page after page.
 * @throws {PorteError} `server.answer` for a list that comes back to where it was, or does not end; what `ask` throws.
 */
export async function listOf<Name extends PageName>(
  line: Line,
  name: Name,
  path: string,
  most: number = Number.POSITIVE_INFINITY,
): Promise<components["schemas"][Name]["items"]> {
  const items: unknown[] = [];
  const seen = new Set<string>();
  const end = performance.now() + LONGEST_IN_LIMITS * line.timeoutMs;
  let bytes = 0;
  for (let cursor: string | null = null; ; ) {
    const page: { value: Page; bytes: number } = await ask(line, name, { method: "GET", path: pagePath(path, cursor) });
    const { items: more, nextCursor } = page.value;
    for (const item of more) items.push(item);
    bytes += page.bytes;
    if (nextCursor === null || items.length >= most)
      return items.slice(0, most) as components["schemas"][Name]["items"];
    if (seen.has(nextCursor)) throw endless(line, "endless");
    if (isLarge(items.length, seen.size, bytes)) throw endless(line, "large");
    if (performance.now() > end)
      throw new PorteError("server.timeout", { url: line.url, seconds: (LONGEST_IN_LIMITS * line.timeoutMs) / 1000 });
    seen.add(nextCursor);
    cursor = nextCursor;
  }
}

function isLarge(items: number, pages: number, bytes: number): boolean {
  return items > MOST_ITEMS || pages >= MOST_PAGES || bytes > MOST_BYTES;
}

function endless({ url }: Line, fault: Failures["server.answer"]["fault"]): PorteError<"server.answer"> {
  return new PorteError("server.answer", { url, fault, at: "nextCursor" });
}

function pagePath(path: string, cursor: string | null): string {
  if (cursor === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
}
