import { formatExamples } from "./help.ts";
import type { RenderOptions } from "./look.ts";

/** Where there is no terminal, as wide as help is. */
const HELP_WIDTH = 100;

/** What can be done before there is a company, as public data. */
export function firstStepsJson({ say: { home } }: Pick<RenderOptions, "say">) {
  return { company: null, try: home.steps.map(([command, what]) => ({ command, what })) };
}

/** Says what can be done before there is a company, and what to type. */
export function firstStepsText(look: RenderOptions): string {
  const { home, help } = look.say;
  return [
    look.paint.strong(help.about),
    home.alone,
    "",
    formatExamples(home.steps, look.width ?? HELP_WIDTH),
    "",
    home.thenLogin,
  ].join("\n");
}
