import type { BodyInit, Response } from "node-fetch";
import { isFailure, PorteError } from "../errors.ts";
import { type Answer, accepted } from "./answer.ts";
import { busyIn } from "./busy.ts";
import { newerContract } from "./contract-version.ts";
import type { Environment } from "./proxy.ts";

/** An answer as it came, and the version that the company gave it. */
export interface KeptAnswer {
  readonly etag: string;
  readonly body: Buffer;
}

/** What a company answered before: while it is the same, it is not sent again. */
export interface KeptAnswers {
  find(path: string): Promise<KeptAnswer | null>;
  keep(path: string, answer: KeptAnswer): Promise<void>;
}

/** A line to a company: where, with what token, and how long to wait. */
export interface Connection {
  readonly url: string;
  readonly token: string | null;
  readonly timeoutMs: number;
  /** What asks: the program, its version and what it runs on. */
  readonly agent: string;
  /** Told the version of a company that keeps a later contract than this program, with each of its answers. */
  readonly onNewer: (version: string) => void;
  /** What says by which proxy a company is reached. */
  readonly env?: Environment | undefined;
  /** Whether the environment gives the token, and not a login. */
  readonly isGiven?: boolean;
  /** Whether one of the company's staff asks, who never logs in. */
  readonly isStaff?: boolean;
  /** Whether there is no company at the other end. */
  readonly isLocal?: boolean;
  /** Why nobody is asked: the line is closed. */
  readonly away?: PorteError;
  /** What it answered before to whoever asks. */
  readonly answers?: KeptAnswers;
  /** Gives another token, once, where the company refuses this one. */
  readonly renew?: () => Promise<string>;
}

export interface Request {
  readonly method: "GET" | "PUT" | "POST" | "PATCH";
  readonly path: string;
  readonly json?: object;
  /** Makes the form that is sent, of a kind that node-fetch sends, for each try. */
  readonly form?: () => Promise<object>;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made before the first try and kept for each retry; a write without one is never tried twice. */
  readonly idempotencyKey?: string;
  /** What an answer may hold, once it is decoded; usually what a JSON answer may. */
  readonly maxBytes?: number;
}

/** What a company answers instead of sending again what who asks has already, and the header that says which version that is. */
export const NOT_MODIFIED = 304;
export const KNOWN = "if-none-match";

const TRIES = 3;
const FIRST_WAIT_MS = 200;
/** A company that asks for a longer pause than this is told of, not waited for. */
const LONGEST_WAIT_MS = 5_000;
/** Some thousand expenses are 1 MB. As many bytes of empty lists fill twenty times the memory, and no more. */
const MAX_JSON_BYTES = 8 * 1024 * 1024;

/**
 * Sends one request and gives its answer as it came, read to its end.
 * @throws {PorteError} what `sendAndRead` throws.
 * @public
 */
export function send(connection: Connection, request: Request): Promise<Answer> {
  return sendAndRead(connection, request, (answer) => answer);
}

/**
 * Sends one request and reads its answer to its end, within the line's time limit; asks again where it cannot be read.
 * @throws {PorteError} `server.*` where no company answers as the contract says, `auth.refused`, `company.refused` with its reason.
 */
export async function sendAndRead<Value>(
  connection: Connection,
  request: Request,
  read: (answer: Answer) => Value,
): Promise<Value> {
  const { renew, away, ...line } = connection;
  if (away !== undefined) throw away;
  try {
    return await sendUntilRead(line, request, read);
  } catch (failure) {
    if (renew === undefined || !isFailure(failure, "auth.refused")) throw failure;
    return sendUntilRead({ ...line, token: await renew() }, request, read);
  }
}

/** Sends a request, and again as long as that may help. */
async function sendUntilRead<Value>(
  connection: Connection,
  request: Request,
  read: (answer: Answer) => Value,
): Promise<Value> {
  const tries = request.method === "GET" || request.idempotencyKey !== undefined ? TRIES : 1;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(connection, request, read).catch((failure: unknown) => new Failed(failure));
    if (!(outcome instanceof Failed)) return outcome;
    const waitMs = attempt < tries ? pauseBefore(outcome.failure, attempt) : null;
    if (waitMs === null) throw outcome.failure;
    await pause(waitMs);
  }
}

/** A try that failed, apart from every value that could be read. */
class Failed {
  readonly failure: unknown;

  constructor(failure: unknown) {
    this.failure = failure;
  }
}

/** Says how long to wait before another try: null where another would not help, or must come too late. */
function pauseBefore(failure: unknown, attempt: number): number | null {
  if (!(failure instanceof PorteError)) return null;
  const backOffMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
  if (isFailure(failure, "server.busy")) {
    const askedMs = failure.facts.retryAfter * 1000;
    return askedMs > LONGEST_WAIT_MS ? null : Math.max(askedMs, backOffMs);
  }
  return mayPass(failure) ? backOffMs : null;
}

/** Says whether a failure may pass if the same is asked again: nobody was there, or what came was cut or not what it must be. */
function mayPass(failure: PorteError): boolean {
  return (
    isFailure(failure, "server.unreachable") || (isFailure(failure, "server.answer") && failure.facts.fault !== "large")
  );
}

async function attemptOnce<Value>(
  connection: Connection,
  request: Request,
  read: (answer: Answer) => Value,
): Promise<Value> {
  const { url, timeoutMs } = connection;
  const signal = AbortSignal.timeout(timeoutMs);
  const late = (cause: unknown) => new PorteError("server.timeout", { url, seconds: timeoutMs / 1000 }, { cause });
  const response = await start(connection, request, signal).catch((cause: Error & { code?: string }) => {
    if (signal.aborted) throw late(cause);
    if (cause instanceof PorteError) throw cause;
    throw new PorteError("server.unreachable", { url, reason: cause.code ?? cause.message }, { cause });
  });
  const body = await response.arrayBuffer().catch((cause: Error & { type?: string }) => {
    if (signal.aborted) throw late(cause);
    throw new PorteError(
      "server.answer",
      { url, fault: cause.type === "max-size" ? "large" : "cut", at: "" },
      { cause },
    );
  });
  const newer = newerContract(response.headers);
  if (newer !== null) connection.onNewer(newer);
  const busy = busyIn(response, url);
  if (busy !== null) throw busy;
  const { status, headers } = response;
  const answer = { url, status, headers, body: Buffer.from(body) };
  return read(isTheSame(request, status) ? answer : accepted(answer, connection));
}

/** Says whether a company answers that what was asked for is what who asks has already. */
function isTheSame({ headers }: Request, status: number): boolean {
  return status === NOT_MODIFIED && headers?.[KNOWN] !== undefined;
}

async function start({ url, token, agent, env }: Connection, request: Request, signal: AbortSignal): Promise<Response> {
  const { method, path, json, form, bytes, idempotencyKey, maxBytes: mostBytes = MAX_JSON_BYTES } = request;
  const headers: Record<string, string> = { accept: "application/json", "user-agent": agent, ...request.headers };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
  if (json !== undefined) headers["content-type"] = "application/json";
  if (bytes !== undefined) headers["content-type"] = "application/octet-stream";
  const body = bytes ?? (json === undefined ? ((await form?.()) as BodyInit | undefined) : JSON.stringify(json));
  const sent = body === undefined ? {} : { body };
  const init = { method, headers, redirect: "error", signal, size: mostBytes, ...sent } as const;
  /** What asks is loaded with the first question: who reads what is kept here asks nothing. */
  const { reach } = await import("./reach.ts");
  return reach(`${url}/v1${path}`, init, { url, env });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
