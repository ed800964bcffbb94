import { parseCurrency, parseRate } from "../../domain/currency.ts";
import { EXPENSE_CATEGORIES, MAX_UNITS } from "../../domain/expense.ts";
import { EXPENSE_MARKS } from "../../domain/local/filed.ts";
import { parseKilometres, VEHICLE_KINDS } from "../../domain/mileage.ts";
import { parseCount, parseEuros } from "../../domain/money.ts";
import { byDefault, choice, command, day, flag, group, month, repeated, text, value } from "../command.ts";
import { described as layouts } from "../layouts/commands.ts";
import { parseDepartment, parseLines, parseTake } from "./readers.ts";

const LAST_RECURRING_DAY = 28;

const id = text("<id>", "expenses.id");
const onlyMonth = month("[month]", "expenses.onlyMonth");
const amount = value("--amount <euros>", "expenses.amount", parseEuros);
const category = choice("--category <category>", "expenses.category", EXPENSE_CATEGORIES);
const mission = text("--mission <reference>", "expenses.mission");
const merchant = text("--merchant <name>", "expenses.merchant");
const note = text("--note <text>", "expenses.note");
const layout = text("--layout <name>", "tables.layout");

/** What may be said of an expense, when it is added and when it is changed. */
const said = {
  amount,
  date: day("--date <day>", "expenses.date"),
  category,
  vat: repeated(text("--vat <euros>", "expenses.vat")),
  mission,
  merchant,
  note,
  units: value("--units <count>", "expenses.units", (typed) => parseCount(typed, 1, MAX_UNITS)),
  department: value("--department <code>", "expenses.department", parseDepartment),
  currency: value("--currency <code>", "expenses.currency", parseCurrency),
  rate: value("--rate <units>", "expenses.rate", parseRate),
};

/** What may follow `porte expenses`, in the order of its help. */
export const described = group({
  name: "expenses",
  help: "summaries.expenses",
  commands: [
    command({
      name: "add",
      help: "expenses.add",
      inputs: {
        words: repeated(text("[words...]", "expenses.addWords")),
        ...said,
        read: flag("--read", "expenses.read"),
      },
      shows: { id: "id" },
      load: () => import("./add.ts"),
    }),
    command({
      name: "edit",
      help: "expenses.edit",
      inputs: { id, ...said, operating: flag("--operating", "expenses.operating") },
      shows: { id: "id" },
      load: () => import("./edit.ts"),
    }),
    command({
      name: "attach",
      help: "expenses.attach",
      inputs: { id, receipt: text("<receipt>", "expenses.receipt") },
      shows: { id: "id" },
      load: () => import("./attach.ts"),
    }),
    command({
      name: "mileage",
      help: "expenses.mileage",
      inputs: {
        kilometres: value("[kilometres]", "expenses.kilometres", parseKilometres),
        vehicle: text("--vehicle <name>", "expenses.vehicleName"),
        date: day("--date <day>", "expenses.tripDate"),
        return: flag("--return", "expenses.return"),
        from: text("--from <place>", "expenses.from"),
        to: text("--to <place>", "expenses.to"),
        mission,
        note,
        csv: text("--csv <file>", "expenses.tripsCsv"),
        layout,
        ics: text("--ics <file>", "expenses.tripsIcs"),
        includeDeclined: flag("--include-declined", "declare.includeDeclined"),
        month: month("--month <month>", "expenses.tripsMonth"),
        match: text("--match <word>", "expenses.tripsMatch"),
      },
      shows: { list: "expenses", id: "id" },
      load: () => import("./mileage.ts"),
    }),
    command({
      name: "vehicle",
      help: "expenses.vehicle",
      inputs: {
        name: text("[name]", "expenses.vehicleName"),
        power: value("--power <cv>", "expenses.power", (typed) => parseCount(typed, 1, 99)),
        kind: byDefault(choice("--kind <kind>", "expenses.vehicleKind", VEHICLE_KINDS), "car"),
        electric: flag("--electric", "expenses.electric"),
        forget: flag("--forget", "expenses.forgetVehicle"),
      },
      shows: { list: "vehicles", id: "name" },
      load: () => import("./vehicle.ts"),
    }),
    command({
      name: "import",
      help: "expenses.import",
      inputs: {
        file: text("<file>", "expenses.bankFile"),
        lines: value("--lines <numbers>", "expenses.lines", parseLines),
        take: repeated(value("--take <word=category>", "expenses.take", parseTake)),
        category,
        mission,
        layout: text("--layout <name>", "expenses.layout"),
      },
      shows: { list: "expenses", id: "id" },
      load: () => import("./import.ts"),
    }),
    command({
      name: "recurring",
      help: "expenses.recurring",
      inputs: {
        name: text("[name]", "expenses.recurringName"),
        amount,
        category,
        vat: value("--vat <euros>", "expenses.vat", parseEuros),
        mission,
        day: byDefault(
          value("--day <day>", "expenses.recurringDay", (typed) => parseCount(typed, 1, LAST_RECURRING_DAY)),
          1,
        ),
        forget: flag("--forget", "expenses.forgetRecurring"),
      },
      shows: { list: "recurring", id: "name" },
      load: () => import("./recurring.ts"),
    }),
    command({
      name: "export",
      help: "expenses.export",
      inputs: {
        month: month("[month]", "expenses.exportMonth"),
        csv: text("--csv [file]", "expenses.exportCsv"),
        pdf: text("--pdf [file]", "expenses.exportPdf"),
      },
      load: () => import("./export.ts"),
    }),
    command({
      name: "rates",
      help: "expenses.rates",
      inputs: { file: text("[file]", "expenses.ratesFile"), layout },
      shows: { list: "rates", id: "currency" },
      load: () => import("./rates.ts"),
    }),
    layouts,
    command({
      name: "list",
      help: "expenses.list",
      isDefault: true,
      inputs: { month: onlyMonth, missing: flag("--missing", "expenses.missing") },
      shows: { list: "expenses", id: "id" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "check",
      help: "expenses.check",
      shows: {
        list: "expenses",
        id: "id",
        sheet: ["date", "category", "merchant", "amount", "mission", "state", "verdict", "rule", "source", "over"],
      },
      load: () => import("./check.ts"),
    }),
    command({
      name: "rules",
      help: "expenses.rules",
      inputs: { forget: text("--forget <id>", "expenses.forgetRule") },
      shows: { list: "rules", id: "id" },
      load: () => import("./rules.ts"),
    }),
    command({
      name: "answer",
      help: "expenses.answer",
      inputs: { id, text: text("<text>", "expenses.answerText") },
      shows: { id: "id" },
      load: () => import("./answer.ts"),
    }),
    command({
      name: "remove",
      help: "expenses.remove",
      inputs: { id },
      shows: { id: "id" },
      load: () => import("./remove.ts"),
    }),
    command({
      name: "submit",
      help: "expenses.submit",
      inputs: { month: onlyMonth, yes: flag("--yes", "expenses.submitYes") },
      shows: { list: "sent", id: "id" },
      load: () => import("./submit.ts"),
    }),
    command({
      name: "mark",
      help: "expenses.mark",
      inputs: {
        month: month("<month>", "expenses.markMonth"),
        what: choice("<what>", "expenses.markWhat", EXPENSE_MARKS),
        file: text("--file <file>", "expenses.markFile"),
        reason: text("--reason <text>", "declare.markReason"),
        on: day("--on <day>", "declare.markOn"),
        payslip: month("--payslip <month>", "expenses.markPayslip"),
        only: repeated(text("--only <id>", "expenses.markOnly")),
      },
      shows: { list: "expenses", id: "id" },
      load: () => import("./mark.ts"),
    }),
    command({
      name: "resend",
      help: "expenses.resend",
      inputs: { month: month("<month>", "expenses.markMonth") },
      shows: { list: "dossiers", id: "month" },
      load: () => import("./resend.ts"),
    }),
  ],
});
