import type { Context } from "../../cli/context.ts";
import { planSimulation } from "../../flows/simulation/plan.ts";
import { packageText } from "../../flows/simulation/report.ts";
import {
  findGround,
  runSimulation,
  type SimulationRemark,
  type SimulationServices,
} from "../../flows/simulation/simulate.ts";
import { simulationJson, warningText } from "../../view/simulation/answer.ts";
import type { CsvResult } from "../../view/simulation/csv.ts";
import { plotPoints } from "../../view/simulation/plot.ts";
import { resultShown } from "../../view/simulation/result.ts";
import { sayLeftOut } from "../left-out-law.ts";
import { type AsksSimulations, completedInput } from "./ask.ts";
import { inputFrom, type SimulateOptions } from "./readers.ts";

type Slice = AsksSimulations &
  Pick<
    Context,
    | "say"
    | "lang"
    | "look"
    | "version"
    | "packageFolder"
    | "isJson"
    | "today"
    | "machine"
    | "session"
    | "wait"
    | "warn"
    | "note"
    | "show"
    | "tell"
    | "stdin"
    | "stream"
    | "words"
  >;

/** Answers a simulation in the form that was asked; on a terminal, three questions stand in for what is not typed. */
export async function run(context: Slice, options: SimulateOptions): Promise<void> {
  const input = await completedInput(context, inputFrom(options));
  const plan = planSimulation(input, context.today(), context.isJson());
  const services = servicesOf(context);
  if (plan.kind === "batch") {
    const { runBatch } = await import("./batch.ts");
    return runBatch(context, plan.file, await findGround(services, plan.basis));
  }
  const result = await runSimulation(services, plan);
  if (options.csv && (result.kind === "month" || result.kind === "run")) return showCsv(context, result);
  if (result.kind === "list" && result.kept.length === 0) context.note(context.say.simulate.noneSaved);
  const { json, text } = resultShown(context.look, result, options.explain === true);
  context.show(json, text);
}

/** What a simulation takes of the context. */
function servicesOf(context: Slice): SimulationServices {
  const { look, version } = context;
  return {
    machine: context.machine(),
    version,
    openSession: () => context.session(),
    wait: (work) => context.wait(work),
    remark: (remark) => warnOf(context, remark),
    points: () => plotPoints(look),
    evidence: (month) => simulationJson(look, month),
    report: async (month) => {
      const { reportHtml } = await import("../../view/simulation/report.ts");
      const { lang, packageFolder } = context;
      const template = await packageText(packageFolder, "report.eta");
      return reportHtml(look, month, { template, lang, version, today: context.today() });
    },
  };
}

function warnOf(context: Slice, remark: SimulationRemark): void {
  const { look, say } = context;
  if (remark.kind === "left-out") sayLeftOut(context, remark.files);
  else if (remark.kind === "promised-fee") context.note(say.simulate.promisedFee(say.format.percent(remark.feePpm)));
  else if (remark.kind === "warning") context.warn(warningText(look, remark.warning), remark.warning.code);
  else context.warn(say.simulate.companyUnreachable, "company-unreachable");
}

async function showCsv(context: Slice, result: CsvResult): Promise<void> {
  const { resultCsv } = await import("../../view/simulation/csv.ts");
  context.show({}, () => resultCsv(result));
}
