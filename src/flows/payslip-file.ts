import { readFileSync, statSync } from "node:fs";
import { constants, inflateSync } from "node:zlib";
import { type PrintedLines, readCode } from "../domain/payslip-code.ts";
import { PorteError } from "../errors.ts";

/** A payslip's file as it was read: its bytes, its signed document and what its pages print. */
export interface PayslipFile {
  readonly bytes: Uint8Array;
  /** The attachment, as it stands in the file. */
  readonly text: string;
  readonly code: NonNullable<ReturnType<typeof readCode>>;
  readonly lines: PrintedLines;
}

const MOST_BYTES = 10 * 1024 * 1024;
/** What a file may hold once nothing in it is compressed: a few kilobytes can be made to fill a memory. */
const MOST_INFLATED = 32 * 1024 * 1024;
const MOST_ATTACHED = 8 * 1024;
const MOST_PAGES = 4;

type Fault = "not-pdf" | "encrypted" | "damaged" | "too-large" | "no-code" | "two-codes" | "not-signed";

/**
 * Reads a payslip's PDF and asks nobody.
 * @throws {PorteError} `file.unreadable`, and `payslip.unreadable` for a file that is not a payslip with its signed facts.
 */
export async function readPayslipFile(file: string): Promise<PayslipFile> {
  const refuse = (fault: Fault) => new PorteError("payslip.unreadable", { file, fault });
  const bytes = bytesOf(file, refuse);
  const fault = faultOf(bytes);
  if (fault !== null) throw refuse(fault);
  const read = await contentOf(bytes).catch(() => null);
  if (read === null) throw refuse("damaged");
  const [attached, ...others] = read.attachments;
  if (attached === undefined) throw refuse("no-code");
  if (others.length > 0) throw refuse("two-codes");
  const text = attached.length > MOST_ATTACHED ? "" : new TextDecoder().decode(attached);
  const code = readCode(text);
  if (code === null) throw refuse("not-signed");
  return { bytes, text, code, lines: read.lines };
}

function bytesOf(file: string, refuse: (fault: Fault) => PorteError): Uint8Array {
  try {
    /** A device says no size and has no end. */
    const found = statSync(file);
    if (!found.isFile()) throw new Error("not a plain file");
    if (found.size > MOST_BYTES) throw refuse("too-large");
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}

/** Looks at a file before a library opens it. */
function faultOf(bytes: Uint8Array): Fault | null {
  const text = new TextDecoder("latin1").decode(bytes);
  if (!text.startsWith("%PDF-")) return "not-pdf";
  if (/\/Encrypt(?![A-Za-z0-9])/.test(text)) return "encrypted";
  let left = MOST_INFLATED;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const head = text.slice(Math.max(0, text.lastIndexOf(" obj", index)), index);
    if (head.endsWith("end") || !head.includes("/Filter")) continue;
    /** One filter, and that one: layers of them hide their size. */
    if ((head.match(/Decode(?!Parms)/g) ?? []).length !== 1 || !head.includes("/FlateDecode")) return "damaged";
    const size = inflatedSize(bytes.subarray(text.indexOf("\n", index) + 1), left);
    if (size === null) return "too-large";
    left -= size;
  }
  return null;
}

/** How much a stream holds; null past a limit. What is no stream at all is left to who reads it. */
function inflatedSize(bytes: Uint8Array, most: number): number | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? null : 0;
  }
}

interface Content {
  readonly attachments: readonly Uint8Array[];
  readonly lines: PrintedLines;
}

async function contentOf(bytes: Uint8Array): Promise<Content> {
  const { getDocumentProxy } = await import("unpdf");
  /** The library keeps what it is given. */
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  const attached: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  const lines: string[][] = [];
  for (let page = 1; page <= Math.min(document.numPages, MOST_PAGES); page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    lines.push(...linesOf(items.flatMap((item) => ("str" in item ? [pieceOf(item)] : []))));
  }
  return { attachments: Object.values(attached).map(({ content }) => content), lines };
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function pieceOf({ str, transform }: { str: string; transform: number[] }): Piece {
  return { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0 };
}

/** Texts this close to one another, up and down, are on one line: smaller letters stand a little higher. */
const ONE_LINE = 2.5;

function linesOf(pieces: readonly Piece[]): string[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== "").toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last !== undefined && (last[0]?.y ?? 0) - piece.y <= ONE_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x).map(({ text }) => text));
}
