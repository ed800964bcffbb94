// slow: 12 s
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  describeOnOne,
  type Home,
  newHome,
  type Outcome,
  type Porte,
  startCompanyAt,
  type TestCompany,
} from "../parts/programs.ts";

/** Contracts begin in September: three months of one year can be paid. */
const SEPTEMBER = "2026-09-25T16:40:00.000Z";
const cents = (euros: number) => Math.round(euros * 100);

describeOnOne("what a company owes", {}, (database) => {
  let company: TestCompany;
  let claire: Home;
  let karim: Home;
  beforeAll(async () => {
    company = await startCompanyAt(SEPTEMBER, database);
    const homeOf = ({ token }: Porte) => newHome({ url: company.url, token, now: SEPTEMBER });
    claire = homeOf(company.claire);
    karim = homeOf(company.karim);
  });
  afterAll(async () => {
    claire.remove();
    karim.remove();
    await company.stop();
  });

  const done = async (outcome: Promise<Outcome>) => expect(await outcome).toMatchObject({ code: 0 });
  const declare = async (home: Home, month: string, ...words: string[]) => {
    await done(home.porte("declare", month, ...words, "--ahead", "--partial", "--yes"));
    const { items } = await answerOf(company.staff("reports", "list", "--json"));
    for (const { report } of items) await done(company.staff("reports", "approve", report.id));
  };
  const pays = (porte: Porte, mission: string, month: string, amount: string) =>
    done(
      company.staff(
        "payments",
        "record",
        "--porte",
        porte.email,
        "--mission",
        mission,
        "--month",
        month,
        "--amount",
        amount,
      ),
    );
  const payroll = (month: string) => answerOf(company.staff("payroll", "run", month, "--json"));
  const slipOf = (home: Home, month: string) => answerOf(home.porte("payslips", "get", month, "--json"));
  const accountOf = (home: Home, month: string) => answerOf(home.porte("account", month, "--json"));

  test("is the minimum of the month although the client has paid nothing: the account shows the advance", async () => {
    await declare(claire, "2026-09", "--all", "mission=ACME");

    expect((await payroll("2026-09")).paid).toHaveLength(1);

    const slip = await slipOf(claire, "2026-09");
    expect(slip.gross).toBe(2451.75);
    const account = await accountOf(claire, "2026-09");
    expect(cents(account.advance)).toBe(cents(slip.employerCost) + cents(slip.waterfall.reserve));
    expect(cents(account.balance)).toBe(cents(account.reserve) - cents(account.advance));
    expect((await claire.porte("account", "2026-09")).stdout).toContain("art. 21.3");
  });

  test("is the complement once the money has come, with the next pay, less the advance", async () => {
    await pays(company.claire, "ACME", "2026-09", "14300");
    await declare(claire, "2026-10", "--all", "mission=ACME");
    await pays(company.claire, "ACME", "2026-10", "14300");

    expect((await payroll("2026-10")).paid).toHaveLength(1);

    const slip = await slipOf(claire, "2026-10");
    expect(slip.waterfall.turnover).toBe(28_600);
    expect(slip.gross).toBeGreaterThan(14_000);
    const account = await accountOf(claire, "2026-10");
    expect(account.advance).toBe(0);
    const both = await Promise.all(["2026-09", "2026-10"].map((month) => accountOf(claire, month)));
    const entries = both.flatMap(({ entries: listed }) =>
      listed.map(({ amount }: { amount: number }) => cents(amount)),
    );
    expect(entries.reduce((total, amount) => total + amount, 0)).toBe(cents(account.balance));
    expect(cents(account.balance)).toBe(cents(account.activity) + cents(account.reserve) + cents(account.provision));
  });

  test("is paid again once its payslip was reversed, and the run can be shown", async () => {
    const before = await accountOf(claire, "2026-10");
    const slip = await slipOf(claire, "2026-10");
    const reverse = () =>
      company.staff("payroll", "reverse", company.claire.email, "2026-10", "--reason", "Mauvais taux");
    expect((await reverse()).stdout).toContain("Claire Morel");
    expect(await reverse()).toMatchObject({ code: 5 });
    expect((await claire.porte("payslips", "get", "2026-10")).code).toBe(5);

    const run = await payroll("2026-10");

    expect(run).toMatchObject({ state: "done", paid: [{ owner: { email: company.claire.email } }] });
    expect(await answerOf(company.staff("payroll", "show", run.id, "--json"))).toEqual(run);
    expect(await answerOf(company.staff("payroll", "resume", run.id, "--json"))).toEqual(run);
    expect(await slipOf(claire, "2026-10")).toEqual(slip);
    const { entries: _before, ...sums } = before;
    expect(await accountOf(claire, "2026-10")).toMatchObject(sums);
  });

  test("is what a part of the client's money makes, where that is more than the minimum", async () => {
    await declare(karim, "2026-09", "--all", "mission=NORD");
    await pays(company.karim, "NORD", "2026-09", "6000");

    expect((await payroll("2026-09")).paid).toHaveLength(1);

    const slip = await slipOf(karim, "2026-09");
    expect(slip.waterfall.turnover).toBe(6000);
    expect(slip.gross).toBeGreaterThan(2288.3);
    expect((await accountOf(karim, "2026-09")).advance).toBe(0);
  });

  test("is nothing for a month without work or money, and that is said", async () => {
    await declare(karim, "2026-10", "--empty");

    const { paid, leftOut } = await payroll("2026-10");
    expect(paid).toEqual([]);
    expect(leftOut).toContainEqual(
      expect.objectContaining({
        owner: expect.objectContaining({ email: company.karim.email }),
        reason: "nothing-due",
      }),
    );
  });

  test("follows the company's profile: named charges, lines of its own, the branch's cover, each told apart", async () => {
    const file = join(claire.folder, "profile.json");
    const cover = { employerPpm: 15_000, employeePpm: 6_200, employerT2Ppm: 9_500, employeeT2Ppm: 9_400 };
    writeFileSync(
      file,
      JSON.stringify({
        charges: [
          { name: "Médecine du travail", ratePpm: 1_000 },
          { name: "RC pro", amountCents: 1_250 },
        ],
        lines: [
          {
            label: "Action sociale",
            text: "accord d'entreprise du 3 mars 2025",
            base: "gross",
            employerPpm: 1_000,
            employeePpm: 500,
          },
          {
            label: "Garantie décès",
            text: "contrat collectif",
            base: "amount",
            employerCents: 300,
            employeeCents: 200,
          },
        ],
        provident: { cadre: cover, nonCadre: cover },
        mealVoucher: { valueCents: 1_200, employerShareCents: 700 },
      }),
    );
    await done(company.staff("payroll", "profile", file));
    await declare(claire, "2026-11", "--all", "mission=ACME");
    await pays(company.claire, "ACME", "2026-11", "13000");
    await done(claire.porte("status"));
    const asked = await answerOf(
      claire.porte("simulate", "--tjm", "650", "--days", "20", "--date", "2026-11", "--json"),
    );

    await payroll("2026-11");

    const { waterfall, transfer, transferDate: _date, mealVouchers, ...slip } = await slipOf(claire, "2026-11");
    expect(slip).toEqual(asked.payslip);
    expect(mealVouchers).toEqual({ count: 20, value: 12, employer: 140, employee: 100 });
    expect(cents(transfer)).toBe(cents(slip.netPaid) - 10_000);
    expect(cents(asked.waterfall.inHand)).toBe(cents(transfer));
    expect(waterfall.charges).toEqual([
      { name: "Médecine du travail", amount: 13 },
      { name: "RC pro", amount: 12.5 },
      { name: "Titres-restaurant (part de la société)", amount: 140 },
    ]);
    const line = (code: string) => slip.lines.find((one: { code: string }) => one.code === code);
    expect(line("company-1")).toMatchObject({ label: "Action sociale", origin: "company", employerRate: 0.001 });
    expect(line("company-2")).toMatchObject({ label: "Garantie décès", employeeAmount: 2, employerAmount: 3 });
    expect(line("trainingBranch")).toMatchObject({ origin: "branch", employerRate: 0.006 });
    expect(line("provident")).toMatchObject({ origin: "branch", employeeRate: 0.0062, employerRate: 0.015 });
    expect(line("health")).toMatchObject({ origin: "law" });
    const { entries } = await accountOf(claire, "2026-11");
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: "charge", label: "Médecine du travail", amount: -13 }),
    );
    const bad = join(claire.folder, "bad.json");
    writeFileSync(bad, '{"charges":[{"name":"x"}]}');
    expect(await company.staff("payroll", "profile", bad)).toMatchObject({ code: 5 });
    writeFileSync(bad, '{"mealVoucher":{"valueCents":1200,"employerShareCents":800}}');
    expect(await company.staff("payroll", "profile", bad)).toMatchObject({ code: 5 });
    writeFileSync(bad, "[1]");
    expect(await company.staff("payroll", "profile", bad)).toMatchObject({ code: 2 });
  });

  test.skipIf(database === "PGlite")(
    "to a fixed-term contract of two months is what its simulation says, each month",
    async () => {
      const client = new pg.Client({ connectionString: company.database ?? "" });
      await client.connect();
      await client.query(
        `insert into employment_contracts (id, person_id, version, kind, category, level, start_day, end_day, alsace_moselle, recorded_at, recorded_by)
   values (gen_random_uuid(), (select id from people where email = $1), 2, 'cdd', 'cadre', 'senior', '2026-11-01', '2026-12-31', false, now(), 'test')`,
        [company.karim.email],
      );
      const payMonth = async (month: string, amount: string) => {
        await declare(karim, month, "--all", "mission=NORD");
        await pays(company.karim, "NORD", month, amount);
        await payroll(month);
        return slipOf(karim, month);
      };
      await done(karim.porte("status"));
      const words = ["--tjm", "650", "--days", "20", "--date", "2026-11", "--json"];
      const asked = await answerOf(karim.porte("simulate", ...words));

      const {
        waterfall,
        transfer: _transfer,
        transferDate: _date,
        mealVouchers: _vouchers,
        ...november
      } = await payMonth("2026-11", "13000");

      expect(november).toEqual(asked.payslip);
      expect(asked.assumptions).toContainEqual({ name: "shortContract", value: true, origin: "company" });
      expect(waterfall.kept.endOfContract).toBeGreaterThan(0);
      expect((await accountOf(karim, "2026-11")).provision).toBe(waterfall.kept.endOfContract);
      /** December is paid in January, whose neutral grid nobody has checked: a personal rate needs none. */
      await client.query(`insert into employment_contracts select (jsonb_populate_record(contract, jsonb_build_object('id',
        gen_random_uuid(), 'version', 3, 'tax_rate_ppm', 100000))).* from employment_contracts as contract where kind = 'cdd'`);
      const december = await payMonth("2026-12", "13000");
      await client.end();

      expect(december.waterfall.released).toEqual({ leave: 0, endOfContract: waterfall.kept.endOfContract });
      expect(december.gross).toBeGreaterThan(november.gross);
      expect((await accountOf(karim, "2026-12")).provision).toBe(0);
    },
  );
});
