import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULES_2027 } from "../parts/law-2027.ts";
import { answerOf, type Home, newHome, RECEIPT, startCompanyAt, type TestCompany } from "../parts/programs.ts";

const MARCH = "2027-03-10T09:00:00.000Z";
const folder = mkdtempSync(join(tmpdir(), "porte-law-rules-"));
const FILE = join(folder, "rules.json");
writeFileSync(FILE, JSON.stringify(RULES_2027));

let company: TestCompany;
/** A machine that has the company's file, and one that has none. */
let claire: Home;
let karim: Home;

beforeAll(async () => {
  company = await startCompanyAt(MARCH, "PGlite", "--law", FILE);
  claire = newHome({ url: company.url, token: company.claire.token, now: MARCH });
  karim = newHome({ url: company.url, token: company.karim.token, now: MARCH });
  await json(claire, "law", "add", FILE);
  for (const home of [claire, karim]) await json(home, "expenses", "vehicle", "clio", "--power", "5");
});
afterAll(async () => {
  await company.stop();
  claire.remove();
  karim.remove();
  rmSync(folder, { recursive: true, force: true });
});

const json = (home: Home, ...words: string[]) =>
  answerOf(home.run([...words, "--json"], { env: { PORTE_NOW: MARCH } }));
const drive = async (home: Home, km: string) => {
  const { expenses } = await json(home, "expenses", "mileage", km, "--date", "2027-03-08");
  return expenses[0];
};

/** A file that a later release has outgrown. */
const OLD = {
  ...RULES_2027,
  name: "old",
  tables: {},
  unchanged: { until: "2024-01-01", checkedBy: "x", tables: ["telework"] },
};

describe("a file of law with a mileage scale and limits of 2027", () => {
  test("is checked, and shown with the rows of the release", async () => {
    const { tables, lacking, lackingRules } = await json(claire, "law", "check", FILE);
    expect(lacking).toContain("pmss");
    expect(lackingRules).toContain("vatSpecial");
    expect(lackingRules).not.toContain("expenseLimits");
    expect(tables).toContainEqual({ name: "mileageScale", steps: 1, checkedUntil: "2027-12-31" });
    const [scale] = (await json(claire, "law", "show", "mileageScale")).tables;
    expect(scale.steps.map(({ from, file }: { from: string; file: string | null }) => [from, file])).toEqual([
      ["2023-01-01", null],
      ["2027-01-01", "2027-rules"],
    ]);
    expect(scale.steps[1].value).toEqual(RULES_2027.tables.mileageScale.steps[0]?.value);
    const { stdout } = await claire.run(["law", "show", "expenseLimits"], { env: { PORTE_NOW: MARCH } });
    expect(stdout).toContain("2027-rules");
  });

  test("is what a drive is worth by, on both sides; the release's own amount is refused", async () => {
    expect((await drive(claire, "100")).amount).toBe(100);
    const [checked] = (await json(claire, "expenses", "check")).expenses;
    expect(checked).toMatchObject({ verdict: "accepted", isEstimate: false });
    expect(checked.notes.map(({ code }: { code: string }) => code)).toEqual(["trip-from-home"]);
    const { sent } = await json(claire, "expenses", "submit", "--yes");
    expect(sent).toMatchObject([{ amount: 100, state: "submitted" }]);

    expect((await drive(karim, "100")).amount).toBe(63.6);
    const [other] = (await json(karim, "expenses", "check")).expenses;
    expect(other).toMatchObject({ isEstimate: true });
    const refused = await karim.run(["expenses", "submit", "--yes", "--json"], { env: { PORTE_NOW: MARCH } });
    expect(refused.code).not.toBe(0);
    expect(`${refused.stdout}${refused.stderr}`).toContain("100");

    const trip = { vehicle: { kind: "car", power: 5, electric: false }, metres: 100_000, from: null, to: null };
    const old = { category: "mileage", date: "2027-03-08", amountCents: 6_360, vat: [], mission: null, note: null };
    const response = await fetch(`${company.url}/v1/expenses`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${company.karim.token}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify({ ...old, units: 1, department: null, trip, receiptId: null }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "expense.mileage" });
  });

  test("limits a meal, and what is exempt of telework, on both sides", async () => {
    const meal = ["--amount", "26", "--category", "restaurant", "--date", "2027-03-08", "--mission", "ACME"];
    await json(claire, "expenses", "add", RECEIPT, ...meal);
    expect((await json(claire, "expenses", "check")).expenses).toMatchObject([
      { category: "restaurant", verdict: "taxable", over: 1, isEstimate: false, notes: [] },
    ]);
    const days = ["--category", "telework", "--units", "10", "--date", "2027-03-09"];
    expect(await json(claire, "expenses", "add", ...days)).toMatchObject({ amount: 30 });
    await json(claire, "expenses", "submit", "--yes");

    const { items } = JSON.parse((await company.staff("expenses", "list", "--json")).stdout);
    const held = items.map(({ expense }: { expense: { category: string; taxableCents: number } }) => [
      expense.category,
      expense.taxableCents,
    ]);
    expect(held).toEqual(
      expect.arrayContaining([
        ["restaurant", 100],
        ["telework", 0],
      ]),
    );
  });

  test("that no longer fits is left out, and said where a drive or an expense is judged", async () => {
    const kept = join(karim.folder, ".config", "porte", "law");
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, "old.json"), JSON.stringify(OLD));

    for (const words of [
      ["expenses", "check"],
      ["expenses", "mileage", "5"],
    ]) {
      const { code, stderr } = await karim.run(words, { env: { PORTE_NOW: MARCH, PORTE_LANG: "en" } });
      expect(code).toBe(0);
      expect(stderr).toContain("a law file is skipped");
    }
  });
});
