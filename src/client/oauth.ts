import type { Response as Answer } from "node-fetch";
import * as oauth from "openid-client";
import { PorteError } from "../errors.ts";
import { ownPage } from "./address.ts";
import { busyIn } from "./busy.ts";
import type { Environment } from "./proxy.ts";
import { reach } from "./reach.ts";

/** What a login gives, and a refresh renews. Instants are milliseconds since 1970. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAtMs: number | null;
}

/** What a person must see to approve a login. */
export interface DeviceCode {
  readonly url: string;
  readonly completeUrl: string;
  readonly code: string;
  readonly minutes: number;
}

const CLIENT_ID = "porte-cli";
const SCOPES = "openid offline_access read declare expenses";

/** What a company's login server says is short. */
const MAX_BYTES = 1024 * 1024;
/** What a login server names may be as long as this; a code is read by eyes. */
const MAX_CODE = 40;
const MAX_MINUTES = 60;
const MAX_INTERVAL_S = 60;
/** Nothing here is decided by the times of an ID token, so that a wrong clock does not keep anybody out. */
const CLOCK_TOLERANCE_S = 366 * 86_400;

/** A company's login server, and how it is asked. */
export interface LoginServer {
  /** The company's own address. */
  readonly url: string;
  readonly issuer: string;
  readonly timeoutMs: number;
  readonly agent: string;
  /** What says by which proxy it is reached. */
  readonly env?: Environment | undefined;
}

/**
 * Gives the platform's own kind of answer, because the OAuth library closes bodies in a way that node-fetch's cannot; asks
 * nobody but the login server, within the time limit, its answer included.
 */
function fetchFrom(server: LoginServer): oauth.CustomFetch {
  const { issuer: url, timeoutMs, agent, env } = server;
  return async (asked, { method, headers, body, signal }) => {
    if (new URL(asked).origin !== new URL(url).origin) throw new PorteError("server.foreign", { url, named: asked });
    const limit = AbortSignal.timeout(timeoutMs);
    const signals = signal === undefined ? [limit] : [limit, signal];
    const init = {
      method,
      headers: { ...headers, "user-agent": agent },
      ...(body == null ? {} : { body: String(body) }),
    };
    const bounds = { redirect: "manual", size: MAX_BYTES, signal: AbortSignal.any(signals) } as const;
    return reach(asked, { ...init, ...bounds }, { url, env })
      .then((answer) => whole(answer, url))
      .catch((cause: unknown) => {
        if (limit.aborted) throw new PorteError("server.timeout", { url, seconds: timeoutMs / 1000 }, { cause });
        if (signal?.aborted === true || cause instanceof PorteError) throw cause;
        throw new PorteError("server.unreachable", { url, reason: reasonOf(cause) }, { cause });
      });
  };
}

/** Reads an answer to its end. @throws {PorteError} `server.busy`: a refusal for now is none of the login. */
async function whole(answer: Answer, url: string): Promise<Response> {
  const busy = busyIn(answer, url);
  if (busy !== null) throw busy;
  const content = await answer.arrayBuffer();
  const body = content.byteLength === 0 ? null : content;
  return new Response(body, { status: answer.status, headers: [...answer.headers] });
}

/** Takes the ID token out of an answer that has tokens: it says who logged in, and is dated by another clock than this machine's. */
async function withoutIdToken(answer: Response): Promise<Response> {
  const text = await answer.text();
  const { status, headers } = answer;
  try {
    const { id_token: _token, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return new Response(JSON.stringify(rest), { status, headers });
  } catch {
    return new Response(text === "" ? null : text, { status, headers });
  }
}

/**
 * Finds a company's OAuth server.
 * @param heard is given each answer after the first, and gives what is made of it.
 * @throws {PorteError} `server.*`.
 */
async function discover(
  server: LoginServer,
  heard?: (answer: Response) => Promise<Response>,
): Promise<oauth.Configuration> {
  const { issuer, timeoutMs } = server;
  const insecure = issuer.startsWith("http:") ? [oauth.allowInsecureRequests] : [];
  const options = { execute: insecure, timeout: timeoutMs / 1000, [oauth.customFetch]: fetchFrom(server) };
  const found = await oauth
    .discovery(new URL(issuer), CLIENT_ID, { [oauth.clockTolerance]: CLOCK_TOLERANCE_S }, oauth.None(), options)
    .catch((cause: unknown) => {
      throw failureOf(cause, server);
    });
  if (heard !== undefined) {
    const ask = fetchFrom(server);
    found[oauth.customFetch] = async (...asked) => heard(await ask(...asked));
  }
  return found;
}

function tokensOf(
  answer: { access_token: string; refresh_token?: string; expiresIn(): number | undefined },
  nowMs: number,
  before: string | null,
): Tokens {
  const seconds = answer.expiresIn();
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before,
    expiresAtMs: seconds === undefined ? null : nowMs + seconds * 1000,
  };
}

/**
 * Logs in by the device flow (RFC 8628): shows the code, then waits for the approval.
 * @throws {PorteError} `auth.code_expired`, `auth.denied`, `server.*`; `server.foreign` for a page that is not the company's.
 */
export async function deviceLogin(
  server: LoginServer,
  options: { nowMs: number; signal: AbortSignal; show: (code: DeviceCode) => void },
): Promise<Tokens> {
  const config = await discover(server);
  try {
    const device = bounded(await oauth.initiateDeviceAuthorization(config, { scope: SCOPES }));
    const url = ownPage(device.verification_uri, server);
    options.show({
      url,
      completeUrl:
        device.verification_uri_complete === undefined ? url : ownPage(device.verification_uri_complete, server),
      code: device.user_code.slice(0, MAX_CODE),
      minutes: Math.ceil(device.expires_in / 60),
    });
    const answer = await oauth.pollDeviceAuthorizationGrant(config, device, undefined, { signal: options.signal });
    return tokensOf(answer, options.nowMs, null);
  } catch (cause) {
    if (isForgotten(cause)) throw new PorteError("auth.code_expired", {}, { cause });
    throw failureOf(cause, server);
  }
}

/** Takes no more from a server than a person waits for. */
function bounded(device: oauth.DeviceAuthorizationResponse): oauth.DeviceAuthorizationResponse {
  const expires_in = Math.min(MAX_MINUTES * 60, device.expires_in);
  return { ...device, expires_in, interval: Math.min(MAX_INTERVAL_S, device.interval ?? 5) };
}

/** A code that the server no longer knows has expired, whichever of the ways it says so; so has one that was waited for long enough. */
function isForgotten(cause: unknown): boolean {
  if (cause instanceof oauth.ResponseBodyError) return ["expired_token", "invalid_grant"].includes(cause.error);
  return cause instanceof oauth.ClientError && cause.code === "OAUTH_TIMEOUT";
}

/** A session that was renewed, and by how much the clock that was given is ahead of the login server's; null where it does not say its own. */
export interface Renewed extends Tokens {
  readonly aheadMs: number | null;
}

/**
 * Renews a session. The refresh token is worth nothing once it was used: what comes for it is taken, and no ID token beside it is judged.
 * @throws {PorteError} `auth.refused` once it is revoked or too old.
 */
export async function refresh(server: LoginServer, refreshToken: string, nowMs: number): Promise<Renewed> {
  let saidMs = Number.NaN;
  const config = await discover(server, (answer) => {
    saidMs = Date.parse(answer.headers.get("date") ?? "");
    return withoutIdToken(answer);
  });
  try {
    const tokens = tokensOf(await oauth.refreshTokenGrant(config, refreshToken), nowMs, refreshToken);
    return { ...tokens, aheadMs: Number.isNaN(saidMs) ? null : nowMs - saidMs };
  } catch (cause) {
    throw failureOf(cause, server);
  }
}

/** Tells the company to forget a session. */
export async function revoke(server: LoginServer, token: string): Promise<void> {
  await oauth.tokenRevocation(await discover(server), token);
}

/** Names what went wrong between this machine and a login server; what the OAuth library does not understand is no answer of one. */
function failureOf(cause: unknown, { issuer: url }: LoginServer): unknown {
  const known = knownIn(cause);
  if (known !== null) return known;
  if (cause instanceof oauth.ResponseBodyError) {
    if (cause.error === "access_denied") return new PorteError("auth.denied", {}, { cause });
    return new PorteError("auth.refused", { url }, { cause });
  }
  return cause instanceof oauth.ClientError || cause instanceof oauth.WWWAuthenticateChallengeError
    ? new PorteError("server.answer", { url, fault: "shape", at: "" }, { cause })
    : new PorteError("server.unreachable", { url, reason: reasonOf(cause) }, { cause });
}

/** The library wraps what a request threw. */
function knownIn(cause: unknown): PorteError | null {
  if (cause instanceof PorteError) return cause;
  return cause instanceof Error && cause.cause !== undefined ? knownIn(cause.cause) : null;
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: string };
  return typeof code === "string" ? code : (message ?? "");
}
