import { catalogueOf } from "./catalogue.ts";
import { frenchChoices, frenchHeads } from "./fr/heads.ts";

/** The words of a sheet for a French Excel, whatever language the run speaks. */
export async function sheetWords() {
  const say = await catalogueOf("fr");
  const shared: Readonly<Record<string, readonly object[]>> = {
    state: [say.states],
    kind: [say.kinds, say.entries],
    category: [say.categories],
    level: [say.doctor.levels],
    name: [say.doctor.names, say.config.places],
    step: [say.monthEnd.steps],
  };
  return {
    heads: frenchHeads,
    yes: say.words.yes,
    no: say.words.no,
    choice: (column: string, word: string): string | undefined => {
      const known = [...(shared[column] ?? []), frenchChoices[column] ?? {}];
      const found = known.find((words) => Object.hasOwn(words, word)) as Readonly<Record<string, string>> | undefined;
      return found?.[word];
    },
  };
}
