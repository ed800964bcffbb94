import { command, group, mandatory, text } from "../../command.ts";
import { line } from "../../sent/readers.ts";
import { CONNECTION, HOLDS_FROM } from "../inputs.ts";

/** `porte-company establishment`. */
export const ESTABLISHMENT = group({
  name: "establishment",
  help: "company.summaries.establishment",
  commands: [
    command({
      name: "set",
      help: "company.summaries.setEstablishment",
      inputs: {
        siret: mandatory(text("--siret <number>", "company.options.siret")),
        ape: mandatory(text("--ape <code>", "company.options.ape")),
        name: line("--name <text>", "company.options.establishmentName", 120),
        ...HOLDS_FROM,
        ...CONNECTION,
      },
      load: () => import("./set.ts"),
    }),
  ],
});
