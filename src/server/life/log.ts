import type { FastifyBaseLogger, FastifyRequest, FastifyServerOptions } from "fastify";

/** The log of the company: one JSON object a line, on standard error. */
export type Log = FastifyBaseLogger;

/** Failures of this program's own code: their message names code, and no value. */
const OWN_FAULTS = new Set(["TypeError", "ReferenceError", "RangeError", "AssertionError"]);

const SERIALIZERS = {
  req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
  res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode }),
  err: (failure: unknown) => toldOf(failure),
};

/**
 * The log's settings. No address, no name and no content ever reaches it: a request is its route, a failure its code and its place in the
 * program.
 */
export function logSettings(level: string): FastifyServerOptions["logger"] {
  return { level, serializers: SERIALIZERS, stream: process.stderr } as FastifyServerOptions["logger"];
}

/** The pattern of a route: an address may hold a client's link, a code or a name. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? "none";
}

/** What a failure is, without what it is about: messages quote rows, addresses and files. */
export function toldOf(failure: unknown): object {
  if (!(failure instanceof Error)) return { type: typeof failure };
  const { name, code, syscall, constraint, table, cause } = failure as Error & Record<string, unknown>;
  return {
    type: name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof syscall === "string" ? { syscall } : {}),
    ...(typeof table === "string" ? { table } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(OWN_FAULTS.has(name) ? { message: failure.message } : {}),
    stack: placesOf(failure),
    ...(cause === undefined ? {} : { cause: toldOf(cause) }),
  };
}

/** The lines of the program that a failure went through, without its message, which stands above them. */
function placesOf({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .filter((line) => /^ +at /.test(line))
    .map((line) => line.trim());
}
