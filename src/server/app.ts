import type { RequestListener, Server } from "node:http";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import { makeProvider } from "./auth/provider.ts";
import { rateLimitStore } from "./auth/rate-limit-store.ts";
import { listenOf } from "./db/notices.ts";
import type { Deps } from "./deps.ts";
import { EventHub } from "./events/hub.ts";
import { apiRoutes } from "./http/api.ts";
import { headersOfAll, requestIds } from "./http/headers.ts";
import { pageRoutes } from "./http/pages.ts";
import { answerProblem } from "./http/problem.ts";
import { compileWhenUsed } from "./http/schemas-in-use.ts";
import type { TrustedProxies } from "./http/trust-proxy.ts";
import { logSettings } from "./life/log.ts";
import { payrollRunner } from "./payroll/runner.ts";

export interface AppOptions {
  readonly contractFile: string;
  readonly logLevel: string;
  readonly codeSeconds: number;
  /** The proxies that are believed about where a request comes from. */
  readonly trustProxy: TrustedProxies;
  /** How many requests a second one caller may make of the API; 0 for any number. */
  readonly apiRate: number;
  /** The server that already listens, so that the company knows its own address. */
  readonly listening: Server;
  /** Where notices of events are listened to, where the database's own sessions cannot. */
  readonly eventsDatabase?: string | undefined;
  /** What counts its answers. */
  readonly watch: (app: FastifyInstance) => void;
}

/** The company's web part, and what answers its requests. */
export interface App {
  readonly app: FastifyInstance;
  readonly answer: RequestListener;
  /** Ends what lasts: the payroll run that is under way, between two portés, and every stream of events. Whoever waits for a run is told so. */
  stopLasting(): Promise<void>;
}

/** Builds the company's HTTP server from the contract, behind a server that already listens and passes requests on once it is ready. */
export async function buildApp(
  deps: Deps,
  { contractFile, logLevel, codeSeconds, trustProxy, apiRate, eventsDatabase, listening, watch }: AppOptions,
): Promise<App> {
  let answer: RequestListener = () => undefined;
  const app = fastify({
    serverFactory: (handler) => {
      answer = handler as RequestListener;
      return listening;
    },
    logger: logSettings(logLevel) as { level: string },
    genReqId: requestIds(),
    bodyLimit: 256 * 1024,
    frameworkErrors: answerProblem,
    trustProxy,
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: false,
        useDefaults: false,
        /** The first fault of each part: what is answered must not grow with what was sent. */
        allErrors: false,
        strict: false,
      },
      onCreate: compileWhenUsed,
    },
  });
  watch(app);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .header("content-type", "application/problem+json")
      .send(
        JSON.stringify({
          type: "about:blank",
          title: "Not found",
          status: 404,
          code: "company.not_found",
          facts: { kind: "page", what: request.url },
        }),
      ),
  );
  app.decorateRequest("caller", null);
  app.decorateRequest("found", null);
  headersOfAll(app, deps.url().startsWith("https:"), deps.now);
  await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 });
  await app.register(rateLimit, { global: false, store: rateLimitStore(deps.db) as never });
  const runner = payrollRunner(deps);
  const hub = new EventHub(deps.db, listenOf(deps.db, eventsDatabase), (err) =>
    app.log.warn({ err }, "events could not be looked for"),
  );
  await hub.start();
  const provider = await makeProvider(deps, codeSeconds);
  await app.register(async (pages) => pageRoutes(pages, deps, provider));
  await app.register(async (api) => apiRoutes(api, deps, provider, { contractFile, apiRate, runner, hub }), {
    prefix: "/v1",
  });
  await app.ready();
  const stopLasting = async () => {
    await Promise.all([runner.stop(), hub.stop()]);
  };
  return { app, answer, stopLasting };
}
