import { argument, command, group, mandatory, text } from "../../command.ts";
import { CONNECTION, DECISION } from "../inputs.ts";

const id = argument("<id>");

/** `porte-company expenses`. */
export const EXPENSES = group({
  name: "expenses",
  help: "company.summaries.expenses",
  commands: [
    command({ name: "list", help: "company.summaries.list", inputs: CONNECTION, load: () => import("./list.ts") }),
    command({
      name: "show",
      help: "staff.summaries.show",
      inputs: { id, ...CONNECTION },
      load: () => import("./show.ts"),
    }),
    command({
      name: "approve",
      help: "company.summaries.approve",
      inputs: { id, ...DECISION },
      load: () => import("./approve.ts"),
    }),
    command({
      name: "reject",
      help: "company.summaries.reject",
      inputs: { id, reason: mandatory(text("--reason <text>", "company.options.reason")), ...DECISION },
      load: () => import("./reject.ts"),
    }),
    command({
      name: "question",
      help: "company.summaries.question",
      inputs: { id, text: mandatory(text("--text <question>", "company.options.question")), ...DECISION },
      load: () => import("./question.ts"),
    }),
    command({
      name: "receipt",
      help: "staff.summaries.receipt",
      inputs: { id, output: mandatory(text("--output <file>", "staff.options.output")), ...CONNECTION },
      load: () => import("./receipt.ts"),
    }),
  ],
});
