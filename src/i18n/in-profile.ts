import type { Catalogue } from "./catalogue.ts";

/**
 * Has every command that a sentence proposes keep the profile that was typed: without it, it would act on another one.
 * @param names the words that may follow `porte`.
 */
export function inProfile(say: Catalogue, profile: string, names: readonly string[]): Catalogue {
  const proposed = new RegExp(`(?<![\\p{L}\\p{N}_/.-])porte (?=(?:${names.join("|")})(?![\\p{L}\\p{N}_-]))`, "gu");
  const typed = /^[\w.@-]+$/.test(profile) ? profile : `'${profile.replaceAll("'", "'\\''")}'`;
  return kept(say, (text) => text.replace(proposed, () => `porte --profile ${typed} `)) as Catalogue;
}

/** What describes commands, and proposes none: it is the same for whoever reads it. */
const REFERENCE = new Set(["help", "topics"]);

function kept(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value === "function")
    return (...given: unknown[]) => kept((value as (...given: unknown[]) => unknown)(...given), change);
  if (Array.isArray(value)) return value.map((one) => kept(one, change));
  if (value === null || typeof value !== "object") return value;
  return new Proxy(value, {
    get: (of, name) =>
      typeof name === "symbol" || REFERENCE.has(name) ? Reflect.get(of, name) : kept(Reflect.get(of, name), change),
  });
}
