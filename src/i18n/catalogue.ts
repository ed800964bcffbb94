import type { fr } from "./fr.ts";

/** Every sentence of the program: what French has, each language must have. */
export type Catalogue = typeof fr;

export const LANGS = ["fr", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** Loads the sentences of one language. */
export async function catalogueOf(lang: Lang): Promise<Catalogue> {
  return lang === "en" ? (await import("./en.ts")).en : (await import("./fr.ts")).fr;
}
