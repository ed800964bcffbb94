import { parseStamp } from "../../domain/events/stamp.ts";

/** A line of a calendar: `NAME;PARAM=value:value`. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** Where it begins in the file, from 1. */
  readonly number: number;
}

/** A line that is none: neither a name nor a value, or quotes that nothing closes. */
export interface BadLine {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a calendar, each with what it is folded into: CRLF, LF or CR, and one blank (RFC 5545, 3.1). Folds are undone on the
 * bytes, as many programs fold within a letter; a line that is not UTF-8 is then read as Windows-1252. Lines that are not wanted are passed over unread.
 */
export function* linesOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Generator<ContentLine | BadLine> {
  let open: { readonly number: number; readonly pieces: string[] | null } | null = null;
  let number = 0;
  for (const piece of piecesOf(withoutMark(bytes))) {
    number += 1;
    if (open !== null && /^[ \t]/.test(piece)) {
      open.pieces?.push(piece.slice(1));
      continue;
    }
    yield* lineFrom(open);
    open = { number, pieces: isWorthReading(piece, isWanted) ? [piece] : null };
  }
  yield* lineFrom(open);
}

/** What stands between the ends of lines. */
function* piecesOf(file: string): Generator<string> {
  const end = file.includes("\n") ? "\n" : "\r";
  for (let from = 0; from <= file.length; ) {
    const at = file.indexOf(end, from);
    const to = at === -1 ? file.length : at;
    yield file.slice(from, to > from && file[to - 1] === "\r" ? to - 1 : to);
    from = to + 1;
  }
}

/** The bytes as letters of one byte each; UTF-16 is first made UTF-8. */
function withoutMark(bytes: Uint8Array): string {
  const [one, other, third] = bytes;
  const wide = one === 0xff && other === 0xfe ? "utf-16le" : one === 0xfe && other === 0xff ? "utf-16be" : null;
  if (wide !== null) return Buffer.from(new TextDecoder(wide).decode(bytes)).toString("latin1");
  const rest = one === 0xef && other === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  return Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength).toString("latin1");
}

const NAME = /^([A-Za-z0-9-]+)[;:]/;
const LONGEST_NAME = 80;

function isWorthReading(piece: string, isWanted: (name: string) => boolean): boolean {
  if (piece.trim() === "") return false;
  const name = NAME.exec(piece.slice(0, LONGEST_NAME))?.[1];
  return name === undefined || isWanted(name.toUpperCase());
}

/** A line, once all its pieces are there; nothing of one that is passed over. */
function* lineFrom(
  open: { readonly number: number; readonly pieces: readonly string[] | null } | null,
): Generator<ContentLine | BadLine> {
  if (open === null || open.pieces === null) return;
  const { number } = open;
  const text = decoded(open.pieces.join(""));
  const name = NAME.exec(text.slice(0, LONGEST_NAME))?.[1];
  const rest = name === undefined ? null : parametersOf(text, name.length);
  if (name === undefined || rest === null) yield { number, text };
  else yield { number, name: name.toUpperCase(), ...rest };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows = new TextDecoder("windows-1252");

function decoded(raw: string): string {
  if (!/[\u0080-\u00ff]/.test(raw)) return raw;
  const bytes = Buffer.from(raw, "latin1");
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}

/** The parameters from a place of a line on, and the value behind them; a colon within quotes ends nothing. */
function parametersOf(text: string, from: number): Pick<ContentLine, "parameters" | "value"> | null {
  const parameters = new Map<string, string>();
  let at = from;
  while (text[at] === ";") {
    const equals = text.indexOf("=", at);
    const end = endOfParameter(text, at + 1);
    if (end === -1) return null;
    if (equals !== -1 && equals < end)
      parameters.set(
        text
          .slice(at + 1, equals)
          .trim()
          .toUpperCase(),
        text.slice(equals + 1, end).replaceAll('"', ""),
      );
    at = end;
  }
  return { parameters, ...unquoted(text.slice(at + 1), parameters) };
}

/**
 * `TZID=tzone://Microsoft/Utc:20261103T080000`: a zone whose colons nobody quoted ends at the first of them that a time follows, which may
 * have colons of its own; without any, before the last one.
 */
function unquoted(value: string, parameters: Map<string, string>): Pick<ContentLine, "value"> {
  const zone = parameters.get("TZID");
  if (zone === undefined || !value.includes(":")) return { value };
  const places = [0, ...[...value.slice(0, LONGEST_ZONE).matchAll(/:/g)].map(({ index }) => index + 1)];
  const timed = places.find((at) => beginsWithTime(value.slice(at, at + LONGEST_STAMP)));
  const place = timed ?? value.lastIndexOf(":") + 1;
  if (place > 0) parameters.set("TZID", `${zone}:${value.slice(0, place - 1)}`);
  return { value: value.slice(place) };
}

const LONGEST_ZONE = 200;
const LONGEST_STAMP = 40;

/** A time, the first of a list, or the first of a period. */
function beginsWithTime(text: string): boolean {
  return parseStamp(text.split(/[,/]/)[0] ?? "") !== null;
}

function endOfParameter(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === ";" || letter === ":")) return at;
  }
  return -1;
}

/** A text as it was before its commas, semicolons and ends of lines were written for a calendar (RFC 5545, 3.3.11). */
export function plainText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}

/** The parts of a list that commas separate, those within a text left alone. */
export function listOf(value: string): string[] {
  return value.match(/(?:\\.|[^\\,])+/gs) ?? [];
}
