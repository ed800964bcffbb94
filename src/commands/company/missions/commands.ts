import { parseDay } from "../../../domain/calendar.ts";
import { argument, command, group, mandatory, text, value } from "../../command.ts";
import { CONNECTION } from "../inputs.ts";
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
      inputs: { email: text("--email <address>", "administration.options.email"), ...CONNECTION },
      load: () => import("./list.ts"),
    }),
    command({
      name: "import",
      help: "administration.summaries.import",
      inputs: { file: argument("<file>"), ...CONNECTION },
      load: () => import("./import.ts"),
    }),
    command({
      name: "end",
      help: "administration.summaries.end",
      inputs: {
        porte: mandatory(text("--porte <email>", "administration.options.porte")),
        on: mandatory(value("--on <day>", "administration.options.on", parseDay)),
        mission: mandatory(text("--mission <reference>", "administration.options.mission")),
        ...CONNECTION,
      },
      load: () => import("./end.ts"),
    }),
  ],
});
