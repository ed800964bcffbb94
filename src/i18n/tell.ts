import type { FailureCode, Failures, PorteError } from "../errors.ts";
import type { FailureWords, Told } from "./fr-failures.ts";

/** Words a failure in the language of the catalogue. */
export function tell(words: FailureWords, { code, facts }: Pick<PorteError, "code" | "facts">): Told {
  return (words[code] as (facts: Failures[FailureCode]) => Told)(facts);
}
