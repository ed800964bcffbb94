import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Provider } from "oidc-provider";
import type { Deps } from "../deps.ts";
import { type LIMITS, limitedBy } from "./limits.ts";

/** The OAuth server's own routes, each in its one spelling, with what limits it. */
const ROUTES: readonly (readonly [string, keyof typeof LIMITS | null])[] = [
  ["/.well-known/openid-configuration", null],
  ["/.well-known/oauth-authorization-server", null],
  ["/oauth/jwks", null],
  ["/oauth/authorize", "interaction"],
  ["/oauth/authorize/:uid", "interaction"],
  ["/oauth/end/confirm", "interaction"],
  ["/oauth/end/success", "interaction"],
  ["/oauth/device", "device-code"],
  ["/oauth/token", "token"],
  ["/oauth/revoke", "token"],
  ["/device", "device-page"],
  ["/device/:uid", "interaction"],
];

/** A path that says what it is without signs that stand for others. */
const PLAIN_PATH = /^(\/\.?[\w-]+)+$/;

/** What a form may weigh; the OAuth server itself reads no more. */
const FORM_MOST_BYTES = 56 * 1024;

/** What is still read, and thrown away, of a form that was refused, so that its sender hears why. */
const DRAINED_BYTES = 4 * 1024 * 1024;

/** What a proxy says of a request is believed by nobody behind here. */
const FORWARDED = [
  "forwarded",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-forwarded-for",
] as const;

/** Hands the OAuth server's routes over to it: it reads the raw request itself, so it takes over before any body is read. */
export function oauthRoutes(app: FastifyInstance, deps: Deps, provider: Provider): void {
  const answer = provider.callback();
  const address = new URL(deps.url());
  const handOver = async (request: FastifyRequest, reply: FastifyReply) => {
    const { raw } = request;
    if (!PLAIN_PATH.test((raw.url ?? "").replace(/\?.*$/s, ""))) return void reply.callNotFound();
    if (Number(raw.headers["content-length"] ?? 0) > FORM_MOST_BYTES) return refuseForm(raw, reply);
    reply.hijack();
    setAddress(raw, address);
    reply.raw.once("finish", () => drain(raw, reply.raw));
    await answer(raw, reply.raw);
  };
  for (const [url, limit] of ROUTES)
    app.all(url, {
      config: limit === null ? {} : limitedBy(limit),
      preParsing: handOver as never,
      handler: async () => undefined,
    });
}

/** The company has one address, its own: a request does not change it, whatever it says of where it was sent. */
function setAddress({ headers }: IncomingMessage, address: URL): void {
  for (const name of FORWARDED) delete headers[name];
  headers.host = address.host;
  headers["x-forwarded-proto"] = address.protocol.slice(0, -1);
}

function refuseForm(raw: IncomingMessage, reply: FastifyReply): FastifyReply {
  reply.raw.once("finish", () => drain(raw, reply.raw));
  return reply
    .code(413)
    .header("content-type", "application/json")
    .send(JSON.stringify({ error: "invalid_request", error_description: "the form is too large" }));
}

/** Reads what is left of a request that was answered, so that its line serves the next one; a line that goes on and on is cut. */
function drain(raw: IncomingMessage, answer: ServerResponse): void {
  if (raw.complete || raw.destroyed) return;
  let bytes = 0;
  raw.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DRAINED_BYTES) (answer.socket ?? raw.socket).destroy();
  });
  raw.resume();
}
