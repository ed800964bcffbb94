// slow: 25 s
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { seeded } from "../parts/campaign.ts";
import { type Answer, ask, launch } from "../parts/killed.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnEach, RECEIPT } from "../parts/programs.ts";

/** How many starts and kills there are on each database; `npm run check:crash` makes all of them. */
const STARTS = Number(process.env.PORTE_STARTS ?? 2);
const KILLS = Number(process.env.PORTE_KILLS ?? 1);
const SEED = Number(process.env.PORTE_CRASH_SEED ?? 20_261_127);
const IMPATIENT_CLIENTS = 24;
const WRITERS = 6;
/** The next kill comes once so many writes were answered, at most. */
const MAX_BETWEEN_KILLS = 30;
const TIMEOUT = { timeout: 7_200_000 };

const PDF = readFileSync(RECEIPT);
const random = seeded(SEED);

const PATHS = ["/healthz", "/readyz", "/v1/service", "/v1/me", "/device", "/"] as const;

/** What a client asks; one in three goes away before it is answered. */
function questionOf(index: number): { path: string; patienceMs?: number } {
  const path = PATHS[index % PATHS.length] as string;
  return index % 3 === 0 ? { path, patienceMs: 1 + random() * 150 } : { path };
}

describeOnEach("a company that is killed and started again", {}, (database) => {
  const folder = mkdtempSync(join(tmpdir(), "porte-crash-"));
  let stored: string[];
  beforeAll(async () => {
    const address = database === "PostgreSQL" ? ["--database", await newDatabase(inject("postgres"))] : [];
    stored = ["--data", folder, ...address];
    const first = await launch(stored);
    const access = JSON.parse((await first.line) ?? "{}");
    operator = access.operator.token;
    claire = access.portes[0].token;
    first.kill("SIGKILL");
    await first.ended;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let operator: string;
  let claire: string;

  test(`${STARTS} starts under ${IMPATIENT_CLIENTS} clients that do not wait for it`, TIMEOUT, async () => {
    const seen = new Map<string, number>();
    let crashes = 0;
    let asked = 0;
    for (let start = 0; start < STARTS; start += 1) {
      const company = await launch(stored);
      let isReady = false;
      const client = async (index: number) => {
        while (!isReady) {
          const { status, why } = await ask(company.url, questionOf(index));
          asked += 1;
          const kind = why || String(status);
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
          await pause(20);
        }
      };
      const clients = Array.from({ length: IMPATIENT_CLIENTS }, (_, index) => client(index));
      if ((await company.line) === null) crashes += 1;
      isReady = true;
      await Promise.all(clients);
      company.kill(start % 2 === 0 ? "SIGTERM" : "SIGKILL");
      if (![0, null].includes(await company.ended)) crashes += 1;
    }
    const unanswered = ["never", "cut", "ECONNRESET", "EPIPE"].reduce((sum, kind) => sum + (seen.get(kind) ?? 0), 0);
    console.log(
      `starts on ${database}: ${STARTS}, ${asked} requests meanwhile (${[...seen].map(([kind, count]) => `${kind}: ${count}`).join(", ")}); crashes: ${crashes}; unanswered: ${unanswered}`,
    );

    expect({ crashes, unanswered }).toEqual({ crashes: 0, unanswered: 0 });
    expect(seen.get("503") ?? 0).toBeGreaterThan(0);
  });

  interface Written {
    readonly key: string;
    readonly cents: number;
    /** A receipt of its own, or a payment where there is none. */
    readonly receipt: Buffer | null;
    readonly answer: Answer;
  }

  const upload = (url: string, key: string, receipt: Buffer) => {
    const parts = `--x\r\ncontent-disposition: form-data; name="file"; filename="r.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    return ask(url, {
      method: "POST",
      path: "/v1/receipts",
      headers: {
        authorization: `Bearer ${claire}`,
        "idempotency-key": key,
        "content-type": "multipart/form-data; boundary=x",
      },
      body: Buffer.concat([Buffer.from(parts), receipt, Buffer.from("\r\n--x--\r\n")]),
    });
  };
  const write = (url: string, { key, cents, receipt }: Omit<Written, "answer">) =>
    receipt === null ? pay(url, key, cents) : upload(url, key, receipt);
  /** A receipt that no other is, of some size: what a kill tears must take a while to write. */
  const receiptOf = (key: string) =>
    Buffer.concat([
      PDF,
      Buffer.from(`\n% ${key} ${createHash("sha256").update(key).digest("hex").repeat(4_000)}\n%%EOF\n`),
    ]);

  /** How many receipts are not what was sent. */
  const tornOf = async (url: string, written: readonly Written[], ids: readonly string[]) => {
    let torn = 0;
    for (const [index, { receipt }] of written.entries()) {
      if (receipt === null) continue;
      const { bytes } = await ask(url, {
        path: `/v1/receipts/${ids[index]}/content`,
        headers: { authorization: `Bearer ${claire}` },
      });
      if (!bytes.equals(receipt)) torn += 1;
    }
    return torn;
  };

  const pay = (url: string, key: string, cents: number) =>
    ask(url, {
      method: "POST",
      path: "/v1/operator/payments",
      headers: {
        authorization: `Bearer ${operator}`,
        "idempotency-key": key,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        porteEmail: "claire@porte.example",
        mission: "ACME",
        month: "2026-11",
        amountCents: cents,
        receivedOn: "2026-11-25",
        forceReason: "one of many",
      }),
    });

  test(
    `${KILLS} kills while it writes: what was acknowledged is there, and what is sent again is done once`,
    TIMEOUT,
    async () => {
      const written: Written[] = [];
      let company = await launch(stored);
      await company.line;
      let restartMs = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        let isKilled = false;
        const writer = async (index: number) => {
          for (let count = 0; !isKilled; count += 1) {
            const key = `crash-${SEED}-${kill}-${index}-${count}-abcdefgh`;
            /** Each sum stands for one payment: it is found again in the ledger by it. */
            const cents = 100_000 + written.length * 7 + index;
            const one = { key, cents, receipt: index === 0 ? receiptOf(key) : null };
            const answer = await write(company.url, one);
            written.push({ ...one, answer });
          }
        };
        const writers = Array.from({ length: WRITERS }, (_, index) => writer(index));
        const wanted = written.length + Math.ceil(random() * MAX_BETWEEN_KILLS);
        while (written.length < wanted) await pause(5);
        await pause(random() * 40);
        isKilled = true;
        company.kill("SIGKILL");
        await Promise.all([company.ended, ...writers]);
        const before = Date.now();
        company = await launch(stored);
        expect(await company.line, company.said()).not.toBeNull();
        restartMs = Math.max(restartMs, Date.now() - before);
      }
      const acknowledged = written.filter(({ answer }) => answer.status === 201);
      const unanswered = written.filter(({ answer }) => answer.status === 0);
      const refused = written.filter(({ answer }) => ![0, 201, 503].includes(answer.status));
      const again: Answer[] = [];
      for (const one of written) again.push(await write(company.url, one));
      const ids = again.map(({ text }) => JSON.parse(text).id);
      const lost = acknowledged.filter(
        ({ key, answer }) => ids[written.findIndex((one) => one.key === key)] !== JSON.parse(answer.text).id,
      );
      const headers = { authorization: `Bearer ${claire}` };
      const account = JSON.parse((await ask(company.url, { path: "/v1/account?month=2026-11", headers })).text);
      const totals: { kind: string; amountCents: number }[] = account.totals;
      const paid = written.filter(({ receipt }) => receipt === null);
      const sumCents = paid.reduce((sum, { cents }) => sum + cents, 0);
      const bookedCents = totals.find(({ kind }) => kind === "client-payment")?.amountCents ?? 0;
      const balanceCents = totals.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const torn = await tornOf(company.url, written, ids);
      company.kill("SIGTERM");
      await company.ended;
      console.log(
        `kills on ${database}: ${KILLS}, seed ${SEED}, ${written.length} writes: ${acknowledged.length} acknowledged, ${unanswered.length} unanswered; lost: ${lost.length}; cents booked too many or too few: ${bookedCents - sumCents}; receipts: ${written.length - paid.length}, torn: ${torn}; slowest start after a kill: ${restartMs} ms`,
      );

      expect({ refused, lost, torn, bookedCents }).toEqual({ refused: [], lost: [], torn: 0, bookedCents: sumCents });
      expect(account.balanceCents).toBe(balanceCents);
      expect(again.every(({ status }) => status === 201)).toBe(true);
      expect(new Set(ids).size).toBe(written.length);
    },
  );
});
