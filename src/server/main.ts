import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { clockFrom } from "../domain/clock.ts";
import { exitCodeOf } from "../domain/exit-codes.ts";
import { parseCount } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { type Catalogue, catalogueOf } from "../i18n/catalogue.ts";
import { chooseLang } from "../i18n/choose.ts";
import { helpWords, usageFailure } from "../i18n/commander.ts";
import { tell } from "../i18n/tell.ts";
import { lawFilesOf } from "./law.ts";
import { type Desk, operatorCommands } from "./operator/commands.ts";
import type { PackageFiles, Running, ServeOptions } from "./serve.ts";

/** The package that runs: its version and its folder. */
interface Package {
  readonly version: string;
  readonly packageFolder: string;
}

interface CommonOptions {
  readonly json?: boolean;
}

/** Runs `porte-company`: argv in, exit code out. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv, own: Package): Promise<number> {
  const say = await catalogueOf(chooseLang(undefined, env));
  const now = clockFrom(env.PORTE_NOW);
  const json = argv.includes("--json");
  const show = (answer: object, lines: readonly string[]) => {
    process.stdout.write(json ? `${JSON.stringify(answer)}\n` : lines.map((line) => `${line}\n`).join(""));
  };
  try {
    await program({ say, env, now, show }, own).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (failure) {
    if (!(failure instanceof CommanderError)) return report(failure, say, json);
    const usage = usageFailure(failure, "porte-company", argv);
    if (usage !== null) return report(usage, say, json);
    return failure.exitCode === 0 ? 0 : 2;
  }
}

function report(failure: unknown, { failures, failure: words }: Catalogue, json: boolean): number {
  if (!(failure instanceof PorteError)) {
    process.stderr.write(`${words.bug}\n${failure instanceof Error ? failure.stack : failure}\n`);
    return 1;
  }
  const told = tell(failures, failure);
  const error = { code: failure.code, message: told.what, hint: told.hint ?? null, details: failure.facts };
  process.stderr.write(
    json ? `${JSON.stringify({ error })}\n` : `${words.title} ${told.what}\n  ${words.arrow} ${told.hint ?? ""}\n`,
  );
  return exitCodeOf(failure);
}

function filesIn(packageFolder: string): PackageFiles {
  return {
    prepared: join(packageFolder, "dist", "prepared-database.tar.gz"),
    contract: join(packageFolder, "dist", "contract.json"),
    templates: join(packageFolder, "templates"),
  };
}

function program(desk: Desk, { version, packageFolder }: Package): Command {
  const files = filesIn(packageFolder);
  const { env, say } = desk;
  const { help } = say;
  const { summaries, options, about } = say.company;
  const company = new Command("porte-company")
    .description(about)
    .version(version, "-V, --version", help.global.version)
    .option("--json", options.json)
    .configureHelp(helpWords(say))
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
    .helpOption("-h, --help", help.global.help)
    .exitOverride();
  const stored = (command: Command) =>
    command
      .option("--data <folder>", options.data, ".porte-company")
      .option("--database <url>", options.database)
      .option("--json", options.json);
  stored(company.command("serve").description(summaries.serve))
    .option("--port <number>", options.port, (text) => parseCount(text, 0, 65_535), 8080)
    .option("--host <address>", options.host, "127.0.0.1")
    .option("--public-url <url>", options.publicUrl)
    .option("--demo", options.demo, false)
    .option("--log-level <level>", options.logLevel, "error")
    .option("--smtp <url>", options.smtp, env.PORTE_COMPANY_SMTP)
    .option("--mail-from <address>", options.mailFrom)
    .option("--receipts <place>", options.receipts, env.PORTE_COMPANY_RECEIPTS)
    .option("--law <file>", options.law, (file, before: readonly string[] = []) => [...before, file])
    .option("--code-lifetime <seconds>", options.codeLifetime, (text) => parseCount(text, 1, 3600), 600)
    .action((given: ServeOptions & CommonOptions) => runServer(desk, given, files));
  stored(company.command("migrate").description(summaries.migrate)).action(async (given: ServeOptions) => {
    const [{ openEmbedded, openPostgres }, { migrate }] = await Promise.all([
      import("./db/open.ts"),
      import("./db/migrate.ts"),
    ]);
    const db =
      given.database === undefined
        ? await openEmbedded(`${given.data}/database`, "")
        : await openPostgres(given.database);
    const names = await migrate(db);
    await db.destroy();
    desk.show({ migrated: names }, [desk.say.company.migrated(names)]);
  });
  stored(company.command("seed").description(summaries.seed)).action(async (given: ServeOptions) => {
    const [{ isEmpty, makeDeps, openDatabase }, { demoHashes, seedDemo }] = await Promise.all([
      import("./serve.ts"),
      import("./services/seed.ts"),
    ]);
    const db = await openDatabase(given, files);
    const deps = await makeDeps(db, given, files, { now: desk.now, url: "" });
    const access = (await isEmpty(db)) ? await seedDemo(deps, demoHashes()) : null;
    await db.destroy();
    desk.show(access ?? { seeded: false }, access === null ? [desk.say.company.notEmpty] : accessLines(desk, access));
  });
  operatorCommands(company, desk);
  for (const group of company.commands) for (const command of group.commands) command.option("--json", options.json);
  return company;
}

async function runServer(desk: Desk, given: ServeOptions, files: PackageFiles): Promise<void> {
  const [{ serve }, { receiptKey }] = await Promise.all([import("./serve.ts"), import("./receipt-store.ts")]);
  const key = receiptKey(desk.env.PORTE_COMPANY_RECEIPT_KEY);
  const { law = lawFilesOf(desk.env.PORTE_COMPANY_LAW) } = given;
  const running = await serve({ ...given, law, receiptKey: key, bucketKeys: desk.env }, files, desk.now);
  const { url, access } = running;
  desk.show({ url, ...access }, [desk.say.company.ready(url), ...(access === null ? [] : accessLines(desk, access))]);
  await stopped(running);
}

function accessLines({ say }: Desk, { operator, portes }: NonNullable<Running["access"]>): string[] {
  const { access } = say.company;
  return [
    access("odile", operator.email, operator.password, operator.token),
    ...portes.map(({ name, email, password, token }) => access(name, email, password, token)),
  ];
}

function stopped(running: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => running.stop().then(resolve, reject);
    process.once("SIGTERM", stop).once("SIGINT", stop);
  });
}
