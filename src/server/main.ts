import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { clockFrom } from "../domain/clock.ts";
import { toldOnce } from "../domain/told-once.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { workerIn } from "../files/workers.ts";
import { type Catalogue, catalogueOf } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { helpWords, usageFailure } from "../i18n/commander.ts";
import { indented, jsonText, printable } from "../i18n/printable.ts";
import { tell } from "../i18n/tell.ts";
import { adminCommands } from "./operator/admin/commands.ts";
import { type Desk, operatorCommands } from "./operator/commands.ts";
import { backupCommands } from "./program/backup-commands.ts";
import { serverCommands } from "./program/server-commands.ts";
import type { PackageFiles } from "./serve.ts";

/** The package that runs: its version and its folder. */
interface Package {
  readonly version: string;
  readonly packageFolder: string;
}

/** Runs `porte-company`: argv in, exit code out. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv, own: Package): Promise<number> {
  const say = await catalogueOf(chooseLang(undefined, env));
  const now = clockFrom(env.PORTE_NOW);
  const json = argv.includes("--json");
  const show = (answer: object, lines: readonly string[]) => {
    process.stdout.write(json ? `${jsonText(answer)}\n` : wordsOf(lines));
  };
  /** With --json stderr keeps one document too, where something fails: what it says is in its facts. */
  const tell = (lines: readonly string[]) => {
    if (json) return;
    process.stderr.write(wordsOf(lines));
  };
  const onNewer = toldOnce((version) => tell([`${say.warning} ${say.newerContract(version)}`]));
  const isAsked = !json && process.stdin.isTTY === true && process.stderr.isTTY === true;
  const confirm = isAsked ? (question: string) => confirmed(question, say) : null;
  try {
    const worker = workerIn(own.packageFolder);
    await program({ say, env, now, agent: agentOf(own), onNewer, show, tell, confirm, worker }, own).parseAsync(
      [...argv],
      { from: "user" },
    );
    return 0;
  } catch (failure) {
    if (!(failure instanceof CommanderError)) return report(failure, say, json);
    const usage = usageFailure(failure, "porte-company", argv);
    if (usage !== null) return report(usage, say, json);
    return failure.exitCode === 0 ? 0 : 2;
  }
}

/** Lines as a terminal shows them and does not obey. */
function wordsOf(lines: readonly string[]): string {
  return printable(lines.map((line) => `${line}\n`).join(""));
}

function agentOf({ version }: Package): string {
  return `porte-company/${version} (node ${process.versions.node}; ${process.platform})`;
}

/** Asks for a yes on stderr, so that stdout keeps the answer alone. */
async function confirmed(question: string, { words }: Catalogue): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = (await lines.question(printable(`${question} (${words.yes}/${words.no}) `))).trim().toLowerCase();
    return typed !== "" && words.yes.toLowerCase().startsWith(typed);
  } finally {
    lines.close();
  }
}

function report(failure: unknown, { failures, failure: words }: Catalogue, json: boolean): number {
  if (!(failure instanceof PorteError)) {
    process.stderr.write(wordsOf([words.bug, String(failure instanceof Error ? failure.stack : failure)]));
    return 1;
  }
  const told = tell(failures, failure);
  const error = { code: failure.code, message: told.what, hint: told.hint ?? null, details: failure.facts };
  process.stderr.write(
    json
      ? `${jsonText({ error })}\n`
      : wordsOf([`${words.title} ${indented(told.what)}`, `  ${words.arrow} ${told.hint ?? ""}`]),
  );
  return exitCodeOf(failure);
}

function filesIn({ version, packageFolder }: Package): PackageFiles {
  return {
    version,
    prepared: join(packageFolder, "dist", "prepared-database.tar.gz"),
    contract: join(packageFolder, "dist", "contract.json"),
    templates: join(packageFolder, "templates"),
    worker: workerIn(packageFolder),
  };
}

/** The command line of `porte-company`, with all that its words may be. */
export function program(desk: Desk, own: Package): Command {
  const { say } = desk;
  const { help } = say;
  const { options, about } = say.company;
  const company = new Command("porte-company")
    .description(about)
    .version(own.version, "-V, --version", help.global.version)
    .option("--json", options.json)
    .configureHelp(helpWords(say))
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
    .helpOption("-h, --help", help.global.help)
    .exitOverride();
  serverCommands(company, desk, filesIn(own));
  backupCommands(company, desk);
  operatorCommands(company, desk);
  adminCommands(company, desk);
  for (const group of company.commands) {
    group.helpCommand(false);
    for (const command of group.commands) command.option("--json", options.json);
  }
  return company;
}
