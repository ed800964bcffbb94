import { readFileSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { OpenCompany } from "./company.ts";
import { RECEIPT } from "./programs.ts";
import { newKey, send } from "./raw.ts";

/** Gives Claire a report, a receipt, an expense, an invoice, a proposal, and her mission's contracts, and names them. */
export async function fillCompany({ url, access, db }: OpenCompany): Promise<Record<string, string>> {
  const [claire] = access.portes;
  const write = async (method: string, path: string, body: string | Uint8Array, type: string, more: object = {}) => {
    const token = path.startsWith("/v1/operator/") ? access.operator.token : claire?.token;
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": newKey(), "content-type": type };
    const answer = await send(url, { method, path, headers: { ...headers, ...more }, body });
    expect([path, answer.status]).toEqual([path, expect.toSatisfy((status) => status === 200 || status === 201)]);
    return JSON.parse(answer.text);
  };
  const json = "application/json";
  const days = [{ date: "2026-11-02", entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }] }];
  const filed = JSON.stringify({ days, restDaysConfirmed: false });
  const report = await write("PUT", "/v1/activity-reports/2026-11", filed, json, { "if-none-match": "*" });
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  const form = Buffer.concat([Buffer.from(head), readFileSync(RECEIPT), Buffer.from("\r\n--x--\r\n")]);
  const receipt = await write("POST", "/v1/receipts", form, "multipart/form-data; boundary=x");
  const facts = { date: "2026-11-02", category: "telecom", amountCents: 100, vat: [], mission: null, note: null };
  const rest = { units: 1, department: null, trip: null, receiptId: receipt.id };
  const expense = await write("POST", "/v1/expenses", JSON.stringify({ ...facts, ...rest }), json);
  const mission = await db
    .selectFrom("missions")
    .select(["id", "person_id", "client_id"])
    .where("reference", "=", "ACME")
    .executeTakeFirstOrThrow();
  const { id: invoiceId } = await db
    .insertInto("invoices")
    .values({
      ...{ id: uuid(), person_id: mission.person_id, mission_id: mission.id, month: "2026-11", year: 2026, serial: 1 },
      ...{ number: "F2026-0001", report_id: report.id, report_version: 1, day_hundredths: 100, amount_cents: 65_000 },
      ...{ vat_ppm: 200_000, vat_cents: 13_000, issued_on: "2026-11-25", due_on: "2026-12-25", late_ppm: null },
      ...{ cancelled_at: null, cancelled_by: null, cancel_reason: null, recorded_at: new Date(), recorded_by: "test" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const client = { name: "Lille", siret: "21590350100017" };
  const proposed = {
    reference: "LILLE",
    client,
    title: "Audit",
    start: "2026-12-01",
    end: null,
    dailyRateCents: 60_000,
  };
  const proposal = await write("POST", "/v1/missions", JSON.stringify(proposed), json);
  const terms = JSON.stringify({ skills: "Conseil", place: "Paris", equipment: "Aucun" });
  const drawn = await write("POST", `/v1/operator/missions/${mission.id}/contracts`, terms, json);
  return {
    invoiceId,
    proposalId: proposal.id,
    missionId: mission.id,
    clientId: mission.client_id ?? "",
    documentId: drawn.items[0].document.id,
    month: "2026-11",
    sha256: receipt.sha256,
    reportId: report.id,
    receiptId: receipt.id,
    expenseId: expense.id,
  };
}
