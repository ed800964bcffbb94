import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { poolerProgram, startPooler } from "../parts/pooler.ts";
import { lacks, NOW, serve } from "../parts/programs.ts";
import { type Pair, startPair } from "../parts/replication.ts";

const ROUNDS = Number(process.env.PORTE_FAILOVER_ROUNDS ?? 1);
const CLIENTS = 8;
/** How long each side of the failure lasts. */
const BEFORE_MS = ROUNDS === 1 ? 700 : 3_000;
const AFTER_MS = ROUNDS === 1 ? 500 : 3_000;
/** A request that is not answered by then is asked again, with its key. */
const PATIENCE_MS = 8_000;
const PAUSE_MS = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Company {
  readonly urls: readonly string[];
  readonly token: string;
  readonly email: string;
  stop(): Promise<void>;
}

/** Two servers of one company, behind the pooler. */
async function twoServers(database: string): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), "porte-two-"));
  const words = ["--pooler", "--api-rate", "0", "--database", database, "--data", folder];
  /** Both find an empty database, and one of them fills it. */
  const [first, second] = await Promise.all([serve(["--demo", ...words], NOW), serve(words, NOW)]);
  const { url, operator, portes } = JSON.parse(first.line);
  return {
    urls: [url, JSON.parse(second.line).url],
    token: operator.token,
    email: portes[0].email,
    stop: async () => {
      await Promise.all([first.stop(), second.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One payment of one euro with a key of its own, asked of one server after the other until one says that it is recorded. */
async function pay({ urls, token, email }: Company, key: string): Promise<{ id: string; tries: number }> {
  const body = {
    porteEmail: email,
    mission: "ACME",
    month: "2026-11",
    amountCents: 100,
    receivedOn: "2026-11-25",
    forceReason: "one of many",
  };
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${urls[tries % urls.length]}/v1/operator/payments`, {
      method: "POST",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
      body: JSON.stringify(body),
    })
      .then(async (found) => ({ status: found.status, body: await found.json() }))
      .catch(() => null);
    if (answer?.status === 201) return { id: (answer.body as { id: string }).id, tries };
    if (answer !== null) expect(answer.status).toBe(503);
    await pause(PAUSE_MS);
  }
}

/** Pays without a pause while the primary dies and the standby takes its place. */
async function failOver(company: Company, pair: Pair, leadTo: (port: number) => void) {
  const paid: { id: string; tries: number; startedAt: number; endedAt: number }[] = [];
  let isOver = false;
  const client = async (name: number) => {
    for (let count = 0; !isOver; count += 1) {
      const startedAt = performance.now();
      const answer = await pay(company, `failover-${name}-${count}-abcdefgh`);
      paid.push({ ...answer, startedAt, endedAt: performance.now() });
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, name) => client(name));
  await pause(BEFORE_MS);
  while (paid.length < CLIENTS) await pause(PAUSE_MS);
  const killedAt = performance.now();
  pair.primary.kill();
  await pair.standby.promote();
  leadTo(pair.standby.port);
  while (!paid.some(({ startedAt }) => startedAt > killedAt)) await pause(PAUSE_MS);
  await pause(AFTER_MS);
  isOver = true;
  await Promise.all(clients);
  const resumed = paid.filter(({ tries }) => tries > 1).map(({ endedAt }) => endedAt);
  const resumedAt = Math.min(
    ...resumed,
    ...paid.filter(({ startedAt }) => startedAt > killedAt).map((one) => one.endedAt),
  );
  return { paid, killedAt, resumedMs: resumedAt - killedAt, retried: paid.filter(({ tries }) => tries > 1).length };
}

describe.skipIf(lacks("PostgreSQL") || poolerProgram() === null)("two servers and a standby", () => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    "lose nothing that was acknowledged, and double nothing, when the primary is killed (%i)",
    async () => {
      const pair = (await startPair()) as Pair;
      const pooler = await startPooler(pair.primary.port);
      if (pooler === null) throw new Error("pgbouncer was here a moment ago");
      const company = await twoServers(pooler.address("postgres"));
      try {
        const { paid, killedAt, resumedMs, retried } = await failOver(company, pair, pooler.leadTo);

        const client = new pg.Client(`postgres://porte@127.0.0.1:${pair.standby.port}/postgres`);
        await client.connect();
        const { rows } = await client.query("select id from payments where amount_cents = 100");
        await client.end();
        const kept = rows.map(({ id }) => id).sort();
        expect(kept).toEqual(paid.map(({ id }) => id).sort());
        expect(paid.some(({ endedAt }) => endedAt < killedAt)).toBe(true);
        expect(paid.some(({ startedAt }) => startedAt > killedAt)).toBe(true);
        expect(resumedMs).toBeLessThan(30_000);
        console.log(
          `${paid.length} payments acknowledged, ${retried} of them asked again; 0 lost, 0 doubled; writes resumed after ${(resumedMs / 1000).toFixed(1)} s`,
        );
      } finally {
        await company.stop();
        await pooler.stop();
        await pair.stop();
      }
    },
  );
});
