import { toEuros } from "../../domain/money.ts";
import type { KeptFigures } from "../../portage/simulated.ts";
import type { Look } from "../look.ts";
import { table } from "../table.ts";

/** A kept simulation in a JSON list. */
export function keptJson({ name, kind, savedAt, month, figures }: KeptFigures, names: readonly string[]): object {
  const known = names.flatMap((one) => (figures[one] === undefined ? [] : [[one, toEuros(figures[one])]]));
  return { name, kind, savedAt, month, figures: Object.fromEntries(known) };
}

/** What is kept, one a line. */
export function keptText(look: Look, kept: readonly KeptFigures[]): string {
  const { savedTitle, kinds } = look.say.simulate;
  const { format } = look.say;
  const columns = [
    { title: savedTitle.name },
    { title: savedTitle.kind },
    { title: savedTitle.day },
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
