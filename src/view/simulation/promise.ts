import { toEuros } from "../../domain/money.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { Drift } from "../../portage/promise.ts";
import type { Comparison } from "../../portage/simulated.ts";
import type { RenderOptions } from "../look.ts";
import { labelOf } from "../payslip.ts";
import { table } from "../table.ts";

const orNull = (cents: number | null) => (cents === null ? null : toEuros(cents));

/** A comparison as one JSON document. */
export function comparedJson(look: Pick<RenderOptions, "say">, { promised, actual, drifts }: Comparison) {
  return {
    promised,
    actual: actualWords(look, actual),
    drifts: drifts.map(({ figure, line, promisedCents, actualCents, driftCents }) => ({
      figure,
      line,
      promised: orNull(promisedCents),
      actual: orNull(actualCents),
      drift: orNull(driftCents),
    })),
  };
}

/** A comparison line by line: what was said, what came, and the drift. */
export function comparedText(look: RenderOptions, { promised, actual: other, drifts }: Comparison): string {
  const { simulate, format, pay } = look.say;
  const actual = actualWords(look, other);
  const right = (title: string) => ({ title, isRight: true });
  const columns = [{ title: pay.label }, right(promised.name), right(actual), right(simulate.drift)];
  const amount = (cents: number | null) => (cents === null ? "–" : format.euros(cents));
  const rows = drifts.map((drift) => {
    const { driftCents } = drift;
    const signed = driftCents === null ? "–" : `${driftCents > 0 ? "+" : ""}${format.euros(driftCents)}`;
    const shown = driftCents === null || driftCents === 0 ? look.paint.soft(signed) : look.paint.strong(signed);
    return [nameOf(look, drift), amount(drift.promisedCents), amount(drift.actualCents), shown];
  });
  return [
    look.paint.strong(simulate.compared(inOneLine(promised.name), inOneLine(actual))),
    look.paint.soft(simulate.keptOn[promised.kind](format.instant(promised.savedAt))),
    table(look, columns, rows, { keepsTitles: true }),
    drifts.every(({ driftCents }) => (driftCents ?? 0) === 0) ? look.paint.good(simulate.noDrift) : "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Names what a promise is held against. */
function actualWords({ say }: Pick<RenderOptions, "say">, actual: Comparison["actual"]): string {
  const { simulate, format } = say;
  if (actual.kind === "kept") return actual.name;
  const month = format.month(actual.month);
  return actual.kind === "payslip" ? simulate.payslipOf(month) : simulate.thisSimulation(month);
}

function nameOf({ say }: RenderOptions, { figure, line }: Drift): string {
  if (figure !== null) return say.simulate.figures[figure];
  const label = labelOf({ say }, { code: line?.code ?? "" });
  return `  ${label} (${line?.payer === "employee" ? say.pay.employeeShare : say.pay.employerShare})`;
}
