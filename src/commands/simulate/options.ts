import { type Command, Option } from "commander";
import type { Context } from "../../cli/context.ts";
import { type Month, parseDay, parseMonth } from "../../domain/calendar.ts";
import { type Cents, type Ppm, parseCount, parseEuros, parsePercent } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { LEVELS } from "../../payroll/parameters/agreement.ts";
import { TAX_ZONES } from "../../payroll/parameters/neutral-rate.ts";
import { BRANCHES, CATEGORIES, CONTRACTS, WHOLE_FORFAIT } from "../../payroll/situation.ts";
import type { Asked } from "../../portage/asked.ts";
import { optionName, STARTS } from "../../portage/asked-checks.ts";
import type { Axis } from "../../portage/curve.ts";
import { PARTIAL_MONTHS } from "../../portage/presence.ts";
import { type Charge, FEE_BASES, LEAVE_MODES, RESERVE_BASES, type ReserveBase } from "../../portage/terms.ts";

/** What the command line may say: the month itself, then how to answer. */
export interface SimulateOptions extends Asked {
  readonly charge?: readonly Charge[];
  readonly national?: boolean;
  readonly explain?: boolean;
  readonly months?: number;
  readonly year?: boolean;
  readonly leaveDays?: ReadonlyMap<Month, number>;
  readonly intermission?: ReadonlyMap<Month, number>;
  readonly margins?: boolean;
  readonly plot?: Axis | true;
  readonly report?: string;
  readonly csv?: boolean;
  readonly save?: string;
  readonly promise?: boolean;
  readonly compare?: string;
  readonly against?: string;
  readonly payslip?: Month;
  readonly saved?: boolean;
  readonly batch?: string;
  /** A file of law for this answer alone. */
  readonly law?: string;
}

const MOST_HEADCOUNT = 1_000_000;
const MOST_MONTHS = 36;
/** What may stand for a rate of tax. */
const TAX_WORDS: readonly string[] = ["neutral", "non-resident"];

/** Adds every option of `porte simulate`. */
export function addOptions(command: Command, context: Context): void {
  const { simulate: help } = context.say.help;
  const month = (text: string) => parseMonth(text, context.today());
  command
    .option("--tjm <euros>", help.tjm, parseEuros)
    .option("--days <days>", help.days, parseHalfDays)
    .option("--turnover <euros>", help.turnover, parseEuros)
    .option("--gross <euros>", help.gross, parseEuros)
    .option("--net <euros>", help.net, parseEuros)
    .option("--paid <euros>", help.paid, parseEuros)
    .option("--fee <percent>", help.fee, rate)
    .option("--fee-cap <euros>", help.feeCap, parseEuros)
    .addOption(choice("--fee-base <base>", help.feeBase, FEE_BASES))
    .option("--charge <name=rate>", help.charge, addCharge)
    .option("--expenses <euros>", help.expenses, parseEuros)
    .option("--reserve <percent>", help.reserve, (text: string) => (text === "none" ? 0 : rate(text)))
    .option("--reserve-base <base>", help.reserveBase, reserveBase)
    .addOption(choice("--leave <mode>", help.leave, LEAVE_MODES))
    .option("--date <month>", help.date, month)
    .addOption(choice("--category <category>", help.category, CATEGORIES))
    .addOption(choice("--contract <contract>", help.contract, CONTRACTS))
    .option("--contract-months <months>", help.contractMonths, (text: string) => parseCount(text, 1, MOST_MONTHS))
    .addOption(choice("--level <level>", help.level, LEVELS))
    .addOption(choice("--branch <branch>", help.branch, BRANCHES))
    .option("--work-time <percent>", help.workTime, partOfWhole)
    .option("--present-days <days>", help.presentDays, (text: string) => parseCount(text, 1, 31))
    .option("--full-pay <euros>", help.fullPay, parseEuros)
    .addOption(choice("--partial-month <mode>", help.partialMonth, PARTIAL_MONTHS))
    .option("--forfait-days <days>", help.forfaitDays, (text: string) => parseCount(text, 1, WHOLE_FORFAIT))
    .option("--headcount <number>", help.headcount, (text: string) => parseCount(text, 1, MOST_HEADCOUNT))
    .option("--work-accident-rate <percent>", help.workAccidentRate, rate)
    .option("--mobility-rate <percent>", help.mobilityRate, rate)
    .option("--apprentice-share <percent>", help.apprenticeShare, rate)
    .option("--health-plan <euros>", help.healthPlan, parseEuros)
    .option("--health-plan-employer-share <percent>", help.healthPlanEmployerShare, rate)
    .option("--provident-rate <percent>", help.providentRate, rate)
    .option("--provident-employee-rate <percent>", help.providentEmployeeRate, rate)
    .option("--provident-t2-rate <percent>", help.providentT2Rate, rate)
    .option("--provident-t2-employee-rate <percent>", help.providentT2EmployeeRate, rate)
    .option("--alsace-moselle", help.alsaceMoselle)
    .option("--tax-rate <rate>", help.taxRate, (text: string) => (TAX_WORDS.includes(text) ? text : rate(text)))
    .addOption(choice("--tax-zone <zone>", help.taxZone, TAX_ZONES))
    .option("--pay-date <day>", help.payDate, parseDay);
  addAnswers(command, help, month);
}

type Help = Context["say"]["help"]["simulate"];

const choice = (flags: string, text: string, choices: readonly string[]) =>
  new Option(flags, text).choices([...choices]);

/** Adds the options that say how to answer. */
function addAnswers(command: Command, help: Help, month: (text: string) => Month): void {
  command
    .option("--national", help.national)
    .option("--law <file>", help.law)
    .option("--explain", help.explain)
    .option("--margins", help.margins)
    .addOption(choice("--plot [axis]", help.plot, ["tjm", "days"]))
    .option("--months <number>", help.months, (text: string) => parseCount(text, 1, MOST_MONTHS))
    .option("--year", help.year)
    .option("--leave-days <list>", help.leaveDays, (text: string) => parseMonthDays(text, month))
    .option("--intermission <list>", help.intermission, (text: string) => parseMonthDays(text, month))
    .option("--report <file>", help.report)
    .option("--csv", help.csv)
    .option("--save <name>", help.save)
    .option("--promise", help.promise)
    .option("--compare <name>", help.compare)
    .option("--against <name>", help.against)
    .option("--payslip <month>", help.payslip, month)
    .option("--saved", help.saved)
    .option("--batch <file>", help.batch);
}

/** Options that need another one, and pairs that contradict each other; the rest is checked with the amounts. */
const NEEDS: readonly (readonly [keyof SimulateOptions, readonly (keyof SimulateOptions)[]])[] = [
  ["promise", ["save"]],
  ["against", ["compare"]],
  ["payslip", ["compare"]],
  ["leaveDays", ["year", "months"]],
  ["intermission", ["year", "months"]],
];
const ALONE: readonly (keyof SimulateOptions)[] = ["batch", "saved"];
const OF_ONE_MONTH = ["explain", "margins", "plot", "report", "save", "compare"] as const;

/** Pairs of options that contradict each other. */
const APART: readonly (readonly [keyof SimulateOptions, keyof SimulateOptions])[] = [
  ["year", "months"],
  ["against", "payslip"],
  ...(["year", "months"] as const).flatMap((run) => OF_ONE_MONTH.map((one) => [run, one] as const)),
];

/** @throws {PorteError} `usage.missing_option`, `usage.conflict` for options that cannot stand together. */
export function assertTogether(options: SimulateOptions, isJson: boolean): void {
  const given = (name: keyof SimulateOptions) => options[name] !== undefined;
  const lacking = NEEDS.find(([name, needed]) => given(name) && !needed.some(given));
  if (lacking !== undefined)
    throw new PorteError("usage.missing_option", {
      option: optionName(lacking[1][0] ?? ""),
      command: `porte simulate ${optionName(lacking[0])}`,
    });
  const others = Object.keys(options).filter((name) => name !== "national" && name !== "law");
  const lonely = ALONE.filter(given).find(() => others.length > 1);
  const apart: readonly string[] | undefined =
    lonely === undefined ? APART.find((pair) => pair.every(given)) : others.slice(0, 2);
  if (apart !== undefined) throw new PorteError("usage.conflict", { options: apart.map(optionName) });
  if (given("csv") && isJson) throw new PorteError("usage.conflict", { options: ["--csv", "--json"] });
}

/** Takes what is asked of the month: what says how to answer is left out. */
export function askedFrom(options: SimulateOptions): Asked {
  const {
    national: _n,
    explain: _e,
    months: _m,
    year: _y,
    leaveDays: _l,
    intermission: _i,
    margins: _g,
    plot: _p,
    report: _r,
    csv: _c,
    save: _s,
    promise: _o,
    compare: _d,
    against: _a,
    payslip: _b,
    saved: _v,
    batch: _t,
    law: _w,
    ...asked
  } = options;
  const { charge, ...named } = asked;
  return charge === undefined ? named : { ...named, charges: charge };
}

/**
 * Reads a charge outside the fee: `médecine du travail=0,1 %`, or `RC pro=12,50` euros a month; each option adds one.
 * @throws {PorteError} `input.charge` without a name and a value, and what the value's reader throws.
 */
function addCharge(text: string, before: readonly Charge[] = []): readonly Charge[] {
  const at = text.lastIndexOf("=");
  const [name, value] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (name === "" || value === "") throw new PorteError("input.charge", { value: text });
  const charge = value.endsWith("%") ? { name, ratePpm: rate(value) } : { name, amountCents: positive(value) };
  return [...before, charge];
}

function positive(text: string): Cents {
  const cents = parseEuros(text);
  if (cents < 0) throw new PorteError("input.charge", { value: text });
  return cents;
}

/** A reading of the agreement, or an amount of base pay. */
function reserveBase(text: string): ReserveBase | Cents {
  return RESERVE_BASES.find((one) => one === text) ?? positive(text);
}

/** Says whether a month is asked to be computed. */
export function hasStart(options: SimulateOptions): boolean {
  return STARTS.some((name) => options[name] !== undefined);
}

/** A rate as commander hands it over: its second argument is not a limit. */
function rate(text: string): Ppm {
  return parsePercent(text);
}

function partOfWhole(text: string): Ppm {
  const ppm = parsePercent(text);
  if (ppm < 10_000) throw new PorteError("input.rate", { value: text, least: "1", most: "100" });
  return ppm;
}

/** @throws {PorteError} `input.count` unless the text is whole or half days from 0.5 to 31. */
function parseHalfDays(text: string): number {
  const days = /^\d{1,2}([.,][05])?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;
  if (!(days >= 0.5 && days <= 31)) throw new PorteError("input.count", { value: text, least: 0.5, most: 31 });
  return days;
}

/** Reads days by month: `2026-05:3,2026-08:15`. */
function parseMonthDays(text: string, month: (text: string) => Month): ReadonlyMap<Month, number> {
  const pairs = text.split(",").map((part): [Month, number] => {
    const [name = "", days = ""] = part.trim().split(":");
    return [month(name), parseHalfDays(days)];
  });
  const byMonth = new Map<Month, number>();
  for (const [name, days] of pairs) byMonth.set(name, (byMonth.get(name) ?? 0) + days);
  return byMonth;
}
