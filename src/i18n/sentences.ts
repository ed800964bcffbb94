import type { fr } from "./fr.ts";

/** The sentences of one language, failures apart: what French has, each language must have. */
export type Sentences = typeof fr;

export const LANGS = ["fr", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** Loads the sentences of one language, failures apart: Tab, which tells none, starts sooner without them. */
export async function sentencesOf(lang: Lang): Promise<Sentences> {
  return withUnknown(lang === "en" ? (await import("./en.ts")).en : (await import("./fr.ts")).fr);
}

/** A word that only a later company knows is shown as it is written. */
function withUnknown(say: Sentences): Sentences {
  return {
    ...say,
    states: open(say.states),
    kinds: open(say.kinds),
    categories: open(say.categories),
    entries: open(say.entries),
    sections: open(say.sections),
    lineOrigins: open(say.lineOrigins),
    whoami: { ...say.whoami, scopes: open(say.whoami.scopes) },
    expenses: { ...say.expenses, bases: open(say.expenses.bases) },
    declare: { ...say.declare, decisions: open(say.declare.decisions) },
  };
}

function open<Words extends Readonly<Record<string, string>>>(words: Words): Words {
  return new Proxy(words, {
    get: (known, word) => (typeof word === "symbol" || Object.hasOwn(known, word) ? Reflect.get(known, word) : word),
  });
}
