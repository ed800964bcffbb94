import { argument, choice, command, group, repeated, text } from "../command.ts";

/** The shells whose Tab is known. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

const setting = text("<setting>", "config.setting");

/** The words after `porte` that are about porte itself. */
export const PROGRAM = [
  command({
    name: "doctor",
    aliases: ["diagnostic"],
    help: "summaries.doctor",
    shows: { list: "checks", id: "name" },
    load: () => import("./doctor.ts"),
  }),
  group({
    name: "config",
    aliases: ["réglages", "reglages"],
    help: "summaries.config",
    commands: [
      command({
        name: "list",
        help: "config.list",
        isDefault: true,
        shows: { list: "settings", id: "key" },
        load: () => import("./config-list.ts"),
      }),
      command({
        name: "get",
        help: "config.get",
        inputs: { setting },
        shows: { id: "value" },
        load: () => import("./config-get.ts"),
      }),
      command({
        name: "set",
        help: "config.set",
        inputs: { setting, value: text("[value]", "config.value") },
        shows: { id: "value" },
        load: () => import("./config-set.ts"),
      }),
      command({
        name: "path",
        help: "config.path",
        shows: { list: "paths", id: "path" },
        load: () => import("./config-path.ts"),
      }),
    ],
  }),
  command({
    name: "schema",
    help: "summaries.schema",
    inputs: { command: repeated(text("[command...]", "schema.command")) },
    shows: { list: "commands", id: "command" },
    load: () => import("./schema.ts"),
  }),
  command({
    name: "completion",
    help: "summaries.completion",
    inputs: { shell: choice("<shell>", "completion.shell", SHELLS) },
    load: () => import("./completion.ts"),
  }),
  command({
    name: "update-check",
    help: "summaries.updateCheck",
    shows: { id: "latest" },
    load: () => import("./update-check.ts"),
  }),
  command({ name: "version", help: "summaries.version", shows: { id: "version" }, load: () => import("./version.ts") }),
  command({
    name: "help",
    aliases: ["aide"],
    help: "summaries.help",
    inputs: { topic: argument("<topic>") },
    load: () => import("./help.ts"),
  }),
];
