import { latestVersion } from "../client/registry.ts";
import { withoutEndSlashes } from "../domain/addresses.ts";
import type { Machine } from "./session.ts";

const REGISTRY = "https://registry.npmjs.org";
const PACKAGE = "porte";

/** Names the registry that would be asked, npm's own or the one that npm was told of, and gives what asks it for porte's latest version. */
export function askRegistry({ env, timeoutMs, agent }: Machine): { readonly registry: string; ask(): Promise<string> } {
  const registry = withoutEndSlashes(env.npm_config_registry || REGISTRY);
  return { registry, ask: () => latestVersion({ registry, name: PACKAGE, timeoutMs, agent, env }) };
}
