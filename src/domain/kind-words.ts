import { KINDS, type Kind } from "./activity.ts";
import { choiceMeant } from "./typed/meaning.ts";

/** Finds the kind of time that a word means, in French or in English; null for none. */
export function kindFromWord(text: string): Kind | null {
  return choiceMeant(text, KINDS);
}
