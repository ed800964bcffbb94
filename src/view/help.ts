import { breakLine } from "./wrap.ts";

/** So many columns beside the commands are enough for what each does. */
const LEAST_BESIDE = 24;

/** Lays out commands and what each does: two columns, or what it does below its command where a line is too short for both. */
export function formatExamples(examples: readonly (readonly [string, string])[], width: number): string {
  const longest = Math.max(...examples.map(([command]) => command.length));
  const start = longest + "    ".length;
  const lineOf = (command: string, what: string) =>
    width - start < LEAST_BESIDE && start + what.length > width
      ? [`  ${command}`, ...breakLine(`      ${what}`, width)]
      : breakLine(`  ${command.padEnd(longest)}  ${what}`, width, start);
  return examples.flatMap(([command, what]) => lineOf(command, what)).join("\n");
}
