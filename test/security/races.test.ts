// slow: 20 s
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenCompany, openCompany } from "../parts/company.ts";
import { fillCompany } from "../parts/filled.ts";
import { renew, Visitor } from "../parts/oauth.ts";
import { describeOnEach, RECEIPT } from "../parts/programs.ts";
import { newKey, type RawAnswer, send } from "../parts/raw.ts";

/** How many come at once: 100 and more by `npm run check:races`, a few in each test run. */
const CALLERS = Number(process.env.PORTE_RACE_CALLERS ?? 12);

const JSON_TYPE = { "content-type": "application/json" };

/** How many answers had each status. */
function counted(answers: readonly RawAnswer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describeOnEach(`${CALLERS} who come at once,`, {}, (database) => {
  let company: OpenCompany;
  let names: Record<string, string>;
  const figures: string[] = [];

  beforeAll(async () => {
    company = await openCompany(database);
    names = await fillCompany(company);
  });
  afterAll(async () => {
    console.info(`${database}, ${CALLERS} at once: ${figures.join("; ")}`);
    await company.close();
  });

  interface Write {
    readonly path: string;
    readonly method?: string;
    readonly token?: string;
    readonly key?: string;
    readonly json?: object;
    readonly headers?: Record<string, string>;
  }

  const staff = () => company.access.operator.token;
  const claire = () => company.access.portes[0]?.token ?? "";
  const write = ({ path, method = "POST", token = claire(), key = newKey(), json, headers = {} }: Write) => {
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const typed = json === undefined ? {} : JSON_TYPE;
    const given = { authorization: `Bearer ${token}`, "idempotency-key": key, ...typed, ...headers };
    return send(company.url, { method, path: `/v1${path}`, headers: given, ...body });
  };
  const read = (path: string, token = claire()) =>
    send(company.url, { method: "GET", path: `/v1${path}`, headers: { authorization: `Bearer ${token}` } });
  const atOnce = async (name: string, make: (at: number) => Promise<RawAnswer>): Promise<readonly RawAnswer[]> => {
    const answers = await Promise.all(Array.from({ length: CALLERS }, (_, at) => make(at)));
    figures.push(`${name} ${JSON.stringify(counted(answers)).replaceAll('"', "")}`);
    expect(answers.filter(({ status }) => status >= 500 || status < 100)).toEqual([]);
    return answers;
  };
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ n: string }>`select count(*)::text as n from ${sql.table(table)}`.execute(company.db);
    return Number(rows[0]?.n);
  };
  const etag = async () => String((await read("/activity-reports/2026-11")).headers.etag);
  const payment = (amountCents: number) => ({
    path: "/operator/payments",
    token: staff(),
    json: {
      porteEmail: "claire@porte.example",
      mission: "ACME",
      month: "2026-11",
      amountCents,
      receivedOn: "2026-11-25",
      forceReason: "one of many",
    },
  });
  const report = (...dates: string[]) => ({
    days: dates.map((date) => ({
      date,
      entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }],
    })),
    restDaysConfirmed: false,
  });

  test("with one key have one effect and one answer", async () => {
    const key = newKey();
    const answers = await atOnce("one key", () => write({ ...payment(100_000), key }));
    expect(counted(answers)).toEqual({ 201: CALLERS });
    expect(
      new Set(answers.map(({ text }) => JSON.stringify(JSON.parse(text), Object.keys(JSON.parse(text)).sort()))).size,
    ).toBe(1);
    expect(await count("payments")).toBe(1);
  });

  test("with one key and different bodies: one is done, the others are told", async () => {
    const key = newKey();
    const answers = await atOnce("one key, other bodies", (at) => write({ ...payment(1_000 + at), key }));
    expect(counted(answers)).toEqual({ 201: 1, 422: CALLERS - 1 });
  });

  test("with a payment each are all recorded, with the fee on them together", async () => {
    const before = await count("payments");
    expect(counted(await atOnce("payments", (at) => write(payment(10_001 + at))))).toEqual({ 201: CALLERS });
    expect(await count("payments")).toBe(before + CALLERS);
    const { rows } = await sql<{ paid: string; fees: string; booked: string }>`select sum(amount_cents)::text as paid,
      sum(fee_cents)::text as fees, (select sum(amount_cents) from account_entries)::text as booked from payments`.execute(
      company.db,
    );
    const [{ paid = "", fees = "", booked = "" } = {}] = rows;
    expect(Number(fees)).toBe(Math.floor((Number(paid) * 70_000 + 500_000) / 1_000_000));
    expect(Number(booked)).toBe(Number(paid) - Number(fees));
  });

  test("with a correction of the same version: one wins", async () => {
    const seen = await etag();
    const answers = await atOnce("If-Match", (at) =>
      write({
        path: "/activity-reports/2026-11",
        method: "PUT",
        json: report(`2026-11-${String(2 + (at % 3)).padStart(2, "0")}`),
        headers: { "if-match": seen },
      }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 412: CALLERS - 1 });
  });

  test("with a first version: one wins", async () => {
    const path = "/activity-reports/2026-12";
    const answers = await atOnce("If-None-Match", () =>
      write({ path, method: "PUT", json: report("2026-12-01"), headers: { "if-none-match": "*" } }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 412: CALLERS - 1 });
  });

  test("to approve, refuse, take back and replace what they have seen: one does", async () => {
    const seen = await etag();
    const { id } = JSON.parse((await read("/activity-reports/2026-11")).text);
    const decided = (decision: object) => () =>
      write({
        path: `/operator/activity-reports/${id}/decision`,
        token: staff(),
        json: decision,
        headers: { "if-match": seen },
      });
    const acts = [
      decided({ decision: "approve" }),
      decided({ decision: "reject", reason: "no" }),
      () => write({ path: "/activity-reports/2026-11/withdrawal", headers: { "if-match": seen } }),
      () =>
        write({
          path: "/activity-reports/2026-11",
          method: "PUT",
          json: report("2026-11-05"),
          headers: { "if-match": seen },
        }),
    ];
    const answers = await atOnce("decisions", (at) => (acts[at % acts.length] as () => Promise<RawAnswer>)());
    expect(counted(answers)).toEqual({ 200: 1, 412: CALLERS - 1 });
    expect(await count("report_decisions")).toBeLessThanOrEqual(1);
  });

  test("to pay a month: each porté is paid once", async () => {
    await write({
      path: "/activity-reports/2026-11",
      method: "PUT",
      json: report("2026-11-05"),
      headers: { "if-match": await etag() },
    });
    const { id } = JSON.parse((await read("/activity-reports/2026-11")).text);
    const approval = {
      path: `/operator/activity-reports/${id}/decision`,
      token: staff(),
      json: { decision: "approve" },
    };
    expect((await write({ ...approval, headers: { "if-match": await etag() } })).status).toBe(200);
    const answers = await atOnce("payroll runs", () =>
      write({ path: "/operator/payroll-runs", token: staff(), json: { month: "2026-11" } }),
    );
    const paid = answers.flatMap(({ status, text }) => (status === 201 ? JSON.parse(text).paid : []));
    expect([paid.length, await count("payslips")]).toEqual([1, 1]);
  });

  test("with the same receipt: it is one, and whoever reads it meanwhile reads it whole", async () => {
    const content = Buffer.concat([readFileSync(RECEIPT), Buffer.alloc(1_000_000, "\n%")]);
    const hash = createHash("sha256").update(content).digest("hex");
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--x--\r\n")]);
    const upload = () => {
      const headers = {
        authorization: `Bearer ${claire()}`,
        "idempotency-key": newKey(),
        "content-type": "multipart/form-data; boundary=x",
      };
      return send(company.url, { method: "POST", path: "/v1/receipts", headers, body });
    };
    const first = await upload();
    expect(first.status).toBe(201);
    const { id } = JSON.parse(first.text);
    const torn: string[] = [];
    const answers = await atOnce("one receipt", async (at) => {
      if (at % 2 === 0) return upload();
      const answer = await fetch(`${company.url}/v1/receipts/${id}/content`, {
        headers: { authorization: `Bearer ${claire()}` },
      });
      const read = createHash("sha256")
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest("hex");
      if (read !== hash) torn.push(`${answer.status} ${read}`);
      return { status: answer.status, headers: {}, text: "" };
    });
    expect(torn).toEqual([]);
    const ids = answers.filter(({ status }) => status === 201).map(({ text }) => JSON.parse(text).id);
    expect(new Set(ids)).toEqual(new Set([id]));
  });

  test("to decide on an expense: one does", async () => {
    const path = `/operator/expenses/${names.expenseId}/decision`;
    const { items } = JSON.parse((await read("/operator/expenses", staff())).text);
    expect(items).toHaveLength(1);
    const seen = `"${names.expenseId}.1"`;
    const answers = await atOnce("an expense", (at) =>
      write({
        path,
        token: staff(),
        json: at % 2 === 0 ? { decision: "approve" } : { decision: "reject", reason: "no" },
        headers: { "if-match": seen },
      }),
    );
    expect(counted(answers)).toEqual({ 200: 1, 412: CALLERS - 1 });
  });

  test("with one refresh token: one is served, and the grant ends for all", async () => {
    const [person] = company.access.portes;
    const login = await new Visitor(company.url, "192.0.2.9").login(person as NonNullable<typeof person>);
    const from = (at: number) => ({ "x-forwarded-for": `198.51.100.${at % 250}` });
    const answers = await atOnce("a refresh token", (at) => renew(company.url, login.refresh_token, from(at)));
    const served = answers.filter(({ status }) => status === 200);
    expect(served.length).toBeLessThanOrEqual(1);
    for (const { text } of served)
      expect((await renew(company.url, JSON.parse(text).refresh_token, from(251))).status).toBe(400);
    expect((await read("/me", login.access_token)).status).toBe(401);
  });
});
