import { argument, command, group } from "../../command.ts";
import { CONNECTION, IMPORTING, LISTING } from "../inputs.ts";
import { FIELDS } from "./fields.ts";

/** `porte-company tokens`. */
export const TOKENS = group({
  name: "tokens",
  help: "administration.summaries.tokens",
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
      shows: { list: "items", id: "id" },
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
      inputs: { id: argument("<id>"), ...CONNECTION },
      load: () => import("./end.ts"),
    }),
  ],
});
