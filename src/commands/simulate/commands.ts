import { parseDay } from "../../domain/calendar.ts";
import { parseCount, parseEuros } from "../../domain/money.ts";
import { LEVELS } from "../../payroll/parameters/agreement.ts";
import { TAX_ZONES } from "../../payroll/parameters/neutral-rate.ts";
import { BRANCHES, CATEGORIES, CONTRACTS, WHOLE_FORFAIT } from "../../payroll/situation.ts";
import { PARTIAL_MONTHS } from "../../portage/presence.ts";
import { FEE_BASES, LEAVE_MODES } from "../../portage/terms.ts";
import { choice, command, flag, month, repeated, text, value } from "../command.ts";
import { parseCharge, parseHalfDays, parseMonthDays, partOfWhole, rate, reserveBase } from "./readers.ts";

const MOST_HEADCOUNT = 1_000_000;
const MOST_MONTHS = 36;
/** What may stand for a rate of tax. */
const TAX_WORDS = ["neutral", "non-resident"] as const;

/** `porte simulate`: the month itself, then how to answer. */
export const described = command({
  name: "simulate",
  help: "summaries.simulate",
  inputs: {
    tjm: value("--tjm <euros>", "simulate.tjm", parseEuros),
    days: value("--days <days>", "simulate.days", parseHalfDays),
    turnover: value("--turnover <euros>", "simulate.turnover", parseEuros),
    gross: value("--gross <euros>", "simulate.gross", parseEuros),
    net: value("--net <euros>", "simulate.net", parseEuros),
    paid: value("--paid <euros>", "simulate.paid", parseEuros),
    fee: value("--fee <percent>", "simulate.fee", rate),
    feeCap: value("--fee-cap <euros>", "simulate.feeCap", parseEuros),
    feeBase: choice("--fee-base <base>", "simulate.feeBase", FEE_BASES),
    charge: repeated(value("--charge <name=rate>", "simulate.charge", parseCharge)),
    expenses: value("--expenses <euros>", "simulate.expenses", parseEuros),
    reserve: value("--reserve <percent>", "simulate.reserve", (typed) => (typed === "none" ? 0 : rate(typed))),
    reserveBase: value("--reserve-base <base>", "simulate.reserveBase", reserveBase),
    leave: choice("--leave <mode>", "simulate.leave", LEAVE_MODES),
    date: value("--date <month>", "simulate.date", month),
    category: choice("--category <category>", "simulate.category", CATEGORIES),
    contract: choice("--contract <contract>", "simulate.contract", CONTRACTS),
    contractMonths: value("--contract-months <months>", "simulate.contractMonths", (typed) =>
      parseCount(typed, 1, MOST_MONTHS),
    ),
    level: choice("--level <level>", "simulate.level", LEVELS),
    branch: choice("--branch <branch>", "simulate.branch", BRANCHES),
    workTime: value("--work-time <percent>", "simulate.workTime", partOfWhole),
    presentDays: value("--present-days <days>", "simulate.presentDays", (typed) => parseCount(typed, 1, 31)),
    fullPay: value("--full-pay <euros>", "simulate.fullPay", parseEuros),
    partialMonth: choice("--partial-month <mode>", "simulate.partialMonth", PARTIAL_MONTHS),
    forfaitDays: value("--forfait-days <days>", "simulate.forfaitDays", (typed) => parseCount(typed, 1, WHOLE_FORFAIT)),
    headcount: value("--headcount <number>", "simulate.headcount", (typed) => parseCount(typed, 1, MOST_HEADCOUNT)),
    workAccidentRate: value("--work-accident-rate <percent>", "simulate.workAccidentRate", rate),
    mobilityRate: value("--mobility-rate <percent>", "simulate.mobilityRate", rate),
    apprenticeShare: value("--apprentice-share <percent>", "simulate.apprenticeShare", rate),
    healthPlan: value("--health-plan <euros>", "simulate.healthPlan", parseEuros),
    healthPlanEmployerShare: value("--health-plan-employer-share <percent>", "simulate.healthPlanEmployerShare", rate),
    providentRate: value("--provident-rate <percent>", "simulate.providentRate", rate),
    providentEmployeeRate: value("--provident-employee-rate <percent>", "simulate.providentEmployeeRate", rate),
    providentT2Rate: value("--provident-t2-rate <percent>", "simulate.providentT2Rate", rate),
    providentT2EmployeeRate: value("--provident-t2-employee-rate <percent>", "simulate.providentT2EmployeeRate", rate),
    alsaceMoselle: flag("--alsace-moselle", "simulate.alsaceMoselle"),
    taxRate: value(
      "--tax-rate <rate>",
      "simulate.taxRate",
      (typed) => TAX_WORDS.find((word) => word === typed) ?? rate(typed),
    ),
    taxZone: choice("--tax-zone <zone>", "simulate.taxZone", TAX_ZONES),
    payDate: value("--pay-date <day>", "simulate.payDate", parseDay),
    national: flag("--national", "simulate.national"),
    law: text("--law <file>", "simulate.law"),
    explain: flag("--explain", "simulate.explain"),
    margins: flag("--margins", "simulate.margins"),
    plot: choice("--plot [axis]", "simulate.plot", ["tjm", "days"]),
    months: value("--months <number>", "simulate.months", (typed) => parseCount(typed, 1, MOST_MONTHS)),
    year: flag("--year", "simulate.year"),
    leaveDays: value("--leave-days <list>", "simulate.leaveDays", parseMonthDays),
    intermission: value("--intermission <list>", "simulate.intermission", parseMonthDays),
    report: text("--report <file>", "simulate.report"),
    csv: flag("--csv", "simulate.csv"),
    save: text("--save <name>", "simulate.save"),
    promise: flag("--promise", "simulate.promise"),
    compare: text("--compare <name>", "simulate.compare"),
    against: text("--against <name>", "simulate.against"),
    payslip: value("--payslip <month>", "simulate.payslip", month),
    saved: flag("--saved", "simulate.saved"),
    batch: text("--batch <file>", "simulate.batch"),
  },
  load: () => import("./simulate.ts"),
});
