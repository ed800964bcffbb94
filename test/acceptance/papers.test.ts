import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localSession, sayAll, sayMission, sayReport, saySheet } from "../parts/local.ts";
import { pdfWith } from "../parts/pdf.ts";
import { answerOf, type Home, newHome } from "../parts/programs.ts";

let home: Home;
beforeEach(() => {
  home = newHome();
});
afterEach(() => home.remove());

/** A payslip as a company prints one. */
function payslip(name: string, month: string, net: string, gross = "4 500,00"): string {
  const file = join(home.folder, name);
  writeFileSync(
    file,
    pdfWith({ lines: [`Periode de ${month}`, "Jeanne Martin", `Salaire brut  ${gross}`, `Net paye  ${net}`] }),
  );
  return file;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** An amount in whole cents, so that it is compared exactly. */
const cents = (euros: number) => Math.round(euros * 100);

describe("payslips without a company", () => {
  test("one is filed by its month, once, and shown with what this machine would pay", async () => {
    const session = await localSession(home);
    await saySheet(session);
    await sayMission(session, "ACME", 65_000);
    await sayReport(session, "2026-10", { mission: "ACME", days: 18, rateCents: 65_000 });
    const file = payslip("scan.pdf", "octobre 2026", "3 120,45", "7 000,00");

    const { added } = await answerOf(home.porte("payslips", "add", file, "--json"));
    expect(added).toMatchObject([
      { month: "2026-10", netPaid: 3120.45, gross: 7000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(added[0].file).toMatch(/documents\/payslip-2026-10\.pdf$/);
    expect(readFileSync(added[0].file)).toEqual(readFileSync(file));
    expect(statSync(added[0].file).mode & 0o777).toBe(0o600);

    const again = await answerOf(home.porte("payslips", "add", file, "--net", "3121", "--json"));
    expect(again).toMatchObject({ added: [], known: [{ month: "2026-10", netPaid: 3121, others: 0 }] });

    const shown = await answerOf(home.porte("payslips", "get", "--json"));
    const { input: _input, ...computed } = await answerOf(
      home.porte(...`simulate --turnover 11700 --fee 7 --level senior --date 2026-10 --tax-rate 0 --json`.split(" ")),
    );
    expect(shown).toMatchObject({
      month: "2026-10",
      netPaid: 3121,
      expected: { days: 18, turnover: 11_700, managementFee: 819, assumesContract: false },
    });
    expect(cents(shown.difference.netPaid)).toBe(312_100 - cents(shown.expected.netPaid));
    expect(shown.expected.netPaid).toBeGreaterThan(computed.payslip.netPaid * 0.9);
    expect((await home.porte("payslips", "get")).stdout).toContain("Difference");
    expect(await answerOf(home.porte("payslips", "open", "--json"))).toMatchObject({
      file: added[0].file,
      holds: null,
    });
    const { payslips } = await answerOf(home.porte("payslips", "--json"));
    expect(payslips).toMatchObject([{ month: "2026-10", netPaid: 3121, transferDate: null, papers: 1 }]);
  });

  test("a month is asked for where nothing says it, and a second paper of a month stands beside the first", async () => {
    const unnamed = join(home.folder, "scan.pdf");
    writeFileSync(unnamed, pdfWith({ lines: ["Net paye 2 000,00"] }));

    const refused = await home.porte("payslips", "add", unnamed, "--json");
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stderr).error).toMatchObject({ code: "payslip.which_month" });
    expect(refused.stderr).toContain("--month");
    expect((await home.porte("payslips", "add", unnamed, "--month", "2026-12")).code).toBe(2);

    await answerOf(home.porte("payslips", "add", unnamed, "--month", "2026-09", "--json"));
    const second = payslip("other.pdf", "septembre 2026", "2 100,00");
    const { added } = await answerOf(home.porte("payslips", "add", second, "--paid-on", "2026-10-05", "--json"));
    expect(added).toMatchObject([{ month: "2026-09", others: 1 }]);
    expect(added[0].file).toMatch(/payslip-2026-09-2\.pdf$/);
    const shown = await answerOf(home.porte("payslips", "get", "2026-09", "--json"));
    expect(shown).toMatchObject({ netPaid: 2100, transferDate: "2026-10-05", unknown: "report", expected: null });
    expect(shown.others).toMatchObject([{ netPaid: 2000 }]);
    writeFileSync(added[0].file, "other");
    expect((await home.porte("payslips", "open", "2026-09")).code).toBe(6);
  });

  test("a payslip of somebody else is filed, and said to name another; it pays nothing back", async () => {
    await saySheet(await localSession(home));
    const file = join(home.folder, "autre.pdf");
    writeFileSync(file, pdfWith({ lines: ["Periode de mai 2026", "Karim Benali", "Net paye  2 000,00"] }));
    const { added, warnings } = await answerOf(home.porte("payslips", "add", file, "--json"));
    expect(added).toMatchObject([{ month: "2026-05", netPaid: 2000, paidBack: [] }]);
    expect(warnings).toMatchObject([{ code: "payslip_name" }]);
  });

  test("a mail gives those that are attached to it", async () => {
    const body = readFileSync(payslip("c.pdf", "mars 2026", "2 000,00")).toString("base64");
    const mail = join(home.folder, "message.eml");
    const parts = [
      "Content-Type: text/plain\r\n\r\nBonjour",
      `Content-Type: application/pdf; name="mars.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`,
    ];
    const marked = parts.map((part) => `--x\r\n${part}\r\n`).join("");
    writeFileSync(mail, `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${marked}--x--\r\n`);
    const { added } = await answerOf(home.porte("payslips", "add", "--mail", mail, "--json"));
    expect(added).toMatchObject([
      { month: "2026-03", netPaid: 2000, sha256: sha256(readFileSync(join(home.folder, "c.pdf"))) },
    ]);
    expect(await answerOf(home.porte("payslips", "add", "--mail", mail, "--json"))).toMatchObject({ added: [] });
    const none = await home.porte("payslips", "add", "--mail", join(home.folder, "c.pdf"), "--json");
    expect({ code: none.code, error: JSON.parse(none.stderr).error.code }).toEqual({
      code: 2,
      error: "payslip.none_in",
    });
  });

  test("a folder gives its own", async () => {
    const folder = join(home.folder, "paie");
    mkdirSync(folder);
    for (const [month, name] of [
      ["janvier 2026", "paie/a.pdf"],
      ["fevrier 2026", "paie/b.PDF"],
    ] as const)
      payslip(name, month, "2 000,00");
    writeFileSync(join(folder, "notes.txt"), "x");
    const taken = await answerOf(home.porte("payslips", "add", "--from", folder, "--json"));
    expect(taken.added.map(({ month }: { month: string }) => month)).toEqual(["2026-01", "2026-02"]);

    const none = await home.porte("payslips", "get", "2026-05", "--json");
    expect({ code: none.code, error: JSON.parse(none.stderr).error.code }).toEqual({
      code: 5,
      error: "payslip.none_of_month",
    });
    expect((await home.porte("payslips", "add", join(folder, "notes.txt"), "--month", "2026-05")).code).toBe(2);
  });
});

describe("expenses without a company", () => {
  test("leave as one archive, are paid back, and the account, the status and the month say so", async () => {
    const session = await localSession(home);
    const folder = join(home.folder, "compta");
    mkdirSync(folder);
    await saySheet(session, {
      delivery: { reports: null, expenses: { by: "folder", folder } },
      operatingCap: { basis: "turnover", ratePpm: 1_000 },
    });
    await sayMission(session, "ACME", 65_000);
    await sayReport(session, "2026-11", { mission: "ACME", days: 10, rateCents: 65_000, state: "approved" });
    for (const [name, amount] of [
      ["a.pdf", "42"],
      ["b.pdf", "8,50"],
    ] as const) {
      writeFileSync(join(home.folder, name), pdfWith({ lines: [`Total ${amount}`] }));
      const said = ["--amount", amount, "--date", "2026-11-10", "--category", "transport"];
      await answerOf(home.porte("expenses", "add", join(home.folder, name), ...said, "--json"));
    }
    const asked = await home.porte("expenses", "submit", "2026-11", "--json");
    expect({ code: asked.code, error: JSON.parse(asked.stderr).error.code }).toEqual({
      code: 2,
      error: "usage.missing_option",
    });
    const sent = await answerOf(home.porte("expenses", "submit", "2026-11", "--yes", "--json"));
    expect(sent.checked).toMatchObject([{ verdict: "capped", rule: "cap", over: 35.5 }, { verdict: "capped" }]);
    expect(sent.dossiers).toMatchObject([
      { month: "2026-11", number: 1, state: "submitted", amount: 50.5, delivery: { to: folder, state: "delivered" } },
    ]);
    expect(sent.sent).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(["frais-2026-11-jeanne-martin.zip"]);
    expect((await home.porte("expenses", "submit")).code).toBe(2);
    const { waiting } = await answerOf(home.porte("status", "--json"));
    expect(waiting[1]).toMatchObject({ kind: "expenses-read", count: 2, amount: 50.5, waitingOn: "company" });
    expect((await answerOf(home.porte("month", "2026-11", "--json"))).steps[3]).toMatchObject({ state: "waiting" });

    const balance = (await answerOf(home.porte("account", "2026-11", "--json"))).balance;
    const slip = join(home.folder, "bulletin.pdf");
    const lines = ["Periode de novembre 2026", "Jeanne Martin", "Frais professionnels rembourses  50,50"];
    writeFileSync(slip, pdfWith({ lines }));
    const { added } = await answerOf(home.porte("payslips", "add", slip, "--json"));
    expect(added[0]).toMatchObject({
      month: "2026-11",
      paidBack: [{ month: "2026-11", number: 1, amount: 50.5 }],
      likely: [],
    });
    const { expenses } = await answerOf(home.porte("expenses", "--json"));
    expect(expenses).toMatchObject([{ state: "reimbursed", payslipMonth: "2026-11" }, { state: "reimbursed" }]);
    expect(cents(balance) - cents((await answerOf(home.porte("account", "2026-11", "--json"))).balance)).toBe(5050);
    expect((await answerOf(home.porte("status", "--json"))).waiting).toMatchObject([{ kind: "report-approved" }]);
    expect((await home.porte("expenses", "resend", "2026-10")).code).toBe(5);

    const missions = join(session.folder, "records", "missions");
    copyFileSync(join(missions, "2026.jsonl"), join(missions, "2026 (conflicted copy).jsonl"));
    const told = await home.porte("status");
    expect(told.stderr.split("2026 (conflicted copy).jsonl")).toHaveLength(2);
    const exposure = await answerOf(home.porte("account", "exposure", "--json"));
    expect(exposure.guarantee).toMatchObject({ guarantor: null, amount: null, enough: null, least: 96_120 });
    expect(exposure.held[0]).toMatchObject({ kind: "activity", amount: expect.any(Number) });
    expect((await home.porte("account", "exposure")).stdout).toContain("legal minimum: €96,120.00");
  });
});

describe("how things stand without a company", () => {
  test("an empty profile is told what to begin with, then what is asked for, expected and missing", async () => {
    const empty = await answerOf(home.porte("status", "--json"));
    expect(empty).toMatchObject({ todo: [{ kind: "setup", command: "porte init" }], waiting: [], money: [] });
    const checked = await home.porte("status", "--check", "--cached");
    expect({ code: checked.code, stdout: checked.stdout }).toEqual({
      code: 6,
      stdout: expect.stringContaining("nothing is known of the company yet"),
    });

    const session = await localSession(home);
    await saySheet(session);
    await sayMission(session, "ACME", 65_000, { daysOrdered: 40 });
    await sayReport(session, "2026-09", { mission: "ACME", days: 18, rateCents: 65_000 });
    await sayReport(session, "2026-10", { mission: "ACME", days: 18, rateCents: 65_000, state: "awaiting-client" });
    await answerOf(home.porte("payslips", "add", payslip("a.pdf", "septembre 2026", "3 120,45"), "--json"));
    const { todo, waiting, money } = await answerOf(home.porte("status", "--json"));
    expect(todo.map((item: { kind: string; month?: string }) => [item.kind, item.month])).toEqual([
      ["report-due", "2026-11"],
      ["days-left", undefined],
      ["payslip-missing", "2026-10"],
    ]);
    expect(waiting).toMatchObject([{ kind: "report-at-client", month: "2026-10", waitingOn: "client" }]);
    expect(money).toMatchObject([{ kind: "pay-expected", month: "2026-10", turnover: 11_700, day: "2026-11-05" }]);

    const { steps } = await answerOf(home.porte("month", "2026-10", "--json"));
    expect(steps).toMatchObject([
      { step: "declare", state: "done" },
      { step: "receipts", state: "done" },
      { step: "send", state: "done" },
      { step: "approval", state: "waiting", waitingOn: "client" },
      { step: "payslip", state: "later" },
    ]);
    expect((await answerOf(home.porte("month", "2026-09", "--json"))).steps.at(-1)).toMatchObject({ state: "done" });
    expect((await home.porte("status", "--ics", "-")).stdout).toContain("BEGIN:VEVENT");
    expect((await home.porte("remind", "--quiet-hours", "none")).stdout).toContain("payslip for October 2026");
    expect((await answerOf(home.porte("expenses", "--json"))).expenses).toEqual([]);
  });
});

describe("the account without a company", () => {
  const MONTHS = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);

  test("a fee that nobody said is asked for, and one that was noted needs none", async () => {
    const session = await localSession(home);
    await sayMission(session, "ACME", 50_000);
    await sayReport(session, "2026-10", { mission: "ACME", days: 20, rateCents: 50_000 });
    const refused = await home.porte("account", "2026-10", "--json");
    expect({ code: refused.code, error: JSON.parse(refused.stderr).error.code }).toEqual({
      code: 5,
      error: "local.unknown",
    });

    const { entries } = await answerOf(home.porte("account", "add", "fee", "700", "--month", "2026-10", "--json"));
    expect(entries).toMatchObject([{ kind: "fee", amount: -700, month: "2026-10", day: "2026-10-31" }]);
    expect(await answerOf(home.porte("account", "2026-10", "--json"))).toMatchObject({ balance: 9300, computed: true });
    await answerOf(home.porte("account", "remove", entries[0].id.slice(0, 8), "--json"));
    expect((await home.porte("account", "2026-10")).code).toBe(5);
    expect((await home.porte("account", "remove", "zzz")).code).toBe(2);
  });

  test("a year is right to the cent by hand, and so is its gap with the company's statement", async () => {
    const session = await localSession(home);
    await saySheet(session, { terms: { reserve: "none", charges: [{ name: "CFE", amount: 12.34 }] } });
    await sayMission(session, "ACME", 50_000);
    for (const month of MONTHS) await sayReport(session, month, { mission: "ACME", days: 20, rateCents: 50_000 });
    await sayAll(
      session,
      "filed-payslips",
      MONTHS.map((month, index) => ({
        ...{ month, netPaidCents: 500_000 + index, grossCents: 650_000, transferDate: null },
        ...{ name: "a.pdf", document: { file: "a.pdf", sha256: "" }, addedAt: `${month}-28T09:00:00.000Z` },
      })),
      ({ month }) => month,
    );
    await sayAll(
      session,
      "movements",
      MONTHS.map((month) => ({
        ...{ id: `c-${month}`, month, day: `${month}-28`, kind: "contributions", amountCents: -400_000 },
        ...{ label: "", source: "typed" },
      })),
      ({ id }) => id,
    );
    await sayReport(session, "2026-09", { mission: "ACME", days: 20, rateCents: 50_000, state: "refused" });
    await sayAll(
      session,
      "expenses",
      Array.from({ length: 40 }, (_, index) => expense(index)),
      ({ id }) => id,
    );

    /**
     * 9 months of 10 000.00 less 7 % and 12.34; 10 pays of 5 000.00 and 0.00 to 0.09; 10 times 4 000.00 of contributions; 40 expenses of
     * 10.00. The refused month pays no turnover, no fee, and the charge all the same: it is an amount of each month.
     */
    const byHand = 9 * (10_000 - 700) - 10 * 12.34 - (10 * 5000 + 0.45) - 10 * 4000 - 40 * 10;
    const account = await answerOf(home.porte("account", "2026-10", "--json"));
    expect(cents(account.balance)).toBe(cents(byHand));
    expect(account.reserve).toBe(0);
    const whole = await answerOf(home.porte("account", "--all", "--json"));
    expect(cents(whole.months.at(-1).closing.balance)).toBe(cents(byHand));
    const explained = await answerOf(home.porte("account", "2026-10", "--explain", "--json"));
    const paidBack = explained.entries.find(({ kind }: { kind: string }) => kind === "expense-reimbursement");
    expect(paidBack.cause).toMatchObject({ kind: "payslip", reference: "2026-10" });
    expect(paidBack).toMatchObject({
      unexplained: 0,
      parts: Array.from({ length: 4 }, () => ({ amount: -10 })),
    });
    expect((await home.porte("account", "--all", "--format", "hledger")).stdout).toContain("Income:ClientPayments");
    expect((await home.porte("account", "--all", "--format", "csv")).stdout.split("\n").length).toBeGreaterThan(50);

    const csv = join(home.folder, "releve.csv");
    writeFileSync(
      csv,
      [
        "Date;Libelle;Montant",
        "31/01/2026;Reglement client ACME;90000,00",
        "31/01/2026;Frais de gestion;-7200,00",
        "31/01/2026;Salaire net;-50000,45",
        "31/01/2026;Cotisations sociales;-40000,00",
      ].join("\n"),
    );
    const { entries } = await answerOf(home.porte("account", "add", "--statement", csv, "--json"));
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(["payment", "fee", "pay", "contributions"]);
    const { statement } = await answerOf(home.porte("account", "2026-10", "--json"));
    expect(statement).toMatchObject({ lines: 4, balance: -7200.45 });
    expect(cents(statement.gap)).toBe(-720_045 - cents(byHand));
    expect(statement.headings).toContainEqual({
      ...{ heading: "management-fees", computed: -6300, statement: -7200, gap: -900 },
    });
    expect((await home.porte("account", "2026-10")).stdout).toContain("−€376.60");
    expect((await answerOf(home.porte("account", "track", "--json"))).parcels).toHaveLength(9);
  });
});

function expense(index: number) {
  const month = `2026-${String((index % 10) + 1).padStart(2, "0")}`;
  return {
    ...{
      id: `e${index}`,
      date: `${month}-10`,
      category: "transport" as const,
      amountCents: 1000,
      vat: [],
      mission: null,
    },
    ...{ merchant: null, note: null, units: 1, department: null, trip: null, receiptId: null, taxableCents: 0 },
    ...{ state: "reimbursed" as const, question: null, answer: null, submittedAt: `${month}-20T09:00:00.000Z` },
    ...{ decidedBy: null, decidedAt: null, reason: null, payslipMonth: month },
  };
}
