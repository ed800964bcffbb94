import type { Schemas } from "../deps.ts";

/** What a person may allow `porte` to do, in the order the approval page lists it. */
export const CLI_SCOPES: readonly Schemas["Scope"][] = ["read", "declare", "expenses"];

/** The rights of the company that an OAuth scope names, in their order. */
export function scopesIn(granted: string | undefined): Schemas["Scope"][] {
  const named = (granted ?? "").split(" ");
  return CLI_SCOPES.filter((scope) => named.includes(scope));
}
