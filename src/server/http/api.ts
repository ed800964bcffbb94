import type { FastifyInstance } from "fastify";
import openapiGlue from "fastify-openapi-glue";
import type { Provider } from "oidc-provider";
import type { OperationId } from "../api/operation.ts";
import { authenticate } from "../auth/bearer.ts";
import type { Deps } from "../deps.ts";
import type { EventHub } from "../events/hub.ts";
import { operations } from "../operations.ts";
import type { PayrollRunner } from "../payroll/runner.ts";
import { accessRules, assertMay, isOpen } from "./access.ts";
import { tagAnswers } from "./answered.ts";
import { boundRate } from "./api-rate.ts";
import { readContract } from "./contract.ts";
import { assertBody, bodyRules, readBodies } from "./request-body.ts";
import { assertTexts } from "./text.ts";

/** What the API needs beside what its services work with. */
interface ApiTerms {
  readonly contractFile: string;
  readonly apiRate: number;
  readonly runner: PayrollRunner;
  readonly hub: EventHub;
}

/** The API of the contract: each operation, behind who asks. */
export async function apiRoutes(
  api: FastifyInstance,
  deps: Deps,
  provider: Provider,
  { contractFile, apiRate, runner, hub }: ApiTerms,
): Promise<void> {
  const contract = await readContract(contractFile);
  const [bodies, accesses] = [bodyRules(contract), accessRules(contract)];
  await readBodies(api);
  api.addHook("preClose", async () => {
    await Promise.all([runner.stop(), hub.stop()]);
  });
  const handlers = operations(deps, { contractVersion: contract.info.version, runner, hub });
  api.addHook("onRequest", (_request, reply, next) => {
    void reply.header("portage-contract", contract.info.version);
    next();
  });
  /** Who asks, whether they may, and whether the body may be read at all, is known before anything of it is. What is a person's own is kept nowhere. */
  boundRate(api, apiRate, async (request, reply) => {
    if (!isOpen(request)) {
      void reply.header("cache-control", "no-store");
      request.caller = await authenticate(deps, provider, request);
      assertMay(request);
    }
    assertBody(request);
  });
  api.addHook("preValidation", assertTexts);
  tagAnswers(api);
  /** The contract's tests check answers; here they are written as they are. */
  api.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await api.register(openapiGlue, {
    specification: contract,
    operationResolver: (operationId: OperationId) => {
      const { handler, alongside } = handlers[operationId];
      return { handler, config: { takes: bodies.get(operationId), access: accesses.get(operationId), alongside } };
    },
  } as never);
}
