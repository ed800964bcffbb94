import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { lawInUse } from "../../flows/law-in-use.ts";
import { firstMonth, type Ground, groundOf, planRun, put } from "../../flows/simulation/ground.ts";
import type { Reading } from "../../payroll/law.ts";
import { flattering } from "../../portage/flattering.ts";
import { simulateRun } from "../../portage/run.ts";
import { simulate } from "../../portage/simulate.ts";
import { simulationJson, simulationText, warningText } from "../../view/simulation/answer.ts";
import type { ShownSimulation } from "../../view/simulation/shown.ts";
import { sayLeftOut } from "../left-out-law.ts";
import { askedFrom, assertTogether, hasStart, type SimulateOptions } from "./options.ts";

/** Answers a simulation in the form that was asked. */
export async function run(context: Context, options: SimulateOptions): Promise<void> {
  assertTogether(options, context.isJson());
  if (options.saved) return (await import("./kept.ts")).list(context);
  if (options.promise) return (await import("./kept.ts")).keepPromise(context, options);
  const reading = await readingOf(context, options.law);
  const isNational = options.national === true;
  const ground = await groundOf(context.machine(), () => context.session(), { isNational, reading });
  if (ground.isUnreachable) context.warn(context.say.simulate.companyUnreachable, "company-unreachable");
  if (options.batch !== undefined) return (await import("./batch.ts")).run(context, options.batch, ground);
  if (options.year || options.months !== undefined) return runMonths(context, options, ground);
  if (options.compare !== undefined && !hasStart(options))
    return (await import("./kept.ts")).compare(context, options, null);
  const shown = shownSimulation(context, options, ground);
  for (const warning of shown.answer.warnings) context.warn(warningText(context.look, warning), warning.code);
  if (options.compare !== undefined) return (await import("./kept.ts")).compare(context, options, shown);
  await show(context, options, shown);
}

/** Finds the law to read, and says which kept files no longer fit. */
async function readingOf(context: Context, draft: string | undefined): Promise<Reading> {
  const { reading, leftOut } = await lawInUse(context.machine(), draft);
  sayLeftOut(context, leftOut);
  return reading;
}

/** Computes one month, and says where each of its values came from. */
function shownSimulation(context: Context, options: SimulateOptions, ground: Ground): ShownSimulation {
  const asked = askedFrom(options);
  const { question, daily } = put(asked, ground, context.today());
  const answer = simulate(question);
  const of = (record: object, name: string) => (record as Readonly<Record<string, unknown>>)[name] !== undefined;
  const originOf = (name: string) => (of(asked, name) ? "option" : of(ground.known, name) ? "company" : "default");
  const { format } = context.say;
  return {
    question,
    daily,
    answer,
    company: ground.company === null ? null : { name: ground.company.name, day: format.day(ground.company.day) },
    originOf,
    flattering: flattering(question, answer, (name) => originOf(name) === "default"),
  };
}

async function show(context: Context, options: SimulateOptions, shown: ShownSimulation): Promise<void> {
  const { look } = context;
  const extras = await extrasOf(context, options, shown);
  if (options.csv) {
    const { linesCsv } = await import("../../view/simulation/csv.ts");
    return context.show({}, () => linesCsv(shown.answer));
  }
  const json = Object.assign(simulationJson(look, shown), ...extras.map(({ json: part }) => part));
  context.show(json, () =>
    [simulationText(look, shown, options.explain === true), ...extras.map(({ text }) => text)].join("\n"),
  );
}

interface Extra {
  readonly json: object;
  readonly text: string;
}

/** What is shown or written beside the answer, in this order: margins, curve, report, evidence. */
async function extrasOf(context: Context, options: SimulateOptions, shown: ShownSimulation): Promise<Extra[]> {
  const extras: Extra[] = [];
  if (options.margins) extras.push(await marginsOf(context, shown));
  if (options.plot !== undefined)
    extras.push(await plotOf(context, options.plot === true ? "tjm" : options.plot, shown));
  if (options.report !== undefined) {
    const { writeReport } = await import("./report.ts");
    const file = await writeReport(context, shown, options.report);
    extras.push({ json: { report: file }, text: context.say.simulate.reportSaved(file) });
  }
  if (options.save !== undefined) {
    const { keep } = await import("./kept.ts");
    const file = await keep(context, options.save, shown);
    extras.push({
      json: { saved: { name: options.save, file } },
      text: context.say.simulate.saved(options.save, file),
    });
  }
  return extras;
}

async function marginsOf({ look }: Context, { question, answer, daily }: ShownSimulation): Promise<Extra> {
  if (answer.waterfall === null) throw new PorteError("usage.conflict", { options: ["--gross", "--margins"] });
  const [{ margins }, { marginsJson, marginsText }] = await Promise.all([
    import("../../portage/margins.ts"),
    import("../../view/simulation/margins.ts"),
  ]);
  const found = margins(question, answer, dailyOf({ question, answer, daily }));
  return { json: { margins: marginsJson(found) }, text: marginsText(look, found) };
}

async function plotOf({ look }: Context, axis: "tjm" | "days", shown: ShownSimulation): Promise<Extra> {
  const daily = dailyOf(shown);
  if (daily === null)
    throw new PorteError("usage.missing_option", { option: "--tjm", command: "porte simulate --plot" });
  const [{ netCurve }, { plotPoints, plotText }, { toEuros }] = await Promise.all([
    import("../../portage/curve.ts"),
    import("../../view/simulation/plot.ts"),
    import("../../domain/money.ts"),
  ]);
  const points = netCurve(shown.question, daily, axis, plotPoints(look));
  const json = points.map(({ x, netPaidCents }) => ({
    x: axis === "tjm" ? toEuros(x) : x,
    netPaid: toEuros(netPaidCents),
  }));
  return { json: { plot: { axis, points: json } }, text: plotText(look, axis, points) };
}

/** The days and the rate of a month: typed, or found for a wish. */
function dailyOf({ question: { start }, answer, daily }: Pick<ShownSimulation, "question" | "answer" | "daily">) {
  if (daily !== null) return daily;
  if (start.kind !== "wish" || start.days === null || answer.dailyRateCents === null) return null;
  return { rateCents: answer.dailyRateCents, days: start.days };
}

async function runMonths(context: Context, options: SimulateOptions, ground: Ground): Promise<void> {
  const asked = askedFrom(options);
  const today = context.today();
  const first = firstMonth(asked, options.year === true, today);
  const count = options.year ? 12 : (options.months ?? 1);
  const { leaveDays = new Map(), intermission = new Map() } = options;
  const months = simulateRun(planRun(asked, ground, { first, count, leaveDays, intermission }, today));
  for (const { answer } of months.filter((one) => one.answer !== null).slice(0, 1))
    for (const warning of answer?.warnings ?? []) context.warn(warningText(context.look, warning), warning.code);
  if (options.csv) {
    const { runCsv } = await import("../../view/simulation/csv.ts");
    return context.show({}, () => runCsv(months));
  }
  const { runJson, runText } = await import("../../view/simulation/run.ts");
  context.show(runJson(context.look, months), () => runText(context.look, months));
}
