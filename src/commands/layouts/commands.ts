import { DAY_ORDERS } from "../../domain/written-day.ts";
import { choice, command, group, mandatory, repeated, text } from "../command.ts";
import { LAYOUT_KINDS } from "./kinds.ts";

const name = text("<name>", "tables.name");

/** What may follow `porte expenses layouts`. */
export const described = group({
  name: "layouts",
  help: "tables.layouts",
  commands: [
    command({
      name: "list",
      help: "tables.list",
      isDefault: true,
      shows: { list: "layouts", id: "name" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "tables.show",
      inputs: { name },
      shows: { id: "name" },
      load: () => import("./show.ts"),
    }),
    command({
      name: "add",
      help: "tables.add",
      inputs: {
        name,
        file: text("<file>", "tables.file"),
        columns: repeated(text("[columns...]", "tables.columns")),
        kind: mandatory(choice("--kind <kind>", "tables.kind", LAYOUT_KINDS)),
        dates: choice("--dates <order>", "tables.dates", DAY_ORDERS),
        decimal: choice("--decimal <sign>", "tables.decimal", [",", "."]),
      },
      shows: { id: "name" },
      load: () => import("./add.ts"),
    }),
    command({
      name: "remove",
      help: "tables.remove",
      inputs: { name },
      shows: { id: "name" },
      load: () => import("./remove.ts"),
    }),
  ],
});
