// slow: 20 s
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { freePort, newDatabase } from "../parts/postgres.ts";
import { COMPANY, describeOnEach, NOW, OWN } from "../parts/programs.ts";

interface Started {
  readonly url: string;
  /** The first line that it says, once it is ready. */
  readonly ready: Promise<string>;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
}

/** Starts a company on a port that is known before it answers. */
async function start(...words: string[]): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [...COMPANY, "serve", "--json", "--port", String(port), ...words], {
    env: { ...OWN, PORTE_NOW: NOW },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  return {
    url: `http://127.0.0.1:${port}`,
    ready: new Promise((resolve) => child.stdout.once("data", (line: Buffer) => resolve(String(line)))),
    ended: new Promise((resolve) => child.once("exit", (code) => resolve(code))),
    said: () => said,
    kill: (signal) => child.kill(signal),
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** Asks on a line of its own, or on those of an agent; a line that is cut or refused is its code. */
function ask(url: string, options: { agent?: Agent; method?: string; headers?: object; body?: string } = {}) {
  const { agent, method = "GET", headers = {}, body } = options;
  return new Promise<Answer | string>((resolve) => {
    const question = request(url, { agent, method, headers: { ...headers } }, (answer) => {
      answer
        .resume()
        .once("end", () => resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] }));
      answer.once("error", (failure: NodeJS.ErrnoException) => resolve(failure.code ?? failure.message));
    });
    question.setTimeout(30_000, () => question.destroy(new Error("never answered")));
    question.once("error", (failure: NodeJS.ErrnoException) => resolve(failure.code ?? failure.message));
    question.end(body);
  });
}

describeOnEach("a company that starts and stops", {}, (database) => {
  const folder = mkdtempSync(join(tmpdir(), "porte-life-"));
  let stored: string[];
  let token: string;
  beforeAll(async () => {
    const address = database === "PostgreSQL" ? ["--database", await newDatabase(inject("postgres"))] : [];
    stored = ["--data", folder, "--demo", ...address];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("answers from the first moment of its port: alive, not ready, put off; then ready", async () => {
    const company = await start(...stored);
    const seen = new Map<string, Set<unknown>>([
      ["/healthz", new Set()],
      ["/readyz", new Set()],
      ["/v1/service", new Set()],
    ]);
    let isReady = false;
    const ready = company.ready.then(() => {
      isReady = true;
    });
    const client = async (path: string, answers: Set<unknown>) => {
      while (!isReady) {
        const answer = await ask(`${company.url}${path}`);
        answers.add(typeof answer === "string" ? answer : answer.status);
        if (typeof answer !== "string" && answer.status === 503) expect(answer.retryAfter).toMatch(/^\d+$/);
      }
    };
    await Promise.all([...seen].flatMap(([path, answers]) => [client(path, answers), client(path, answers)]));
    token = JSON.parse(await company.ready).operator.token;
    await ready;
    const after = await Promise.all(["/healthz", "/readyz"].map((path) => ask(`${company.url}${path}`)));
    company.kill("SIGTERM");

    expect(await company.ended).toBe(0);
    expect(after).toEqual([200, 200].map((status) => ({ status, retryAfter: undefined })));
    const heard = [...seen].map(([path, answers]) => [path, [...answers].filter((one) => one !== "ECONNREFUSED")]);
    expect(heard).toEqual([
      ["/healthz", [200]],
      ["/readyz", expect.arrayContaining([503])],
      ["/v1/service", expect.arrayContaining([503])],
    ]);
  });

  test("SIGTERM answers what is in flight, and cuts nothing", async () => {
    const company = await start(...stored);
    await company.ready;
    const agent = new Agent({ keepAlive: true });
    const answers: (Answer | string)[] = [];
    let sent = 0;
    let isStopping = false;
    const client = async () => {
      for (let last: Answer | string = ""; !isStopping || (typeof last !== "string" && last.status === 201); ) {
        last = await ask(`${company.url}/v1/operator/payments`, {
          agent,
          method: "POST",
          headers: {
            authorization: `Bearer ${token}`,
            "idempotency-key": `stop-${process.pid}-${sent++}-abcdefgh`,
            "content-type": "application/json",
          },
          body: JSON.stringify({
            porteEmail: "claire@porte.example",
            mission: "ACME",
            month: "2026-11",
            amountCents: 100,
            receivedOn: "2026-11-25",
            forceReason: "one of many",
          }),
        });
        answers.push(last);
      }
    };
    const clients = Array.from({ length: 12 }, client);
    while (answers.length < 30) await new Promise((resolve) => setTimeout(resolve, 5));
    isStopping = true;
    company.kill("SIGTERM");
    await Promise.all(clients);
    agent.destroy();

    expect(await company.ended).toBe(0);
    const kinds = new Set(answers.map((answer) => (typeof answer === "string" ? answer : answer.status)));
    kinds.delete("ECONNREFUSED");
    expect([...kinds].sort()).toEqual([201, 503]);
  });
});
