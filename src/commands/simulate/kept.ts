import type { Context } from "../../cli/context.ts";
import { share } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { keepSimulation, keptSimulation, keptSimulations, paidFigures } from "../../flows/simulation/kept.ts";
import { drifts, type Figures, figuresOfSimulation, PROMISED } from "../../portage/promise.ts";
import { turnoverOf } from "../../portage/simulate.ts";
import { simulationJson } from "../../view/simulation/answer.ts";
import { keptJson, keptText } from "../../view/simulation/kept.ts";
import { type Compared, comparedJson, comparedText } from "../../view/simulation/promise.ts";
import type { ShownSimulation } from "../../view/simulation/shown.ts";
import type { SimulateOptions } from "./options.ts";

/** Keeps a simulation under a name, and gives its file. @throws {PorteError} `simulation.exists`, `simulation.name`. */
export function keep(context: Context, name: string, shown: ShownSimulation): Promise<string> {
  return keepSimulation(context.machine(), {
    name,
    kind: "simulation",
    porte: context.version,
    month: shown.question.month,
    ...figuresOfSimulation(shown.answer),
    answer: simulationJson(context.look, shown),
  });
}

/** Keeps the figures of an offer as they were said: nothing is computed but a product. */
export async function keepPromise(context: Context, options: SimulateOptions): Promise<void> {
  const name = options.save ?? "";
  const promised = promisedFigures(options);
  const file = await keepSimulation(context.machine(), {
    name,
    kind: "promise",
    porte: context.version,
    month: options.date ?? null,
    ...promised,
    answer: null,
  });
  context.show({ saved: { name, file }, figures: promised.figures }, () => context.say.simulate.saved(name, file));
}

function promisedFigures({ tjm, days, turnover, gross, net, paid, fee, expenses }: SimulateOptions): Figures {
  const billed = turnover ?? (tjm === undefined || days === undefined ? undefined : turnoverOf(tjm, days));
  const said = {
    turnover: billed,
    managementFee: billed === undefined || fee === undefined ? undefined : share(billed, fee),
    expenses,
    gross,
    netBeforeTax: net,
    netPaid: paid,
  };
  const known = Object.entries(said).filter(([, cents]) => cents !== undefined);
  if (known.length === 0)
    throw new PorteError("usage.one_of", { options: ["--turnover", "--gross", "--net", "--paid", "--tjm --days"] });
  return { figures: Object.fromEntries(known), lines: [] };
}

/** Holds a kept simulation against another, a real payslip, or one that was just computed. */
export async function compare(
  context: Context,
  options: SimulateOptions,
  shown: ShownSimulation | null,
): Promise<void> {
  const machine = context.machine();
  const promised = await keptSimulation(machine, options.compare ?? "");
  const { words, figures } = await actualOf(context, options, shown);
  const found: Compared = {
    promised: { name: promised.name, kind: promised.kind, savedAt: promised.savedAt },
    actual: words,
    drifts: drifts(promised, figures),
  };
  context.show(comparedJson(found), () => comparedText(context.look, found));
}

async function actualOf(
  context: Context,
  { against, payslip }: SimulateOptions,
  shown: ShownSimulation | null,
): Promise<{ words: string; figures: Figures }> {
  const { simulate, format } = context.say;
  if (against !== undefined) return { words: against, figures: await keptSimulation(context.machine(), against) };
  if (payslip !== undefined) {
    const session = await context.session();
    const figures = await context.wait(paidFigures(session, payslip));
    return { words: simulate.payslipOf(format.month(payslip)), figures };
  }
  if (shown === null)
    throw new PorteError("usage.one_of", { options: ["--tjm", "--turnover", "--gross", "--payslip", "--against"] });
  return {
    words: simulate.thisSimulation(format.month(shown.question.month)),
    figures: figuresOfSimulation(shown.answer),
  };
}

/** Lists what is kept. */
export async function list(context: Context): Promise<void> {
  const kept = await keptSimulations(context.machine());
  if (kept.length === 0) context.note(context.say.simulate.noneSaved);
  context.show({ simulations: kept.map((one) => keptJson(one, PROMISED)) }, () =>
    kept.length === 0 ? "" : keptText(context.look, kept),
  );
}
