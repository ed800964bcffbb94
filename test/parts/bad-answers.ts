import { type IncomingHttpHeaders, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** An answer as a company gave it. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Every way in which an answer can be wrong on its way, whatever it says. */
export const BAD_KINDS = [
  "cut",
  "drip",
  "broken-chunk",
  "cut-chunk",
  "false-gzip",
  "cut-gzip",
  "longer-than-said",
  "shorter-than-said",
  "empty",
  "html",
  "null",
  "list",
  "object",
] as const;

/** One of them, at a share of the bytes. */
export interface BadAnswer {
  readonly kind: (typeof BAD_KINDS)[number];
  readonly share: number;
}

const DRIP_MS = 100;

/** The bytes of a whole answer, its head and its body. */
export function wire({ status, headers, body }: WholeAnswer, other: Readonly<Record<string, string>> = {}): Buffer {
  const { "content-length": _length, "transfer-encoding": _encoding, connection: _connection, ...kept } = headers;
  const all = { ...kept, "content-length": String(body.length), connection: "close", ...other };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}

/** Sends an answer that is wrong in one way, and ends the line. */
export function sendBad(socket: Socket, answer: WholeAnswer, { kind, share }: BadAnswer): void {
  socket.on("error", () => undefined);
  if (kind === "drip") drip(socket, wire(answer), share);
  else socket.end(badBytes(answer, kind, share));
}

function badBytes(answer: WholeAnswer, kind: Exclude<BadAnswer["kind"], "drip">, share: number): Buffer {
  const { body } = answer;
  const at = Math.floor(share * body.length);
  const said = (text: string, type: string) =>
    wire({ status: 200, headers: { "content-type": type }, body: Buffer.from(text) });
  const chunked = { "content-length": "", "transfer-encoding": "chunked" };
  switch (kind) {
    case "cut": {
      const all = wire(answer);
      return all.subarray(0, Math.floor(share * all.length));
    }
    case "broken-chunk":
      return wire({ ...answer, body: Buffer.concat([chunk(body.subarray(0, at)), Buffer.from("zz\r\n")]) }, chunked);
    case "cut-chunk":
      return wire({ ...answer, body: chunk(body.subarray(0, at)) }, chunked);
    case "false-gzip":
      return wire(answer, { "content-encoding": "gzip" });
    case "cut-gzip": {
      const packed = gzipSync(body);
      return wire(
        { ...answer, body: packed.subarray(0, Math.floor(share * packed.length)) },
        { "content-encoding": "gzip" },
      );
    }
    case "longer-than-said":
      return wire(answer, { "content-length": String(at) });
    case "shorter-than-said":
      return wire(answer, { "content-length": String(body.length + 1 + at) });
    case "empty":
      return wire({ ...answer, body: Buffer.alloc(0) });
    case "html":
      return said("<!doctype html><title>Wi-Fi</title><p>Sign in to the network", "text/html; charset=utf-8");
    case "null":
      return said("null", "application/json");
    case "list":
      return said("[]", "application/json");
    case "object":
      return said("{}", "application/json");
  }
}

function chunk(bytes: Buffer): Buffer {
  return bytes.length === 0
    ? bytes
    : Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

/** Sends a share at once, and what is left byte by byte, slower than anybody waits. */
function drip(socket: Socket, bytes: Buffer, share: number): void {
  let at = Math.floor(share * (bytes.length - 1));
  socket.write(bytes.subarray(0, at));
  const timer = setInterval(() => {
    socket.write(bytes.subarray(at, at + 1));
    at += 1;
    if (at >= bytes.length - 1) clearInterval(timer);
  }, DRIP_MS);
  socket.once("close", () => clearInterval(timer));
}
