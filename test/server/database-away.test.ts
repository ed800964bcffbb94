// slow: 25 s
import { execFileSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Postgres, startPostgres } from "../parts/postgres.ts";
import { lacks, NOW, startCompanyOn, type TestCompany } from "../parts/programs.ts";

const CLIENTS = 8;

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
}

describe.skipIf(lacks("PostgreSQL"))("a database that goes away under load", () => {
  let server: Postgres;
  let company: TestCompany;
  let written = 0;

  beforeAll(async () => {
    server = (await startPostgres()) as Postgres;
    company = await startCompanyOn(server.url, { PORTE_NOW: NOW });
  });
  afterAll(async () => {
    await company.stop();
    await server.stop();
  });

  /** A payment of one cent, with a key of its own. */
  const pay = async (key = `away-${process.pid}-${written++}-abcdefgh`): Promise<Answered> => {
    const answer = await fetch(`${company.url}/v1/operator/payments`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${company.operator.token}`,
        "idempotency-key": key,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        porteEmail: company.claire.email,
        mission: "ACME",
        month: "2026-11",
        amountCents: 100,
        receivedOn: "2026-11-25",
        forceReason: "one of many",
      }),
    });
    await answer.text();
    return { status: answer.status, retryAfter: answer.headers.get("retry-after") };
  };
  const read = async (path: string): Promise<Answered> => {
    const answer = await fetch(`${company.url}${path}`, {
      headers: { authorization: `Bearer ${company.claire.token}`, accept: "text/html,application/json" },
    });
    await answer.text();
    return { status: answer.status, retryAfter: answer.headers.get("retry-after") };
  };

  /** Reads and writes without a pause while something happens; each answer is kept. */
  const underLoad = async (happens: () => Promise<void>): Promise<Answered[]> => {
    const answers: Answered[] = [];
    let isOver = false;
    const client = async (index: number) => {
      while (!isOver) answers.push(await (index % 2 === 0 ? pay() : read("/v1/overview")));
    };
    const clients = Array.from({ length: CLIENTS }, (_, index) => client(index));
    await happens().finally(async () => {
      isOver = true;
      await Promise.allSettled(clients);
    });
    await Promise.all(clients);
    return answers;
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const expectPutOff = (answers: readonly Answered[]) => {
    for (const { status, retryAfter } of answers)
      if (status >= 300)
        expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
  };

  test("sessions that are ended in use cost a 503 each, and no life", async () => {
    const operator = new pg.Client({ connectionString: server.url, application_name: "operator" });
    await operator.connect();
    const answers = await underLoad(async () => {
      for (let round = 0; round < 20; round += 1) {
        await operator.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> 'operator'",
        );
        await pause(25);
      }
    });
    await operator.end();

    expect(answers.length).toBeGreaterThan(CLIENTS);
    expectPutOff(answers);
    expect((await pay()).status).toBe(201);
  });

  test("a server that stops at once and comes back is waited for by 503, and the same key then does it once", async () => {
    const key = `away-${process.pid}-restart-abcdefgh`;
    const answers = await underLoad(async () => {
      await pause(50);
      await server.stopAtOnce();
      for (const path of ["/v1/me", "/readyz", "/device", "/client/none"])
        expect({ path, ...(await read(path)) }).toEqual({ path, status: 503, retryAfter: expect.any(String) });
      for (const [path, form] of [
        ["/oauth/device", "client_id=porte-cli&scope=openid"],
        ["/oauth/token", "client_id=porte-cli&grant_type=refresh_token&refresh_token=none"],
      ] as const) {
        const answer = await fetch(`${company.url}${path}`, { method: "POST", body: new URLSearchParams(form) });
        expect({ path, status: answer.status, retryAfter: answer.headers.get("retry-after") }).toEqual({
          path,
          status: 503,
          retryAfter: expect.any(String),
        });
      }
      expect(await pay(key)).toEqual({ status: 503, retryAfter: expect.any(String) });
      expect((await fetch(`${company.url}/healthz`)).status).toBe(200);
      await server.startAgain();
    });

    expectPutOff(answers);
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    expect((await pay(key)).status).toBe(201);
    expect((await pay(key)).status).toBe(201);
    expect((await read("/readyz")).status).toBe(200);
  });

  test("a server that is frozen is said to be away within seconds", async () => {
    const pids = [server.pid(), ...childrenOf(server.pid())];
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    try {
      for (const path of ["/v1/me", "/readyz"]) expect((await read(path)).status).toBe(503);
    } finally {
      for (const pid of pids) process.kill(pid, "SIGCONT");
    }
    expect((await read("/v1/me")).status).toBe(200);
  });

  test("a write that waits for a lock too long is put off, and holds nobody else", async () => {
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await other.query("begin");
    await other.query("lock table payments in access exclusive mode");
    const waiting = pay();
    expect((await read("/v1/me")).status).toBe(200);
    expect(await waiting).toEqual({ status: 503, retryAfter: expect.any(String) });
    await other.query("rollback");
    await other.end();
    expect((await pay()).status).toBe(201);
  });
});

function childrenOf(pid: number): number[] {
  const listed = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return listed.trim().split(/\s+/).map(Number);
}
