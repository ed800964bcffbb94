import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PorteError } from "../../errors.ts";

/** How many requests a second one caller may go on with, unless the company says another number: no person comes near it. */
export const API_RATE = 300;

/** How many seconds' worth may come at once. */
const BURST_S = 10;

/** Buckets that are kept; the one that was used the longest ago goes first. */
const MAX_BUCKETS = 20_000;

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** A bucket for each name, each with a burst of tokens that come back at a rate; all in this instance's memory, so that reading writes no row. */
class Buckets {
  private readonly buckets = new Map<string, Bucket>();
  private readonly ratePerS: number;

  constructor(ratePerS: number) {
    this.ratePerS = ratePerS;
  }

  /** Takes a token, and gives 0; or in how many seconds there is one. */
  take(name: string): number {
    const bucket = this.filled(name);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.ratePerS));
    bucket.tokens -= 1;
    return 0;
  }

  giveBack(name: string): void {
    this.filled(name).tokens += 1;
  }

  private filled(name: string): Bucket {
    const nowMs = performance.now();
    const most = this.ratePerS * BURST_S;
    const { tokens, filledAtMs } = this.buckets.get(name) ?? { tokens: most, filledAtMs: nowMs };
    const bucket = {
      tokens: Math.min(most, tokens + ((nowMs - filledAtMs) / 1000) * this.ratePerS),
      filledAtMs: nowMs,
    };
    this.buckets.delete(name);
    this.buckets.set(name, bucket);
    const oldest = this.buckets.size > MAX_BUCKETS ? this.buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.buckets.delete(oldest);
    return bucket;
  }
}

/** Who was told to wait, by what they showed: they are told again without anything being asked of the database. */
class Waiting {
  private readonly untilMs = new Map<string, number>();

  add(shown: string, seconds: number): void {
    if (this.untilMs.size >= MAX_BUCKETS) this.untilMs.clear();
    this.untilMs.set(shown, performance.now() + seconds * 1000);
  }

  leftS(shown: string): number {
    const until = this.untilMs.get(shown);
    if (until === undefined) return 0;
    const leftMs = until - performance.now();
    if (leftMs <= 0) this.untilMs.delete(shown);
    return Math.max(0, Math.ceil(leftMs / 1000));
  }
}

/**
 * Bounds what one caller asks of the API, around what finds out who it is: an address has a bucket for the requests that name nobody
 * or the wrong token, a caller another, wherever they are. A rate of 0 bounds nothing.
 */
export function boundRate(
  api: FastifyInstance,
  ratePerS: number,
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  if (ratePerS === 0) return void api.addHook("onRequest", identify);
  const buckets = new Buckets(ratePerS);
  const waiting = new Waiting();
  const refuse = (retryAfter: number, { url }: FastifyRequest, reply: FastifyReply) => {
    if (retryAfter === 0) return;
    void reply.header("retry-after", String(retryAfter));
    throw new PorteError("server.busy", { url, retryAfter });
  };
  api.addHook("onRequest", async (request, reply) => {
    const { authorization = "" } = request.headers;
    refuse(waiting.leftS(authorization), request, reply);
    const address = `address ${request.ip}`;
    refuse(buckets.take(address), request, reply);
    const failure: unknown = await identify(request, reply).then(
      () => null,
      (cause: unknown) => cause,
    );
    const { caller } = request;
    if (caller !== null) {
      buckets.giveBack(address);
      const retryAfter = buckets.take(`caller ${caller.personId}`);
      if (retryAfter > 0) waiting.add(authorization, retryAfter);
      refuse(retryAfter, request, reply);
    }
    if (failure !== null) throw failure;
  });
}
