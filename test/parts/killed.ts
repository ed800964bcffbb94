import { spawn } from "node:child_process";
import { request } from "node:http";
import { freePort } from "./postgres.ts";
import { COMPANY, NOW, OWN } from "./programs.ts";

/** After this an answer is one that never comes. */
const NEVER_MS = 60_000;

/** A company's process that may be ended at any moment. */
export interface Process {
  readonly url: string;
  readonly line: Promise<string | null>;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
}

/** Starts a company on a port of its own; null for the line of one that ends before it is ready. */
export async function launch(stored: readonly string[]): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [...COMPANY, "serve", "--demo", "--json", "--port", String(port), ...stored], {
    env: { ...OWN, PORTE_NOW: NOW },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const line = new Promise<string | null>((resolve) => {
    child.stdout.once("data", (text: Buffer) => resolve(String(text)));
    void ended.then(() => resolve(null));
  });
  return { url: `http://127.0.0.1:${port}`, line, ended, said: () => said, kill: (signal) => child.kill(signal) };
}

interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** The client goes away after this, without an answer. */
  readonly patienceMs?: number;
}

export interface Answer {
  /** 0 where there was none. */
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  /** Why there was none. */
  readonly why: string;
}

/** Asks on a line of its own. */
export function ask(url: string, { method = "GET", path, headers = {}, body, patienceMs }: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const none = (why: string) => resolve({ status: 0, text: "", bytes: Buffer.alloc(0), why });
    const asked = request(`${url}${path}`, { method, headers, agent: false }, (answer) => {
      answer.on("data", (chunk: Buffer) => chunks.push(chunk)).once("error", () => none("cut"));
      answer.once("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, text: bytes.toString("utf8"), bytes, why: "" });
      });
    });
    const isImpatient = patienceMs !== undefined;
    const timer = setTimeout(() => {
      none(isImpatient ? "impatient" : "never");
      asked.destroy();
    }, patienceMs ?? NEVER_MS);
    asked.once("close", () => clearTimeout(timer));
    asked.once("error", (failure: NodeJS.ErrnoException) => none(failure.code ?? failure.message));
    asked.end(body);
  });
}
