import { command, group, text } from "../command.ts";

const id = text("<id>", "contracts.id");

/** `porte contracts`. */
export const CONTRACTS = group({
  name: "contracts",
  aliases: ["contrats"],
  help: "summaries.contracts",
  commands: [
    command({
      name: "list",
      help: "contracts.list",
      isDefault: true,
      shows: { list: "contracts", id: "id" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "contracts.show",
      inputs: { id },
      shows: { id: "id" },
      load: () => import("./show.ts"),
    }),
    command({
      name: "get",
      help: "contracts.get",
      inputs: { id, pdf: text("--pdf <file>", "contracts.pdf") },
      shows: { id: "id" },
      load: () => import("./get.ts"),
    }),
    command({
      name: "sign",
      help: "contracts.sign",
      inputs: { id },
      shows: { id: "id" },
      load: () => import("./sign.ts"),
    }),
    command({
      name: "verify",
      help: "contracts.verify",
      inputs: {
        contract: text("<contract>", "contracts.file"),
        evidence: text("--evidence <file>", "contracts.evidence"),
        key: text("--key <file>", "contracts.key"),
      },
      load: () => import("./verify.ts"),
    }),
  ],
});
