import type { IncomingMessage } from "node:http";
import fetch, { type RequestInit, type Response } from "node-fetch";
import { type Failures, PorteError } from "../errors.ts";
import { isLoopback } from "./address.ts";
import { type Environment, proxyFor } from "./proxy.ts";

/**
 * Asks an address, by the proxy that the environment names for it. This very machine is never asked by one.
 * @param url what is named in a failure: the company's address.
 * @throws {PorteError} `server.tls`, `server.proxy`; what `fetch` throws where nobody answers.
 */
export async function reach(
  asked: string,
  init: RequestInit,
  { url, env = {} }: { readonly url: string; readonly env?: Environment | undefined },
): Promise<Response> {
  const { protocol, hostname } = new URL(asked);
  const named = protocol !== "https:" || isLoopback(hostname) ? null : proxyFor(new URL(asked), env);
  const way = named === null ? null : await wayBy(proxyAt(named, url), url);
  const answer = await fetch(asked, way === null ? init : { ...init, agent: way.agent }).catch((cause: unknown) => {
    if (init.signal?.aborted !== true) throw way?.failure(cause) ?? tlsFailure(cause, url) ?? cause;
    throw cause;
  });
  const refused = way?.refused() ?? null;
  if (refused !== null) throw refused;
  return answer;
}

/** The library that knows proxies is loaded where there is one. */
async function wayBy(proxy: URL, url: string) {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const agent = new HttpsProxyAgent(proxy);
  let status: number | null = null;
  agent.on("proxyConnect", ({ statusCode = 0 }: IncomingMessage) => {
    status = statusCode;
  });
  const fail = (fault: Failures["server.proxy"]["fault"], reason: string, cause?: unknown) =>
    new PorteError("server.proxy", { url, proxy: proxy.origin, fault, reason }, { cause });
  return {
    agent,
    refused: () => (status === null || status === 200 ? null : fail(status === 407 ? "login" : "refused", `${status}`)),
    /** Once the proxy has answered, what fails is behind it. */
    failure: (cause: unknown) => (status === null ? fail("away", codeOf(cause), cause) : null),
  };
}

/** Reads a proxy's address. Where it is none, only its kind is told: it may hold a password. */
function proxyAt(text: string, url: string): URL {
  const wrong = (proxy: string) => new PorteError("server.proxy", { url, proxy, fault: "address", reason: "" });
  if (!URL.canParse(text)) throw wrong("HTTPS_PROXY");
  const proxy = new URL(text);
  const isPercent = /%(?![0-9a-f]{2})/i.test(proxy.username + proxy.password);
  if (!["http:", "https:"].includes(proxy.protocol) || isPercent) throw wrong(`${proxy.protocol}//${proxy.host}`);
  return proxy;
}

const FAULTS: readonly (readonly [RegExp, Failures["server.tls"]["fault"]])[] = [
  [/^CERT_HAS_EXPIRED$/, "expired"],
  [/^CERT_NOT_YET_VALID$/, "early"],
  [/^(ERR_TLS_CERT_ALTNAME_\w+|HOSTNAME_MISMATCH)$/, "name"],
  [/^CERT_REVOKED$/, "revoked"],
  [
    /^(UNABLE_TO_\w+|\w*SELF_SIGNED_CERT\w*|CERT_UNTRUSTED|CERT_CHAIN_TOO_LONG|INVALID_CA|INVALID_PURPOSE)$/,
    "authority",
  ],
  [/^(ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/, "clear"],
  [/^(EPROTO|CERT_\w+|CRL_\w+|ERR_SSL_\w+|ERR_TLS_\w+)$/, "other"],
];

/** Names a failure of TLS by the code that OpenSSL and Node give it; null for any other. */
function tlsFailure(cause: unknown, url: string): PorteError<"server.tls"> | null {
  const reason = codeOf(cause);
  const isClear = reason === "EPROTO" && /wrong version number|packet length/i.test((cause as Error).message);
  const fault = isClear ? "clear" : FAULTS.find(([pattern]) => pattern.test(reason))?.[1];
  return fault === undefined ? null : new PorteError("server.tls", { url, fault, reason }, { cause });
}

function codeOf(cause: unknown): string {
  const { code, name } = cause as { code?: unknown; name?: string };
  return typeof code === "string" ? code : (name ?? "");
}
