import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenCompany, openCompany } from "../parts/company.ts";
import { DESCRIBED, type Described } from "../parts/described.ts";
import { fillCompany } from "../parts/filled.ts";
import { describeOnOne } from "../parts/programs.ts";
import { newKey, send } from "../parts/raw.ts";
import { KNOWN, sampleRequest } from "../parts/samples.ts";

const READS = DESCRIBED.filter(({ method }) => method === "GET");

describeOnOne("every reading of the contract", {}, (database) => {
  let company: OpenCompany;
  let places: Record<string, string>;

  const tokenFor = ({ isStaffs }: Pick<Described, "isStaffs">) =>
    isStaffs ? company.access.operator.token : company.access.portes[0]?.token;
  const read = (operation: Described, more: Record<string, string> = {}) => {
    const { method, path, headers } = sampleRequest(operation, { key: newKey(), places });
    const authorization = `Bearer ${tokenFor(operation)}`;
    return send(company.url, { method, path, headers: { ...headers, authorization, ...more } });
  };
  const act = async (path: string, body: object, more: Record<string, string> = {}) => {
    const authorization = `Bearer ${company.access.operator.token}`;
    const headers = { authorization, "content-type": "application/json", "idempotency-key": newKey(), ...more };
    const { status, text } = await send(company.url, { method: "POST", path, headers, body: JSON.stringify(body) });
    expect([path, status, text]).toEqual([path, expect.toSatisfy((one) => one < 300), text]);
    return JSON.parse(text);
  };

  beforeAll(async () => {
    company = await openCompany(database);
    const { month = "", reportId = "", ...filled } = await fillCompany(company);
    const report = READS.find(({ id }) => id === "getOwnedReport") as Described;
    places = { ...filled, month, reportId };
    const { etag } = (await read(report)).headers;
    await act(`/v1/operator/activity-reports/${reportId}/decision`, { decision: "approve" }, { "if-match": `${etag}` });
    const payment = {
      mission: "ACME",
      month,
      amountCents: 1_200_000,
      receivedOn: "2026-11-25",
      forceReason: "paid with other work",
    };
    await act("/v1/operator/payments", { porteEmail: company.access.portes[0]?.email, ...payment });
    const run = await act("/v1/operator/payroll-runs", { month });
    const { personId } = await company.deps.db
      .selectFrom("people")
      .select("id as personId")
      .where("email", "=", company.access.portes[0]?.email ?? "")
      .executeTakeFirstOrThrow();
    places = { ...places, personId, runId: run.id, payslipId: run.paid[0].payslip.id };
  });
  afterAll(() => company.close());

  test("names its answer, and does not send again what is known", async () => {
    for (const operation of READS) {
      const first = await read(operation);
      const etag = String(first.headers.etag);
      expect([operation.id, first.status, etag]).toEqual([operation.id, 200, expect.stringMatching(/^(W\/)?"[^"]+"$/)]);
      const known = await read(operation, { "if-none-match": `"another", ${etag}` });
      expect([operation.id, known.status, known.text, known.headers.etag]).toEqual([operation.id, 304, "", etag]);
      const other = await read(operation, { "if-none-match": '"another"' });
      expect([operation.id, other.status, other.headers.etag]).toEqual([operation.id, 200, etag]);
    }
    expect(READS.length).toBeGreaterThan(30);
  });

  test("of a list gives what is of a month, of it and later, and in a state, and nothing else", async () => {
    const counted = async (path: string, isStaffs: boolean) => {
      const headers = { authorization: `Bearer ${tokenFor({ isStaffs })}` };
      const { status, text } = await send(company.url, { method: "GET", path: `/v1${path}`, headers });
      expect([path, status]).toEqual([path, 200]);
      return JSON.parse(text).items.length as number;
    };
    const { porteEmail } = KNOWN;
    const lists: [string, boolean, held: string | null, other: string | null][] = [
      ["/activity-reports?", false, "locked", "refused"],
      ["/expenses?", false, "submitted", "refused"],
      ["/payslips?", false, null, null],
      ["/account/entries?", false, null, null],
      ["/operator/expenses?", true, null, null],
      ["/operator/payments?", true, "paid-out", "received"],
      ["/operator/payroll-runs?", true, null, null],
      [`/operator/payslips?porteEmail=${porteEmail}&`, true, null, null],
    ];
    for (const [list, isStaffs, held, other] of lists) {
      const all = await counted(list, isStaffs);
      expect([list, all]).toEqual([list, expect.toSatisfy((count) => count > 0)]);
      const narrowed = (query: string) => counted(`${list}${query}`, isStaffs);
      expect([list, await narrowed("month=2026-11")]).toEqual([list, all]);
      expect([list, await narrowed("month=2026-10")]).toEqual([list, 0]);
      expect([list, await narrowed("since=2026-11")]).toEqual([list, all]);
      expect([list, await narrowed("since=2026-12")]).toEqual([list, 0]);
      expect([list, await narrowed("since=2026-12&month=2026-11")]).toEqual([list, 0]);
      if (held !== null) expect([list, await narrowed(`state=${held}`)]).toEqual([list, all]);
      if (other !== null) expect([list, await narrowed(`state=${other}`)]).toEqual([list, 0]);
    }
  });

  test("of the reports that wait tells those of a month and a state", async () => {
    const waiting = async (query: string) => {
      const headers = { authorization: `Bearer ${tokenFor({ isStaffs: true })}` };
      const path = `/v1/operator/activity-reports?${query}`;
      return JSON.parse((await send(company.url, { method: "GET", path, headers })).text).items.length;
    };
    const authorization = `Bearer ${company.access.portes[1]?.token}`;
    const headers = { authorization, "content-type": "application/json", "idempotency-key": newKey() };
    const body = JSON.stringify({ days: [], restDaysConfirmed: false });
    const filed = { ...headers, "if-none-match": "*" };
    const answer = await send(company.url, {
      method: "PUT",
      path: "/v1/activity-reports/2026-11",
      headers: filed,
      body,
    });
    expect(answer.status).toBe(200);

    expect(await waiting("month=2026-11&state=submitted")).toBe(1);
    expect(await waiting("month=2026-11&state=awaiting-client")).toBe(0);
    expect(await waiting("month=2026-10")).toBe(0);
    expect(await waiting("since=2026-12")).toBe(0);
  });

  test("says so in the contract", () => {
    for (const { id, parameters } of READS)
      expect([id, parameters.map(({ name }) => name)]).toEqual([id, expect.arrayContaining(["If-None-Match"])]);
  });
});
