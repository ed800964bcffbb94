// slow: 15 s
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  describeOnEach,
  type Home,
  newHome,
  RECEIPT,
  startCompany,
  type TestCompany,
  TIMESHEET,
} from "../parts/programs.ts";

describeOnEach("a month", {}, (database) => {
  let company: TestCompany;
  let claire: Home;
  let karim: Home;

  beforeAll(async () => {
    company = await startCompany(database);
    claire = newHome({ url: company.url, token: company.claire.token });
    karim = newHome({ url: company.url, token: company.karim.token });
  });
  afterAll(async () => {
    await company.stop();
    claire.remove();
    karim.remove();
  });

  const json = async (home: Home, ...words: string[]) => {
    const { stdout, stderr, code } = await home.porte(...words, "--json");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };

  test("the next request is Claire's", async () => {
    const me = await json(claire, "whoami");

    expect(me).toMatchObject({
      company: "Exemple Portage",
      person: { name: "Claire Morel" },
      source: "environment",
      scopes: ["read", "declare", "expenses"],
    });
  });

  test("a dry run shows the exact body and writes nothing, here or there", async () => {
    const shown = await json(claire, "declare", "2026-11", "--csv", TIMESHEET, "--dry-run");

    expect(shown.days).toHaveLength(21);
    expect((await json(claire, "declare", "list")).reports).toEqual([]);
  });

  test("the month is declared from CSV, with a signed receipt", async () => {
    const sent = await json(claire, "declare", "2026-11", "--csv", TIMESHEET, "--yes");

    expect(sent).toMatchObject({ month: "2026-11", state: "submitted", version: 1, turnover: 11375, sent: true });
    expect(sent.totals).toEqual({ mission: 17.5, prospecting: 0.5, training: 1, "paid-leave": 1, holiday: 1 });
    expect(sent.receipt.signature).toMatch(/^[\w-]{86}$/);
  });

  test("the same month again is known as the same", async () => {
    const again = await json(claire, "declare", "2026-11", "--csv", TIMESHEET, "--yes");

    expect(again).toMatchObject({ version: 1, sent: false });
  });

  test("an expense is kept with its receipt, then sent", async () => {
    const words = ["--amount", "21,40", "--vat", "1,95", "--date", "2026-11-19", "--category", "restaurant"];
    const kept = await json(claire, "expenses", "add", RECEIPT, ...words, "--mission", "acme");
    expect(kept).toMatchObject({ state: "draft", amount: 21.4, mission: "ACME", isNew: true });
    expect(await json(claire, "expenses", "add", RECEIPT, ...words, "--mission", "acme")).toMatchObject({
      isNew: false,
    });

    const { sent } = await json(claire, "expenses", "submit", "--yes");

    expect(sent).toHaveLength(1);
    expect((await json(claire, "expenses")).expenses).toMatchObject([{ state: "submitted", amount: 21.4 }]);
  });

  test("a refused report comes back with its reason, and is corrected", async () => {
    await json(karim, "declare", "2026-11", "--days", "2-6", "--mission", "nord", "--partial", "--yes");
    const [report] = JSON.parse((await company.staff("reports", "list", "--json")).stdout).items.filter(
      ({ owner }: { owner: { email: string } }) => owner.email === company.karim.email,
    );
    const refused = await company.staff("reports", "reject", report.report.id, "--reason", "Le 6 manque de détail");
    expect(refused.code).toBe(0);
    expect(await json(karim, "declare", "show", "2026-11")).toMatchObject({
      state: "refused",
      reason: "Le 6 manque de détail",
    });
    const { todo, mine } = await json(karim, "status");
    expect(mine).toMatchObject([{ kind: "report-refused" }]);
    expect(todo).toEqual(mine);

    const corrected = await json(
      karim,
      "declare",
      "2026-11",
      "--days",
      "2-5",
      "--mission",
      "NORD",
      "--partial",
      "--yes",
    );

    expect(corrected).toMatchObject({ state: "submitted", version: 2, turnover: 1680 });
  });

  test("the company approves, records the payment and pays; whoever is not paid is told why", async () => {
    for (const resource of ["reports", "expenses"])
      for (const item of JSON.parse((await company.staff(resource, "list", "--json")).stdout).items)
        if (item.owner.email === company.claire.email)
          expect((await company.staff(resource, "approve", (item.report ?? item.expense).id)).code).toBe(0);
    const payment = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-11", "--amount", "11375"];
    const recorded = JSON.parse((await company.staff("payments", "record", ...payment, "--json")).stdout);
    expect(recorded).toMatchObject({ amountCents: 1_137_500, feeCents: 79_625, balanceCents: 1_057_875 });

    const run = JSON.parse((await company.staff("payroll", "run", "2026-11", "--json")).stdout);

    expect(run.paid).toMatchObject([{ owner: { name: "Claire Morel" }, payslip: { transferDate: "2026-12-04" } }]);
    expect(run.leftOut).toMatchObject([{ owner: { name: "Karim Benali" }, reason: "report-not-approved" }]);
    expect(JSON.parse((await company.staff("payroll", "run", "2026-11", "--json")).stdout).paid).toEqual([]);
  });

  test("the payslip is what the simulation of the same month says, to the cent", async () => {
    const slip = await json(claire, "payslips", "get", "2026-11");
    const month = [
      "--turnover",
      "11375",
      "--expenses",
      "21,40",
      "--fee",
      "7",
      "--level",
      "senior",
      "--date",
      "2026-11",
    ];
    const rates = [
      "--headcount",
      "240",
      "--work-accident-rate",
      "0,9",
      "--mobility-rate",
      "3,2",
      "--health-plan",
      "60",
    ];
    const simulated = await json(claire, "simulate", ...month, ...rates);

    const { waterfall, transfer, transferDate, ...figures } = slip;
    expect(figures).toEqual(simulated.payslip);
    expect(waterfall).toMatchObject({ reserve: simulated.waterfall.reserve, managementFee: 796.25 });
    expect(transfer).toBe(Math.round((figures.netPaid + 21.4) * 100) / 100);
    expect(transferDate).toBe("2026-12-04");
  });

  test("the payslip's PDF is one page of selectable French", async () => {
    const file = join(claire.folder, "bulletin.pdf");
    await json(claire, "payslips", "get", "2026-11", "--pdf", file);

    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), {
      mergePages: true,
    });

    expect(totalPages).toBe(1);
    for (const words of ["Claire Morel", "Santé", "Accidents du travail", "Retraite", "Famille", "Assurance chômage"])
      expect(text).toContain(words);
    for (const words of ["CSG", "Exonérations", "Montant net social", "Montant net imposable", "prélevé à la source"])
      expect(text).toContain(words);
    expect(text.replaceAll(/\s/g, "")).toContain("4474,68€");
  });

  test("the account's entries sum to its balance, and the reserve is Claire's", async () => {
    const account = await json(claire, "account", "2026-11");

    const cents = account.entries.reduce(
      (total: number, { amount }: { amount: number }) => total + Math.round(amount * 100),
      0,
    );
    expect(cents).toBe(Math.round(account.balance * 100));
    expect(account.reserve).toBeGreaterThan(0);
    expect(account.balance).toBe(Math.round((account.activity + account.reserve) * 100) / 100);
  });

  test("a paid month can no longer change", async () => {
    const { code, stderr, stdout } = await claire.porte("declare", "2026-11", "--days", "2", "--partial", "--yes");

    expect(code).toBe(2);
    expect(stderr).toContain("can no longer change");
    expect(stdout).toBe("");
  });

  test("nothing waits for Claire, and the transfer with its day is shown", async () => {
    const status = await json(claire, "status");

    expect(status.mine).toEqual([]);
    expect(status.todo).toEqual([]);
    expect(status.money).toMatchObject([{ kind: "transfer", day: "2026-12-04" }, { kind: "balance" }]);
  });
});
