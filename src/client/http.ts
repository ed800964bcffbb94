import fetch, { AbortError, type BodyInit, Response } from "node-fetch";
import { type Failures, PorteError, type Problem } from "../errors.ts";

/** A line to a company: where, with what token, and how long to wait. */
export interface Line {
  readonly url: string;
  readonly token: string | null;
  readonly timeoutMs: number;
}

export interface Request {
  readonly method: "GET" | "PUT" | "POST" | "PATCH";
  readonly path: string;
  readonly json?: object;
  readonly form?: () => Promise<BodyInit>;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made before the first try and kept for each retry; a write without one is never tried twice. */
  readonly idempotencyKey?: string;
}

const TRIES = 3;
const FIRST_WAIT_MS = 200;
/** A company that asks for a longer pause than this is told of, not waited for. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Sends one request and gives the answer of a company that accepted it.
 * @throws {PorteError} `server.*` where no company answers, `auth.refused`, `company.refused` with the company's reason.
 */
export async function send(line: Line, request: Request): Promise<Response> {
  const tries = request.method === "GET" || request.idempotencyKey !== undefined ? TRIES : 1;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(line, request).catch((failure: unknown) => failure);
    const waitMs = attempt < tries ? pauseBefore(outcome, attempt) : null;
    if (waitMs === null) return settle(line, outcome);
    await pause(waitMs);
  }
}

/** Says how long to wait before another try: null where another would not help, or must come too late. */
function pauseBefore(outcome: unknown, attempt: number): number | null {
  const backOffMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
  if (outcome instanceof PorteError) return outcome.code === "server.unreachable" ? backOffMs : null;
  if (!(outcome instanceof Response) || !isBusy(outcome)) return null;
  const asked = askedMs(outcome);
  return asked > LONGEST_WAIT_MS ? null : Math.max(asked, backOffMs);
}

async function settle(line: Line, outcome: unknown): Promise<Response> {
  if (!(outcome instanceof Response)) throw outcome;
  if (!isBusy(outcome)) return accept(line, outcome);
  throw new PorteError("server.busy", { url: line.url, retryAfter: Math.max(1, Math.ceil(askedMs(outcome) / 1000)) });
}

function isBusy({ status }: Response): boolean {
  return status === 429 || status === 503;
}

function askedMs({ headers }: Response): number {
  return Number(headers.get("retry-after") ?? 0) * 1000 || 0;
}

async function attemptOnce({ url, token, timeoutMs }: Line, request: Request): Promise<Response> {
  const { method, path, json, form, bytes, idempotencyKey } = request;
  const headers: Record<string, string> = { accept: "application/json", ...request.headers };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
  if (json !== undefined) headers["content-type"] = "application/json";
  if (bytes !== undefined) headers["content-type"] = "application/octet-stream";
  const body = bytes ?? (json === undefined ? await form?.() : JSON.stringify(json));
  try {
    return await fetch(`${url}/v1${path}`, {
      method,
      headers,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
  } catch (cause) {
    if (cause instanceof AbortError || (cause as Error).name === "TimeoutError")
      throw new PorteError("server.timeout", { url, seconds: timeoutMs / 1000 }, { cause });
    throw new PorteError(
      "server.unreachable",
      { url, reason: (cause as { code?: string }).code ?? (cause as Error).message },
      { cause },
    );
  }
}

async function accept({ url, token }: Line, response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && /^(application|image)\//.test(type)) return response;
  if (!/^application\/(problem\+)?json/.test(type)) {
    throw response.status >= 500
      ? new PorteError("server.fault", { url, status: response.status })
      : new PorteError("server.not_porte", { url });
  }
  const problem = (await readJson(url, response)) as { code?: string; facts?: object; title?: string; detail?: string };
  if (response.status === 401)
    throw token === null ? new PorteError("server.not_porte", { url }) : new PorteError("auth.refused", { url });
  if (response.status >= 500) throw new PorteError("server.fault", { url, status: response.status });
  throw new PorteError("company.refused", refusal(problem));
}

function refusal({
  code,
  facts,
  title = "",
  detail = title,
}: {
  code?: string;
  facts?: object;
  title?: string;
  detail?: string;
}): Failures["company.refused"] {
  const isKnown =
    code !== undefined &&
    facts !== undefined &&
    /^(activity|expense|receipt|input|company|auth|portage)\./.test(code) &&
    code !== "company.refused";
  return { detail: clean(detail), problem: isKnown ? (cleaned({ code, facts }) as Problem) : null };
}

/** Takes control codes out of a text that came from elsewhere. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, 2000);
}

/** Takes control codes out of every text of a value that came from elsewhere. */
function cleaned(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), cleanedText);
}

function cleanedText(_key: string, value: unknown): unknown {
  return typeof value === "string" ? clean(value) : value;
}

/** Reads an answer as JSON, its texts cleaned of control codes. @throws {PorteError} `server.not_porte`. */
export async function readJson(url: string, response: Response): Promise<unknown> {
  const body = await response.text();
  try {
    return JSON.parse(body, cleanedText);
  } catch (cause) {
    throw new PorteError("server.not_porte", { url }, { cause });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
