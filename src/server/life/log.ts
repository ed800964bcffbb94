import type { FastifyRequest, FastifyServerOptions } from "fastify";

/** Failures of this program's own code: their message names code, and no value. */
const OWN_FAULTS = new Set(["TypeError", "ReferenceError", "RangeError", "AssertionError"]);

const SERIALIZERS = {
  req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
  res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode }),
  err: (failure: unknown) => toldOf(failure),
};

/** What a line may hold: libraries add what they work with, the headers of a request among it. */
const KNOWN = new Set(["req", "res", "err", "responseTime", "job", "requests", "reqId"]);

function onlyKnown(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => KNOWN.has(name)));
}

/**
 * The log's settings. No address, no name and no content ever reaches it: a request is its route, a failure its code and its place in the
 * program.
 */
export function logSettings(level: string): FastifyServerOptions["logger"] {
  return {
    level,
    serializers: SERIALIZERS,
    formatters: { log: onlyKnown },
    stream: process.stderr,
  } as FastifyServerOptions["logger"];
}

/** The pattern of a route: an address may hold a client's link, a code or a name. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? "none";
}

/** What a failure is, without what it is about: messages quote rows, addresses and files. */
function toldOf(failure: unknown): object {
  if (!(failure instanceof Error)) return { type: typeof failure };
  const { name, code, responseCode, syscall, constraint, table, cause } = failure as Error & Record<string, unknown>;
  return {
    type: name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof responseCode === "number" ? { responseCode } : {}),
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

const LEVELS = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 } as const;
/** What `--log-level` may be. */
export const LOG_LEVELS = Object.keys(LEVELS);
type Level = Exclude<keyof typeof LEVELS, "silent">;

/** Writes a line of the log where there is no web part yet, or none any more. */
export function writeLine(level: Level, msg: string, facts: object = {}): void {
  process.stderr.write(`${JSON.stringify({ level: LEVELS[level], time: Date.now(), ...facts, msg })}\n`);
}

/**
 * Makes lines of the log of what would be written beside it: the notices of libraries, the warnings of Node, and the failure that nothing
 * caught, which ends the process.
 */
export function takePlainWords(logLevel: string): void {
  const min = LEVELS[logLevel as keyof typeof LEVELS] ?? LEVELS.error;
  const say = (level: Level) => (text: unknown) => {
    if (LEVELS[level] >= min) writeLine(level, String(text));
  };
  Object.assign(globalThis.console, { log: say("info"), info: say("info"), warn: say("warn"), error: say("error") });
  process.removeAllListeners("warning").on("warning", ({ name }) => {
    if (LEVELS.warn >= min) writeLine("warn", "a warning of Node", { type: name });
  });
  const end = (failure: unknown) => {
    writeLine("fatal", "the company ends: nothing caught this failure", { err: toldOf(failure) });
    process.exit(1);
  };
  process.on("uncaughtException", end).on("unhandledRejection", end);
}
