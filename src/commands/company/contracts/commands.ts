import { WORKING_TIMES } from "../../../domain/activity.ts";
import { parseCount } from "../../../domain/money.ts";
import { argument, choice, command, group, mandatory, text, value } from "../../command.ts";
import { email, line, lines } from "../../sent/readers.ts";
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
        porte: mandatory(email("--porte <email>", "company.options.porte")),
        workingTime: choice("--working-time <unit>", "company.options.workingTime", WORKING_TIMES),
        job: line("--job <text>", "company.options.job", 80),
        position: line("--position <text>", "company.options.position", 80),
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
        porte: mandatory(email("--porte <email>", "administration.options.porte")),
        skills: lines("--skills <text>", "administration.options.skills", 2_000),
        place: line("--place <text>", "administration.options.place", 300),
        equipment: lines("--equipment <text>", "administration.options.equipment", 500),
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
        clientName: line("--client-name <name>", "administration.options.clientName", 120),
        clientEmail: email("--client-email <address>", "administration.options.clientEmail"),
        clientLanguage: choice("--client-language <language>", "administration.options.clientLanguage", ["fr", "en"]),
        ...CONNECTION,
      },
      load: () => import("./send.ts"),
    }),
    command({
      name: "terms",
      help: "administration.summaries.terms",
      inputs: {
        insurer: line("--insurer <name>", "administration.options.insurer", 200),
        policy: line("--policy <number>", "administration.options.policy", 100),
        pensionFund: line("--pension-fund <name>", "administration.options.pensionFund", 200),
        pensionAddress: line("--pension-address <text>", "administration.options.pensionAddress", 300),
        providentFund: line("--provident-fund <name>", "administration.options.providentFund", 200),
        providentAddress: line("--provident-address <text>", "administration.options.providentAddress", 300),
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
