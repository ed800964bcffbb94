import type { Machine } from "./session.ts";

/** Names the profile in use: by flag, by environment, or the usual one. */
export function profileNamed({ profile, env }: Pick<Machine, "profile" | "env">, usual = "default"): string {
  return profile ?? (env.PORTE_PROFILE || usual);
}
