import { isUtf8 } from "node:buffer";
import { formatOf } from "./format.ts";
import { bytesOf, type TableSource } from "./source.ts";

/** The letters of a text file. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Looks at the bytes of a file one piece after the other, to find how its letters are written. */
export class Encodings {
  private head = Buffer.alloc(0);
  private rest = Buffer.alloc(0);
  private isUtf8 = true;

  see(piece: Uint8Array): void {
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, piece]).subarray(0, HEAD_BYTES);
    if (!this.isUtf8) return;
    const bytes =
      this.rest.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([this.rest, piece]);
    const whole = wholeLetters(bytes);
    this.isUtf8 = isUtf8(bytes.subarray(0, whole));
    this.rest = Buffer.from(bytes.subarray(whole));
  }

  /** What the file is written in, once all of it was seen. A mark decides; else what no other letters could be. */
  encoding(): Encoding {
    const { head } = this;
    if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
    if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
    const [even, odd] = zerosOf(head);
    const pairs = Math.floor(head.length / 2);
    if (odd > pairs * ZEROS_OF_UTF16 && even < odd) return "utf-16le";
    if (even > pairs * ZEROS_OF_UTF16 && odd < even) return "utf-16be";
    return this.isUtf8 && isUtf8(this.rest) ? "utf-8" : "windows-1252";
  }
}

const HEAD_BYTES = 64 * 1024;
/** Of a French text in UTF-16 nearly every other byte is zero; of one in another encoding, none. */
const ZEROS_OF_UTF16 = 0.3;

/** How many of the bytes at even and at odd places are zero. */
function zerosOf(head: Buffer): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[(index % 2) as 0 | 1] += 1;
  return zeros;
}

/** How many bytes hold whole letters of UTF-8: the last one may be cut where a piece ends. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < lengthOf(byte) ? bytes.length - back : bytes.length;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

function lengthOf(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}

/** Reads pieces of a file as text. */
export async function* textOf(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** A text is read whole up to this: calendars of many years are smaller. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** Reads all of a source as text, in whatever letters; null for a workbook. @throws {PorteError} `file.unreadable`. */
export async function textIn(source: TableSource): Promise<string | null> {
  const bytes = await bytesOf(source, MAX_TEXT_BYTES);
  if (formatOf(bytes) === "zip") return null;
  const encodings = new Encodings();
  encodings.see(bytes);
  return new TextDecoder(encodings.encoding()).decode(bytes);
}
