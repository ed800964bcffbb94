import { parseDayLength } from "../../domain/hours.ts";
import { MARKS } from "../../domain/local/filed.ts";
import { parseAlso } from "../../domain/local/sheet.ts";
import { readAddress } from "../../domain/mail-address.ts";
import { parseCount } from "../../domain/money.ts";
import { parseRestDays, REST_WORDS } from "../../domain/rest-statement.ts";
import { parseMatch } from "../../domain/time-intervals.ts";
import { choice, command, day, flag, mandatory, month, repeated, text, value } from "../command.ts";

const version = (typed: string) => parseCount(typed, 1, 1_000_000);
const oneMonth = month("<month>", "declare.month");

/** `porte declare [month]` and what may follow `declare`. */
export const described = command({
  name: "declare",
  help: "summaries.declare",
  inputs: {
    month: month("[month]", "declare.month"),
    all: text("--all <what>", "declare.all"),
    except: text("--except <days>", "declare.except"),
    half: text("--half <days>", "declare.half"),
    leave: text("--leave <days>", "declare.leave"),
    day: repeated(text("--day <day=what>", "declare.day")),
    from: repeated(text("--from <file>", "declare.from")),
    ics: text("--ics <file>", "declare.ics"),
    includeDeclined: flag("--include-declined", "declare.includeDeclined"),
    match: repeated(value("--match <word=what>", "declare.match", parseMatch)),
    dayLength: value("--day-length <hours>", "declare.dayLength", parseDayLength),
    csv: text("--csv <file>", "declare.csv"),
    layout: text("--layout <name>", "tables.layout"),
    days: text("--days <days>", "declare.days"),
    mission: text("--mission <reference>", "declare.mission"),
    empty: flag("--empty", "declare.empty"),
    partial: flag("--partial", "declare.partial"),
    ahead: flag("--ahead", "declare.ahead"),
    restDays: flag("--rest-days", "declare.restDays"),
    linear: flag("--linear", "declare.linear"),
    rest: choice("--rest <statement>", "declare.rest", REST_WORDS),
    restDaysGivenUp: value("--rest-days-given-up <days>", "declare.restDaysGivenUp", parseRestDays),
    times: repeated(text("--times <days=from-to>", "declare.times")),
    dryRun: flag("--dry-run", "declare.dryRun"),
    offline: flag("--offline", "declare.offline"),
    requireSent: flag("--require-sent", "declare.requireSent"),
    replace: value("--replace <version>", "declare.replace", version),
    withdraw: flag("--withdraw", "declare.takeBack"),
    also: value("--also <forms>", "declare.also", parseAlso),
    yes: flag("-y, --yes", "declare.yes"),
  },
  shows: { id: "month" },
  load: () => import("./declare.ts"),
  commands: [
    command({
      name: "list",
      help: "declare.list",
      shows: { list: "reports", id: "month", sheet: ["month", "state", "version", "turnover", "reason"] },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "declare.show",
      inputs: { month: oneMonth },
      shows: { id: "month" },
      load: () => import("./show.ts"),
    }),
    command({
      name: "proof",
      help: "declare.proof",
      inputs: { month: oneMonth },
      shows: { id: "month" },
      load: () => import("./proof.ts"),
    }),
    command({
      name: "history",
      help: "declare.history",
      inputs: { month: oneMonth },
      shows: { list: "versions", id: "version" },
      load: () => import("./history.ts"),
    }),
    command({
      name: "restore",
      help: "declare.restore",
      inputs: { month: oneMonth, version: value("<version>", "declare.version", version) },
      shows: { id: "month" },
      load: () => import("./restore.ts"),
    }),
    command({
      name: "withdraw",
      help: "declare.withdraw",
      inputs: { month: oneMonth },
      shows: { id: "month" },
      load: () => import("./withdraw.ts"),
    }),
    command({
      name: "get",
      help: "declare.get",
      inputs: { month: oneMonth, pdf: mandatory(text("--pdf [file]", "declare.pdf")) },
      shows: { id: "month" },
      load: () => import("./get.ts"),
    }),
    command({
      name: "mark",
      help: "declare.mark",
      inputs: {
        month: oneMonth,
        what: choice("<what>", "declare.markWhat", MARKS),
        file: text("--file <file>", "declare.markFile"),
        reason: text("--reason <text>", "declare.markReason"),
        on: day("--on <day>", "declare.markOn"),
      },
      shows: { id: "month" },
      load: () => import("./mark.ts"),
    }),
    command({
      name: "resend",
      help: "declare.resend",
      inputs: { month: oneMonth },
      shows: { id: "month" },
      load: () => import("./resend.ts"),
    }),
    command({
      name: "send-client",
      help: "declare.sendClient",
      inputs: {
        month: oneMonth,
        for: text("--for <mission>", "declare.clientMission"),
        to: value("--to <address>", "declare.clientTo", readAddress),
      },
      shows: { id: "month" },
      load: () => import("./send-client.ts"),
    }),
    command({
      name: "match",
      help: "declare.matches",
      inputs: { rule: text("[rule]", "declare.match"), forget: text("--forget <word>", "declare.forget") },
      shows: { list: "matches", id: "pattern" },
      load: () => import("./match.ts"),
    }),
  ],
});
