import { createReadStream, statSync } from "node:fs";
import { PorteError } from "../../errors.ts";

/** The bytes of a table, which may be read more than once. */
export interface TableSource {
  /** What it is called in what is said of it. */
  readonly name: string;
  /** All of its bytes, from the first. @throws {PorteError} `file.unreadable`. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** What comes from a pipe is kept in memory: no more than this. */
const MAX_PIPED_BYTES = 64 * 1024 * 1024;

/** A table that is a file; one that can be read only once, as a pipe, is kept as it is read. */
export function fileSource(file: string): TableSource {
  const piped = pipedSource(file, piecesOf(file));
  return {
    name: file,
    async *pieces() {
      yield* isPlain(file) ? piecesOf(file) : piped.pieces();
    },
  };
}

/** A table whose bytes come but once, as those of stdin. */
export function pipedSource(name: string, pieces: AsyncIterable<Uint8Array>): TableSource {
  let kept: Promise<readonly Uint8Array[]> | null = null;
  return {
    name,
    async *pieces() {
      kept ??= collected(name, pieces);
      yield* await kept;
    },
  };
}

/** A table whose bytes are at hand. */
export function bytesSource(name: string, bytes: Uint8Array): TableSource {
  return {
    name,
    async *pieces() {
      yield bytes;
    },
  };
}

function isPlain(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

async function collected(name: string, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > MAX_PIPED_BYTES) throw unreadable(name, { code: "EFBIG" });
    all.push(piece);
  }
  return all;
}

/** So many of the first bytes of a file, or all of a shorter one: a pipe may give them one by one. @throws {PorteError} `file.unreadable`. */
export async function firstBytes({ pieces }: TableSource, max: number): Promise<Buffer> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces()) {
    first.push(piece);
    length += piece.length;
    if (length >= max) break;
  }
  return Buffer.concat(first).subarray(0, max);
}

/** All the bytes of a file, no more than it may have. @throws {PorteError} `file.unreadable`, or what is said of one that is too large. */
export async function bytesOf(
  { name, pieces }: TableSource,
  maxBytes: number,
  tooLarge: () => PorteError = () => unreadable(name, { code: "EFBIG" }),
): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces()) {
    length += piece.length;
    if (length > maxBytes) throw tooLarge();
    all.push(piece);
  }
  return Buffer.concat(all);
}

function unreadable(file: string, cause: unknown): PorteError<"file.unreadable"> {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
}
