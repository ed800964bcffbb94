import { type IncomingMessage, request } from "node:http";
import type { Agent, RequestOptions } from "node:https";
import type { AnswerHeaders } from "./answer.ts";

/** What is asked of an address. */
export interface Question {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Whether an answer that sends elsewhere is one, or a failure: nobody is followed. */
  readonly redirect: "error" | "manual";
  readonly signal: AbortSignal;
  /** What the answer may hold, once it is decoded. */
  readonly maxBytes?: number;
  /** What opens the line; Node's own where nothing is said. */
  readonly agent?: Agent;
}

/** What came for it: its head, and its body, which is read once, whole or as it comes. */
export interface Reply {
  readonly status: number;
  readonly headers: AnswerHeaders & Iterable<readonly [string, string]>;
  /** @throws {TooLargeError} for more than was to be taken; what Node throws for a body that is cut. */
  whole(): Promise<Buffer>;
  pieces(): AsyncIterable<Buffer>;
}

/** An answer holds more than was to be taken. */
class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/** An answer sends elsewhere. */
class RedirectError extends Error {
  override readonly name = "RedirectError";
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Asks an address over HTTP, once, by Node's own client; the libraries of TLS and of what is packed are loaded where they are met.
 * @throws what Node throws where nobody answers, or where the signal ends it.
 */
export async function exchange(asked: string, question: Question): Promise<Reply> {
  const { method = "GET", headers, body, redirect, signal, maxBytes = Number.POSITIVE_INFINITY, agent } = question;
  const url = new URL(asked);
  const ask = url.protocol === "https:" ? (await import("node:https")).request : request;
  const sent = { "accept-encoding": "gzip, br", ...headers };
  const options: RequestOptions = { method, headers: sent, signal, ...(agent === undefined ? {} : { agent }) };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    ask(url, options, resolve).on("error", reject).end(body);
  });
  /** What ends it before it is read is told by its reading. */
  answer.on("error", () => undefined);
  const { statusCode: status = 0 } = answer;
  if (redirect === "error" && REDIRECTS.includes(status)) {
    answer.destroy();
    throw new RedirectError(`${asked} sends elsewhere`);
  }
  return {
    status,
    headers: headersOf(answer),
    whole: () => readWhole(answer, maxBytes),
    pieces: () => answer,
  };
}

function headersOf({ headers }: IncomingMessage): Reply["headers"] {
  const textOf = (value: string | readonly string[]) => (typeof value === "string" ? value : value.join(", "));
  return {
    get: (name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : textOf(value);
    },
    *[Symbol.iterator]() {
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) yield [name, textOf(value)] as const;
    },
  };
}

/** Reads a body to its end, unpacked. */
async function readWhole(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = answer.headers["content-encoding"];
  const unpacker = encoding === undefined ? null : await unpackerOf(encoding);
  if (answer.errored) throw answer.errored;
  const body = unpacker === null ? answer : answer.pipe(unpacker);
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const fail = (failure: Error) => {
      reject(failure);
      body.destroy();
      answer.destroy();
    };
    body.on("data", (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > maxBytes) fail(new TooLargeError(`more than ${maxBytes} bytes`));
    });
    body.on("end", () => resolve(Buffer.concat(pieces)));
    body.on("error", fail);
    if (unpacker !== null) answer.on("error", fail);
  });
}

/** What unpacks a body; null for one that is as it was written, or packed in a way that was not asked for. */
async function unpackerOf(encoding: string) {
  if (!["gzip", "x-gzip", "br"].includes(encoding)) return null;
  const { createBrotliDecompress, createGunzip } = await import("node:zlib");
  return encoding === "br" ? createBrotliDecompress() : createGunzip();
}
