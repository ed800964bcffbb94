import { parseDayLength } from "../../domain/hours.ts";
import { positiveEuros } from "../../domain/money.ts";
import { command, day, group, mandatory, text, value } from "../command.ts";
import { parseDaysOrdered, parseSiren, parseSiret } from "./readers.ts";

const reference = text("<reference>", "missions.reference");
const agreedOn = day("--agreed-on <day>", "proposals.agreedOn");
const ordered = {
  daysOrdered: value("--days-ordered <days>", "proposals.daysOrdered", parseDaysOrdered),
  purchaseOrder: text("--purchase-order <reference>", "proposals.purchaseOrder"),
};

/** `porte missions`. */
export const MISSIONS = group({
  name: "missions",
  help: "summaries.missions",
  commands: [
    command({
      name: "list",
      help: "missions.list",
      isDefault: true,
      shows: { list: "missions", id: "reference" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "missions.show",
      inputs: { reference },
      shows: { id: "reference" },
      load: () => import("./show.ts"),
    }),
    command({
      name: "add",
      help: "proposals.add",
      inputs: {
        reference,
        client: mandatory(text("--client <name>", "proposals.client")),
        tjm: mandatory(value("--tjm <euros>", "proposals.tjm", positiveEuros)),
        from: mandatory(day("--from <day>", "proposals.from", "either")),
        to: day("--to <day>", "proposals.to", "either"),
        title: text("--title <text>", "proposals.title"),
        siren: value("--siren <number>", "proposals.siren", parseSiren),
        siret: value("--siret <number>", "proposals.siret", parseSiret),
        address: text("--address <text>", "proposals.address"),
        routingCode: text("--routing-code <code>", "proposals.routing"),
        chorusService: text("--chorus-service <code>", "proposals.chorusService"),
        chorusEngagement: text("--chorus-engagement <number>", "proposals.chorusEngagement"),
        contactName: text("--contact-name <name>", "proposals.contactName"),
        contactEmail: text("--contact-email <address>", "proposals.contactEmail"),
        ...ordered,
        place: text("--place <text>", "proposals.place"),
        skills: text("--skills <text>", "proposals.skills"),
        equipment: text("--equipment <text>", "proposals.equipment"),
        agreedOn,
      },
      shows: { id: "reference" },
      load: () => import("./add.ts"),
    }),
    command({
      name: "amend",
      help: "proposals.amend",
      inputs: {
        reference,
        agreedOn: mandatory(agreedOn),
        tjm: value("--tjm <euros>", "proposals.tjm", positiveEuros),
        from: day("--from <day>", "proposals.changeFrom", "either"),
        to: day("--to <day>", "proposals.to", "either"),
        ...ordered,
      },
      shows: { id: "reference" },
      load: () => import("./amend.ts"),
    }),
    command({
      name: "set",
      help: "missions.set",
      inputs: {
        reference,
        dayLength: mandatory(value("--day-length <hours>", "missions.dayLength", parseDayLength)),
      },
      shows: { id: "reference" },
      load: () => import("./set.ts"),
    }),
  ],
});
