import { type LawFile, topOf, wrong } from "./place.ts";

const MOST_DEPTH = 16;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** A place of the JSON that is being read: the keys of an object so far, or how many items of a list. */
interface Level {
  readonly keys: Set<string> | null;
  readonly place: LawFile;
  items: number;
  key: string;
}

/**
 * Refuses what a reader of JSON passes over in silence: a key that is written twice, of which the last would win, and more levels than a
 * file of law has. The text is JSON already.
 * @throws {PorteError} `law.file`.
 */
export function assertPlain(text: string, file: string): void {
  const levels: Level[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === "{" || token === "[") levels.push(opened(token, levels.at(-1), file, levels.length));
    else if (token === "}" || token === "]") levels.pop();
    else readWithin(levels.at(-1), token, tokens[index + 1] === ":");
  }
}

/** Counts the items of a list, and takes the keys of an object. */
function readWithin(level: Level | undefined, token: string, isKey: boolean): void {
  if (level === undefined) return;
  if (token === ",") level.items += 1;
  else if (isKey) addKey(level, token);
}

function opened(token: string, parent: Level | undefined, file: string, depth: number): Level {
  const place = parent === undefined ? topOf(file) : parent.place.at(parent.keys === null ? parent.items : parent.key);
  if (depth >= MOST_DEPTH) throw wrong(place, "", "depth", [String(MOST_DEPTH)]);
  return { keys: token === "{" ? new Set() : null, place, items: 0, key: "" };
}

function addKey(level: Level, token: string): void {
  const key = String(JSON.parse(token));
  if (level.keys?.has(key)) throw wrong(level.place.at(key), key, "repeated");
  level.keys?.add(key);
  level.key = key;
}
