import type { Watch } from "../domain/contracts/watches.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";

/** What is watched, as data: one more code than this program knows stays. */
export function watchJson({ code, day, isLate, source, left }: Watch, mission: string | null) {
  return { code, mission, day, late: isLate, source, ...(left === undefined ? {} : { left }) };
}

/** Says in a sentence what a day brings. */
export function watchText({ say }: RenderOptions, { code, day, isLate, left = 0 }: Watch, about: string): string {
  const { contracts, format } = say;
  const words = contracts.watches[code];
  return inOneLine(contracts.watch(words(format.day(day), isLate, format.days(left)), about));
}
