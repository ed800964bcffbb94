import { choiceMeant, yesOrNo } from "../../domain/typed/meaning.ts";
import { PorteError } from "../../errors.ts";

/** Reads one of some words, in French or in English; help says them in its sentence. @throws {PorteError} `usage.choice` for any other. */
export function oneOf<const Choice extends string>(option: string, choices: readonly Choice[]) {
  return (typed: string): Choice => {
    const found = choiceMeant(typed, choices);
    if (found === null) throw new PorteError("usage.choice", { option, value: typed, choices });
    return found;
  };
}

/** Reads a yes or a no, in French or in English. @throws {PorteError} `usage.choice` for anything else. */
export function yesNo(option: string) {
  return (typed: string): boolean => {
    const answer = yesOrNo(typed);
    if (answer === null) throw new PorteError("usage.choice", { option, value: typed, choices: ["yes", "no"] });
    return answer;
  };
}

/** Reads a list of words, by commas or spaces. */
export function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

const MIN_HOURS = 1;
const MAX_HOURS = 48;

/** Reads hours of a week: `35`, `37,5`. @throws {PorteError} `input.hours`. */
export function weeklyHours(text: string): number {
  const hours = /^\d{1,2}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!(hours >= MIN_HOURS && hours <= MAX_HOURS))
    throw new PorteError("input.hours", { value: text, least: MIN_HOURS, most: MAX_HOURS });
  return hours;
}
