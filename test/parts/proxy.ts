import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type BadAnswer, sendBad, type WholeAnswer } from "./bad-answers.ts";

/** What a bad network does to one request. */
export type Fault =
  | { readonly kind: "none" }
  /** The line drops before anything is passed on, in the middle of the request, or before the answer. */
  | { readonly kind: "cut-before" | "cut-in-request" | "cut-before-answer" }
  /** The answer comes wrong: cut at any of its bytes, too slow, or not what was sent. */
  | { readonly kind: "bad-answer"; readonly bad: BadAnswer }
  | { readonly kind: "delay"; readonly ms: number }
  /** The request arrives twice at once. */
  | { readonly kind: "duplicate" }
  /** The client is told nothing, and the request arrives later, maybe after others. */
  | { readonly kind: "late"; readonly ms: number }
  | { readonly kind: "busy"; readonly status: 429 | 503 };

/** One request that passed by. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly fault: Fault["kind"];
}

/** A proxy between the programs and their company. */
export interface FaultProxy {
  readonly url: string;
  readonly seen: Seen[];
  /** Waits until what was sent late has arrived. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a proxy that does to each request what it is told. */
export async function startProxy(
  target: string,
  faultFor: (method: string, path: string) => Fault,
): Promise<FaultProxy> {
  const seen: Seen[] = [];
  const late = new Set<Promise<unknown>>();
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url = "/" } = incoming;
    const fault = faultFor(method, url);
    seen.push({ method, path: url, fault: fault.kind });
    if (fault.kind === "cut-before") return void incoming.socket.destroy();
    if (fault.kind === "cut-in-request") return void incoming.once("data", () => incoming.socket.destroy()).resume();
    const body = await buffer(incoming).catch(() => null);
    if (body === null) return;
    await pass({ target, method, url, headers: incoming.headers, body }, fault, outgoing, late).catch(() =>
      outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    settle: async () => {
      while (late.size > 0) await Promise.allSettled([...late]);
    },
    stop: () => closed(server),
  };
}

interface Passed {
  readonly target: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

async function pass(
  passed: Passed,
  fault: Fault,
  outgoing: ServerResponse,
  late: Set<Promise<unknown>>,
): Promise<void> {
  if (fault.kind === "busy") {
    outgoing.writeHead(fault.status, { "retry-after": "0", "content-type": "application/problem+json" });
    return void outgoing.end("{}");
  }
  if (fault.kind === "late") {
    outgoing.destroy();
    const arrival = pause(fault.ms).then(() => forward(passed));
    late.add(arrival);
    return void arrival.catch(() => undefined).finally(() => late.delete(arrival));
  }
  if (fault.kind === "delay") await pause(fault.ms);
  const twin = fault.kind === "duplicate" ? forward(passed) : null;
  const answer = await forward(passed);
  await twin?.catch(() => undefined);
  if (fault.kind === "cut-before-answer") return void outgoing.destroy();
  if (fault.kind === "bad-answer" && outgoing.socket !== null) return sendBad(outgoing.socket, answer, fault.bad);
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}

function forward({ target, method, url, headers, body }: Passed): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...kept } = headers;
    const asked = request(`${target}${url}`, { method, headers: { ...kept, connection: "close" } }, async (answer) => {
      try {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) });
      } catch (failure) {
        reject(failure);
      }
    });
    asked.once("error", reject).end(body);
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
