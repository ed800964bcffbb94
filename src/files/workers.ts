import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { textInside } from "./inside.ts";
import type { Answer, Job, Question } from "./worker.ts";

/** Where the worker's program is. */
export type WorkerFile = string;

/** Gives the worker of a package. */
export function workerIn(packageFolder: string): WorkerFile {
  return join(packageFolder, "dist", "files", "worker.cjs");
}

/** A file that a library reads for longer than this, or with more than this, was made for that. */
const MAX_MS = 20_000;
const MAX_MEGABYTES = 384;
/** A worker at rest gives back its memory. */
const REST_MS = 30_000;

/** No worker is free, and enough wait already. */
class WorkersFull extends Error {
  override readonly name = "WorkersFull";
  /** What an HTTP server answers of it. */
  readonly statusCode = 503;
}

/** How many files are read at once, and how many wait; how long one may take, and how much memory. */
export interface WorkerLimits {
  readonly most: number;
  readonly maxWaiting: number;
  readonly maxMs?: number;
  readonly maxMegabytes?: number;
}

interface Waiting {
  readonly question: Question;
  resolve(answer: unknown): void;
  reject(failure: Error): void;
}

/** Reads files away from whoever asks, a few at a time: a file that is made to last, or to fill a memory, ends its worker alone. */
export class FileWorkers {
  private readonly file: WorkerFile;
  private readonly most: number;
  private readonly maxWaiting: number;
  private readonly maxMs: number;
  private readonly maxMegabytes: number;
  private readonly waiting: Waiting[] = [];
  private readonly idle: Worker[] = [];
  private busy = 0;

  constructor(
    file: WorkerFile,
    {
      most,
      maxWaiting: mostWaiting,
      maxMs: mostMs = MAX_MS,
      maxMegabytes: mostMegabytes = MAX_MEGABYTES,
    }: WorkerLimits,
  ) {
    this.file = file;
    this.maxMs = mostMs;
    this.maxMegabytes = mostMegabytes;
    this.most = most;
    this.maxWaiting = mostWaiting;
  }

  /**
   * Has a job done on the bytes of a file.
   * @returns null for a file that could not be read within the limits of time and memory, or at all.
   * @throws {WorkersFull}
   */
  ask<Name extends Job>(job: Name, bytes: Uint8Array): Promise<Answer<Name> | null> {
    if (this.busy >= this.most && this.waiting.length >= this.maxWaiting) return Promise.reject(new WorkersFull());
    return new Promise((resolve, reject) => {
      this.waiting.push({ question: { job, bytes }, resolve: resolve as Waiting["resolve"], reject });
      this.next();
    });
  }

  /** Ends the workers at rest; those that read end with what they read. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.busy >= this.most) return;
    const first = this.waiting.shift();
    if (first === undefined) return;
    this.busy += 1;
    this.work(first).then(first.resolve, first.reject);
  }

  private async work({ question }: Waiting): Promise<unknown> {
    try {
      const worker = this.idle.pop() ?? (await this.started());
      const answer = await answerOf(worker, question, this.maxMs);
      if (answer === undefined) void worker.terminate();
      else this.rest(worker);
      return answer ?? null;
    } finally {
      this.busy -= 1;
      this.next();
    }
  }

  private async started(): Promise<Worker> {
    const { Worker } = await import("node:worker_threads");
    /** It needs nothing of the environment, where the keys of the company are. */
    const resourceLimits = { maxOldGenerationSizeMb: this.maxMegabytes };
    const options = { resourceLimits, env: {}, execArgv: [], stdout: true, stderr: true };
    const inside = await textInside(this.file);
    const worker = inside === null ? new Worker(this.file, options) : new Worker(inside, { ...options, eval: true });
    /** One that ends at rest is no fault of the next file. */
    return worker.on("error", () => undefined).on("exit", () => this.leave(worker));
  }

  private rest(worker: Worker): void {
    worker.unref();
    this.idle.push(worker);
    setTimeout(() => this.leave(worker), REST_MS).unref();
  }

  /** Has a worker at rest end. */
  private leave(worker: Worker): void {
    const place = this.idle.indexOf(worker);
    if (place < 0) return;
    this.idle.splice(place, 1);
    void worker.terminate();
  }
}

/** Has one job done, by a worker that ends with it. */
export async function askOnce<Name extends Job>(
  file: WorkerFile,
  job: Name,
  bytes: Uint8Array,
): Promise<Answer<Name> | null> {
  const workers = new FileWorkers(file, { most: 1, maxWaiting: 1 });
  const answer = await workers.ask(job, bytes);
  await workers.close();
  return answer;
}

/** What a worker answers; undefined where it has ended, or would not. @throws where there is no such program. */
function answerOf(worker: Worker, question: Question, maxMs: number): Promise<unknown> {
  worker.ref();
  return new Promise((resolve, reject) => {
    const end = (answer: unknown) => {
      clearTimeout(limit);
      worker.off("message", answered).off("exit", ended).off("error", failed);
      resolve(answer);
    };
    const answered = ({ answer }: { answer: unknown }) => end(answer);
    const ended = () => end(undefined);
    const failed = (failure: NodeJS.ErrnoException) => {
      if (failure.code === "MODULE_NOT_FOUND") reject(failure);
      end(undefined);
    };
    const limit = setTimeout(ended, maxMs);
    worker.on("message", answered).on("exit", ended).on("error", failed);
    worker.postMessage(question);
  });
}
