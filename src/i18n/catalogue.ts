import { once } from "../domain/once.ts";
import type { FailureWords } from "./failures/words.ts";
import { failuresIn } from "./failures.ts";
import { changed, type Lang, type Sentences, sentencesOf } from "./sentences.ts";

/** Every sentence of the program in one language. */
export type Catalogue = Sentences & { readonly failures: FailureWords };

/** Loads the sentences of one language. Those of failures are made by the first that is told: most runs tell none. */
export async function catalogueOf(lang: Lang): Promise<Catalogue> {
  const failures = once(() => failuresIn(lang));
  return changed(await sentencesOf(lang), {
    get failures() {
      return failures();
    },
  });
}
