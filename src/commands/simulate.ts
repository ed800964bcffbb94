import { type Command, Option } from "commander";
import type { Context } from "../cli/context.ts";
import { type Month, monthOf, parseMonth } from "../domain/calendar.ts";
import { workingDays } from "../domain/holidays.ts";
import { type Cents, type Ppm, parseCount, parseEuros, parsePercent } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { TaxRate } from "../payroll/payslip.ts";
import { type Category, DEFAULT_SITUATION, type Situation } from "../payroll/situation.ts";
import { type Question, type Simulation, simulate, turnoverOf } from "../portage/simulate.ts";
import { CDI_RESERVE_PPM, LEVELS, type Level, type Terms } from "../portage/terms.ts";
import { type ShownSimulation, simulationJson, simulationText, warningText } from "../view/simulation.ts";

interface SimulateOptions {
  readonly tjm?: Cents;
  readonly days?: number;
  readonly turnover?: Cents;
  readonly gross?: Cents;
  readonly fee?: Ppm;
  readonly feeCap?: Cents;
  readonly expenses?: Cents;
  readonly reserve?: Ppm;
  readonly date?: Month;
  readonly category?: Category;
  readonly level?: Level;
  readonly headcount?: number;
  readonly workAccidentRate?: Ppm;
  readonly mobilityRate?: Ppm;
  readonly apprenticeShare?: Ppm;
  readonly healthPlan?: Cents;
  readonly healthPlanEmployerShare?: Ppm;
  readonly providentRate?: Ppm;
  readonly alsaceMoselle?: boolean;
  readonly taxRate?: TaxRate;
  readonly explain?: boolean;
}

/** The fee where none is given: 7 % of turnover, in the middle of what companies announce (3 to 10 %). */
const USUAL_FEE_PPM: Ppm = 70_000;
const STARTS = ["tjm", "turnover", "gross"] as const;
const MOST_HEADCOUNT = 1_000_000;
/** A share of cover is taken in hundredths of a percent. */
const COVER_STEP_PPM: Ppm = 100;

/** `porte simulate`: from a daily rate, a turnover or a gross pay to what is paid. */
export function register(command: Command, context: Context): void {
  const { simulate: help } = context.say.help;
  command
    .option("--tjm <euros>", help.tjm, parseEuros)
    .option("--days <days>", help.days, parseHalfDays)
    .option("--turnover <euros>", help.turnover, parseEuros)
    .option("--gross <euros>", help.gross, parseEuros)
    .option("--fee <percent>", help.fee, rate)
    .option("--fee-cap <euros>", help.feeCap, parseEuros)
    .option("--expenses <euros>", help.expenses, parseEuros)
    .option("--reserve <percent>", help.reserve, (text: string) => (text === "none" ? 0 : rate(text)))
    .option("--date <month>", help.date, (text: string) => parseMonth(text, context.today()))
    .addOption(new Option("--category <category>", help.category).choices(["cadre", "non-cadre"]))
    .addOption(new Option("--level <level>", help.level).choices([...LEVELS]))
    .option("--headcount <number>", help.headcount, (text: string) => parseCount(text, 1, MOST_HEADCOUNT))
    .option("--work-accident-rate <percent>", help.workAccidentRate, rate)
    .option("--mobility-rate <percent>", help.mobilityRate, rate)
    .option("--apprentice-share <percent>", help.apprenticeShare, rate)
    .option("--health-plan <euros>", help.healthPlan, parseEuros)
    .option("--health-plan-employer-share <percent>", help.healthPlanEmployerShare, rate)
    .option("--provident-rate <percent>", help.providentRate, coverRate)
    .option("--alsace-moselle", help.alsaceMoselle)
    .option("--tax-rate <rate>", help.taxRate, (text: string) => (text === "neutral" ? text : rate(text)))
    .option("--explain", help.explain)
    .action((options: SimulateOptions) => run(context, options));
}

/** Answers a simulation; asks nobody but the law. */
export function run(context: Context, options: SimulateOptions): void {
  const shown = shownSimulation(options, context.today());
  for (const warning of shown.answer.warnings) context.warn(warningText(context.look, warning));
  context.show(simulationJson(context.look, shown), () =>
    simulationText(context.look, shown, options.explain === true),
  );
}

/** @throws {PorteError} `usage.one_of`, `usage.conflict`, `input.amount_range`, and what `simulate` throws. */
function shownSimulation(options: SimulateOptions, today: string): ShownSimulation {
  const month = options.date ?? monthOf(today);
  const daily = dailyOf(options, month);
  const question = questionOf(options, month, daily);
  const answer: Simulation = simulate(question);
  return { question, answer, daily, given: new Set(Object.keys(options)) };
}

function dailyOf({ tjm, days, alsaceMoselle }: SimulateOptions, month: Month): ShownSimulation["daily"] {
  if (tjm === undefined) return null;
  const working = workingDays(month, alsaceMoselle).length;
  return { rateCents: tjm, days: days ?? working, isWorkingDays: days === undefined };
}

function questionOf(options: SimulateOptions, month: Month, daily: ShownSimulation["daily"]): Question {
  assertStart(options);
  const { tjm, turnover, gross, expenses = 0 } = options;
  const turnoverCents = daily === null ? (turnover ?? 0) : turnoverOf(daily.rateCents, daily.days);
  for (const cents of [tjm, turnover, gross, options.feeCap, expenses, options.healthPlan]) assertNotNegative(cents);
  return {
    month,
    start: gross === undefined ? { kind: "turnover", turnoverCents } : { kind: "gross", grossCents: gross },
    expensesCents: expenses,
    terms: termsOf(options, month, daily),
    situation: situationOf(options),
    taxRate: options.taxRate ?? "neutral",
  };
}

function assertStart(options: SimulateOptions): void {
  const named = (name: string) => `--${name}`;
  const given = STARTS.filter((name) => options[name] !== undefined).map(named);
  if (given.length === 0) throw new PorteError("usage.one_of", { options: STARTS.map(named) });
  if (given.length > 1) throw new PorteError("usage.conflict", { options: given });
  if (options.days !== undefined && options.tjm === undefined)
    throw new PorteError("usage.conflict", { options: ["--days", ...given] });
  const ofTurnover = (["fee", "feeCap", "expenses", "reserve", "level"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (options.gross !== undefined && ofTurnover !== undefined)
    throw new PorteError("usage.conflict", {
      options: ["--gross", `--${ofTurnover === "feeCap" ? "fee-cap" : ofTurnover}`],
    });
}

function assertNotNegative(cents: Cents | undefined): void {
  if (cents !== undefined && cents < 0)
    throw new PorteError("input.amount_range", { value: (cents / 100).toFixed(2), least: "0", most: "10000000" });
}

function termsOf(options: SimulateOptions, month: Month, daily: ShownSimulation["daily"]): Terms {
  const working = workingDays(month, options.alsaceMoselle).length;
  const share = daily === null ? 1 : Math.min(1, daily.days / working);
  return {
    feePpm: options.fee ?? USUAL_FEE_PPM,
    feeCapCents: options.feeCap ?? null,
    reservePpm: options.reserve ?? CDI_RESERVE_PPM,
    level: options.level ?? "junior",
    workedPpm: Math.round(share * 1_000_000),
  };
}

function situationOf(options: SimulateOptions): Situation {
  const known = DEFAULT_SITUATION;
  return {
    ...known,
    category: options.category ?? known.category,
    headcount: options.headcount ?? known.headcount,
    workAccidentPpm: options.workAccidentRate ?? known.workAccidentPpm,
    mobilityPpm: options.mobilityRate ?? known.mobilityPpm,
    apprenticeSharePpm: options.apprenticeShare ?? known.apprenticeSharePpm,
    healthPlanCents: options.healthPlan ?? known.healthPlanCents,
    healthPlanEmployerPpm: options.healthPlanEmployerShare ?? known.healthPlanEmployerPpm,
    providentPpm: options.providentRate ?? known.providentPpm,
    alsaceMoselle: options.alsaceMoselle ?? known.alsaceMoselle,
  };
}

/** A rate as commander hands it over: its second argument is not a limit. */
function rate(text: string): Ppm {
  return parsePercent(text);
}

function coverRate(text: string): Ppm {
  const ppm = parsePercent(text);
  if (ppm % COVER_STEP_PPM !== 0) throw new PorteError("input.rate", { value: text, least: "0.00", most: "100.00" });
  return ppm;
}

function parseHalfDays(text: string): number {
  const days = Number(text.trim().replace(",", "."));
  if (!Number.isInteger(days * 2) || days <= 0 || days > 31)
    throw new PorteError("input.count", { value: text, least: 0.5, most: 31 });
  return days;
}
