import fetch, { AbortError, type BodyInit, type Response } from "node-fetch";
import { type Failures, PorteError, type Problem } from "../errors.ts";

/** A line to a company: where, with what token, and how long to wait. */
export interface Line {
  readonly url: string;
  readonly token: string | null;
  readonly timeoutMs: number;
}

export interface Request {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
  readonly json?: object;
  readonly form?: () => Promise<BodyInit>;
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
  const mayRetry = request.method === "GET" || request.idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    const last = !mayRetry || attempt === TRIES;
    const outcome = await attemptOnce(line, request).catch((failure: unknown) => {
      if (last || !(failure instanceof PorteError) || failure.code !== "server.unreachable") throw failure;
      return null;
    });
    const busy = outcome !== null && (outcome.status === 429 || outcome.status === 503);
    if (outcome !== null && !busy) return accept(line, outcome);
    const asked = Number(outcome?.headers.get("retry-after") ?? 0) * 1000;
    if (outcome !== null && (last || asked > LONGEST_WAIT_MS))
      throw new PorteError("server.busy", { url: line.url, retryAfter: Math.max(1, Math.ceil(asked / 1000)) });
    await pause(Math.max(asked, FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random())));
  }
}

async function attemptOnce({ url, token, timeoutMs }: Line, request: Request): Promise<Response> {
  const { method, path, json, form, idempotencyKey } = request;
  const headers: Record<string, string> = { accept: "application/json", ...request.headers };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
  if (json !== undefined) headers["content-type"] = "application/json";
  const body = json === undefined ? await form?.() : JSON.stringify(json);
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
  if (response.ok && /^application\//.test(type)) return response;
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
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, 2000);
}

/** Takes control codes out of every text of a value that came from elsewhere. */
function cleaned(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === "string" ? clean(inner) : inner,
  );
}

/** Reads an answer as JSON, its texts cleaned of control codes. @throws {PorteError} `server.not_porte`. */
export async function readJson(url: string, response: Response): Promise<unknown> {
  const body = await response.text();
  try {
    return cleaned(JSON.parse(body));
  } catch (cause) {
    throw new PorteError("server.not_porte", { url }, { cause });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
