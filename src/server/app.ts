import type { Server } from "node:http";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import { v7 as uuid } from "uuid";
import { makeProvider } from "./auth/provider.ts";
import { rateLimitStore } from "./auth/rate-limit-store.ts";
import type { Deps } from "./deps.ts";
import { apiRoutes } from "./http/api.ts";
import { pageRoutes } from "./http/pages.ts";
import { answerProblem } from "./http/problem.ts";
import { compileWhenUsed } from "./http/schemas-in-use.ts";

export interface AppOptions {
  readonly contractFile: string;
  readonly logLevel: string;
  readonly codeSeconds: number;
  /** The server that already listens, so that the company knows its own address. */
  readonly listening: Server;
}

/** Builds the company's HTTP server from the contract, behind a server that already listens. */
export async function buildApp(
  deps: Deps,
  { contractFile, logLevel, codeSeconds, listening }: AppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    serverFactory: (handler) => listening.on("request", handler),
    logger: { level: logLevel, stream: process.stderr },
    genReqId: () => `req_${uuid().replaceAll("-", "").slice(-12)}`,
    bodyLimit: 256 * 1024,
    frameworkErrors: answerProblem,
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
          facts: { what: request.url },
        }),
      ),
  );
  app.decorateRequest("caller", null);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: deps.url().startsWith("https:"),
  });
  await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 });
  await app.register(rateLimit, { global: false, store: rateLimitStore(deps.db) as never });
  const provider = await makeProvider(deps, codeSeconds);
  await app.register(async (pages) => pageRoutes(pages, deps, provider));
  await app.register(async (api) => apiRoutes(api, deps, provider, contractFile), { prefix: "/v1" });
  return app;
}
