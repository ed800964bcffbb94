import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, type Home, newHome, RECEIPT, startCompany, type TestCompany } from "../parts/programs.ts";

let company: TestCompany;
let claire: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
});
afterAll(async () => {
  await company.stop();
  claire.remove();
});

const expenses = (...words: string[]) => answerOf(claire.porte("expenses", ...words, "--json"));
const telework = (...words: string[]) => expenses("add", "--category", "telework", ...words);
interface Checked {
  readonly category: string;
  readonly verdict: string;
  readonly over: number;
}

test("telework has no receipt, is worth what is exempt of its days, and is limited by the month", async () => {
  expect(await telework("--units", "12", "--date", "2026-11-13")).toMatchObject({
    amount: 32.4,
    units: 12,
    vat: 0,
    mission: null,
    missingReceipt: false,
  });
  expect(await telework("--units", "25", "--date", "2026-11-12")).toMatchObject({ amount: 59.4 });
  await expenses("remove", (await expenses("list")).expenses[1].id);
  await telework("--units", "11", "--date", "2026-11-25");
  await telework("--units", "1", "--amount", "5", "--date", "2026-11-24");

  const found = await expenses("check");
  expect(found.expenses.map(({ verdict, over }: Checked) => [verdict, over])).toEqual([
    ["accepted", 0],
    ["taxable", 2.7],
    ["taxable", 5],
  ]);
  const { sent } = await expenses("submit", "--yes");
  expect(sent).toHaveLength(3);
  const { items } = JSON.parse((await company.staff("expenses", "list", "--json")).stdout);
  expect(items.map(({ expense }: { expense: { taxableCents: number } }) => expense.taxableCents)).toEqual([
    0, 270, 500,
  ]);
  expect(items[0].expense).toMatchObject({ category: "telework", receiptId: null, trip: null });

  await telework("--units", "1", "--date", "2026-11-20");
  expect((await expenses("check")).expenses).toMatchObject([{ verdict: "taxable", over: 2.7 }]);
  for (const units of ["0", "32", "1.5"])
    expect(await claire.porte("expenses", "add", "--category", "telework", "--units", units)).toMatchObject({
      code: 2,
    });
});

test("another expense still needs its receipt", async () => {
  expect(await claire.porte("expenses", "add", "--category", "telecom", "--amount", "5")).toMatchObject({
    code: 2,
  });
});

test("years after the last check of the law, a meal is judged by the last known limit, and that is said", async () => {
  const home = newHome({ url: company.url, token: company.claire.token });
  const later = { env: { PORTE_NOW: "2031-05-02T10:00:00.000Z" } };
  const words = ["--amount", "30", "--category", "restaurant", "--date", "2031-05-02", "--mission", "ACME"];
  await answerOf(home.run(["expenses", "add", RECEIPT, ...words, "--json"], later));

  const { expenses: judged } = await answerOf(home.run(["expenses", "check", "--json"], later));
  expect(judged).toMatchObject([
    { isEstimate: true, rule: "limit", notes: [{ code: "law-unchecked", source: "2026-12-31" }] },
  ]);
  const { stdout } = await home.run(["expenses", "check"], later);
  expect(stdout).toContain("legal amounts checked until Thu 31 Dec 2026; after that, an estimate");
  home.remove();
});

test("a train ticket is told that its trip starts at home", async () => {
  const home = newHome({ url: company.url, token: company.claire.token });
  const ticket = ["--amount", "90", "--category", "transport", "--date", "2026-11-19", "--mission", "ACME"];
  await answerOf(home.porte("expenses", "add", RECEIPT, ...ticket, "--json"));
  expect((await home.porte("expenses", "check")).stdout).toMatch(/1 expense: trip counted from home.*avenant n° 9/);
  home.remove();
});

test("a company with a collective agreement exempts more of it, before and after it is sent", async () => {
  const karim = newHome({ url: company.url, token: company.karim.token });
  const file = join(karim.folder, "profile.json");
  writeFileSync(file, '{"teleworkAgreement":true}');
  expect(await company.staff("payroll", "profile", file)).toMatchObject({ code: 0 });
  const words = ["--category", "telework", "--units", "2", "--amount", "6,60", "--date", "2026-11-13", "--json"];
  await answerOf(karim.porte("expenses", "add", ...words));

  const { expenses: found } = await answerOf(karim.porte("expenses", "check", "--json"));
  await answerOf(karim.porte("expenses", "submit", "--yes", "--json"));
  const { items } = JSON.parse((await company.staff("expenses", "list", "--json")).stdout);
  karim.remove();

  expect(found).toMatchObject([{ verdict: "accepted" }]);
  const sent = items.find(({ owner }: { owner: { email: string } }) => owner.email === company.karim.email);
  expect(sent.expense).toMatchObject({ amountCents: 660, taxableCents: 0 });
});
