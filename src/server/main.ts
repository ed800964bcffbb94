import { join } from "node:path";
import type { Readable } from "node:stream";
import { Command, CommanderError, Option } from "commander";
import { commonOption, fill, type Start, understoodText } from "../cli/adapter.ts";
import type { Context, Environment } from "../cli/context.ts";
import { explainMistakes } from "../cli/explained.ts";
import { reportKnown } from "../cli/failure.ts";
import { type AskedAnswer, FORM_OPTIONS, glance, isShaped, parseLang } from "../cli/globals.ts";
import { helpOf } from "../cli/help-words.ts";
import { DESCRIPTORS, type Descriptors, writeTo, written } from "../cli/output.ts";
import { LAYOUT } from "../cli/usage.ts";
import { COMPANY_COMMANDS } from "../commands/company/commands.ts";
import { checkClock, clockFrom } from "../domain/clock.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { workerIn } from "../files/workers.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { helpWords } from "../i18n/commander.ts";
import { backupCommands } from "./program/backup-commands.ts";
import type { ServerContext } from "./program/context.ts";
import { serverCommands } from "./program/server-commands.ts";
import { openStaffContext, type StaffRun } from "./program/staff-context.ts";
import type { PackageFiles } from "./serve.ts";

/** The package that runs: its version and its folder. */
interface Package {
  readonly version: string;
  readonly packageFolder: string;
}

/** What a run is given by the process that it is in. */
interface Surroundings {
  readonly env: Environment;
  readonly stdin: () => Readable & { readonly isTTY?: boolean };
  readonly descriptors: Descriptors;
}

/** Runs `porte-company` in a process of its own: argv in, exit code out, once all that was said is written. */
export function main(argv: readonly string[], env: Environment, own: Package): Promise<number> {
  return runIn({ env, stdin: () => process.stdin, descriptors: DESCRIPTORS }, argv, own);
}

/** Runs `porte-company` once, where the process has more to do than this run. */
export async function runIn(surroundings: Surroundings, argv: readonly string[], own: Package): Promise<number> {
  writeTo(surroundings.descriptors);
  const code = await run(surroundings, argv, own);
  await written();
  return code;
}

async function run({ env, stdin }: Surroundings, argv: readonly string[], own: Package): Promise<number> {
  const { form, lang: asked } = glance(argv);
  const lang = chooseLang(asked, env);
  const say = await catalogueOf(lang);
  const now = clockFrom(env.PORTE_NOW);
  const context = await openStaffContext({ say, lang, env, form, ...own, now, stdin });
  const server: ServerContext = {
    ...context,
    env,
    now,
    show: (answer, lines) => {
      context.show(answer, () => lines.join("\n"));
      /** A company that serves has answered before its run is over. */
      context.answer();
    },
  };
  try {
    checkClock(env.PORTE_NOW);
    const company = program(server, own, async (command, input, { path, understood }) => {
      const asked: AskedAnswer = { ...company.opts(), ...input };
      if (isShaped(asked)) {
        const { rendererOf } = await import("../cli/rendering.ts");
        const render = await rendererOf(asked, { path, spec: command }, { ...own, program: "porte-company" });
        if (render !== null) context.renderBy(render);
      }
      for (const one of understood) context.note(understoodText(say, one));
      /** What is listed in `commands/company` takes nothing of the context but this. */
      await (await command.load?.())?.run(context as unknown as Context, input as never);
    });
    await company.parseAsync([...argv], { from: "user" });
    context.answer();
    return 0;
  } catch (failure) {
    if (!(failure instanceof CommanderError)) return report(context, failure);
    return failure.exitCode === 0 ? 0 : 2;
  }
}

function report(context: StaffRun, failure: unknown): number {
  if (failure instanceof PorteError) {
    reportKnown({ ...context, isVerbose: () => false }, failure);
    return exitCodeOf(failure);
  }
  /** What was answered before is written: a token that was made is shown once. */
  context.remarksOfFailure();
  context.writeError(`${context.say.failure.bug}\n${failure instanceof Error ? failure.stack : failure}`);
  return 1;
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
export function program(context: ServerContext, own: Package, start: Start): Command {
  const { say, today } = context;
  const { help } = say;
  const { options, about } = say.company;
  const company = new Command("porte-company")
    .description(about)
    .version(own.version, "-V, --version", help.global.version)
    .option("--json", options.json)
    .addOption(new Option("--lang <lang>", help.global.lang).argParser(parseLang).hideHelp())
    .configureHelp({ ...helpWords(say), ...LAYOUT })
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
    .helpOption("-h, --help", help.global.help);
  serverCommands(company, context, filesIn(own));
  backupCommands(company, context, filesIn(own));
  const words = { say, today, version: own.version };
  for (const option of FORM_OPTIONS) company.addOption(commonOption(option, words));
  for (const spec of COMPANY_COMMANDS) {
    const command = company.command(spec.name).description(helpOf(spec, say)).helpCommand(false);
    fill(command, spec, words, start);
    for (const sub of command.commands) {
      sub.option("--json", options.json);
      for (const option of FORM_OPTIONS) sub.addOption(commonOption(option, words));
    }
  }
  explainMistakes(company);
  return company;
}
