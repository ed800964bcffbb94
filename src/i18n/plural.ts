/** Chooses the form of a word that goes with a count. */
export type Form = (count: number, one: string, more: string) => string;

function formIn(language: string): Form {
  let rules: Intl.PluralRules | undefined;
  return (count, one, more) => {
    rules ??= new Intl.PluralRules(language);
    return rules.select(count) === "one" ? one : more;
  };
}

/** French: none and one are singular. */
export const frenchForm = formIn("fr");
/** English: one alone is singular. */
export const englishForm = formIn("en");
