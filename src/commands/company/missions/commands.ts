import { command, group, mandatory, text } from "../../command.ts";
import { CONNECTION, ENDING, IMPORTING, LISTING } from "../inputs.ts";
import { FIELDS } from "./fields.ts";

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
