import { positiveEuros } from "../../../domain/money.ts";
import { argument, command, day, flag, group, mandatory, month, text, value } from "../../command.ts";
import { email, lines, REASON_MAX } from "../../sent/readers.ts";
import { CONNECTION } from "../inputs.ts";

/** `porte-company payments`. */
export const PAYMENTS = group({
  name: "payments",
  help: "company.summaries.payments",
  commands: [
    command({
      name: "list",
      help: "staff.summaries.payments",
      inputs: CONNECTION,
      shows: { list: "items", id: "id" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "reverse",
      help: "staff.summaries.reverse",
      inputs: {
        id: argument("<id>"),
        reason: mandatory(lines("--reason <text>", "staff.options.reversalReason", REASON_MAX)),
        ...CONNECTION,
      },
      load: () => import("./reverse.ts"),
    }),
    command({
      name: "record",
      help: "company.summaries.record",
      inputs: {
        porte: email("--porte <email>", "company.options.porte"),
        mission: text("--mission <reference>", "company.options.mission"),
        invoice: text("--invoice <invoice>", "invoices.options.invoice"),
        amount: mandatory(value("--amount <euros>", "company.options.amount", positiveEuros)),
        month: month("--month <month>", "company.options.month"),
        receivedOn: day("--received-on <day>", "company.options.receivedOn"),
        force: flag("--force", "company.options.forcePayment"),
        reason: lines("--reason <text>", "company.options.forceReason", REASON_MAX),
        ...CONNECTION,
      },
      shows: { id: "id" },
      load: () => import("./record.ts"),
    }),
  ],
});
