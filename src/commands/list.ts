import { MOVEMENT_KINDS } from "../domain/local/filed.ts";
import { parseEuros } from "../domain/money.ts";
import { MONTH_STEPS } from "../domain/month-end.ts";
import {
  byDefault,
  type CommandSpec,
  choice,
  command,
  conflicting,
  day,
  flag,
  group,
  type HelpKey,
  hidden,
  month,
  refusal,
  repeated,
  text,
  value,
} from "./command.ts";
import { CONTRACTS } from "./contracts/commands.ts";
import { MISSIONS } from "./missions/commands.ts";
import { PROGRAM } from "./program/commands.ts";
import { FIRST_FACTS } from "./sheet/inputs.ts";

/** A word after `porte` that takes so many options that they are loaded when it is typed. */
export interface LazyCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly help: HelpKey;
  readonly describe: () => Promise<{ readonly described: CommandSpec }>;
}

const lawFile = text("<file>", "law.file");

/** What `porte` alone does; it has no word of its own. */
export const HOME = command({ name: "", help: "summaries.status", load: () => import("./program/home.ts") });

/** Every word that may follow `porte`, in the order of its help. */
export const COMMANDS: readonly (CommandSpec | LazyCommand)[] = [
  command({
    name: "init",
    aliases: ["initialiser"],
    help: "summaries.init",
    inputs: {
      ...FIRST_FACTS,
      payslip: text("--payslip <file>", "sheet.payslip"),
      from: text("--from <folder>", "sheet.from"),
      yes: flag("--yes", "sheet.yes"),
    },
    load: () => import("./init.ts"),
  }),
  command({
    name: "login",
    help: "summaries.login",
    inputs: {
      url: text("[url]", "login.url"),
      withToken: flag("--with-token", "login.withToken"),
      secretStore: byDefault(
        choice("--secret-store <place>", "login.secretStore", ["auto", "keyring", "file"]),
        "auto",
      ),
      browser: refusal("--no-browser", "login.noBrowser"),
      yes: flag("-y, --yes", "login.yes"),
    },
    shows: { id: "profile" },
    load: () => import("./login.ts"),
  }),
  command({
    name: "logout",
    help: "summaries.logout",
    inputs: { yes: flag("--yes", "logout.yes"), forget: flag("--forget", "logout.forget") },
    shows: { id: "profile" },
    load: () => import("./logout.ts"),
  }),
  command({ name: "whoami", help: "summaries.whoami", shows: { id: "profile" }, load: () => import("./whoami.ts") }),
  command({
    name: "status",
    help: "summaries.status",
    inputs: {
      check: flag("--check", "status.check"),
      watch: conflicting(flag("--watch", "status.watch"), "check"),
      ics: conflicting(text("--ics <file>", "status.ics"), "watch"),
    },
    load: () => import("./status.ts"),
  }),
  command({
    name: "remind",
    aliases: ["rappeler"],
    help: "summaries.remind",
    inputs: {
      notify: flag("--notify", "remind.notify"),
      print: flag("--print", "remind.print"),
      install: conflicting(flag("--install", "remind.install"), "print"),
      uninstall: conflicting(flag("--uninstall", "remind.uninstall"), "install"),
      quietHours: text("--quiet-hours <hours>", "remind.quietHours"),
    },
    load: () => import("./remind.ts"),
  }),
  {
    name: "company",
    aliases: ["société", "societe"],
    help: "summaries.company",
    describe: () => import("./sheet/commands.ts"),
  },
  {
    name: "declare",
    aliases: ["declarer", "déclarer"],
    help: "summaries.declare",
    describe: () => import("./declare/commands.ts"),
  },
  command({
    name: "month",
    aliases: ["mois"],
    help: "summaries.month",
    inputs: {
      month: month("[month]", "month.month"),
      skip: choice("--skip <step>", "month.skip", MONTH_STEPS),
      resume: choice("--resume <step>", "month.resume", MONTH_STEPS),
      unattended: flag("--unattended", "month.unattended"),
      untilHuman: hidden(flag("--until-human", "month.unattended")),
    },
    shows: { list: "steps", id: "step" },
    load: () => import("./month.ts"),
  }),
  {
    name: "expenses",
    aliases: ["frais"],
    help: "summaries.expenses",
    describe: () => import("./expenses/commands.ts"),
  },
  MISSIONS,
  CONTRACTS,
  group({
    name: "payslips",
    aliases: ["bulletins"],
    help: "summaries.payslips",
    commands: [
      command({
        name: "list",
        help: "payslips.list",
        isDefault: true,
        shows: { list: "payslips", id: "month" },
        load: () => import("./payslips/list.ts"),
      }),
      command({
        name: "get",
        help: "payslips.get",
        inputs: {
          month: month("[month]", "payslips.lastMonth"),
          pdf: text("--pdf [file]", "payslips.pdf"),
          model: choice("--model <year>", "payslips.model", ["2027"]),
        },
        shows: { id: "month" },
        load: () => import("./payslips/get.ts"),
      }),
      command({
        name: "open",
        help: "payslips.open",
        inputs: {
          month: month("[month]", "payslips.lastMonth"),
          printPath: flag("--print-path", "payslips.printPath"),
        },
        shows: { id: "month" },
        load: () => import("./payslips/open.ts"),
      }),
      command({
        name: "add",
        aliases: ["ajouter"],
        help: "payslips.add",
        inputs: {
          files: repeated(text("[files...]", "payslips.files")),
          from: text("--from <folder>", "payslips.from"),
          mail: text("--mail <file>", "payslips.mail"),
          month: month("--month <month>", "payslips.month"),
          net: value("--net <euros>", "payslips.net", (typed) => parseEuros(typed)),
          gross: value("--gross <euros>", "payslips.gross", (typed) => parseEuros(typed)),
          paidOn: day("--paid-on <day>", "payslips.paidOn"),
        },
        shows: { list: "added", id: "month" },
        load: () => import("./payslips/add.ts"),
      }),
      command({
        name: "verify",
        help: "payslips.verify",
        inputs: { file: text("<file>", "payslips.file"), key: text("--key <file>", "payslips.key") },
        load: () => import("./payslips/verify.ts"),
      }),
    ],
  }),
  group({
    name: "account",
    aliases: ["compte"],
    help: "summaries.account",
    commands: [
      command({
        name: "show",
        help: "account.show",
        isDefault: true,
        inputs: {
          month: month("[month]", "account.month"),
          all: flag("--all", "account.all"),
          explain: flag("--explain", "account.explain"),
        },
        shows: { list: "entries", id: "id", isLedger: true },
        load: () => import("./account/show.ts"),
      }),
      command({
        name: "track",
        aliases: ["suivi"],
        help: "account.track",
        inputs: { month: month("[month]", "account.trackMonth") },
        shows: { list: "parcels", id: "mission" },
        load: () => import("./account/track.ts"),
      }),
      command({
        name: "add",
        aliases: ["ajouter"],
        help: "account.add",
        inputs: {
          kind: choice("[kind]", "account.kind", MOVEMENT_KINDS),
          amount: value("[amount]", "account.amount", (typed) => parseEuros(typed)),
          on: day("--on <day>", "account.on"),
          month: month("--month <month>", "account.ofMonth"),
          label: text("--label <text>", "account.label"),
          statement: text("--statement <file>", "account.statement"),
        },
        shows: { list: "entries", id: "id" },
        load: () => import("./account/add.ts"),
      }),
      command({
        name: "remove",
        help: "account.remove",
        inputs: { id: text("<id>", "account.id") },
        shows: { list: "entries", id: "id" },
        load: () => import("./account/remove.ts"),
      }),
      command({
        name: "exposure",
        aliases: ["exposition"],
        help: "account.exposure",
        inputs: {
          threshold: value("--threshold <euros>", "account.threshold", (typed) => parseEuros(typed)),
          check: flag("--check", "account.check"),
        },
        shows: { list: "held", id: "kind" },
        load: () => import("./account/exposure.ts"),
      }),
    ],
  }),
  command({
    name: "sync",
    aliases: ["synchroniser"],
    help: "summaries.sync",
    shows: { list: "sent", id: "month", sheet: ["month", "state", "version", "turnover", "reason"] },
    load: () => import("./sync.ts"),
  }),
  command({
    name: "export",
    aliases: ["exporter"],
    help: "summaries.export",
    inputs: { folder: text("<folder>", "export.folder"), verify: flag("--verify", "export.verify") },
    load: () => import("./export.ts"),
  }),
  command({
    name: "undo",
    aliases: ["défaire", "defaire"],
    help: "summaries.undo",
    inputs: { list: flag("--list", "undo.list") },
    shows: { list: "acts", id: "about" },
    load: () => import("./undo.ts"),
  }),
  {
    name: "simulate",
    aliases: ["simuler"],
    help: "summaries.simulate",
    describe: () => import("./simulate/commands.ts"),
  },
  group({
    name: "law",
    aliases: ["loi"],
    help: "summaries.law",
    commands: [
      command({
        name: "show",
        help: "law.show",
        isDefault: true,
        inputs: { table: text("[table]", "law.table") },
        shows: { list: "tables", id: "name" },
        load: () => import("./law/show.ts"),
      }),
      command({
        name: "check",
        help: "law.check",
        inputs: { file: lawFile },
        shows: { id: "name" },
        load: () => import("./law/check.ts"),
      }),
      command({
        name: "add",
        help: "law.add",
        inputs: { file: lawFile, force: flag("--force", "law.force") },
        shows: { id: "name" },
        load: () => import("./law/add.ts"),
      }),
      command({
        name: "remove",
        help: "law.remove",
        inputs: { name: text("<name>", "law.name") },
        load: () => import("./law/remove.ts"),
      }),
      command({ name: "schema", help: "law.schema", load: () => import("./law/schema.ts") }),
    ],
  }),
  command({
    name: "demo",
    help: "summaries.demo",
    inputs: { keep: flag("--keep", "demo.keep") },
    load: () => import("./demo.ts"),
  }),
  ...PROGRAM,
];

/** Everything that is known of a word: loaded where it is described elsewhere. */
export async function describe(one: CommandSpec | LazyCommand): Promise<CommandSpec> {
  return "describe" in one ? (await one.describe()).described : one;
}
