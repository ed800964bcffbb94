import type { Machine } from "./session.ts";

/** Names the profile in use: by flag, by environment, or the usual one of this machine. */
export function profileNamed({ profile, env }: Pick<Machine, "profile" | "env">, usual: string): string {
  return profile ?? (env.PORTE_PROFILE || usual);
}
