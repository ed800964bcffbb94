import type { FastifyRequest } from "fastify";
import { PorteError } from "../../errors.ts";
import { callerOf } from "../auth/bearer.ts";
import type { Schemas } from "../deps.ts";
import { type Contract, operationsIn } from "./contract.ts";

/** Who may call an operation, by the contract: who holds one of the scopes, and for the staff's one of the roles too. */
export interface Access {
  /** Empty for an operation that is open to everybody. */
  readonly scopes: readonly Schemas["Scope"][];
  readonly roles: readonly Schemas["StaffRole"][] | null;
}

declare module "fastify" {
  interface FastifyContextConfig {
    access?: Access;
  }
}

const EVERYBODY: Access = { scopes: [], roles: null };

/**
 * Reads from the contract who may call each operation, by its name.
 * @throws {Error} for an operation that does not say, or needs what no scope opens: it would be open to nobody or, worse, to everybody.
 */
export function accessRules(contract: Contract): ReadonlyMap<string, Access> {
  const scopes = Object.entries(contract.components.securitySchemes.bearer["x-scopes"]);
  return new Map(
    operationsIn(contract).map(({ operationId, security, "x-staff": roles = null }): [string, Access] => {
      if (security === undefined) throw new Error(`the contract does not say who may call ${operationId}`);
      if (security.length === 0) return [operationId, EVERYBODY];
      const needed = security.flatMap(({ bearer = [] }) => bearer);
      const opening = scopes.filter(([, opens]) => needed.length > 0 && needed.every((one) => opens.includes(one)));
      if (opening.length === 0) throw new Error(`no scope of the contract opens ${operationId}`);
      return [operationId, { scopes: opening.map(([scope]) => scope as Schemas["Scope"]), roles }];
    }),
  );
}

/** Says whether anybody may make a request, whoever they are. What no rule speaks of is open to nobody. */
export function isOpen({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.access?.scopes.length === 0;
}

/**
 * Lets a caller in who has a scope that opens what is asked, and its role. Who has another role is told which it takes; who is none of
 * the staff is told by the scope.
 * @throws {PorteError} `auth.refused`, `auth.forbidden`, `auth.staff_role`.
 */
export function assertMay(request: FastifyRequest): void {
  const caller = callerOf(request);
  const { access } = request.routeOptions.config;
  if (access === undefined) throw new PorteError("auth.forbidden", { scope: "" });
  const { scopes, roles } = access;
  const [scope = ""] = scopes;
  const isHeld = scopes.some((one) => caller.scopes.includes(one));
  if (!isHeld || (roles !== null && caller.role !== "operator")) throw new PorteError("auth.forbidden", { scope });
  const { staffRole } = caller;
  if (roles !== null && (staffRole === null || !roles.includes(staffRole)))
    throw new PorteError("auth.staff_role", { role: staffRole ?? "", roles });
}
