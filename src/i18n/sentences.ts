import { once } from "../domain/once.ts";
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
  const whoami = once(() => changed(say.whoami, { scopes: open(say.whoami.scopes) }));
  const expenses = once(() => changed(say.expenses, { bases: open(say.expenses.bases) }));
  const declare = once(() => changed(say.declare, { decisions: open(say.declare.decisions) }));
  return changed(say, {
    states: open(say.states),
    kinds: open(say.kinds),
    categories: open(say.categories),
    entries: open(say.entries),
    sections: open(say.sections),
    lineOrigins: open(say.lineOrigins),
    get whoami() {
      return whoami();
    },
    get expenses() {
      return expenses();
    },
    get declare() {
      return declare();
    },
  });
}

/** Words with some in the place of others. What is loaded by who asks for it is left so: nothing is asked for here. */
export function changed<Words extends object, Change extends object>(words: Words, change: Change): Words & Change {
  const own = { ...Object.getOwnPropertyDescriptors(words), ...Object.getOwnPropertyDescriptors(change) };
  return Object.defineProperties({}, own) as Words & Change;
}

function open<Words extends Readonly<Record<string, string>>>(words: Words): Words {
  return new Proxy(words, {
    get: (known, word) => (typeof word === "symbol" || Object.hasOwn(known, word) ? Reflect.get(known, word) : word),
  });
}
