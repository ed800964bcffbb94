import { argument, command, group, text } from "../../command.ts";
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
        siren: text("--siren <number>", "administration.options.siren"),
        siret: text("--siret <number>", "administration.options.siret"),
        address: text("--address <text>", "administration.options.address"),
        routingCode: text("--routing-code <code>", "administration.options.routing"),
        chorusService: text("--chorus-service <code>", "administration.options.chorusService"),
        chorusEngagement: text("--chorus-engagement <number>", "administration.options.chorusEngagement"),
        contactName: text("--contact-name <name>", "administration.options.clientName"),
        contactEmail: text("--contact-email <address>", "administration.options.clientEmail"),
        ...CONNECTION,
      },
      shows: { id: "id" },
      load: () => import("./set.ts"),
    }),
  ],
});
