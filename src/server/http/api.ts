import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import openapiGlue from "fastify-openapi-glue";
import type { Provider } from "oidc-provider";
import { PorteError } from "../../errors.ts";
import { authenticate, requireScope } from "../auth/bearer.ts";
import type { Deps, Schemas } from "../deps.ts";
import { activityRoutes } from "../routes/activity.ts";
import { adminRoutes } from "../routes/admin.ts";
import { expenseRoutes } from "../routes/expenses.ts";
import { moneyRoutes } from "../routes/money.ts";
import { operatorRoutes } from "../routes/operator.ts";
import type { Handler, Handlers } from "../routes/route.ts";
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
    ...adminRoutes(deps),
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
      return forStaff(handler, staffOf(contract, operationId));
    },
  } as never);
}

/** The paths that the contract opens to everybody. */
function openPaths({ paths }: { paths: Record<string, { get?: { security?: unknown[] } }> }): (url: string) => boolean {
  const open = new Set(Object.keys(paths).filter((path) => paths[path]?.get?.security?.length === 0));
  return (url) => open.has(url.replace(/^\/v1/, ""));
}

interface Contract {
  readonly paths: Record<string, Record<string, { operationId?: string; "x-staff"?: readonly Schemas["StaffRole"][] }>>;
}

/** The roles of the staff that the contract opens an operation to; null for an operation that is no matter of roles. */
function staffOf({ paths }: Contract, id: string): readonly Schemas["StaffRole"][] | null {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  return operations.find(({ operationId }) => operationId === id)?.["x-staff"] ?? null;
}

/** A member of the staff who has another role is told which it takes; who is none is told by the scope. */
function forStaff(handler: Handler, roles: readonly Schemas["StaffRole"][] | null): Handler {
  if (roles === null) return handler;
  return async (request, reply) => {
    const { staffRole } = requireScope(request, "operator");
    if (staffRole === null || !roles.includes(staffRole))
      throw new PorteError("auth.staff_role", { role: staffRole ?? "", roles });
    return handler(request, reply);
  };
}
