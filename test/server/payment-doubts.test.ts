import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type InProcess, openInProcess } from "../parts/in-process.ts";

let company: InProcess;
beforeAll(async () => {
  company = await openInProcess();
  /** A client asks again while a company that has just started is too busy; `asStaff` does not. */
  await (await company.machineOf("claire").session()).company.me();
});
afterAll(() => company.close());

const MONTH = "2026-11";
const pay = (amountCents: number, other: { receivedOn?: string; month?: string; forceReason?: string } = {}) =>
  company.asStaff("POST", "/operator/payments", {
    porteEmail: "claire@porte.example",
    mission: "ACME",
    month: MONTH,
    amountCents,
    receivedOn: "2026-11-20",
    ...other,
  }) as Promise<{ id: string }>;
/** The doubts that a payment is refused for. */
const doubtsOf = async (work: Promise<unknown>) => {
  const said = await work.then(
    () => "recorded",
    (failure: Error) => failure.message,
  );
  expect(said).toContain("409");
  const { code, facts } = JSON.parse(said.slice(said.indexOf("{")));
  expect(code).toBe("company.payment_unconfirmed");
  return facts.doubts as readonly object[];
};
/** The payments of the month, the newest first. */
const recorded = async () => {
  const { items } = (await company.asStaff("GET", "/operator/payments")) as { items: { month: string }[] };
  return items.filter(({ month }) => month === MONTH);
};

describe("a client's payment", () => {
  test("of the same amount is recorded once, a second time only with a reason, which is kept", async () => {
    await pay(100_000);

    expect(await doubtsOf(pay(100_000, { receivedOn: "2026-11-24" }))).toEqual([
      { code: "same-payment", receivedOn: "2026-11-20" },
    ]);
    await pay(100_000, { forceReason: "  paid in two halves " });
    await pay(100_000, { month: "2026-09" });
    expect(await recorded()).toMatchObject([{ forceReason: "paid in two halves" }, { forceReason: null }]);
    const { after } = await company.db
      .selectFrom("audit_trail")
      .select("after")
      .where("subject", "=", "payments")
      .orderBy("id")
      .execute()
      .then((rows) => rows[1] ?? { after: null });
    expect(after).toMatchObject({ force_reason: "paid in two halves" });
  });

  test("for a day to come is refused", async () => {
    expect(await doubtsOf(pay(200_000, { receivedOn: "2026-11-26" }))).toEqual([
      { code: "day-ahead", receivedOn: "2026-11-26", today: "2026-11-25" },
    ]);
    await pay(200_000, { receivedOn: "2026-11-25" });
  });

  test("of more than the report, all payments of the month together, is refused while the report stands", async () => {
    const { company: asClaire } = await company.machineOf("claire").session();
    const entries = [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount: 1 }];
    await asClaire.submitReport(
      MONTH,
      {
        days: [
          { date: "2026-11-02", entries },
          { date: "2026-11-03", entries },
        ],
        restDaysConfirmed: false,
      },
      { etag: null, key: "report-of-november-0001" },
    );
    expect(await doubtsOf(pay(1))).toEqual([{ code: "over-report", paidCents: 400_001, reportCents: 130_000 }]);
  });

  test("that is taken back stays in the account, beside its reversal, and may be recorded again", async () => {
    const { id } = await pay(77_700, { month: "2026-08" });
    await company.asStaff("POST", `/operator/payments/${id}/reversal`, { reason: "wrong client" });
    const { company: asClaire } = await company.machineOf("claire").session();
    const paid = (await asClaire.entries("2026-08")).filter(({ kind }) => kind === "client-payment");

    expect(paid.map(({ amountCents }) => amountCents).toSorted()).toEqual([-77_700, 77_700].toSorted());
    await pay(77_700, { month: "2026-08" });
  });
});
