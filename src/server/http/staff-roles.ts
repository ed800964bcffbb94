import { PorteError } from "../../errors.ts";
import { requireScope } from "../auth/bearer.ts";
import type { Schemas } from "../deps.ts";
import type { Handler } from "../routes/route.ts";
import type { Contract } from "./request-body.ts";

type Roles = readonly Schemas["StaffRole"][];

/** The roles of the staff that the contract opens an operation to; null for an operation that is no matter of roles. */
export function staffOf({ paths }: Contract, id: string): Roles | null {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  return operations.find(({ operationId }) => operationId === id)?.["x-staff"] ?? null;
}

/** A member of the staff who has another role is told which it takes; who is none is told by the scope. */
export function onlyFor(roles: Roles | null, handler: Handler): Handler {
  if (roles === null) return handler;
  return async (request, reply) => {
    const { staffRole } = requireScope(request, "operator");
    if (staffRole === null || !roles.includes(staffRole))
      throw new PorteError("auth.staff_role", { role: staffRole ?? "", roles });
    return handler(request, reply);
  };
}
