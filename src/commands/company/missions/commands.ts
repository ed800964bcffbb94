import { argument, command, flag, group, mandatory, text } from "../../command.ts";
import { lines, REASON_MAX } from "../../sent/readers.ts";
import { CONNECTION, ENDING, IMPORTING, LISTING } from "../inputs.ts";
import { FIELDS } from "./fields.ts";

/** One proposal, and whether it is decided on without a question. */
const DECIDED = { id: argument("<id>"), yes: flag("--yes", "staff.options.yes") };

/** `porte-company missions`. */
export const MISSIONS = group({
  name: "missions",
  help: "administration.summaries.missions",
  commands: [
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
      name: "proposals",
      help: "administration.summaries.proposals",
      inputs: CONNECTION,
      shows: { list: "items", id: "proposal.id" },
      load: () => import("./proposals.ts"),
    }),
    command({
      name: "proposal",
      help: "administration.summaries.proposal",
      inputs: { id: DECIDED.id, ...CONNECTION },
      load: () => import("./proposal.ts"),
    }),
    command({
      name: "accept",
      help: "administration.summaries.accept",
      inputs: { ...DECIDED, ...CONNECTION },
      load: () => import("./accept.ts"),
    }),
    command({
      name: "refuse",
      help: "administration.summaries.refuse",
      inputs: {
        id: DECIDED.id,
        reason: mandatory(lines("--reason <text>", "company.options.reason", REASON_MAX)),
        yes: DECIDED.yes,
        ...CONNECTION,
      },
      load: () => import("./refuse.ts"),
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
        mission: mandatory(text("--mission <reference>", "administration.options.mission")),
        ...CONNECTION,
      },
      load: () => import("./end.ts"),
    }),
  ],
});
