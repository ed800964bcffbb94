import fetch from "node-fetch";
import * as oauth from "openid-client";
import { PorteError } from "../errors.ts";

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

/** Gives the platform's own kind of answer, because the OAuth library closes bodies in a way that node-fetch's cannot. */
const webFetch: oauth.CustomFetch = async (url, { method, headers, body, signal }) => {
  const answer = await fetch(url, {
    method,
    headers,
    redirect: "manual",
    ...(body == null ? {} : { body: String(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const content = await answer.arrayBuffer();
  const isEmpty = content.byteLength === 0;
  return new Response(isEmpty ? null : content, { status: answer.status, headers: [...answer.headers] });
};

/** Finds a company's OAuth server. @throws {PorteError} `server.unreachable`, `server.not_porte`. */
async function discover(issuer: string, timeoutMs: number): Promise<oauth.Configuration> {
  const insecure = issuer.startsWith("http:") ? [oauth.allowInsecureRequests] : [];
  const options = {
    execute: insecure,
    timeout: timeoutMs / 1000,
    [oauth.customFetch]: webFetch,
  };
  try {
    return await oauth.discovery(new URL(issuer), CLIENT_ID, undefined, oauth.None(), options);
  } catch (cause) {
    if (cause instanceof oauth.ClientError) throw new PorteError("server.not_porte", { url: issuer }, { cause });
    throw new PorteError("server.unreachable", { url: issuer, reason: (cause as Error).message }, { cause });
  }
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
 * @throws {PorteError} `auth.code_expired`, `auth.denied`, `server.*`.
 */
export async function deviceLogin(
  issuer: string,
  options: { timeoutMs: number; nowMs: number; signal: AbortSignal; show: (code: DeviceCode) => void },
): Promise<Tokens> {
  const server = await discover(issuer, options.timeoutMs);
  try {
    const device = await oauth.initiateDeviceAuthorization(server, { scope: SCOPES });
    const complete = device.verification_uri_complete ?? device.verification_uri;
    options.show({
      url: device.verification_uri,
      completeUrl: complete,
      code: device.user_code,
      minutes: Math.ceil(device.expires_in / 60),
    });
    const answer = await oauth.pollDeviceAuthorizationGrant(server, device, undefined, { signal: options.signal });
    return tokensOf(answer, options.nowMs, null);
  } catch (cause) {
    if (isForgotten(cause)) throw new PorteError("auth.code_expired", {}, { cause });
    throw failureOf(cause, issuer);
  }
}

/** A code that the server no longer knows has expired, whichever of the two ways it says so. */
function isForgotten(cause: unknown): boolean {
  return cause instanceof oauth.ResponseBodyError && ["expired_token", "invalid_grant"].includes(cause.error);
}

/** Renews a session. @throws {PorteError} `auth.refused` once it is revoked or too old. */
export async function refresh(
  issuer: string,
  refreshToken: string,
  options: { timeoutMs: number; nowMs: number },
): Promise<Tokens> {
  const server = await discover(issuer, options.timeoutMs);
  try {
    return tokensOf(await oauth.refreshTokenGrant(server, refreshToken), options.nowMs, refreshToken);
  } catch (cause) {
    throw failureOf(cause, issuer);
  }
}

/** Tells the company to forget a session. */
export async function revoke(issuer: string, token: string, timeoutMs: number): Promise<void> {
  await oauth.tokenRevocation(await discover(issuer, timeoutMs), token);
}

function failureOf(cause: unknown, url: string): unknown {
  if (cause instanceof oauth.ResponseBodyError) {
    if (cause.error === "access_denied") return new PorteError("auth.denied", {}, { cause });
    return new PorteError("auth.refused", { url }, { cause });
  }
  if (cause instanceof oauth.ClientError && cause.code === "OAUTH_TIMEOUT")
    return new PorteError("server.timeout", { url, seconds: 0 }, { cause });
  return cause instanceof Error && cause.name === "FetchError"
    ? new PorteError("server.unreachable", { url, reason: cause.message }, { cause })
    : cause;
}
