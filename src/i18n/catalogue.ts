import type { FailureWords } from "./failures/words.ts";
import { failuresIn } from "./failures.ts";
import { type Lang, type Sentences, sentencesOf } from "./sentences.ts";

/** Every sentence of the program in one language. */
export type Catalogue = Sentences & { readonly failures: FailureWords };

/** Loads the sentences of one language. */
export async function catalogueOf(lang: Lang): Promise<Catalogue> {
  return { ...(await sentencesOf(lang)), failures: failuresIn(lang) };
}
