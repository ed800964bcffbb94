// slow: 15 s
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, describeOnOne, type Home, newHome, startCompanyAt, type TestCompany } from "../parts/programs.ts";

/** Contracts begin in September. */
const SEPTEMBER = "2026-09-25T16:40:00.000Z";

const cents = (euros: number) => Math.round(euros * 100);
const total = (amounts: readonly number[]) => amounts.reduce((sum, euros) => sum + cents(euros), 0);

describeOnOne("where a porté's money is", {}, (database) => {
  let company: TestCompany;
  let claire: Home;
  beforeAll(async () => {
    company = await startCompanyAt(SEPTEMBER, database);
    claire = newHome({ url: company.url, token: company.claire.token, now: SEPTEMBER });
  });
  afterAll(async () => {
    claire.remove();
    await company.stop();
  });

  const at = (day: string, ...words: string[]) => claire.run(words, { env: { PORTE_NOW: `${day}T10:00:00.000Z` } });
  const json = (day: string, ...words: string[]) => answerOf(at(day, ...words, "--json"));
  const staff = (...words: string[]) => answerOf(company.staff(...words, "--json"));
  const lateInvoices = async (day: string, ...words: string[]) =>
    (await json(day, "status", ...words)).waiting.filter(({ kind }: { kind: string }) => kind === "invoice-late");
  const track = async (day: string) => (await json(day, "account", "track", "2026-09")).parcels[0];

  test("from the days to the pay, by the porté and the staff", async () => {
    expect(
      await claire.porte("declare", "2026-09", "--all", "mission=ACME", "--ahead", "--partial", "--yes"),
    ).toMatchObject({ code: 0 });
    const declared = await track("2026-09-25");
    expect(declared).toMatchObject({ mission: "ACME", invoice: null, stages: { declared: declared.amount } });
    expect(
      (
        await company.staff(
          "invoices",
          "issue",
          "--porte",
          company.claire.email,
          "--mission",
          "ACME",
          "--month",
          "2026-09",
          "--json",
        )
      ).stderr,
    ).toContain("company.not_invoiceable");

    const feeRate = 0.07;
    const [{ report }] = (await staff("reports", "list")).items;
    await staff("reports", "approve", report.id);
    expect((await track("2026-09-25")).stages.approved).toBe(declared.amount);
    const work = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-09"];
    const { invoice } = await staff("invoices", "issue", ...work, "--days", "30");
    expect(invoice).toMatchObject({ number: "F2026-0001", dueOn: "2026-10-25", state: "issued" });
    expect(cents(declared.amount)).toBe(invoice.amountCents);
    expect(await track("2026-10-25")).toMatchObject({
      invoice: "F2026-0001",
      stages: { invoiced: declared.amount },
      late: null,
    });

    /** The company's own clock is of September: what is late is told by the porté's. */
    await staff("invoices", "remind", "F2026-0001", "--by", "phone", "--next", "2026-11-15");
    const late = await track("2026-11-04");
    expect(late).toMatchObject({
      stages: { late: declared.amount },
      late: { days: 10, interest: null, unknownDays: 10, fixed: 40 },
      nextReminderOn: "2026-11-15",
    });
    expect((await at("2026-11-04", "account", "track")).stdout).toMatch(/client 10 days late/);

    const waits = {
      ...{ kind: "invoice-late", id: invoice.id, number: "F2026-0001", mission: "ACME", month: "2026-09" },
      ...{
        amount: declared.amount,
        daysLate: 10,
        remindedOn: "2026-09-25",
        nextReminderOn: "2026-11-15",
        since: "2026-10-26",
      },
      ...{ waitingOn: "client", command: "porte account track 2026-09" },
    };
    expect(await lateInvoices("2026-10-25")).toEqual([]);
    expect(await lateInvoices("2026-11-04")).toEqual([waits]);
    expect(await lateInvoices("2026-11-04", "--cached")).toEqual([waits]);

    /** The advance is taken before, and the complement is what is left: nothing was advanced here. */
    const moneyOf = async (day: string) =>
      (await json(day, "status")).money.map(({ kind, amount }: { kind: string; amount?: number }) => [kind, amount]);
    const complement = declared.amount - Math.round(declared.amount * feeRate * 100) / 100;
    expect(await moneyOf("2026-10-25")).toEqual([
      ["minimum-owed", 2451.75],
      ["invoice-due", declared.amount],
      ["complement", complement],
      ["balance", undefined],
    ]);
    expect((await moneyOf("2026-11-04")).map(([kind]: [string]) => kind)).toEqual([
      "minimum-owed",
      "complement",
      "balance",
    ]);

    const half = (declared.amount / 2).toFixed(2);
    await staff("payments", "record", "--invoice", "F2026-0001", "--amount", half);
    expect((await staff("invoices", "list")).items[0].invoice).toMatchObject({ state: "part-paid" });
    const paid = await track("2026-10-25");
    expect(paid.stages).toMatchObject({ collected: Number(half), invoiced: declared.amount - Number(half) });
    expect(await moneyOf("2026-10-25")).toContainEqual(["collected", Number(half)]);
    expect((await staff("payroll", "run", "2026-09")).paid).toHaveLength(1);
    const kinds = (await moneyOf("2026-10-25")).map(([kind]: [string]) => kind);
    expect(kinds).toEqual(["transferred", "invoice-due", "complement", "balance"]);
    const paidOn = await track("2026-10-25");
    expect(paidOn.stages).toMatchObject({ collected: 0, "paid-on": Number(half) });
    expect(total(Object.values(paidOn.stages) as number[])).toBe(cents(declared.amount));
    expect((await company.staff("invoices", "cancel", "F2026-0001", "--reason", "x", "--json")).stderr).toContain(
      "company.invoice_paid",
    );
  });

  test("each amount of the account leads to its cause, to the cent", async () => {
    const account = await json("2026-09-30", "account", "2026-09", "--explain");

    expect(account.entries.filter(({ cause }: { cause: unknown }) => cause === null)).toEqual([]);
    const payment = account.entries.find(({ kind }: { kind: string }) => kind === "client-payment");
    expect(payment.cause).toMatchObject({ kind: "payment", reference: "ACME", invoice: "F2026-0001" });
    const explained = account.entries.filter(({ parts }: { parts: unknown[] }) => parts.length > 0);
    expect(explained.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "employee-contributions",
      "employer-contributions",
    ]);
    for (const { amount, parts, unexplained } of explained) {
      expect(unexplained).toBe(0);
      expect(total(parts.map((part: { amount: number }) => part.amount))).toBe(cents(amount));
    }
    const [month] = account.months;
    expect(total(month.headings.map((one: { amount: number }) => one.amount))).toBe(
      cents(month.closing.activity) - cents(month.opening.activity),
    );
    expect(cents(month.closing.balance)).toBe(cents(account.balance));
  });

  test("the whole account is taken by hledger with the company's own balance, and read again without the company", async () => {
    const fresh = await at("2026-09-30", "account", "--all", "--format", "hledger");
    expect(fresh.code).toBe(0);
    const cached = await at("2026-09-30", "account", "--all", "--format", "hledger", "--cached");
    expect([cached.code, cached.stdout]).toEqual([0, fresh.stdout]);
    if (spawnSync("sh", ["-c", "command -v hledger"]).status !== 0) {
      console.info("hledger is not installed: its balance is not compared");
      expect(process.env.CI).toBeUndefined();
      return;
    }
    const file = join(claire.folder, "account.journal");
    writeFileSync(file, fresh.stdout);
    const said = execFileSync("hledger", ["-f", file, "--strict", "bal", "Assets", "-O", "csv"], { encoding: "utf8" });
    const { balance } = await json("2026-09-30", "account", "2026-09");
    expect(said).toMatch(new RegExp(`"Total:?","${balance.toFixed(2)} EUR"`, "i"));
    expect((await at("2026-09-30", "missions", "--format", "hledger")).code).toBe(2);
  });

  test("what lies at the company is held against what would pay it; above a threshold a check ends with 6", async () => {
    const exposure = await json("2026-09-30", "account", "exposure");

    expect(exposure.guarantee).toMatchObject({ guarantor: "Garantie Mutuelle Exemple", share: null });
    expect(total(exposure.held.map(({ amount }: { amount: number | null }) => amount ?? 0))).toBe(
      cents(exposure.total),
    );
    expect(exposure.held.find(({ kind }: { kind: string }) => kind === "unpaid-pay").amount).toBeGreaterThan(0);
    expect(await at("2026-09-30", "account", "exposure", "--threshold", "1")).toMatchObject({ code: 0 });
    expect((await at("2026-09-30", "account", "exposure", "--threshold", "1")).stderr).toMatch(
      /more than the threshold of/,
    );
    expect((await at("2026-09-30", "account", "exposure", "--threshold", "1", "--check")).code).toBe(6);
    expect((await at("2026-09-30", "account", "exposure", "--threshold", "1000000", "--check")).code).toBe(0);
    /** Once it is set, nobody types it again. */
    expect((await at("2026-09-30", "account", "exposure", "--check")).code).toBe(2);
    expect(await json("2026-09-30", "config", "set", "exposure-threshold", "1,00")).toMatchObject({ value: "1" });
    expect((await at("2026-09-30", "account", "exposure", "--check")).code).toBe(6);
    await json("2026-09-30", "config", "set", "exposure-threshold", "default");
  });

  test("a company that bills at approval has the invoice with it, under the next number", async () => {
    await staff("invoices", "terms", "--days", "45", "--automatic", "yes", "--late-rate", "15");
    expect(
      await claire.porte("declare", "2026-10", "--all", "mission=ACME", "--ahead", "--partial", "--yes"),
    ).toMatchObject({ code: 0 });
    const [{ report }] = (await staff("reports", "list")).items;
    await staff("reports", "approve", report.id);

    const [{ invoice }] = (await staff("invoices", "list")).items;
    expect(invoice).toMatchObject({
      number: "F2026-0002",
      month: "2026-10",
      dueOn: "2026-11-09",
      lateRatePpm: 150_000,
    });
    const late = (await json("2026-11-19", "account", "track", "2026-10")).parcels[0].late;
    expect(late).toMatchObject({ days: 10, unknownDays: 0, rate: 0.15 });
    expect(cents(late.interest)).toBe(Math.round(((invoice.amountCents + invoice.vatCents) * 0.15 * 10) / 365));
    await staff("invoices", "cancel", "F2026-0002", "--reason", "prix faux");
    expect(await company.staff("payments", "record", "--invoice", "F2026-0002", "--amount", "10")).toMatchObject({
      code: 5,
    });
    expect(
      (await staff("invoices", "issue", "--porte", company.claire.email, "--mission", "ACME", "--month", "2026-10"))
        .invoice,
    ).toMatchObject({
      number: "F2026-0003",
    });
  });
});
