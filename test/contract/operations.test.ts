// slow: 30 s
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, type Checked, call, OPERATIONS } from "../parts/contract.ts";
import { describeOnEach, RECEIPT, startCompany, type TestCompany } from "../parts/programs.ts";

const day = (date: string, amount = 1) => ({
  date,
  entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount }],
});
const report = (...dates: string[]) => ({ days: dates.map((date) => day(date)), restDaysConfirmed: false });
const key = (name: string) => ({ "idempotency-key": `test-key-of-${name}`.padEnd(16, "-") });

function receiptForm(content: Uint8Array): FormData {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(content)], "recu.pdf", { type: "application/pdf" }));
  return form;
}

describeOnEach("the contract,", {}, (database) => {
  let company: TestCompany;
  const called = new Set<string>();

  beforeAll(async () => {
    company = await startCompany(database);
  });
  afterAll(async () => {
    await company.stop();
  });

  /** Calls as Claire; every answer must be one that the contract promised. */
  const ask = async (id: string, given: Call = {}): Promise<Checked> => {
    const answer = await call(company.url, id, { token: company.claire.token, ...given });
    expect(answer.faults).toEqual([]);
    called.add(id);
    return answer;
  };
  const operator = (id: string, given: Call = {}) => ask(id, { ...given, token: company.operator.token });
  const statusOf = async (id: string, given: Call = {}) => (await ask(id, given)).status;

  test("without a token, every operation but the public ones is a 401 problem", async () => {
    for (const id of OPERATIONS.keys()) {
      const path = {
        month: "2026-11",
        receiptId: "x",
        reportId: "x",
        expenseId: "x",
        invoiceId: "x",
        documentId: "x",
        proposalId: "x",
        clientId: "x",
        paymentId: "x",
        runId: "x",
        payslipId: "x",
        personId: "x",
        missionId: "x",
        tokenId: "x",
        sha256: "0".repeat(64),
      };
      const { status, body, faults, headers } = await call(company.url, id, { path });
      const isPublic = ["getService", "listReceiptKeys"].includes(id);
      expect([id, faults]).toEqual([id, []]);
      expect([id, status]).toEqual([id, isPublic ? 200 : 401]);
      if (!isPublic) {
        expect(body).toMatchObject({ type: "urn:porte:problem:auth.refused", code: "auth.refused" });
        expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
      }
    }
  });

  test("the company and its porté are as they are", async () => {
    expect((await ask("getService", { token: null })).body).toMatchObject({ service: "portage", issuer: company.url });
    expect((await ask("getMe")).body).toMatchObject({ role: "porte", contract: { kind: "cdi", category: "cadre" } });
    expect((await ask("getCompany")).body).toMatchObject({
      fee: { ratePpm: 70_000, monthlyCapCents: null },
      guarantee: { guarantor: "Garantie Mutuelle Exemple", expires: "2027-06-30" },
    });
    expect((await ask("listMissions")).body).toMatchObject({ items: [{ reference: "ACME" }], nextCursor: null });
  });

  test("a list is given page by page, each item once", async () => {
    const first = await ask("listMissions", { token: company.karim.token, query: "?limit=1" });
    const { items, nextCursor } = first.body as { items: { reference: string }[]; nextCursor: string };
    const second = await ask("listMissions", {
      token: company.karim.token,
      query: `?limit=1&cursor=${encodeURIComponent(nextCursor)}`,
    });

    const others = (second.body as { items: { reference: string }[] }).items;
    expect([...items, ...others].map(({ reference }) => reference).sort()).toEqual(["NORD", "SUD"]);
    expect(await statusOf("listMissions", { query: "?cursor=nonsense" })).toBe(400);
    expect(await statusOf("listMissions", { query: "?limit=1000" })).toBe(400);
  });

  test("a report is filed once, whatever the number of tries, and its receipt can be verified", async () => {
    const path = { month: "2026-11" };
    const filing = {
      path,
      headers: { ...key("first"), "if-none-match": "*" },
      json: report("2026-11-02", "2026-11-03"),
    };
    expect(await statusOf("getActivityReport", { path })).toBe(404);

    const answers = await Promise.all([1, 2, 3].map(() => ask("submitActivityReport", filing)));

    const [first, ...others] = answers.map(({ body }) => body);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const other of others) expect(other).toEqual(first);
    expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true")).toHaveLength(2);
    const { receipt } = first as unknown as { receipt: { signed: string; signature: string; keyId: string } };
    const { keys } = (await ask("listReceiptKeys", { token: null })).body as { keys: object[] };
    const publicKey = createPublicKey({ key: keys[0] as never, format: "jwk" });
    const isTrue = (text: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(receipt.signature, "base64url"));
    expect(isTrue(receipt.signed)).toBe(true);
    expect(isTrue(receipt.signed.replace("2026-11", "2026-12"))).toBe(false);
  });

  test("a month shows its versions and its page, and can be taken back while nobody has decided", async () => {
    const path = { month: "2027-02" };
    const first = await ask("submitActivityReport", {
      path,
      headers: { ...key("taken"), "if-none-match": "*" },
      json: report("2027-02-02"),
    });
    const etag = first.headers.get("etag") ?? "";
    expect((await ask("listReportVersions", { path })).body).toMatchObject({ items: [{ version: 1, decision: null }] });
    expect(await statusOf("listReportVersions", { path: { month: "2028-02" } })).toBe(404);
    expect(await statusOf("getActivityReportPdf", { path })).toBe(200);

    const stale = { path, headers: { ...key("stale"), "if-match": '"other.1"' } };
    expect(await statusOf("withdrawActivityReport", stale)).toBe(412);
    const taken = { path, headers: { ...key("withdrawal"), "if-match": etag } };
    const [one, two] = await Promise.all([ask("withdrawActivityReport", taken), ask("withdrawActivityReport", taken)]);
    expect(one?.body).toMatchObject({ state: "withdrawn", version: 1 });
    expect(two?.body).toEqual(one?.body);
    expect(await statusOf("withdrawActivityReport", { path, headers: key("again") })).toBe(409);
  });

  test("the same key with another body is refused", async () => {
    const path = { month: "2026-11" };
    const headers = { ...key("first"), "if-none-match": "*" };
    const { status, body } = await ask("submitActivityReport", { path, headers, json: report("2026-11-04") });

    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "company.idempotency" });
  });

  test("of two corrections of one version, one wins and the other is told", async () => {
    const path = { month: "2026-11" };
    const etag = (await ask("getActivityReport", { path })).headers.get("etag") ?? "";
    const correct = (name: string, date: string) =>
      statusOf("submitActivityReport", { path, headers: { ...key(name), "if-match": etag }, json: report(date) });

    const statuses = await Promise.all([correct("one", "2026-11-05"), correct("two", "2026-11-06")]);

    expect(statuses.sort()).toEqual([200, 412]);
    expect(await statusOf("submitActivityReport", { path, headers: key("blind"), json: report("2026-11-09") })).toBe(
      412,
    );
  });

  test.each([
    ["a day over 1", { days: [day("2026-11-02"), day("2026-11-02")], restDaysConfirmed: false }],
    ["a quarter of a day", { days: [day("2026-11-02", 0.25)], restDaysConfirmed: false }],
    ["an unknown property", { ...report("2026-11-02"), bonus: true }],
    ["a number as text", { days: [day("2026-11-02", "1" as never)], restDaysConfirmed: false }],
    ["another month's day", report("2026-10-02")],
    ["a day that does not exist", report("2026-11-31")],
    ["a Sunday that is not confirmed", report("2026-11-08")],
  ])("%s is refused with what is wrong", async (name, json) => {
    const etag = (await ask("getActivityReport", { path: { month: "2026-11" } })).headers.get("etag") ?? "";
    const { status, body } = await ask("submitActivityReport", {
      path: { month: "2026-11" },
      headers: { ...key(name.replaceAll(" ", "-")), "if-match": etag },
      json,
    });

    expect([400, 422]).toContain(status);
    expect((body as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
  });

  test("a month outside the contract is refused, and so is a write without a key", async () => {
    const headers = { ...key("early"), "if-none-match": "*" };
    const early = { path: { month: "2026-10" }, headers, json: report("2026-10-02") };
    expect(await statusOf("submitActivityReport", early)).toBe(422);
    expect(await statusOf("submitActivityReport", { ...early, headers: {} })).toBe(400);
  });

  test("a receipt is judged by what it holds, then its expense is decided once", async () => {
    const upload = (content: Uint8Array, name: string) =>
      ask("uploadReceipt", { form: receiptForm(content), headers: key(name) });
    expect((await upload(Buffer.from("no receipt at all"), "false-receipt")).status).toBe(415);
    const stored = await upload(readFileSync(RECEIPT), "true-receipt");
    expect(stored.status).toBe(201);
    const { id: receiptId } = stored.body as { id: string };
    expect((await ask("getReceiptContent", { path: { receiptId } })).body).toEqual(
      new Uint8Array(readFileSync(RECEIPT)),
    );
    expect(await statusOf("getReceiptContent", { path: { receiptId }, token: company.karim.token })).toBe(404);
    const expense = {
      date: "2026-11-19",
      category: "restaurant",
      amountCents: 2140,
      vat: [{ ratePpm: 100_000, vatCents: 195 }],
      mission: "ACME",
      note: null,
      units: 1,
      department: null,
      trip: null,
      receiptId,
    };
    const submit = (json: object, name: string, token = company.claire.token) =>
      statusOf("submitExpense", { json, headers: key(name), token });
    expect(await submit({ ...expense, amountCents: -1 }, "negative-amount")).toBe(400);
    expect(await submit({ ...expense, mission: "NORD" }, "other-mission")).toBe(422);
    expect(await submit({ ...expense, mission: null }, "other-receipt", company.karim.token)).toBe(404);
    expect(await submit(expense, "good-expense")).toBe(201);
    expect((await ask("listExpenses")).body).toMatchObject({ items: [{ state: "submitted" }] });
    const { body } = await operator("listExpensesToDecide");
    const [waiting] = (body as { items: { expense: { id: string }; etag: string }[] }).items;
    const path = { expenseId: waiting?.expense.id ?? "" };
    const etag = waiting?.etag ?? "";
    const shown = await operator("getOwnedExpense", { path });
    expect(shown.headers.get("etag")).toBe(etag);
    expect(shown.body).toEqual(waiting);
    expect(await statusOf("getOwnedExpense", { path })).toBe(403);
    const decide = (name: string, json: object, seen: Record<string, string> = { "if-match": etag }) =>
      operator("decideExpense", { path, headers: { ...key(name), ...seen }, json });
    expect((await decide("unseen-expense-", { decision: "approve" }, {})).status).toBe(428);
    expect((await decide("other-version--", { decision: "approve" }, { "if-match": '"x.1"' })).status).toBe(412);
    expect((await decide("any-version----", { decision: "approve" }, { "if-match": "*" })).status).toBe(412);
    expect((await decide("no-reason-given", { decision: "reject" })).status).toBe(400);
    const approved = await decide("approve-expense", { decision: "approve" });
    expect(approved.status).toBe(200);
    const after = (approved.body as { etag: string }).etag;
    expect((await decide("approve-again--", { decision: "approve" })).status).toBe(412);
    expect((await decide("approve-twice--", { decision: "approve" }, { "if-match": after })).status).toBe(409);
  });

  test("approval, payment and payroll: once each, whatever the number of tries", async () => {
    const { body } = await operator("listReportsToDecide");
    const [waiting] = (body as { items: { report: { id: string; turnoverCents: number }; etag: string }[] }).items;
    const path = { reportId: waiting?.report.id ?? "" };
    const seen = { "if-match": waiting?.etag ?? "" };
    expect((await operator("getOwnedReport", { path })).body).toEqual(waiting);
    const blind = await operator("decideReport", { path, headers: key("blind-report"), json: { decision: "approve" } });
    expect(blind).toMatchObject({ status: 428, body: { code: "company.unseen" } });
    const approve = { path, headers: { ...key("approve-report"), ...seen }, json: { decision: "approve" } };
    expect((await operator("decideReport", approve)).body).toMatchObject({ report: { state: "approved" } });
    const payment = {
      porteEmail: company.claire.email,
      mission: "ACME",
      month: "2026-11",
      amountCents: 900_000,
      receivedOn: "2026-11-25",
    };
    /** It is more than the month's report: it is recorded for a reason alone. */
    expect(await operator("recordPayment", { headers: key("too-much-paid--"), json: payment })).toMatchObject({
      status: 409,
      body: { code: "company.payment_unconfirmed" },
    });
    const meant = { ...payment, forceReason: "an advance on December" };
    const pay = () => operator("recordPayment", { headers: key("record-payment"), json: meant });
    const [first, second] = [await pay(), await pay()];
    expect(first.body).toMatchObject({ feeCents: 63_000, balanceCents: 837_000 });
    expect(second.body).toEqual(first.body);
    const runs = await Promise.all(
      ["run-payroll-one-", "run-payroll-two-"].map((name) =>
        operator("runPayroll", { headers: key(name), json: { month: "2026-11" } }),
      ),
    );
    const paid = runs.map(({ body: run }) => (run as { paid: unknown[] }).paid.length);
    expect(paid.sort()).toEqual([0, 1]);
    const { items } = (await operator("listPayrollRuns")).body as { items: { id: string }[] };
    const runPath = { runId: items[0]?.id ?? "" };
    expect((await operator("getPayrollRun", { path: runPath })).body).toMatchObject({
      run: { state: "done", month: "2026-11" },
    });
    expect(
      (await operator("resumePayrollRun", { path: runPath, headers: key("resume-payroll--") })).body,
    ).toMatchObject({
      state: "done",
    });
    const without = { headers: { ...key("run-payroll-soon"), prefer: "respond-async" }, json: { month: "2026-11" } };
    const soon = await operator("runPayroll", without);
    expect(soon.status).toBe(202);
    const follows = ({ headers, body }: typeof soon) =>
      headers.get("location") === `/v1/operator/payroll-runs/${(body as { id: string }).id}`;
    expect([...runs, soon].map(follows)).toEqual([true, true, true]);
    expect((await operator("getPayrollRun", { path: { runId: "none" } })).status).toBe(404);
  });

  test("a payslip is reversed once, with its reason; both stay to be read, and the month is paid again", async () => {
    const email = encodeURIComponent(company.claire.email);
    const kept = async () =>
      (
        (await operator("listPortePayslips", { query: `?porteEmail=${email}` })).body as {
          items: { payslip: { id: string } }[];
        }
      ).items;
    const account = async () => (await ask("getAccount", { query: "?month=2026-11" })).body;
    const [first] = await kept();
    const payslipId = first?.payslip.id ?? "";
    const before = await account();
    const reverse = (name: string, reason: string) =>
      operator("reversePayslip", { path: { payslipId }, headers: key(name), json: { reason } });

    expect((await reverse("reverse-nothing-", " ")).status).toBe(400);
    const taken = await reverse("reverse-payslip-", "Mauvais taux");
    expect([taken.status, taken.body]).toMatchObject([
      201,
      { payslip: { id: payslipId }, reversal: { reason: "Mauvais taux" } },
    ]);
    expect((await reverse("reverse-payslip-", "Mauvais taux")).body).toEqual(taken.body);
    expect((await reverse("reverse-again---", "Encore")).status).toBe(409);
    expect(await statusOf("getPayslip", { path: { month: "2026-11" } })).toBe(404);
    expect(
      (await ask("getPayslip", { path: { month: "2026-11" }, query: `?payslipId=${payslipId}` })).body,
    ).toMatchObject({
      reversal: { reason: "Mauvais taux" },
    });
    expect(await statusOf("getPayslipPdf", { path: { month: "2026-11" }, query: `?payslipId=${payslipId}` })).toBe(200);
    expect((await operator("getPortePayslip", { path: { payslipId } })).body).toMatchObject({ id: payslipId });
    expect(await account()).toMatchObject({ balanceCents: 837_000, reserveCents: 0 });
    const entries = (await ask("listAccountEntries", { query: "?limit=100" })).body as {
      items: { reverses?: string }[];
    };
    expect(new Set(entries.items.map(({ reverses }) => reverses))).toEqual(new Set([undefined, payslipId]));

    await operator("runPayroll", { headers: key("run-payroll-anew"), json: { month: "2026-11" } });
    expect(await account()).toEqual(before);
    const [again] = await kept();
    const recomputed = async (id = "") => operator("recomputePayslip", { path: { payslipId: id } });
    expect((await recomputed(again?.payslip.id)).body).toMatchObject({
      payslip: { id: again?.payslip.id, month: "2026-11" },
      differences: [],
    });
    expect((await recomputed(payslipId)).status).toBe(409);
    expect((await recomputed("none")).status).toBe(404);
    expect((await ask("listPayslips")).body).toMatchObject({ items: [{ replaces: payslipId }] });
    expect((await ask("getPayslip", { path: { month: "2026-11" } })).body).toMatchObject({ replaces: payslipId });
    expect(await kept()).toMatchObject([
      { reversal: null },
      { payslip: { id: payslipId }, reversal: { reason: "Mauvais taux" } },
    ]);
  });

  test("a month is billed once, under the next number; its client is reminded; what is not paid can be cancelled, and billed anew", async () => {
    const json = { porteEmail: company.claire.email, mission: "ACME", month: "2026-11" };
    const issue = (name: string, more: object = {}) =>
      operator("issueInvoice", { headers: key(name), json: { ...json, ...more } });
    expect(await issue("invoice-no-month", { month: "2026-08" })).toMatchObject({
      status: 409,
      body: { code: "company.not_invoiceable", facts: { why: "not-approved" } },
    });
    expect((await issue("invoice-61-days-", { paymentDays: 61 })).status).toBe(400);
    const { body: issued } = await issue("invoice-of-month", { paymentDays: 45 });
    expect(issued).toMatchObject({
      owner: { email: company.claire.email },
      invoice: {
        number: "F2026-0001",
        issuedOn: "2026-11-25",
        dueOn: "2027-01-09",
        vatPpm: 200_000,
        lateRatePpm: null,
      },
    });
    const { invoice } = issued as { invoice: { id: string; amountCents: number; vatCents: number; state: string } };
    expect(invoice.vatCents).toBe(Math.round(invoice.amountCents / 5));
    expect(await issue("invoice-second--")).toMatchObject({
      status: 409,
      body: { code: "company.invoiced", facts: { number: "F2026-0001" } },
    });
    const path = { invoiceId: invoice.id };
    expect(await ask("getInvoice", { path })).toMatchObject({ status: 200, body: { id: invoice.id } });
    expect(await statusOf("getInvoice", { path, token: company.karim.token })).toBe(404);
    expect(await statusOf("getInvoicePdf", { path, token: company.karim.token })).toBe(404);
    for (const answer of [await ask("getInvoicePdf", { path }), await operator("getOwnedInvoicePdf", { path })])
      expect(answer.status).toBe(200);
    const { body: paid } = await ask("listOwnPayments", { query: "?month=2026-11" });
    expect(paid).toMatchObject({ items: [{ state: "paid-out", payslipMonth: "2026-11", invoice: "F2026-0001" }] });
    /** The payment was there before the invoice, and counts: it is paid, so nobody is reminded and nothing is cancelled. */
    expect(invoice.state).toBe("paid");
    const remind = (name: string, of: string, more: object = {}) =>
      operator("remindInvoice", {
        path: { invoiceId: of },
        headers: key(name),
        json: { channel: "mail", ...more },
      });
    const cancel = (name: string, of: string, etag: string) =>
      operator("cancelInvoice", {
        path: { invoiceId: of },
        headers: { ...key(name), "if-match": etag },
        json: { reason: "prix faux" },
      });
    const { etag } = issued as { etag: string };
    expect(await remind("remind-paid-one", invoice.id)).toMatchObject({
      status: 409,
      body: { code: "company.already" },
    });
    expect(await cancel("cancel-paid-one", invoice.id, etag)).toMatchObject({
      status: 409,
      body: { code: "company.invoice_paid" },
    });
    expect((await cancel("cancel-unseen--", invoice.id, '"other"')).status).toBe(412);
    expect((await ask("listInvoices")).body).toMatchObject({ items: [{ number: "F2026-0001", state: "paid" }] });
    expect((await operator("listAllInvoices")).body).toMatchObject({ items: [{ invoice: { number: "F2026-0001" } }] });
    expect(await statusOf("listAllInvoices")).toBe(403);
    const terms = { paymentDays: 60, onApproval: true, lateRatePpm: 150_000 };
    expect((await operator("setInvoicing", { headers: key("invoicing-terms"), json: terms })).body).toMatchObject({
      invoicing: terms,
    });
  });

  test("a payment is taken back once, by entries that name it, unless a payslip was paid with it", async () => {
    const reverse = (name: string, paymentId: string, reason = "versé deux fois") =>
      operator("reversePayment", { path: { paymentId }, headers: key(name), json: { reason } });
    const { body: listed } = await operator("listPayments");
    const [paidOut] = (listed as { items: { id: string }[] }).items;
    expect(listed).toMatchObject({ items: [{ state: "paid-out", payslipMonth: "2026-11", reversal: null }] });
    expect(await reverse("reverse-paid----", paidOut?.id ?? "")).toMatchObject({
      status: 409,
      body: { code: "company.paid_out", facts: { month: "2026-11" } },
    });
    const payment = { porteEmail: company.claire.email, mission: "ACME", month: "2026-12", receivedOn: "2026-11-25" };
    const json = { ...payment, amountCents: 500_000 };
    const { body: recorded } = await operator("recordPayment", { headers: key("payment-to-reverse"), json });
    const { id, balanceCents } = recorded as { id: string; balanceCents: number };
    expect((await reverse("reverse-nothing-", id, "  ")).status).toBe(400);
    expect((await reverse("reverse-unknown-", "00000000-0000-7000-8000-000000000000")).status).toBe(404);
    const races = await Promise.all(["one", "two", "three"].map((name) => reverse(`reverse-${name}------`, id)));
    expect(races.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const done = races.find(({ status }) => status === 201);
    expect(done?.body).toMatchObject({ amountCents: 500_000, feeCents: 35_000, balanceCents: balanceCents - 465_000 });
    const { body: entries } = await ask("listAccountEntries", { query: "?month=2026-12" });
    expect(entries).toMatchObject({
      items: [
        { kind: "management-fee", amountCents: 35_000, reverses: id },
        { kind: "client-payment", amountCents: -500_000, reverses: id, label: expect.stringContaining("Annulation") },
        { kind: "management-fee", amountCents: -35_000 },
        { kind: "client-payment", amountCents: 500_000 },
      ],
    });
    expect((await operator("listPayments", { query: "?limit=1" })).body).toMatchObject({
      items: [{ id, state: "reversed", reversal: { reason: "versé deux fois" } }],
    });
    expect(await statusOf("listPayments")).toBe(403);
  });

  test("what payroll takes from the company is set whole, and nothing that the contract does not know", async () => {
    const { body: profile } = await operator("getCompany");
    const { payroll } = profile as { payroll: object };
    const set = (name: string, json: object) => operator("setPayrollProfile", { headers: key(name), json });
    const charges = [{ name: "Médecine du travail", ratePpm: 1_000 }];
    expect((await set("payroll-profile-1", { ...payroll, charges })).body).toMatchObject({ payroll: { charges } });
    for (const bad of [{ charges: [{ name: "x" }] }, { reserveBase: "half" }, { lines: [{ label: "x" }] }, { fee: 7 }])
      expect((await set(`payroll-profile-${JSON.stringify(bad).length}`, { ...payroll, ...bad })).status).toBe(400);
    expect((await set("payroll-profile-9", payroll)).status).toBe(200);
  });

  test("a client's contact is recorded, and only for a mission that is", async () => {
    const contact = { porteEmail: company.claire.email, mission: "ACME", email: "achats@acme.example", language: "fr" };
    const record = (name: string, json: object) => operator("recordClientContact", { headers: key(name), json });
    expect((await record("client-contact-1", contact)).body).toMatchObject({ client: "Acme Conseil" });
    expect((await record("client-contact-2", { ...contact, email: "no address" })).status).toBe(400);
    expect((await record("client-contact-3", { ...contact, mission: "NORD" })).status).toBe(404);
    expect((await record("client-contact-4", { ...contact, email: null })).body).toMatchObject({ email: null });
  });

  test("a trip is worth what the scale says of it after the year's others, and needs no receipt", async () => {
    const vehicle = { kind: "car", power: 5, electric: false };
    const drive = (metres: number, amountCents: number, date = "2026-11-20") => ({
      date,
      category: "mileage",
      amountCents,
      vat: [],
      mission: null,
      note: null,
      units: 1,
      department: null,
      trip: { vehicle, metres, from: "Lyon", to: null },
      receiptId: null,
    });
    const token = company.karim.token;
    const submit = (name: string, json: object) => ask("submitExpense", { json, headers: key(name), token });
    expect((await submit("trip-first------", drive(4_990_000, 317_364))).status).toBe(201);
    const wrong = await submit("trip-not-counted", drive(20_000, 1_272));
    expect(wrong).toMatchObject({ status: 422, body: { code: "expense.mileage", facts: { expected: "9.93" } } });
    expect((await submit("trip-counted----", drive(20_000, 993))).status).toBe(201);
    expect((await submit("trip-no-category", { ...drive(1_000, 64), category: "other" })).status).toBe(422);
    expect((await submit("no-receipt------", { ...drive(1_000, 64), category: "other", trip: null })).status).toBe(422);
    const both = await Promise.all(
      ["trip-race-one---", "trip-race-two---"].map((name) => submit(name, { ...drive(10_000, 357), isRepeated: true })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await submit("trip-once-more--", drive(10_000, 357))).toMatchObject({
      status: 409,
      body: { code: "expense.repeated" },
    });
  });

  test("a receipt may come piece by piece, and is believed by its hash alone", async () => {
    const content = readFileSync(RECEIPT);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const { token } = company.karim;
    const path = { sha256 };
    const start = (name: string, bytes: number) =>
      ask("startReceiptUpload", { path, headers: key(name), json: { name: "recu.pdf", bytes }, token });
    const piece = (name: string, offset: number, bytes: Uint8Array) =>
      ask("continueReceiptUpload", {
        path,
        headers: { ...key(name), "upload-offset": String(offset) },
        bytes: new Uint8Array(bytes),
        token,
      });
    expect((await piece("piece-unstarted-", 0, content)).status).toBe(404);
    expect((await start("upload-started--", content.length)).body).toMatchObject({ received: 0, receipt: null });
    expect((await piece("piece-first-----", 0, content.subarray(0, 500))).body).toMatchObject({ received: 500 });
    expect((await piece("piece-elsewhere-", 0, content.subarray(0, 500))).status).toBe(412);
    expect((await piece("piece-too-long--", 500, content)).status).toBe(412);
    expect((await start("upload-resumed--", content.length)).body).toMatchObject({ received: 500 });
    const wrong = new Uint8Array(content.length - 500);
    expect((await piece("piece-wrong-----", 500, wrong)).body).toMatchObject({ received: 0, receipt: null });
    expect((await piece("piece-whole-----", 0, content)).body).toMatchObject({ receipt: { sha256 } });
    expect((await start("upload-again----", content.length)).body).toMatchObject({ received: 0 });
  });

  test("an expense is asked about and answered, by whom it concerns, and then decided", async () => {
    const { body } = await operator("listExpensesToDecide");
    const [waiting] = (body as { items: { expense: { id: string } }[] }).items;
    const path = { expenseId: waiting?.expense.id ?? "" };
    const seenNow = async () => ({
      "if-match": (await operator("getOwnedExpense", { path })).headers.get("etag") ?? "",
    });
    const question = async (name: string, seen: object) =>
      operator("questionExpense", {
        path,
        headers: { ...key(name), ...seen },
        json: { question: "Pour quel client ?" },
      });
    const answer = (name: string, token: string) =>
      ask("answerExpense", { path, headers: key(name), json: { answer: "Sud Énergie" }, token });
    const { token } = company.karim;

    expect((await answer("answer-too-soon-", token)).status).toBe(409);
    expect((await question("question-unseen-", {})).status).toBe(428);
    const first = await seenNow();
    expect((await question("question-asked--", first)).body).toMatchObject({ expense: { state: "questioned" } });
    expect((await question("question-again--", await seenNow())).status).toBe(409);
    expect((await ask("getOverview", { token })).body).toMatchObject({
      expenses: expect.arrayContaining([expect.objectContaining({ state: "questioned" })]),
    });
    expect((await answer("answer-another--", company.claire.token)).status).toBe(404);
    expect((await answer("answer-mine-----", token)).body).toMatchObject({ state: "submitted", answer: "Sud Énergie" });
    const approve = (name: string, seen: object) =>
      operator("decideExpense", { path, headers: { ...key(name), ...seen }, json: { decision: "approve" } });
    expect((await approve("approve-unread--", first)).status).toBe(412);
    expect((await approve("approve-answered", await seenNow())).status).toBe(200);
  });

  test("a mission is proposed and accepted, its contracts are drawn, and read by whom they concern", async () => {
    const mission = {
      reference: "LILLE",
      client: { name: "Mairie de Lille", siret: "21590350100017" },
      title: "Schéma directeur",
      start: "2026-12-01",
      end: null,
      dailyRateCents: 60_000,
    };
    const proposed = await ask("proposeMission", { headers: key("mission-proposed"), json: mission });
    expect(proposed).toMatchObject({ status: 201, body: { state: "proposed", mission } });
    expect((await ask("listMissionProposals")).body).toMatchObject({ items: [proposed.body] });
    expect((await operator("listProposalsToDecide")).body).toMatchObject({ items: [{ proposal: proposed.body }] });
    const path = { proposalId: (proposed.body as { id: string }).id };
    const seen = { "if-match": (await operator("getOwnedProposal", { path })).headers.get("etag") ?? "" };
    const decide = (name: string, more: object) =>
      operator("decideProposal", { path, headers: { ...key(name), ...more }, json: { decision: "approve" } });
    expect((await decide("proposal-unseen-", {})).status).toBe(428);
    const accepted = await decide("proposal-decided", seen);
    expect(accepted.body).toMatchObject({ proposal: { state: "accepted" } });
    const { missionId } = (accepted.body as { proposal: { missionId: string } }).proposal;
    const amendment = {
      path: { missionId },
      headers: key("amendment-told--"),
      json: { agreedOn: "2026-11-24", end: "2027-06-30" },
    };
    expect((await ask("proposeAmendment", amendment)).body).toMatchObject({ kind: "amendment", state: "proposed" });
    const { body: clients } = await operator("listClients");
    const client = (clients as { items: { id: string; client: { name: string } }[] }).items.find(
      (one) => one.client.name === "Mairie de Lille",
    );
    const said = { address: "1 place Augustin Laurent, 59000 Lille", chorusService: "FACTURES" };
    expect(
      (
        await operator("recordClient", {
          path: { clientId: client?.id ?? "" },
          headers: key("client-recorded-"),
          json: said,
        })
      ).body,
    ).toMatchObject({ client: { siren: "215903501", ...said } });
    const terms = {
      insurer: "Assurances Exemple",
      policyNumber: "RC-1",
      pensionFund: { name: "Caisse", address: "Paris" },
    };
    expect(
      (await operator("recordContractTerms", { headers: key("terms-recorded--"), json: terms })).body,
    ).toMatchObject({
      contractTerms: terms,
    });
    const drawn = await operator("drawContracts", { path: { missionId }, headers: key("contracts-drawn-"), json: {} });
    expect(drawn).toMatchObject({ status: 201, body: { items: [{ document: { kind: "employment" } }, {}] } });
    const [, own] = (drawn.body as { items: { document: { id: string } }[] }).items;
    const one = { path: { documentId: own?.document.id ?? "" } };
    expect((await ask("listContractDocuments")).body).toMatchObject({
      items: [{ state: "draft" }, { state: "draft" }],
    });
    expect((await ask("getContractDocument", one)).body).toEqual(own?.document);
    expect((await ask("getContractDocument", { ...one, token: company.karim.token })).status).toBe(404);
    expect((await operator("getOwnedDocument", one)).body).toEqual(own);
    expect((await operator("listOwnedDocuments")).body).toMatchObject({ items: [own, {}] });
    for (const answer of [await ask("getContractDocumentPdf", one), await operator("getOwnedDocumentPdf", one)])
      expect(answer.status).toBe(200);
    expect((await operator("sendContract", { ...one, headers: key("contract-sent---"), json: {} })).status).toBe(409);
    expect((await ask("requestSigningLink", { ...one, headers: key("link-asked------") })).status).toBe(409);
  });

  test("leave is granted to its porté, and a contract says how it counts time", async () => {
    const porteEmail = company.karim.email;
    const leave = { porteEmail, kind: "paid-leave", start: "2026-12-24", end: "2026-12-31" };
    const grant = (name: string, json: object) => operator("recordLeave", { headers: key(name), json });
    expect((await grant("leave-backwards", { ...leave, end: "2026-12-01" })).status).toBe(400);
    expect((await grant("leave-of-nobody", { ...leave, porteEmail: "nobody@porte.example" })).status).toBe(404);
    const granted = await grant("leave-granted--", leave);
    expect(granted.status).toBe(201);
    expect((await grant("leave-granted--", leave)).body).toEqual(granted.body);
    expect((await ask("listLeave", { token: company.karim.token })).body).toMatchObject({ items: [granted.body] });
    expect((await ask("listLeave")).body).toMatchObject({ items: [] });
    const set = (name: string, json: object) => operator("recordWorkingTime", { headers: key(name), json });
    expect((await set("working-time-no", { porteEmail, workingTime: "minutes" })).status).toBe(400);
    expect((await set("working-time-yes", { porteEmail, workingTime: "hours" })).body).toMatchObject({
      workingTime: "hours",
    });
    expect((await ask("getMe", { token: company.karim.token })).body).toMatchObject({
      contract: { workingTime: "hours" },
    });
  });

  test("what a payslip must name is recorded of a contract and of the company, and nothing else is taken", async () => {
    const porteEmail = company.karim.email;
    const name = (key_: string, json: object) => operator("recordPayslipMentions", { headers: key(key_), json });
    expect((await name("mentions-bad----", { porteEmail, weeklyHours: 60 })).status).toBe(400);
    expect((await name("mentions-nobody-", { porteEmail: "nobody@porte.example", job: "Formateur" })).status).toBe(404);
    expect((await name("mentions-good---", { porteEmail, job: "Formatrice", weeklyHours: 28 })).body).toMatchObject({
      job: "Formatrice",
      position: "Non-cadre, junior",
      weeklyHours: 28,
      forfaitDays: null,
    });
    expect((await name("mentions-none---", { porteEmail })).body).toMatchObject({ job: "Formatrice" });
    const place = (key_: string, json: object) => operator("recordEstablishment", { headers: key(key_), json });
    const establishment = { siret: "12345678200028", apeCode: "70.22Z", establishment: "Agence de Lyon" };
    expect((await place("place-other-----", { ...establishment, siret: "98765432100015" })).status).toBe(400);
    expect((await place("place-short-----", { ...establishment, siret: "123" })).status).toBe(400);
    expect((await place("place-good------", establishment)).body).toMatchObject(establishment);
    expect((await ask("getCompany")).body).toMatchObject({ ...establishment, siren: "123456782" });
  });

  test("the payslip, its PDF and the account say the same", async () => {
    const { items } = (await ask("listPayslips")).body as { items: { netPaidCents: number; transferCents: number }[] };
    const slip = (await ask("getPayslip", { path: { month: "2026-11" } })).body as {
      netPaidCents: number;
      yearToDate: object;
    };
    const pdf = (await ask("getPayslipPdf", { path: { month: "2026-11" } })).body as Uint8Array;
    const account = (await ask("getAccount", { query: "?month=2026-11" })).body as {
      balanceCents: number;
      totals: { kind: string; amountCents: number }[];
    };
    const entries = (await ask("listAccountEntries", { query: "?limit=100" })).body as {
      items: { amountCents: number }[];
    };

    expect(items).toMatchObject([{ netPaidCents: slip.netPaidCents, transferCents: slip.netPaidCents + 2140 }]);
    expect(slip.yearToDate).toMatchObject({ netPaidCents: slip.netPaidCents });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(slip).toMatchObject({ employer: { siret: "12345678200010", apeCode: "78.30Z" }, agreement: "IDCC 3219" });
    expect(await statusOf("getPayslipPdf", { path: { month: "2026-11" }, query: "?model=2027" })).toBe(200);
    expect(await statusOf("getPayslipPdf", { path: { month: "2026-11" }, query: "?model=2016" })).toBe(400);
    expect(entries.items.reduce((total, { amountCents }) => total + amountCents, 0)).toBe(account.balanceCents);
    expect(account.totals.find(({ kind }) => kind === "net-pay")?.amountCents).toBe(-slip.netPaidCents);
    expect(await statusOf("getPayslip", { path: { month: "2026-10" } })).toBe(404);
  });

  test("one answer says what the lists say", async () => {
    const { body: slip } = await ask("uploadReceipt", {
      form: receiptForm(readFileSync(RECEIPT)),
      headers: key("second-receipt"),
    });
    const { id: receiptId } = slip as { id: string };
    const expense = { date: "2026-11-20", category: "other", amountCents: 100, vat: [], mission: null, note: null };
    const plain = { ...expense, units: 1, department: null, trip: null };
    await ask("submitExpense", { json: { ...plain, receiptId }, headers: key("second-expense") });
    const { body } = await ask("getOverview");
    const items = async (id: string) => ((await ask(id)).body as { items: { state: string }[] }).items;
    expect((body as { expenses: object[] }).expenses).toHaveLength(1);
    expect(body).toEqual({
      me: (await ask("getMe")).body,
      company: (await ask("getCompany")).body,
      missions: await items("listMissions"),
      activityReports: await items("listActivityReports"),
      expenses: (await items("listExpenses")).filter(({ state }) => state === "submitted"),
      payslips: await items("listPayslips"),
      account: (await ask("getAccount", { query: "?month=2026-11" })).body,
    });
  });

  test("nobody sees what is another's, nor does what is the company's", async () => {
    const { karim } = company;
    expect((await ask("listActivityReports", { token: karim.token })).body).toMatchObject({ items: [] });
    expect((await ask("listPayslips", { token: karim.token })).body).toMatchObject({ items: [] });
    expect(await statusOf("listReportsToDecide")).toBe(403);
    expect(await statusOf("runPayroll", { headers: key("not-mine-to-run"), json: { month: "2026-11" } })).toBe(403);
  });

  test("the company's people, contracts, missions and tokens are let in and ended, each by what the contract says", async () => {
    const email = "lea@porte.example";
    const said = { name: "Léa Petit", email, staffRole: null, password: "twelve letters" };
    const { body: lea } = await operator("addPerson", { headers: key("add-person"), json: said });
    expect((await operator("addPerson", { headers: key("add-person-again"), json: said })).status).toBe(409);
    const { id: personId } = lea as { id: string };
    const contract = { porteEmail: email, kind: "cdi", category: "cadre", level: "senior", start: "2026-11-01" };
    expect((await operator("addContract", { headers: key("add-contract"), json: contract })).status).toBe(201);
    const term = { title: "Audit", start: "2026-11-01", end: null, dailyRateCents: 61_250 };
    const mission = { porteEmail: email, reference: "ZEN", client: "Zénith", ...term };
    const { body: added } = await operator("addMission", { headers: key("add-mission"), json: mission });
    const { mission: zen } = added as { mission: { id: string } };
    const hash = { email, name: "script", tokenHash: "ab".repeat(32), scopes: ["read"], days: 30 };
    const { body: token } = await operator("addToken", { headers: key("add-token"), json: hash });
    for (const id of ["listPeople", "listContracts", "listAllMissions", "listTokens"])
      expect((await operator(id, { query: `?email=${email}` })).body).toMatchObject({ items: [expect.anything()] });

    const end = { end: "2026-11-10" };
    expect((await operator("endPerson", { path: { personId }, headers: key("end-person-open") })).status).toBe(409);
    const path = { missionId: zen.id };
    expect((await operator("endMission", { path, headers: key("end-mission"), json: end })).body).toMatchObject({
      mission: { end: "2026-11-10" },
    });
    const { id: tokenId } = token as { id: string };
    expect((await operator("endToken", { path: { tokenId }, headers: key("end-token") })).status).toBe(200);
    expect(
      (await operator("endContract", { path: { personId }, headers: key("end-contract"), json: end })).status,
    ).toBe(200);
    const other = { password: "another of twelve" };
    expect(
      (await operator("setPassword", { path: { personId }, headers: key("set-password"), json: other })).status,
    ).toBe(200);
    expect((await operator("exportPerson", { path: { personId } })).body).toMatchObject({ person: { email } });
    expect((await operator("endPerson", { path: { personId }, headers: key("end-person") })).status).toBe(200);
    expect((await operator("erasePerson", { path: { personId }, headers: key("erase-person") })).body).toMatchObject({
      kept: [{ what: "contract", until: "2031-12-31" }],
    });
    expect((await operator("listAuditTrail", { query: `?person=${personId}` })).status).toBe(200);

    const staff = { ...said, email: "max@portage.example", staffRole: "adviser" };
    const { body: max } = await operator("addPerson", { headers: key("add-staff"), json: staff });
    const role = {
      path: { personId: (max as { id: string }).id },
      headers: key("set-role"),
      json: { staffRole: "payroll" },
    };
    expect((await operator("setStaffRole", role)).body).toMatchObject({ staffRole: "payroll" });
    const { body: profile } = await ask("getCompany");
    expect((await operator("setCompany", { headers: key("set-company"), json: profile })).body).toEqual(profile);
  });

  test("what has happened is given as a list and as a stream of events", async () => {
    const { body } = await ask("listEvents", { query: "?limit=1" });
    const { items, last } = body as { items: { id: string }[]; last: string };
    expect(Number(items[0]?.id)).toBeLessThan(Number(last));
    const headers = { "last-event-id": String(Number(last) - 1) };
    const stream = await ask("followEvents", { query: "?seconds=0", headers });
    expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(await statusOf("followEvents", { query: "?seconds=601" })).toBe(400);
  });

  test("months of before are taken over as they were recorded, locked, once each", async () => {
    const { body: people } = await operator("listPeople", { query: `?email=${company.claire.email}` });
    const path = { personId: (people as { items: { id: string }[] }).items[0]?.id ?? "" };
    const paperOf = async (name: string, given: Call = {}) =>
      operator("importPaper", { path, headers: key(name), form: receiptForm(readFileSync(RECEIPT)), ...given });
    const { body: paper, status } = await paperOf("import-paper----");
    expect([status, paper]).toMatchObject([
      201,
      { sha256: createHash("sha256").update(readFileSync(RECEIPT)).digest("hex") },
    ]);
    expect((await paperOf("import-paper-2--")).body).toEqual(paper);
    const { id } = paper as { id: string };
    const month = {
      month: "2025-10",
      company: "Ancien Portage",
      report: {
        ...{ version: 2, state: "approved", days: [day("2025-10-06"), day("2025-10-07", 0.5)] },
        ...{ restDaysConfirmed: false, restStatement: null, turnoverCents: 82_500, reason: null, papers: [id] },
        ...{ submittedAt: "2025-10-31T16:00:00.000Z", decidedAt: "2025-11-02T08:00:00.000Z" },
      },
      payslips: [
        { netPaidCents: 41_234, grossCents: null, transferDate: null, name: "bulletin octobre.pdf", paper: id },
      ],
      expenses: [],
    };
    const take = (name: string, json: object, given: Call = {}) =>
      operator("importMonth", { path, headers: key(name), json, ...given });
    const { body: taken } = await take("import-month----", month);
    expect(taken).toMatchObject({ ...month, importedAt: expect.any(String) });
    expect(await take("import-again----", month)).toMatchObject({ status: 201, body: taken });
    const other = { ...month, company: "Autre" };
    expect(await take("import-other----", other)).toMatchObject({ status: 409, body: { code: "company.taken" } });
    const held = { ...month, month: "2026-11", report: { ...month.report, days: [day("2026-11-02")] } };
    expect(await take("import-held-----", held)).toMatchObject({ status: 409, body: { code: "company.taken" } });
    const outside = { ...month, month: "2025-09" };
    expect(await take("import-outside--", outside)).toMatchObject({ status: 422, body: { code: "activity.problems" } });
    const foreign = {
      ...month,
      month: "2025-09",
      report: null,
      payslips: [{ ...month.payslips[0], paper: path.personId }],
    };
    expect(await take("import-foreign--", foreign)).toMatchObject({ status: 404 });
    expect((await ask("listHistory")).body).toEqual({ items: [taken], nextCursor: null });
    expect((await ask("listHistory", { token: company.karim.token })).body).toMatchObject({ items: [] });
    expect((await operator("listPersonHistory", { path })).body).toEqual({ items: [taken], nextCursor: null });
    expect(await ask("getReceiptContent", { path: { receiptId: id } })).toMatchObject({ status: 200 });
    const locked = await ask("getActivityReport", { path: { month: "2025-10" } });
    expect(locked.body).toMatchObject({ state: "locked", importedAt: expect.any(String), turnoverCents: 82_500 });
    const again = { path: { month: "2025-10" }, json: report("2025-10-08") };
    const headers = { ...key("declare-locked--"), "if-match": locked.headers.get("etag") ?? "" };
    expect((await ask("submitActivityReport", { ...again, headers })).status).toBeGreaterThanOrEqual(409);
    expect(await statusOf("importMonth", { path, headers: key("import-by-porte-"), json: month })).toBe(403);
    expect(
      await statusOf("importPaper", {
        path,
        headers: key("paper-by-porte--"),
        form: receiptForm(readFileSync(RECEIPT)),
      }),
    ).toBe(403);
  });

  test("every operation of the contract was called", () => {
    expect([...OPERATIONS.keys()].filter((id) => !called.has(id))).toEqual([]);
  });
});
