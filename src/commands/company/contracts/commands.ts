import { WORKING_TIMES } from "../../../domain/activity.ts";
import { parseCount } from "../../../domain/money.ts";
import { argument, choice, command, group, mandatory, text, value } from "../../command.ts";
import { CONNECTION, ENDING, HOLDS_FROM, IMPORTING, LISTING } from "../inputs.ts";
import { weeklyHours } from "../readers.ts";
import { FIELDS } from "./fields.ts";

/** `porte-company contracts`. */
export const CONTRACTS = group({
  name: "contracts",
  help: "company.summaries.contracts",
  commands: [
    command({
      name: "set",
      help: "company.summaries.setContract",
      inputs: {
        porte: mandatory(text("--porte <email>", "company.options.porte")),
        workingTime: choice("--working-time <unit>", "company.options.workingTime", WORKING_TIMES),
        job: text("--job <text>", "company.options.job"),
        position: text("--position <text>", "company.options.position"),
        weeklyHours: value("--weekly-hours <hours>", "company.options.weeklyHours", weeklyHours),
        forfaitDays: value("--forfait-days <days>", "company.options.forfaitDays", (typed) =>
          parseCount(typed, 1, 229),
        ),
        ...HOLDS_FROM,
        ...CONNECTION,
      },
      load: () => import("./set.ts"),
    }),
    command({
      name: "draw",
      help: "administration.summaries.draw",
      inputs: {
        mission: argument("<mission>"),
        porte: mandatory(text("--porte <email>", "administration.options.porte")),
        skills: text("--skills <text>", "administration.options.skills"),
        place: text("--place <text>", "administration.options.place"),
        equipment: text("--equipment <text>", "administration.options.equipment"),
        leastDays: value("--least-days <days>", "administration.options.leastDays", (typed) =>
          parseCount(typed, 1, 10_000),
        ),
        trialMonths: value("--trial-months <months>", "administration.options.trialMonths", (typed) =>
          parseCount(typed, 0, 8),
        ),
        ...CONNECTION,
      },
      shows: { list: "items" },
      load: () => import("./draw.ts"),
    }),
    command({
      name: "documents",
      help: "administration.summaries.documents",
      inputs: LISTING,
      shows: { list: "items", id: "document.id" },
      load: () => import("./documents.ts"),
    }),
    command({
      name: "show",
      help: "administration.summaries.document",
      inputs: { id: argument("<id>"), ...CONNECTION },
      load: () => import("./show.ts"),
    }),
    command({
      name: "get",
      help: "administration.summaries.getDocument",
      inputs: { id: argument("<id>"), output: text("--output <file>", "administration.options.pdf"), ...CONNECTION },
      shows: { id: "id" },
      load: () => import("./get.ts"),
    }),
    command({
      name: "send",
      help: "administration.summaries.send",
      inputs: {
        id: argument("<id>"),
        clientName: text("--client-name <name>", "administration.options.clientName"),
        clientEmail: text("--client-email <address>", "administration.options.clientEmail"),
        clientLanguage: choice("--client-language <language>", "administration.options.clientLanguage", ["fr", "en"]),
        ...CONNECTION,
      },
      load: () => import("./send.ts"),
    }),
    command({
      name: "terms",
      help: "administration.summaries.terms",
      inputs: {
        insurer: text("--insurer <name>", "administration.options.insurer"),
        policy: text("--policy <number>", "administration.options.policy"),
        pensionFund: text("--pension-fund <name>", "administration.options.pensionFund"),
        pensionAddress: text("--pension-address <text>", "administration.options.pensionAddress"),
        providentFund: text("--provident-fund <name>", "administration.options.providentFund"),
        providentAddress: text("--provident-address <text>", "administration.options.providentAddress"),
        ...CONNECTION,
      },
      load: () => import("./terms.ts"),
    }),
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
      shows: { list: "items" },
      load: () => import("./list.ts"),
    }),
    command({
      name: "import",
      help: "administration.summaries.import",
      inputs: IMPORTING,
      load: () => import("./import.ts"),
    }),
    command({
      name: "end",
      help: "administration.summaries.end",
      inputs: {
        ...ENDING,
        ...CONNECTION,
      },
      load: () => import("./end.ts"),
    }),
  ],
});
