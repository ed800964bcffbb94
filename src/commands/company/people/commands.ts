import { argument, command, group, text } from "../../command.ts";
import { email, line } from "../../sent/readers.ts";
import { CONNECTION, IMPORTING, LISTING } from "../inputs.ts";
import { FIELDS } from "./fields.ts";

/** `porte-company people`. */
export const PEOPLE = group({
  name: "people",
  help: "administration.summaries.people",
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
      shows: { list: "items", id: "email" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "import",
      help: "administration.summaries.importPeople",
      inputs: {
        ...IMPORTING,
        email: email("--email <address>", "administration.options.ownerEmail"),
        name: line("--name <name>", "administration.options.ownerName", 120),
      },
      load: () => import("./import.ts"),
    }),
    command({
      name: "end",
      help: "administration.summaries.end",
      inputs: { email: email("<email>", null), ...CONNECTION },
      load: () => import("./end.ts"),
    }),
    command({
      name: "password",
      help: "administration.summaries.password",
      inputs: {
        email: email("<email>", null),
        passwordFile: text("--password-file <file>", "administration.options.passwordFile"),
        ...CONNECTION,
      },
      load: () => import("./password.ts"),
    }),
    command({
      name: "role",
      help: "administration.summaries.role",
      inputs: { email: email("<email>", null), role: argument("<role>"), ...CONNECTION },
      load: () => import("./role.ts"),
    }),
    command({
      name: "export",
      help: "administration.summaries.export",
      inputs: { email: email("<email>", null), folder: argument("<folder>"), ...CONNECTION },
      load: () => import("./export.ts"),
    }),
    command({
      name: "erase",
      help: "administration.summaries.erase",
      inputs: { email: email("<email>", null), ...CONNECTION },
      load: () => import("./erase.ts"),
    }),
  ],
});
