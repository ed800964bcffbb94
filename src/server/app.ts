import type { Server } from "node:http";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import { RECEIPT_MOST_BYTES } from "../domain/expense.ts";
import { makeProvider } from "./auth/provider.ts";
import { rateLimitStore } from "./auth/rate-limit-store.ts";
import type { Deps } from "./deps.ts";
import { apiRoutes } from "./http/api.ts";
import { headersOfAll, requestIds } from "./http/headers.ts";
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
    genReqId: requestIds(),
    bodyLimit: 256 * 1024,
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: false,
        useDefaults: false,
        allErrors: true,
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
  app.decorateRequest("found", null);
  headersOfAll(app, deps.url().startsWith("https:"));
  await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 });
  await app.register(rateLimit, { global: false, store: rateLimitStore(deps.db) as never });
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: RECEIPT_MOST_BYTES, files: 1, fields: 4 } });
  const provider = await makeProvider(deps, codeSeconds);
  await app.register(async (pages) => pageRoutes(pages, deps, provider));
  await app.register(async (api) => apiRoutes(api, deps, provider, contractFile), { prefix: "/v1" });
  return app;
}
