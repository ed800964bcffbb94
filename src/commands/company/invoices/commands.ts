import { MAX_PAYMENT_DAYS } from "../../../domain/invoicing.ts";
import { parseCount, parsePercent } from "../../../domain/money.ts";
import { argument, command, day, flag, group, mandatory, month, text, value } from "../../command.ts";
import { email, lines, REASON_MAX } from "../../sent/readers.ts";
import { CONNECTION } from "../inputs.ts";

import { oneOf, yesNo } from "../readers.ts";

const paymentDays = value("--days <days>", "invoices.options.days", (typed) => parseCount(typed, 1, MAX_PAYMENT_DAYS));

/** `porte-company invoices`. */
export const INVOICES = group({
  name: "invoices",
  help: "invoices.summaries.group",
  commands: [
    command({
      name: "list",
      help: "invoices.summaries.list",
      inputs: CONNECTION,
      shows: { list: "items", id: "invoice.number" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "issue",
      help: "invoices.summaries.issue",
      inputs: {
        porte: mandatory(email("--porte <email>", "company.options.porte")),
        mission: mandatory(text("--mission <reference>", "company.options.mission")),
        month: mandatory(month("--month <month>", "company.options.month")),
        days: paymentDays,
        vat: value("--vat <rate>", "invoices.options.vat", (typed) => parsePercent(typed)),
        ...CONNECTION,
      },
      shows: { id: "invoice.number" },
      load: () => import("./issue.ts"),
    }),
    command({
      name: "get",
      help: "invoices.summaries.get",
      inputs: {
        invoice: argument("<invoice>"),
        output: text("--output <file>", "administration.options.pdf"),
        ...CONNECTION,
      },
      shows: { id: "number" },
      load: () => import("./get.ts"),
    }),
    command({
      name: "remind",
      help: "invoices.summaries.remind",
      inputs: {
        invoice: argument("<invoice>"),
        by: value("--by <channel>", "invoices.options.channel", oneOf("--by", ["mail", "phone", "letter"])),
        sentOn: day("--sent-on <day>", "invoices.options.sentOn"),
        next: day("--next <day>", "invoices.options.next"),
        send: flag("--send", "invoices.options.send"),
        ...CONNECTION,
      },
      shows: { id: "invoice.number" },
      load: () => import("./remind.ts"),
    }),
    command({
      name: "cancel",
      help: "invoices.summaries.cancel",
      inputs: {
        invoice: argument("<invoice>"),
        reason: mandatory(lines("--reason <text>", "invoices.options.reason", REASON_MAX)),
        ...CONNECTION,
      },
      shows: { id: "invoice.number" },
      load: () => import("./cancel.ts"),
    }),
    command({
      name: "terms",
      help: "invoices.summaries.terms",
      inputs: {
        days: mandatory(paymentDays),
        automatic: mandatory(value("--automatic <yes|no>", "invoices.options.automatic", yesNo("--automatic"))),
        lateRate: value("--late-rate <rate>", "invoices.options.lateRate", (typed) => parsePercent(typed)),
        ...CONNECTION,
      },
      load: () => import("./terms.ts"),
    }),
  ],
});
