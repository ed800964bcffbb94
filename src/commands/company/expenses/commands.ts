import { command, group, mandatory, text } from "../../command.ts";
import { lines, REASON_MAX } from "../../sent/readers.ts";
import { APPROVAL, CONNECTION, DECISION, ONE, REJECTION } from "../inputs.ts";

/** `porte-company expenses`. */
export const EXPENSES = group({
  name: "expenses",
  help: "company.summaries.expenses",
  commands: [
    command({
      name: "list",
      help: "company.summaries.list",
      inputs: CONNECTION,
      shows: {
        list: "items",
        id: "expense.id",
        sheet: [
          "owner.name",
          "owner.email",
          "expense.date",
          "expense.category",
          "expense.amountCents",
          "expense.mission",
          "expense.note",
          "expense.state",
          "expense.id",
        ],
      },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "staff.summaries.show",
      inputs: ONE,
      load: () => import("./show.ts"),
    }),
    command({
      name: "approve",
      help: "company.summaries.approve",
      inputs: APPROVAL,
      load: () => import("./approve.ts"),
    }),
    command({
      name: "reject",
      help: "company.summaries.reject",
      inputs: REJECTION,
      load: () => import("./reject.ts"),
    }),
    command({
      name: "question",
      help: "company.summaries.question",
      inputs: {
        id: APPROVAL.id,
        text: mandatory(lines("--text <question>", "company.options.question", REASON_MAX)),
        ...DECISION,
      },
      load: () => import("./question.ts"),
    }),
    command({
      name: "receipt",
      help: "staff.summaries.receipt",
      inputs: { id: ONE.id, output: text("--output <file>", "staff.options.output"), ...CONNECTION },
      load: () => import("./receipt.ts"),
    }),
  ],
});
