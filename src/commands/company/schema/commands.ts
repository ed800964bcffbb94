import { command, repeated, text } from "../../command.ts";

/** `porte-company schema [command...]`. */
export const SCHEMA = command({
  name: "schema",
  help: "summaries.schema",
  inputs: { command: repeated(text("[command...]", "schema.command")) },
  shows: { list: "commands", id: "command" },
  load: () => import("./schema.ts"),
});
