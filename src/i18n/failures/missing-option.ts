import type { Failures } from "../../errors.ts";

/** What stands for the value of an option that a flow misses, by the option; the others take none, or are their own example. */
export const MISSING_VALUES: Readonly<Record<string, string>> = {
  "--amount": "euros",
  "--category": "category",
  "--date": "day",
  "--gross": "euros",
  "--match": "word",
  "--mission": "reference",
  "--pdf": "file",
  "--power": "cv",
  "--rest": "statement",
  "--threshold": "euros",
  "--tjm": "euros",
  "--token-file": "file",
  "--turnover": "euros",
};

/** The options of which one is needed. */
export function optionsIn(option: string): string[] {
  return option.split(", ");
}

/** A command as it was typed, with an option that it lacks and what its value is. @param host an address to show. */
export function example(
  { command, option, takes, typed = [] }: Failures["usage.missing_option"],
  host: string,
): string {
  const [first = ""] = optionsIn(option);
  if (first === "PORTE_API_URL") return `${first}=https://${host}`;
  const known = MISSING_VALUES[first] === undefined ? "" : `<${MISSING_VALUES[first]}>`;
  const value = first === "--url" ? `https://${host}` : takes || known;
  return [command, ...typed, first, value].filter((word) => word !== "").join(" ");
}
