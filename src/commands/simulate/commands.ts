import { parseCount } from "../../domain/money.ts";
import { INPUT_ROWS } from "../../portage/inputs.ts";
import { choice, command, flag, month, text, value } from "../command.ts";
import { inputOptions } from "./inputs.ts";
import { parseMonthDays } from "./readers.ts";

const MAX_MONTHS = 36;

const ofMonth = inputOptions(INPUT_ROWS.map(([name]) => name));

/** `porte simulate`: the month itself, then how to answer. */
export const described = command({
  name: "simulate",
  help: "summaries.simulate",
  inputs: {
    ...ofMonth,
    national: flag("--national", "simulate.national"),
    law: text("--law <file>", "simulate.law"),
    explain: flag("--explain", "simulate.explain"),
    margins: flag("--margins", "simulate.margins"),
    plot: choice("--plot [axis]", "simulate.plot", ["tjm", "days"]),
    months: value("--months <number>", "simulate.months", (typed) => parseCount(typed, 1, MAX_MONTHS)),
    year: flag("--year", "simulate.year"),
    leaveDays: value("--leave-days <list>", "simulate.leaveDays", parseMonthDays),
    intermission: value("--intermission <list>", "simulate.intermission", parseMonthDays),
    report: text("--report <file>", "simulate.report"),
    csv: flag("--csv", "simulate.csv"),
    save: text("--save <name>", "simulate.save"),
    promise: flag("--promise", "simulate.promise"),
    compare: text("--compare <name>", "simulate.compare"),
    against: text("--against <name>", "simulate.against"),
    payslip: month("--payslip <month>", "simulate.payslip"),
    saved: flag("--saved", "simulate.saved"),
    batch: text("--batch <file>", "simulate.batch"),
  },
  load: () => import("./simulate.ts"),
});
