import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import openapiGlue from "fastify-openapi-glue";
import type { Provider } from "oidc-provider";
import { authenticate } from "../auth/bearer.ts";
import type { Deps } from "../deps.ts";
import { activityRoutes } from "../routes/activity.ts";
import { expenseRoutes } from "../routes/expenses.ts";
import { moneyRoutes } from "../routes/money.ts";
import { operatorRoutes } from "../routes/operator.ts";
import type { Handlers } from "../routes/route.ts";
import { serviceRoutes } from "../routes/service.ts";

/** The API of the contract: each operation, behind who asks. */
export async function apiRoutes(
  api: FastifyInstance,
  deps: Deps,
  provider: Provider,
  contractFile: string,
): Promise<void> {
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
      return typeof handler === "function"
        ? handler
        : { handler: handler.handler, config: { alongside: handler.alongside } };
    },
  } as never);
}

/** The paths that the contract opens to everybody. */
function openPaths({ paths }: { paths: Record<string, { get?: { security?: unknown[] } }> }): (url: string) => boolean {
  const open = new Set(Object.keys(paths).filter((path) => paths[path]?.get?.security?.length === 0));
  return (url) => open.has(url.replace(/^\/v1/, ""));
}
