import { parseDayLength } from "../../domain/hours.ts";
import { positiveEuros } from "../../domain/money.ts";
import { parseReference } from "../../domain/typed/sent-text.ts";
import { command, day, group, mandatory, text, value } from "../command.ts";
import { email, line, lines } from "../sent/readers.ts";
import { parseDaysOrdered, parseSiren, parseSiret } from "./readers.ts";

const reference = text("<reference>", "missions.reference");
const agreedOn = day("--agreed-on <day>", "proposals.agreedOn");
const ordered = {
  daysOrdered: value("--days-ordered <days>", "proposals.daysOrdered", parseDaysOrdered),
  purchaseOrder: line("--purchase-order <reference>", "proposals.purchaseOrder", 100),
};

/** What may be said of a mission beside its client, its price and its first day. */
const details = {
  to: day("--to <day>", "proposals.to", "either"),
  title: line("--title <text>", "proposals.title", 120),
  siren: value("--siren <number>", "proposals.siren", parseSiren),
  siret: value("--siret <number>", "proposals.siret", parseSiret),
  address: line("--address <text>", "proposals.address", 300),
  routingCode: line("--routing-code <code>", "proposals.routing", 100),
  chorusService: line("--chorus-service <code>", "proposals.chorusService", 100),
  chorusEngagement: line("--chorus-engagement <number>", "proposals.chorusEngagement", 100),
  contactName: line("--contact-name <name>", "proposals.contactName", 120),
  contactEmail: email("--contact-email <address>", "proposals.contactEmail"),
  ...ordered,
  place: line("--place <text>", "proposals.place", 300),
  skills: lines("--skills <text>", "proposals.skills", 2_000),
  equipment: lines("--equipment <text>", "proposals.equipment", 500),
};
const client = line("--client <name>", "proposals.client", 120);
const tjm = value("--tjm <euros>", "proposals.tjm", positiveEuros);
const from = day("--from <day>", "proposals.from", "either");

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
        reference: value("<reference>", "missions.reference", (typed) => parseReference(typed, "proposed")),
        client: mandatory(client),
        tjm: mandatory(tjm),
        from: mandatory(from),
        ...details,
        agreedOn,
      },
      shows: { id: "reference" },
      load: () => import("./add.ts"),
    }),
    command({
      name: "edit",
      help: "missions.edit",
      inputs: { reference, client, tjm, from, ...details },
      shows: { id: "reference" },
      load: () => import("./edit.ts"),
    }),
    command({
      name: "end",
      help: "missions.end",
      inputs: { reference, on: day("--on <day>", "missions.endOn", "either") },
      shows: { id: "reference" },
      load: () => import("./end.ts"),
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
