// slow: 20 s
import { connect } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../parts/campaign.ts";
import { dumpOf, type OpenCompany, openCompany } from "../parts/company.ts";
import { fillCompany } from "../parts/filled.ts";
import { type Hostile, hostileRequest, type Known } from "../parts/hostile-requests.ts";
import { chancesOf } from "../parts/hostile-values.ts";
import { describeOnEach } from "../parts/programs.ts";
import { send } from "../parts/raw.ts";

/** 20 000 and more by `npm run check:hostile`; a short form of the same in each test run. */
const REQUESTS = Number(process.env.PORTE_HOSTILE_REQUESTS ?? 400);
const SEED = Number(process.env.PORTE_HOSTILE_SEED ?? 20_261_127);
const BATCH = 25;
/** One batch in so many is sent one by one, with a dump of the tables after each refusal. */
const WATCHED = 10;
/** What a process may grow by once it is warm, whatever is sent. */
const MAX_GROWTH_MB = 400;

const TIMEOUT_MS = 120_000 + REQUESTS * 100;

const megabytes = () => Math.round(process.memoryUsage().rss / 1_048_576);

describeOnEach(`${REQUESTS} hostile requests`, {}, (database) => {
  let company: OpenCompany;
  let known: Known;
  const seen = new Map<string, number>();
  const faults: string[] = [];
  let slowest = { ms: 0, what: "" };

  const chance = chancesOf(seeded(SEED));

  beforeAll(async () => {
    company = await openCompany(database);
    const { access } = company;
    const names = await fillCompany(company);
    known = {
      tokens: [access.operator.token, ...access.portes.map(({ token }) => token)],
      names: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, [value]])),
    };
  });
  afterAll(() => company.close());

  /** Sends one, and notes what no request may bring about: a fault, a line that closes, or no answer at all. */
  const ask = async (request: Hostile): Promise<number> => {
    const start = performance.now();
    const { status, text } = await send(company.url, request);
    const ms = Math.round(performance.now() - start);
    if (ms > slowest.ms) slowest = { ms, what: `${request.method} ${request.route} ${status}` };
    const cell = `${request.method} ${request.route} ${status}`;
    seen.set(cell, (seen.get(cell) ?? 0) + 1);
    const isFault = status >= 500 || status < 0 || (status === 0 && request.mayClose !== true);
    if (isFault)
      faults.push(
        `${cell} ${request.path} ${JSON.stringify(request.headers)} ${String(request.body).slice(0, 300)} → ${text.slice(0, 200)}`,
      );
    return status;
  };

  /** What a refused request must leave as it was: for the OAuth server's pages, all but its own records. */
  const dump = ({ path }: Hostile) => {
    const own = ["rate_limits", "sign_in_tries", ...(path.startsWith("/v1/") ? [] : ["oidc_records"])];
    return dumpOf(company.db, own);
  };

  const watched = async (requests: readonly Hostile[]): Promise<number> => {
    let refused = 0;
    for (const request of requests) {
      const before = await dump(request);
      if ((await ask(request)) < 400) continue;
      refused += 1;
      if ((await dump(request)) !== before)
        faults.push(`${request.method} ${request.path} was refused and changed a row`);
    }
    return refused;
  };

  test("are each answered and refused without a trace; memory stays, the ledger is right", {
    timeout: TIMEOUT_MS,
  }, async () => {
    let refused = 0;
    let warm = 0;
    const batches = Math.ceil(REQUESTS / BATCH);
    for (let batch = 0; batch < batches; batch += 1) {
      const requests = Array.from({ length: BATCH }, () => hostileRequest(known, chance));
      if (batch % WATCHED === 0) refused += await watched(requests);
      else await Promise.all(requests.map(ask));
      if (batch === Math.floor(batches * 0.4)) warm = megabytes();
    }
    const last = megabytes();
    console.info(
      `${database}, seed ${SEED}: ${batches * BATCH} requests, ${seen.size} kinds of method, route and status, ` +
        `${figures(seen)}; ${refused} refusals with a dump around each; ${warm} MB at 40 %, ${last} MB at the end; the slowest answer ${slowest.ms} ms (${slowest.what})`,
    );
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(last - warm).toBeLessThan(MAX_GROWTH_MB);
    await expectRightLedger(company);
  });

  test("that end in the middle leave the company answering", async () => {
    const [token = ""] = known.tokens;
    const head = `POST /v1/receipts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\nidempotency-key: cut-cut-cut-cut-cut\r\n`;
    const lines = [
      "GET /v1/me",
      "GET /v1/me HTTP/1.1\r\nhost: x\r\n",
      `${head}content-type: multipart/form-data; boundary=x\r\ncontent-length: 5000\r\n\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n%PDF`,
      `${head}content-type: multipart/form-data; boundary=x\r\ntransfer-encoding: chunked\r\n\r\n5\r\n--x\r\n`,
      `${head.replace("receipts", "expenses")}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"date":`,
      `${head}content-length: 5\r\ncontent-length: 6\r\n\r\nhello`,
      `${head}content-length: -1\r\n\r\n`,
      `${head}transfer-encoding: chunked\r\ncontent-length: 3\r\n\r\nabc`,
      "\0\0\0\0\r\n\r\n",
    ];
    const before = await dumpOf(company.db);
    for (let round = 0; round < Math.max(2, REQUESTS / 1_000); round += 1)
      await Promise.all(lines.map((line) => sendAndCut(company.url, line)));
    const { status } = await send(company.url, { method: "GET", path: "/v1/service" });
    expect(status).toBe(200);
    expect(await dumpOf(company.db)).toBe(before);
  });
});

/** How many answers of each hundred. */
function figures(seen: ReadonlyMap<string, number>): string {
  const by = new Map<string, number>();
  for (const [cell, times] of seen) {
    const status = cell.split(" ").at(-1) ?? "";
    by.set(status, (by.get(status) ?? 0) + times);
  }
  return [...by]
    .sort()
    .map(([status, times]) => `${status}: ${times}`)
    .join(", ");
}

/** Sends the beginning of a request and hangs up. */
function sendAndCut(url: string, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const line = connect(Number(port), hostname, () => line.write(text, () => setTimeout(() => line.destroy(), 20)));
    line.once("error", () => undefined);
    line.once("close", () => resolve());
  });
}

/** Every payment is in the ledger with its fee, and every balance is the sum of its entries. */
async function expectRightLedger({ url, db, access }: OpenCompany): Promise<void> {
  const { rows } = await sql<Record<string, string>>`select
    (select coalesce(sum(amount_cents), 0) from payments)::text as paid,
    (select coalesce(sum(amount_cents), 0) from account_entries where kind = 'client-payment')::text as booked,
    (select coalesce(sum(fee_cents), 0) from payments)::text as fees,
    (select -coalesce(sum(amount_cents), 0) from account_entries where kind = 'management-fee')::text as taken`.execute(
    db,
  );
  const [sums = {}] = rows;
  expect([sums.booked, sums.taken]).toEqual([sums.paid, sums.fees]);
  for (const { email, token } of access.portes) {
    const headers = { authorization: `Bearer ${token}` };
    const { text } = await send(url, { method: "GET", path: "/v1/account", headers });
    const { rows: held } = await sql<{
      sum: string;
    }>`select coalesce(sum(amount_cents), 0)::text as sum from account_entries
      join people on people.id = person_id where email = ${email}`.execute(db);
    expect([email, JSON.parse(text).balanceCents]).toEqual([email, Number(held[0]?.sum)]);
  }
}
