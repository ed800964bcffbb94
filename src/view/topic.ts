import type { RenderOptions } from "./look.ts";
import { hung } from "./wrap.ts";

/** One page of help that is about no command: its names, of which the first is the one that is shown, and what it says. */
export interface Topic {
  readonly names: readonly string[];
  readonly title: string;
  readonly lines: readonly (readonly [name: string, text: string])[];
}

/** Shows a topic: each name with its text beside. */
export function topicText(look: RenderOptions, { title, lines }: Topic): string {
  const widest = Math.max(...lines.map(([name]) => name.length));
  const shown = lines.map(([name, text]) => hung(look, `  ${look.paint.strong(name.padEnd(widest))}  `, text));
  return [look.paint.strong(title), ...shown].join("\n");
}
