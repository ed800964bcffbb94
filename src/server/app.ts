import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import fastify, { type FastifyInstance } from "fastify";
import openapiGlue from "fastify-openapi-glue";
import type { Provider } from "oidc-provider";
import { v7 as uuid } from "uuid";
import { RECEIPT_MOST_BYTES } from "../domain/expense.ts";
import { authenticate } from "./auth/bearer.ts";
import { interactionRoutes } from "./auth/interactions.ts";
import { makeProvider } from "./auth/provider.ts";
import { rateLimitStore } from "./auth/rate-limit-store.ts";
import type { Deps } from "./deps.ts";
import { styleSheet } from "./pages/render.ts";
import { answerProblem } from "./problem.ts";
import { activityRoutes } from "./routes/activity.ts";
import { clientRoutes } from "./routes/client.ts";
import { expenseRoutes } from "./routes/expenses.ts";
import { moneyRoutes } from "./routes/money.ts";
import { operatorRoutes } from "./routes/operator.ts";
import type { Handlers } from "./routes/route.ts";
import { serviceRoutes } from "./routes/service.ts";
import { compileWhenUsed } from "./schemas-in-use.ts";

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
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: RECEIPT_MOST_BYTES, files: 1, fields: 4 } });
  const provider = await makeProvider(deps, codeSeconds);
  await app.register(async (pages) => pageRoutes(pages, deps, provider));
  await app.register(async (api) => apiRoutes(api, deps, provider, contractFile), { prefix: "/v1" });
  return app;
}

async function pageRoutes(app: FastifyInstance, deps: Deps, provider: Provider): Promise<void> {
  app.get("/assets/style.css", async (_request, reply) =>
    reply.header("content-type", "text/css; charset=utf-8").send(await styleSheet(deps)),
  );
  interactionRoutes(app, deps, provider);
  clientRoutes(app, deps);
  const answer = provider.callback();
  /** The OAuth server reads the raw request itself, so it takes over before any body is read. */
  const handOver = async (
    request: { raw: Parameters<typeof answer>[0] },
    reply: { hijack(): unknown; raw: Parameters<typeof answer>[1] },
  ) => {
    reply.hijack();
    await answer(request.raw, reply.raw);
  };
  for (const url of ["/.well-known/*", "/oauth/*", "/device", "/device/*"]) {
    const isGuessable = url === "/device";
    app.all(url, {
      config: isGuessable ? { rateLimit: { max: 30, timeWindow: 60_000 } } : {},
      preParsing: handOver as never,
      handler: async () => undefined,
    });
  }
}

async function apiRoutes(api: FastifyInstance, deps: Deps, provider: Provider, contractFile: string): Promise<void> {
  const contract = JSON.parse(await readFile(contractFile, "utf8"));
  /** A multipart body is a stream that its handler reads: there is nothing to validate before. */
  delete contract.paths["/receipts"].post.requestBody;
  /** Nor in the bytes of a piece. */
  delete contract.paths["/receipt-uploads/{sha256}"].patch.requestBody;
  api.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  const handlers: Handlers = {
    ...serviceRoutes(deps, contract.info.version),
    ...activityRoutes(deps),
    ...expenseRoutes(deps),
    ...moneyRoutes(deps),
    ...operatorRoutes(deps),
  };
  const isOpen = openPaths(contract);
  /** Who asks is known before anything of the request is read. */
  api.addHook("onRequest", async (request) => {
    if (!isOpen(request.routeOptions.url ?? "")) request.caller = await authenticate(deps, provider, request);
  });
  /** The contract's tests check answers; here they are written as they are. */
  api.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await api.register(openapiGlue, {
    specification: contract,
    operationResolver: (operationId: string) => {
      const handler = handlers[operationId];
      if (handler === undefined) throw new Error(`no handler for ${operationId}`);
      return handler;
    },
  } as never);
}

/** The paths that the contract opens to everybody. */
function openPaths({ paths }: { paths: Record<string, { get?: { security?: unknown[] } }> }): (url: string) => boolean {
  const open = new Set(Object.keys(paths).filter((path) => paths[path]?.get?.security?.length === 0));
  return (url) => open.has(url.replace(/^\/v1/, ""));
}
