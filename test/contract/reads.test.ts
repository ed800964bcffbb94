import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenCompany, openCompany } from "../parts/company.ts";
import { DESCRIBED, type Described } from "../parts/described.ts";
import { fillCompany } from "../parts/filled.ts";
import { describeOnOne } from "../parts/programs.ts";
import { newKey, send } from "../parts/raw.ts";
import { sampleRequest } from "../parts/samples.ts";

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
    const payment = { mission: "ACME", month, amountCents: 1_200_000, receivedOn: "2026-11-25" };
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

  test("says so in the contract", () => {
    for (const { id, parameters } of READS)
      expect([id, parameters.map(({ name }) => name)]).toEqual([id, expect.arrayContaining(["If-None-Match"])]);
  });
});
