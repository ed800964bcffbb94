import type { FailureCode, Failures, PorteError, Problem } from "../errors.ts";
import type { FailureMessage, FailureWords } from "./failures/words.ts";

/**
 * Words a company's reason by its code; null for a code of a later company, and for one whose facts are not those that its
 * sentence needs.
 */
export function describeProblem(words: FailureWords, { code, facts }: Problem): FailureMessage | null {
  if (!Object.hasOwn(words, code)) return null;
  try {
    return describeFailure(words, { code, facts: complete(facts) });
  } catch {
    return null;
  }
}

/** Facts that throw where one that is asked for is missing, or is no text where a text is made of it. */
function complete<Facts extends object>(facts: Facts): Facts {
  return new Proxy(facts, {
    get: (said, name) => {
      if (name === Symbol.toPrimitive || (typeof name === "string" && !(name in said)))
        throw new TypeError(`no ${String(name)}`);
      const value: unknown = Reflect.get(said, name);
      return typeof value === "object" && value !== null ? complete(value) : value;
    },
  });
}

/** Words a failure in the language of the catalogue. */
export function describeFailure(
  words: FailureWords,
  { code, facts }: Pick<PorteError, "code" | "facts">,
): FailureMessage {
  return (words[code] as (facts: Failures[FailureCode]) => FailureMessage)(facts);
}
