import { plot } from "asciichart";
import type { Axis, Point } from "../../portage/curve.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

const HEIGHT = 12;
const LABEL = 12;

/** How many points a plot of the daily rate has room for. */
export function plotPoints({ width }: RenderOptions): number {
  return width === null ? 41 : Math.max(20, Math.min(width - LABEL - 4, 81));
}

/** Draws what is paid against the daily rate or the days; two columns of figures where there is no terminal. */
export function plotText(look: RenderOptions, axis: Axis, points: readonly Point[]): string {
  const { format, simulate, pay } = look.say;
  const name = (x: number) => (axis === "tjm" ? format.euros(x) : format.days(x));
  if (look.width === null)
    return table(
      look,
      [{ title: simulate.axes[axis] }, { title: pay.netPaid }],
      points.map(({ x, netPaidCents }) => [name(x), format.euros(netPaidCents)]),
      { keepsTitles: true },
    );
  const room = Math.max(20, look.width - LABEL - 4);
  const stretch = axis === "days" ? Math.max(1, Math.floor(room / points.length)) : 1;
  const series = points.flatMap(({ netPaidCents }) => new Array<number>(stretch).fill(netPaidCents / 100));
  const drawn = plot(series, {
    height: HEIGHT,
    format: (value) => format.euros(Math.round(value) * 100).padStart(LABEL),
  });
  const first = name(points[0]?.x ?? 0);
  const last = name(points.at(-1)?.x ?? 0);
  const middle = simulate.axes[axis];
  const free = series.length - first.length - last.length - middle.length;
  const gap = " ".repeat(Math.max(1, Math.floor(free / 2)));
  const axisLine = `${" ".repeat(LABEL + 2)}${first}${gap}${middle}${gap}${last}`;
  return `\n${look.paint.soft(pay.netPaid)}\n${drawn}\n${look.paint.soft(axisLine)}`;
}
