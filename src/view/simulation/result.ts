import { toEuros } from "../../domain/money.ts";
import { PROMISED } from "../../portage/promise.ts";
import type { MonthExtras, SimulationResult } from "../../portage/simulated.ts";
import type { RenderOptions } from "../look.ts";
import { simulationJson, simulationText } from "./answer.ts";
import { storedJson, storedText } from "./kept.ts";
import { marginsJson, marginsText } from "./margins.ts";
import { plotText } from "./plot.ts";
import { comparedJson, comparedText } from "./promise.ts";
import { runJson, runText } from "./run.ts";

/** Shows what a simulation came to, as one JSON document and as words; `isExplained` with every line of the payslip. */
export function resultShown(look: RenderOptions, result: SimulationResult, isExplained: boolean) {
  switch (result.kind) {
    case "list":
      return {
        json: { simulations: result.kept.map((one) => storedJson(one, PROMISED)) },
        text: () => (result.kept.length === 0 ? "" : storedText(look, result.kept)),
      };
    case "promise": {
      const { name, file, figures } = result;
      return { json: { saved: { name, file }, figures }, text: () => look.say.simulate.saved(name, file) };
    }
    case "compared":
      return {
        json: comparedJson(look, result.comparison),
        text: () => comparedText(look, result.comparison),
      };
    case "run":
      return { json: runJson(look, result.months), text: () => runText(look, result.months) };
    case "month": {
      const { month, extras } = result;
      return {
        json: { ...simulationJson(look, month), ...extrasJson(extras) },
        text: () => [simulationText(look, month, isExplained), ...extrasText(look, extras)].join("\n"),
      };
    }
  }
}

function extrasJson({ margins, plot, report, saved }: MonthExtras) {
  return {
    ...(margins === null ? {} : { margins: marginsJson(margins) }),
    ...(plot === null ? {} : { plot: plotJson(plot) }),
    ...(report === null ? {} : { report }),
    ...(saved === null ? {} : { saved }),
  };
}

function plotJson({ axis, points }: NonNullable<MonthExtras["plot"]>) {
  const json = points.map(({ x, netPaidCents }) => ({
    x: axis === "tjm" ? toEuros(x) : x,
    netPaid: toEuros(netPaidCents),
  }));
  return { axis, points: json };
}

function extrasText(look: RenderOptions, { margins, plot, report, saved }: MonthExtras): string[] {
  const { simulate } = look.say;
  return [
    ...(margins === null ? [] : [marginsText(look, margins)]),
    ...(plot === null ? [] : [plotText(look, plot.axis, plot.points)]),
    ...(report === null ? [] : [simulate.reportSaved(report)]),
    ...(saved === null ? [] : [simulate.saved(saved.name, saved.file)]),
  ];
}
