/** Lays out commands and what each does, two columns. */
export function formatExamples(examples: readonly (readonly [string, string])[]): string {
  const width = Math.max(...examples.map(([command]) => command.length));
  return examples.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join("\n");
}
