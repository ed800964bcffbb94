import { argument, command, group, value } from "../../command.ts";
import { parseSiren, parseSiret } from "../../missions/readers.ts";
import { email, line } from "../../sent/readers.ts";
import { CONNECTION } from "../inputs.ts";

/** `porte-company clients`. */
export const CLIENTS = group({
  name: "clients",
  help: "administration.summaries.clients",
  commands: [
    command({
      name: "list",
      help: "administration.summaries.list",
      inputs: CONNECTION,
      shows: { list: "items", id: "id" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "set",
      help: "administration.summaries.setClient",
      inputs: {
        id: argument("<id>"),
        siren: value("--siren <number>", "administration.options.siren", parseSiren),
        siret: value("--siret <number>", "administration.options.siret", parseSiret),
        address: line("--address <text>", "administration.options.address", 300),
        routingCode: line("--routing-code <code>", "administration.options.routing", 100),
        chorusService: line("--chorus-service <code>", "administration.options.chorusService", 100),
        chorusEngagement: line("--chorus-engagement <number>", "administration.options.chorusEngagement", 100),
        contactName: line("--contact-name <name>", "administration.options.clientName", 120),
        contactEmail: email("--contact-email <address>", "administration.options.clientEmail"),
        ...CONNECTION,
      },
      shows: { id: "id" },
      load: () => import("./set.ts"),
    }),
  ],
});
