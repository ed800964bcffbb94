import { toEuros } from "../../domain/money.ts";
import type { StoredFigures } from "../../portage/simulated.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

/** A kept simulation in a JSON list. */
export function storedJson({ name, kind, savedAt, month, figures }: StoredFigures, names: readonly string[]) {
  const known = names.flatMap((one) => (figures[one] === undefined ? [] : [[one, toEuros(figures[one])]]));
  return { name, kind, savedAt, month, figures: Object.fromEntries(known) };
}

/** What is kept, one a line. */
export function storedText(look: RenderOptions, kept: readonly StoredFigures[]): string {
  const { savedTitle, kinds } = look.say.simulate;
  const { format } = look.say;
  const columns = [
    { title: savedTitle.name },
    { title: savedTitle.kind, drops: 1 },
    { title: savedTitle.day, gives: "never" as const },
    { title: savedTitle.netPaid, isRight: true },
  ];
  const rows = kept.map(({ name, kind, savedAt, figures }) => [
    name,
    kinds[kind],
    format.instant(savedAt),
    figures.netPaid === undefined ? "–" : format.euros(figures.netPaid),
  ]);
  return table(look, columns, rows);
}
