import { WORKING_TIMES } from "../../../domain/activity.ts";
import { parseCount } from "../../../domain/money.ts";
import { choice, command, group, mandatory, text, value } from "../../command.ts";
import { CONNECTION, ENDING, HOLDS_FROM, IMPORTING, LISTING } from "../inputs.ts";
import { weeklyHours } from "../readers.ts";
import { FIELDS } from "./fields.ts";

/** `porte-company contracts`. */
export const CONTRACTS = group({
  name: "contracts",
  help: "company.summaries.contracts",
  commands: [
    command({
      name: "set",
      help: "company.summaries.setContract",
      inputs: {
        porte: mandatory(text("--porte <email>", "company.options.porte")),
        workingTime: choice("--working-time <unit>", "company.options.workingTime", WORKING_TIMES),
        job: text("--job <text>", "company.options.job"),
        position: text("--position <text>", "company.options.position"),
        weeklyHours: value("--weekly-hours <hours>", "company.options.weeklyHours", weeklyHours),
        forfaitDays: value("--forfait-days <days>", "company.options.forfaitDays", (typed) =>
          parseCount(typed, 1, 229),
        ),
        ...HOLDS_FROM,
        ...CONNECTION,
      },
      load: () => import("./set.ts"),
    }),
    command({
      name: "add",
      help: "administration.summaries.add",
      inputs: { ...FIELDS, ...CONNECTION },
      load: () => import("./add.ts"),
    }),
    command({
      name: "list",
      help: "administration.summaries.list",
      inputs: LISTING,
      shows: { list: "items" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "import",
      help: "administration.summaries.import",
      inputs: IMPORTING,
      load: () => import("./import.ts"),
    }),
    command({
      name: "end",
      help: "administration.summaries.end",
      inputs: {
        ...ENDING,
        ...CONNECTION,
      },
      load: () => import("./end.ts"),
    }),
  ],
});
