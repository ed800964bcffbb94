import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { guardBody, hasBody } from "./slow-body.ts";

/** What the gate takes for the company's answer to a balancer. */
type Step = "starting" | "ready" | "stopping";

/** Stands before the company from the moment its port is taken to the moment it is given back. */
export interface Gate {
  readonly handle: RequestListener;
  /** Lets requests through to the company. @param isWell says whether it can answer: its database does. */
  open(company: RequestListener, isWell: () => Promise<boolean>): void;
  /** Lets nothing new through; what was let through goes on. */
  close(): void;
  /** The requests that were let through and are not answered yet. */
  inFlight(): number;
  /** Resolves once nothing is in flight, or after a time. */
  settled(maxMs: number): Promise<void>;
}

export interface GateOptions {
  /** How long a body may bring nothing. */
  readonly bodyIdleMs: number;
  readonly metrics: () => string;
  /** Whether every machine may read the metrics, or this one alone. */
  readonly showsMetrics: boolean;
}

/** A company that starts or stops is soon there, or another one is. */
const RETRY_SECONDS = "1";

/** Makes the gate, closed: `/healthz` says that the process lives, `/readyz` that it starts, all else is put off. */
export function makeGate({ bodyIdleMs, metrics, showsMetrics }: GateOptions): Gate {
  let step: Step = "starting";
  let through: RequestListener = refuse;
  let ask: () => Promise<boolean> = async () => false;
  let asked: Promise<boolean> | null = null;
  const inFlight = new Set<ServerResponse>();
  const waiting = new Set<() => void>();

  const pass: RequestListener = (request, response) => {
    inFlight.add(response);
    response.once("close", () => {
      inFlight.delete(response);
      if (inFlight.size === 0) for (const settle of waiting) settle();
    });
    guardBody(request, response, bodyIdleMs);
    through(request, response);
  };
  /** One question to the database for all who ask meanwhile: this route is open to anybody. */
  const readiness = async (response: ServerResponse) => {
    if (step !== "ready") return answer(response, 503, { status: step });
    asked ??= ask().finally(() => {
      asked = null;
    });
    const isWell = await asked.catch(() => false);
    answer(response, isWell ? 200 : 503, { status: isWell ? step : "database-away" });
  };
  return {
    handle: (request, response) => {
      const path = pathOf(request);
      if (path === "/healthz") return answer(response, 200, { status: "alive" });
      if (path === "/readyz") return void readiness(response);
      if (path === "/metrics" && (showsMetrics || isFromHere(request))) return answerText(response, metrics());
      return step === "ready" ? pass(request, response) : refuse(request, response);
    },
    open: (company, isWell) => {
      through = company;
      ask = isWell;
      if (step === "starting") step = "ready";
    },
    close: () => {
      step = "stopping";
      for (const response of inFlight) if (!response.headersSent) response.setHeader("connection", "close");
    },
    inFlight: () => inFlight.size,
    settled: (maxMs) =>
      new Promise((resolve) => {
        if (inFlight.size === 0) return resolve();
        const settle = () => {
          clearTimeout(timer);
          waiting.delete(settle);
          resolve();
        };
        const timer = setTimeout(settle, maxMs);
        waiting.add(settle);
      }),
  };
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

/** Puts a request off, in the words of the contract: a client asks again by itself. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  const facts = { url: "", retryAfter: Number(RETRY_SECONDS) };
  const code = "server.busy";
  const title = "The company is starting or stopping.";
  /** The answer ends the line, so that none outlives a process that stops; one that still brings a body would lose its answer so. */
  if (!hasBody(request)) response.setHeader("connection", "close");
  answer(response, 503, { type: `urn:porte:problem:${code}`, title, status: 503, code, facts });
}

/** Says whether a request comes from this machine itself, and not through a proxy on it. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
  return (
    isLoopback && ["forwarded", "x-forwarded-for", "x-real-ip", "via"].every((name) => headers[name] === undefined)
  );
}

function answerText(response: ServerResponse, text: string): void {
  response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
  response.end(text);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader("content-type", "code" in body ? "application/problem+json" : "application/json");
  response.setHeader("cache-control", "no-store");
  if (status === 503) response.setHeader("retry-after", RETRY_SECONDS);
  response.end(JSON.stringify(body));
}
