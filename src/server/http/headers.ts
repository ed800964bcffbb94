import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** The headers that keep a browser from doing with an answer what it is not for. They are the same for each, so they are made once. */
function safetyHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const kept = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const set = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps,
  });
  set({} as never, kept as never, () => undefined);
  return headers;
}

/** Sets the headers of every answer. What other programs of this server write, they write on the raw answer. */
export function headersOfAll(app: FastifyInstance, isHttps: boolean, now: () => Date): void {
  const headers = safetyHeaders(isHttps);
  const entries = Object.entries(headers);
  app.addHook("onRequest", (request, reply, next) => {
    /** The company's own clock: by it a machine knows that its own is wrong. */
    reply.raw.setHeader("date", now().toUTCString());
    if (request.url.startsWith("/v1/")) void reply.headers(headers);
    else for (const [name, value] of entries) reply.raw.setHeader(name, value);
    next();
  });
}

const START_BYTES = 3;
const MAX_COUNT = 0xff_ff_ff;

/** Names each request: what began this process, and a number. */
export function requestIds(): () => string {
  const start = randomBytes(START_BYTES).toString("hex");
  let count = 0;
  return () => {
    count = count === MAX_COUNT ? 1 : count + 1;
    return `req_${start}${count.toString(16).padStart(2 * START_BYTES, "0")}`;
  };
}
