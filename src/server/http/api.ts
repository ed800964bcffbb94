import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import openapiGlue from "fastify-openapi-glue";
import type { Provider } from "oidc-provider";
import { authenticate } from "../auth/bearer.ts";
import type { Deps } from "../deps.ts";
import { operations } from "../operations.ts";
import type { PayrollRunner } from "../payroll/runner.ts";
import { boundRate } from "./api-rate.ts";
import { assertBody, bodyRules, type Contract, readBodies } from "./request-body.ts";
import { assertMay, staffOf } from "./staff-roles.ts";
import { assertTexts } from "./text.ts";

/** The API of the contract: each operation, behind who asks. */
export async function apiRoutes(
  api: FastifyInstance,
  deps: Deps,
  provider: Provider,
  { contractFile, apiRate, runner }: { contractFile: string; apiRate: number; runner: PayrollRunner },
): Promise<void> {
  const contract: Contract = JSON.parse(await readFile(contractFile, "utf8"));
  const rules = bodyRules(contract);
  await readBodies(api);
  api.addHook("preClose", () => runner.stop());
  const handlers = operations(deps, { contractVersion: contract.info.version, runner });
  const isOpen = openPaths(contract);
  api.addHook("onRequest", (_request, reply, next) => {
    void reply.header("portage-contract", contract.info.version);
    next();
  });
  /** Who asks, whether they may, and whether the body may be read at all, is known before anything of it is. What is a person's own is kept nowhere. */
  boundRate(api, apiRate, async (request, reply) => {
    if (!isOpen(request.routeOptions.url ?? "")) {
      void reply.header("cache-control", "no-store");
      request.caller = await authenticate(deps, provider, request);
      assertMay(request);
    }
    assertBody(request);
  });
  api.addHook("preValidation", assertTexts);
  /** The contract's tests check answers; here they are written as they are. */
  api.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await api.register(openapiGlue, {
    specification: contract,
    operationResolver: (operationId: string) => {
      const handler = handlers[operationId];
      if (handler === undefined) throw new Error(`no handler for ${operationId}`);
      const config = { takes: rules.get(operationId) };
      if (typeof handler === "function") return { handler, config };
      const { scope, alongside } = handler;
      const needs = { scope, roles: staffOf(contract, operationId) };
      return { handler: handler.handler, config: { ...config, needs, alongside } };
    },
  } as never);
}

/** The paths that the contract opens to everybody. */
function openPaths({ paths }: Contract): (url: string) => boolean {
  const open = new Set(Object.keys(paths).filter((path) => paths[path]?.get?.security?.length === 0));
  return (url) => open.has(url.replace(/^\/v1/, ""));
}
