import type { Context } from "../../cli/context.ts";
import type { CheckedLaw } from "../../flows/law.ts";

/** A checked file of law, as JSON. */
export function checkedJson({ name, tables, until, lacking, lackingRules }: CheckedLaw) {
  return { name, tables, until, lacking, lackingRules };
}

/** What would still be unchecked with a file of law. */
export function lackingText(
  { say, look }: Pick<Context, "say" | "look">,
  { until, lacking, lackingRules }: CheckedLaw,
): string[] {
  const { law, format } = say;
  const day = format.day(until);
  return [
    lacking.length === 0 ? law.covers(day) : law.lacking(day, lacking),
    lackingRules.length === 0 ? law.coversRules(day) : law.lackingRules(day, lackingRules),
  ].map(look.paint.soft);
}
