import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { withoutEndSlashes } from "../domain/addresses.ts";
import { PorteError } from "../errors.ts";
import { FileWorkers, type WorkerFile } from "../files/workers.ts";
import { LEGISLATION, type Legislation } from "../payroll/legislation.ts";
import { giveCopies } from "./backup/give-copies.ts";
import { type DemoAccess, demoAccess } from "./company/seed.ts";
import { isCurrent, migrate } from "./db/migrate.ts";
import { openEmbedded, openPostgres, sessionsOf } from "./db/open.ts";
import { PATIENT, SERVING, type Sessions, servingWithin } from "./db/pool.ts";
import { writableFolder } from "./db/take-folder.ts";
import type { Db, Deps } from "./deps.ts";
import { trustedProxies } from "./http/trust-proxy.ts";
import { companyLaw } from "./law.ts";
import { type Gate, makeGate } from "./life/gate.ts";
import { isDatabaseWell } from "./life/health.ts";
import { startHousekeeping } from "./life/housekeeping.ts";
import { type Metrics, makeMetrics } from "./life/metrics.ts";
import { finishRequests } from "./life/stopping.ts";
import { type BucketKeys, bucketDisk, folderDisk } from "./receipts/disk.ts";
import { adoptStore } from "./receipts/place.ts";
import { receiptStore } from "./receipts/store.ts";

/** The package's own files that the server reads. */
export interface PackageFiles {
  readonly version: string;
  readonly prepared: string;
  /** The contract as JSON, as the build leaves it. */
  readonly contract: string;
  readonly templates: string;
  /** What reads the files that people send. */
  readonly worker: WorkerFile;
}

export interface ServeOptions {
  readonly data: string;
  readonly database?: string;
  /** Whether a pooler stands before the database, which gives each transaction another session. */
  readonly pooler?: boolean;
  /** The database's own address, where a pooler stands before it: notices of events are listened to there. */
  readonly eventsDatabase?: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly demo: boolean;
  readonly logLevel: string;
  /** How long the code of a login can be approved, in seconds. */
  readonly codeLifetime: number;
  /** Where mail leaves from; without it, no client is asked. */
  readonly smtp?: string;
  readonly mailFrom?: string;
  /** The key that receipts are sealed with, 32 bytes; without it they are kept as they are. */
  readonly receiptKey?: Buffer | null;
  /** The bucket that holds the receipts, `s3://…`; without it, a folder of the company's data. */
  readonly receipts?: string;
  readonly bucketKeys?: BucketKeys;
  /** Whether a store of receipts that another database had is taken over. */
  readonly adoptReceipts?: boolean;
  /** The proxies before the company: how many, or their addresses and networks. */
  readonly trustProxy?: string;
  /** How many requests a second one caller may make of the API; 0 for any number. */
  readonly apiRate: number;
  /** How long the database may take to answer, in seconds. */
  readonly databaseLimit: number;
  /** How long a request may bring nothing of its body, in seconds. */
  readonly bodyWait: number;
  /** Whether every machine may read the metrics. */
  readonly metrics: boolean;
  /** Files of law whose rows are added to those of this release. */
  readonly law?: readonly string[];
}

export interface Running {
  readonly url: string;
  /** The accesses of the demonstration; null for any other company. */
  readonly access: DemoAccess | null;
  /** Ends it within a time, and gives the number of requests that were cut. */
  stop(limitMs: number): Promise<number>;
}

/** Longer than balancers keep a line at rest: the one that ends it first must not be the one that is asked. */
const KEPT_LINE_MS = 75_000;

/** Opens the database that the options name, at the current schema. */
export async function openDatabase(
  given: Pick<ServeOptions, "data" | "database" | "pooler"> & { databaseLimit?: number },
  files: PackageFiles,
): Promise<Db> {
  const { data, database, databaseLimit, pooler = false } = given;
  if (database === undefined) return orDestroyed(await openEmbedded(join(data, "database"), files.prepared), migrate);
  const limits = databaseLimit === undefined ? SERVING : servingWithin(databaseLimit * 1000);
  return orDestroyed(await openPostgres(database, limits, pooler), async (db) => {
    if (await isCurrent(db)) return;
    const patient = await openPostgres(database, PATIENT, pooler);
    await migrate(patient).finally(() => patient.destroy());
  });
}

/** A database that is not brought to the current schema is not left open. */
async function orDestroyed(db: Db, work: (db: Db) => Promise<unknown>): Promise<Db> {
  try {
    await work(db);
    return db;
  } catch (failure) {
    await db.destroy();
    throw failure;
  }
}

/** Files are judged two at a time; who comes when so many wait is told to come again. */
const READING = { most: 2, maxWaiting: 32 };

/** Makes what the services work with. */
export async function makeDeps(
  db: Db,
  options: Pick<ServeOptions, "data" | "smtp" | "receipts" | "bucketKeys" | "adoptReceipts">,
  files: PackageFiles,
  context: { now: () => Date; url: string; receiptKey?: Buffer | null; law?: Legislation; isServing?: boolean },
): Promise<Deps> {
  const { receipts: place } = options;
  if (place === undefined) await writableFolder(join(options.data, "receipts"));
  const disk = await (place === undefined ? folderDisk(options.data) : bucketDisk(place, options.bucketKeys ?? {}));
  const { now } = context;
  if (context.isServing)
    await adoptStore(db, disk, {
      place: place ?? join(options.data, "receipts"),
      now,
      isTold: options.adoptReceipts === true,
    });
  const receipts = receiptStore(disk, context.receiptKey ?? null);
  const workers = new FileWorkers(files.worker, READING);
  const asksClients = options.smtp !== undefined;
  const { law = LEGISLATION } = context;
  return {
    db,
    receipts,
    workers,
    now,
    url: () => context.url,
    asksClients,
    law,
    templates: files.templates,
  };
}

/** Starts the company: it answers as soon as this returns. Where it cannot start, nothing of it goes on. */
export async function serve(options: ServeOptions, files: PackageFiles, now: () => Date): Promise<Running> {
  trustedProxies(options.trustProxy);
  const law = await companyLaw(options.law ?? []);
  /** The web part loads while the database opens. */
  const web = import("./app.ts");
  const metrics = makeMetrics(files.version);
  let sessions: () => Sessions | null = () => null;
  const gate = makeGate({
    bodyIdleMs: options.bodyWait * 1000,
    metrics: () => metrics.text({ sessions: sessions(), inFlight: gate.inFlight() }),
    showsMetrics: options.metrics,
  });
  const listening = createServer({ keepAliveTimeout: KEPT_LINE_MS }, gate.handle);
  await listen(listening, options);
  const opening = openDatabase(options, files).then((db) => {
    sessions = sessionsOf(db) ?? sessions;
    return db;
  });
  try {
    return await answering({ listening, gate, metrics, db: await opening, web, law }, options, files, now);
  } catch (failure) {
    listening.close();
    listening.closeAllConnections();
    await opening.then(
      (db) => db.destroy(),
      () => undefined,
    );
    throw failure;
  }
}

interface Opened {
  readonly listening: Server;
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly db: Db;
  readonly web: Promise<typeof import("./app.ts")>;
  readonly law: Legislation;
}

async function answering(
  { listening, gate, metrics, db, web, law }: Opened,
  options: ServeOptions,
  files: PackageFiles,
  now: () => Date,
): Promise<Running> {
  const { port } = listening.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  const url = withoutEndSlashes(options.publicUrl ?? `http://${host}:${port}`);
  const deps = await makeDeps(db, options, files, {
    now,
    url,
    receiptKey: options.receiptKey ?? null,
    law,
    isServing: true,
  });
  const access = options.demo ? await demoAccess(deps) : null;
  const { buildApp } = await web;
  const { app, answer, stopLasting } = await buildApp(deps, {
    contractFile: files.contract,
    logLevel: options.logLevel,
    codeSeconds: options.codeLifetime,
    trustProxy: trustedProxies(options.trustProxy),
    apiRate: options.apiRate,
    eventsDatabase: options.eventsDatabase,
    listening,
    watch: metrics.watch,
  });
  const stopMail = await mailOf(deps, options, (err) => app.log.warn({ err }, "a mail did not leave"));
  const stopCopies =
    options.database === undefined
      ? await giveCopies(db, options.data, (err) => app.log.warn({ err }, "no copy for a backup"))
      : null;
  const stopHousekeeping = startHousekeeping(deps, (job, err) => app.log.warn({ err, job }, "housekeeping"));
  await calm(app);
  gate.open(answer, () => isDatabaseWell(db));
  const stop = async (limitMs: number) => {
    /** Nothing of these is waited for before the requests are answered: one of them may wait for a run. */
    const ending = Promise.all([stopMail(), stopHousekeeping(), stopCopies?.()]);
    gate.close();
    void stopLasting();
    const cut = await finishRequests(listening, gate, limitMs);
    if (cut > 0) app.log.error({ requests: cut }, "requests were cut: the time to stop was over");
    await ending;
    await app.close();
    await deps.workers.close();
    await db.destroy();
    return cut;
  };
  return { url, access, stop };
}

/** A start holds the process for moments; one that is measured as overloaded by them would put its first requests off. */
const CALM_MOST_MS = 5_000;
const CALM_PAUSE_MS = 50;

/** Waits until the web part no longer takes the process for overloaded. */
async function calm(app: FastifyInstance): Promise<void> {
  for (let waitedMs = 0; app.isUnderPressure() && waitedMs < CALM_MOST_MS; waitedMs += CALM_PAUSE_MS)
    await new Promise((resolve) => setTimeout(resolve, CALM_PAUSE_MS));
}

async function mailOf(
  deps: Deps,
  { smtp, mailFrom }: ServeOptions,
  warn: (failure: unknown) => void,
): Promise<() => Promise<void>> {
  if (smtp === undefined) return async () => undefined;
  const { startMailer } = await import("./approval/mailer.ts");
  return startMailer(deps, { smtp, from: mailFrom ?? `porte@${new URL(deps.url()).hostname}` }, warn);
}

function listen(server: Server, { port, host }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(
        new PorteError("start.listen", { address: `${host}:${port}`, reason: cause.code ?? cause.message }, { cause }),
      );
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}
