import type { FastifyRequest } from "fastify";
import { PorteError } from "../../errors.ts";
import { callerOf } from "../auth/bearer.ts";
import type { Schemas } from "../deps.ts";
import type { Contract } from "./request-body.ts";

type Roles = readonly Schemas["StaffRole"][];

/** What a caller must have for an operation: a scope, and for the staff's one of the roles that the contract names. */
export interface Needs {
  readonly scope: Schemas["Scope"];
  readonly roles: Roles | null;
}

declare module "fastify" {
  interface FastifyContextConfig {
    needs?: Needs;
  }
}

/** The roles of the staff that the contract opens an operation to; null for an operation that is no matter of roles. */
export function staffOf({ paths }: Contract, id: string): Roles | null {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  return operations.find(({ operationId }) => operationId === id)?.["x-staff"] ?? null;
}

/**
 * Lets a caller in who has the scope of what is asked, and its role. Who has another role is told which it takes; who is none of the staff
 * is told by the scope.
 * @throws {PorteError} `auth.refused`, `auth.forbidden`, `auth.staff_role`.
 */
export function assertMay(request: FastifyRequest): void {
  const { needs } = request.routeOptions.config;
  if (needs === undefined) return;
  const { scope, roles } = needs;
  const { scopes, role, staffRole } = callerOf(request);
  if (!scopes.includes(scope) || (scope === "operator" && role !== "operator"))
    throw new PorteError("auth.forbidden", { scope });
  if (roles !== null && (staffRole === null || !roles.includes(staffRole)))
    throw new PorteError("auth.staff_role", { role: staffRole ?? "", roles });
}
