import { type Command, Option } from "commander";
import { parseCount } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { API_RATE } from "../http/api-rate.ts";
import { LOG_LEVELS, takePlainWords, writeLine } from "../life/log.ts";
import type { PackageFiles, Running, ServeOptions } from "../serve.ts";
import type { ServerContext } from "./context.ts";
import { initCommand } from "./init.ts";
import { secretsOf, withSettings } from "./settings.ts";
import { stopSignals } from "./stop-signals.ts";

interface CommonOptions {
  readonly config?: string;
  readonly json?: boolean;
}

interface Stopping {
  /** How long it may take to end, in seconds. */
  readonly stopLimit: number;
}

/** Adds what runs the company itself: the server, its tables, its first content. */
export function serverCommands(company: Command, context: ServerContext, files: PackageFiles): void {
  const { env, say } = context;
  const { summaries, options } = say.company;
  const stored = (command: Command) =>
    withSettings(command, env, options.config)
      .option("--data <folder>", options.data, ".porte-company")
      .option("--database <url>", options.database)
      .option("--pooler", options.pooler, false)
      .option("--json", options.json);
  stored(company.command("serve").description(summaries.serve))
    .option("--port <number>", options.port, (text) => parseCount(text, 0, 65_535), 8080)
    .option("--host <address>", options.host, "127.0.0.1")
    .option("--public-url <url>", options.publicUrl, publicUrl)
    .option("--trust-proxy <proxies>", options.trustProxy)
    .option("--api-rate <number>", options.apiRate, (text) => parseCount(text, 0, 1_000_000), API_RATE)
    .option("--demo", options.demo, false)
    .addOption(new Option("--log-level <level>", options.logLevel).choices(LOG_LEVELS).default("error"))
    .option("--smtp <url>", options.smtp)
    .option("--mail-from <address>", options.mailFrom)
    .option("--receipts <place>", options.receipts)
    .option("--adopt-receipts", options.adoptReceipts, false)
    .option("--law <file>", options.law, (file, before: readonly string[] = []) => [...before, file])
    .option("--events-database <url>", options.eventsDatabase)
    .option("--code-lifetime <seconds>", options.codeLifetime, (text) => parseCount(text, 1, 3600), 600)
    .option("--database-limit <seconds>", options.databaseLimit, (text) => parseCount(text, 1, 600), 10)
    .option("--body-wait <seconds>", options.bodyWait, (text) => parseCount(text, 1, 600), 30)
    .option("--metrics", options.metrics, false)
    .option("--stop-limit <seconds>", options.stopLimit, (text) => parseCount(text, 1, 600), 10)
    .action((given: ServeOptions & Stopping & CommonOptions) => runServer(context, given, files));
  initCommand(company, context, files, stored);
  stored(company.command("migrate").description(summaries.migrate)).action(async (given: ServeOptions) => {
    const [{ openEmbedded, openPostgres }, { migrate }, { PATIENT }] = await Promise.all([
      import("../db/open.ts"),
      import("../db/migrate.ts"),
      import("../db/pool.ts"),
    ]);
    const db =
      given.database === undefined
        ? await openEmbedded(`${given.data}/database`, "")
        : await openPostgres(given.database, PATIENT, given.pooler);
    const names = await migrate(db).finally(() => db.destroy());
    context.show({ migrated: names }, [context.say.company.migrated(names)]);
  });
  stored(company.command("seed").description(summaries.seed)).action(async (given: ServeOptions) => {
    const [{ makeDeps, openDatabase }, { demoAccess }] = await Promise.all([
      import("../serve.ts"),
      import("../company/seed.ts"),
    ]);
    const db = await openDatabase(given, files);
    const seeding = makeDeps(db, given, files, { now: context.now, url: "" }).then((deps) => demoAccess(deps));
    const access = await seeding.finally(() => db.destroy());
    context.show(
      access ?? { seeded: false },
      access === null ? [context.say.company.notEmpty] : accessLines(context, access),
    );
  });
}

async function runServer(
  context: ServerContext,
  given: ServeOptions & Stopping & CommonOptions,
  files: PackageFiles,
): Promise<void> {
  takePlainWords(given.logLevel);
  const stopping = stopSignals(given.stopLimit * 1000);
  const [{ serve }, { receiptKey }] = await Promise.all([import("../serve.ts"), import("../receipts/store.ts")]);
  const secrets = secretsOf(given, context.env);
  const { bucketKeyId: AWS_ACCESS_KEY_ID, bucketSecret: AWS_SECRET_ACCESS_KEY } = secrets;
  const bucketKeys = { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
  const key = receiptKey(secrets.receiptKey);
  const running = await serve({ ...given, receiptKey: key, bucketKeys }, files, context.now);
  const { url, access } = running;
  if (!stopping.isAsked())
    context.show({ url, ...access }, [
      context.say.company.ready(url),
      ...(access === null ? [] : accessLines(context, access)),
    ]);
  if (!given.demo && given.database === undefined) sayPlainly(context.say.company.embedded, given.json === true);
  const leftMs = await stopping.asked;
  stopping.end(await running.stop(leftMs()));
}

/** @throws {PorteError} `start.public_url` for what is no address of the web: every link and every login is made from it. */
function publicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new PorteError("start.public_url", { value });
  return value;
}

/** A sentence where a person reads it, a line of the log where a machine does. */
function sayPlainly(text: string, isJson: boolean): void {
  if (process.stderr.isTTY && !isJson) process.stderr.write(`${text}\n`);
  else writeLine("warn", text);
}

function accessLines({ say }: ServerContext, { operator, staff, portes }: NonNullable<Running["access"]>): string[] {
  const { access } = say.company;
  return [
    access("Odile Martin", operator.email, operator.password, operator.token),
    ...staff.map(({ name, email, password, token }) => access(name, email, password, token)),
    ...portes.map(({ name, email, password, token }) => access(name, email, password, token)),
  ];
}
