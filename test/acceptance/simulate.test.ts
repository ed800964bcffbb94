// slow: 15 s
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Home, newHome, type Outcome, startCompanyAt, type TestCompany } from "../parts/programs.ts";

const home = newHome();
afterAll(() => home.remove());

async function json(from: Home, ...words: string[]) {
  const { stdout, stderr, code } = await from.porte("simulate", ...words, "--json");
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  const { warnings = [] } = answer as { warnings?: { message: string }[] };
  const said = stderr.split("\n").filter((line) => line !== "");
  for (const line of said) expect(warnings.map(({ message }) => message)).toContain(line);
  return answer;
}

const cents = (euros: number) => Math.round(euros * 100);

describe("one month", () => {
  test("without days is the working days of the month asked, holidays out", async () => {
    expect((await json(home, "--tjm", "550", "--date", "2026-11")).input).toMatchObject({ days: 20, turnover: 11_000 });
    expect((await json(home, "--tjm", "550", "--date", "2026-05")).input).toMatchObject({ days: 17, turnover: 9_350 });
  });

  test("every euro of the turnover is somewhere", async () => {
    const { waterfall, payslip } = await json(home, "--tjm", "550", "--expenses", "120", "--leave", "provisioned");

    const { turnover, managementFee, expenses, reserve, otherProvisions, envelope, remainder } = waterfall;
    const sum = [managementFee, expenses, reserve, otherProvisions, envelope].map(cents).reduce((a, b) => a + b);
    expect(sum).toBe(cents(turnover));
    expect(cents(payslip.employerCost) + cents(remainder)).toBe(cents(envelope));
    expect(otherProvisions).toBeGreaterThan(0);
  });

  test("each value that it rests on says where it came from", async () => {
    const { assumptions } = await json(home, "--tjm", "550", "--fee", "5", "--date", "2025-03");

    expect(assumptions).toContainEqual({ name: "fee", value: 0.05, origin: "option" });
    expect(assumptions).toContainEqual({ name: "workAccidentRate", value: 0.0212, origin: "default" });
    expect(assumptions).toContainEqual({ name: "contract", value: "cdi", origin: "default" });
  });

  test("explained, each line shows its base, its rate and the text with its day", async () => {
    const { stdout } = await home.porte("simulate", "--gross", "4500", "--explain", "--date", "2024-08");

    expect(stdout).toMatch(/€3,864\.00\t6\.9%\t€266\.62\t8\.55%\t€330\.37/);
    expect(stdout).toContain("CSS, art. D. 242-4 ; décret n° 2014-1531 du 17/12/2014, depuis le 01/01/2017");
    expect(stdout).toContain("décret n° 2023-1329 du 29/12/2023, depuis le 01/01/2024");
  });

  test("a wish is answered by the smallest turnover, and the daily rate over the days given", async () => {
    const { input, payslip } = await json(home, "--paid", "3000", "--days", "18");
    const less = await json(home, "--tjm", String(cents(input.tjm) / 100 - 0.01), "--days", "18");

    expect(input).toMatchObject({ paid: 3000, days: 18, turnover: Math.round(input.tjm * 1800) / 100 });
    expect(payslip.netPaid).toBeGreaterThanOrEqual(3000);
    expect(less.payslip.netPaid).toBeLessThan(3000);
    expect((await home.porte("simulate", "--net", "3500")).stdout).toMatch(
      /For €3,500\.00 net before tax: a turnover of €7,\d{3}/,
    );
  });

  test("a fixed-term contract ends with its tenth, and a short one is taxed on less", async () => {
    const month = ["--turnover", "9000", "--date", "2026-11"];
    const long = await json(home, ...month, "--contract", "cdd");
    const short = await json(home, ...month, "--contract-months", "2");
    const last = await json(home, ...month, "--contract-months", "1");

    expect(long.waterfall).toMatchObject({ reserve: 0, parts: { endOfContract: 0 } });
    expect(long.waterfall.kept.endOfContract).toBeGreaterThan(0);
    expect(last.waterfall.kept.endOfContract).toBe(0);
    expect(last.waterfall.parts.endOfContract).toBeGreaterThan(0);
    expect(long.payslip.lines.map(({ code }: { code: string }) => code)).toContain("cpfFixedTerm");
    expect(short.payslip.netTaxable).toBe(long.payslip.netTaxable);
    expect(short.payslip.withholding).toBeLessThan(long.payslip.withholding);
  });

  test("the margins are the difference of two whole simulations", async () => {
    const base = ["--tjm", "550", "--days", "18"];
    const { margins, payslip } = await json(home, ...base, "--margins");
    const more = await json(home, "--tjm", "550", "--days", "19");
    const dearer = await json(home, ...base, "--fee", "8");

    const of = (change: string) => margins.find((one: { change: string }) => one.change === change);
    expect(cents(of("one_day_more").netPaid)).toBe(cents(more.payslip.netPaid) - cents(payslip.netPaid));
    expect(cents(of("one_point_of_fee").netPaid)).toBe(cents(dearer.payslip.netPaid) - cents(payslip.netPaid));
    expect(margins.map(({ change }: { change: string }) => change)).toEqual([
      "one_day_more",
      "one_day_less",
      "one_euro_of_rate",
      "hundred_of_turnover",
      "hundred_of_expenses",
      "one_point_of_fee",
    ]);
  });

  test("the curve passes through the simulation itself", async () => {
    const { plot, payslip } = await json(home, "--tjm", "550", "--days", "18", "--plot", "days");

    expect(plot.points).toHaveLength(18);
    expect(plot.points.at(-1)).toEqual({ x: 18, netPaid: payslip.netPaid });
  });

  test("as CSV, one line a contribution", async () => {
    const { stdout } = await home.porte("simulate", "--gross", "4000", "--csv");
    const [header = "", ...lines] = stdout.trimEnd().split("\n");

    expect(header).toBe("code,base,employeeRate,employeeAmount,employerRate,employerAmount,source,origin");
    expect(lines.find((line) => line.startsWith("csa,"))).toMatch(
      /^csa,4000,0,0,0\.003,12,"CSS, art\. L\. 137-40 .*",law$/,
    );
  });
});

describe("months in a row", () => {
  test("the year is its twelve months, with the days off out", async () => {
    const { months, totals } = await json(
      home,
      ...["--tjm", "550", "--date", "2026-03", "--year", "--leave-days", "2026-08:15", "--intermission", "2026-01:21"],
    );

    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ month: "2026-01", workingDays: 21, billedDays: 0, payslip: null });
    expect(months[7]).toMatchObject({ month: "2026-08", workingDays: 21, billedDays: 6, turnover: 3300 });
    const paid = months.reduce(
      (sum: number, { payslip }: { payslip: { netPaid: number } | null }) => sum + cents(payslip?.netPaid ?? 0),
      0,
    );
    expect(paid).toBe(cents(totals.netPaid));
  });

  test("the ceilings are the year's: a full month bears what a short one before it left", async () => {
    const words = ["--tjm", "650", "--date", "2026-01", "--partial-month", "none"];
    const { months } = await json(home, ...words, "--months", "2", "--intermission", "2026-01:15");
    const alone = await json(home, "--tjm", "650", "--date", "2026-02");

    const t1 = ({ payslip }: typeof alone) =>
      payslip.lines.find(({ code }: { code: string }) => code === "oldAgeCapped").base;
    expect(t1(months[0])).toBeLessThan(4005);
    expect(t1(alone)).toBe(4005);
    expect(t1(months[0]) + t1(months[1])).toBe(Math.min(8010, months[0].payslip.gross + months[1].payslip.gross));
    const run = await home.porte("simulate", ...words, "--months", "2", "--csv");
    expect(run.stdout.split("\n")[0]).toBe(
      "month,workingDays,billedDays,turnover,gross,employerCost,netBeforeTax,netPaid",
    );
  });
});

describe("evidence", () => {
  test("a simulation is kept once with its day, and held against another", async () => {
    const kept = await json(home, "--tjm", "550", "--days", "18", "--save", "novembre");
    expect(statSync(kept.saved.file).mode & 0o777).toBe(0o600);
    const again = await home.porte("simulate", "--tjm", "600", "--days", "18", "--save", "novembre");
    expect(again).toMatchObject({ code: 2, stdout: "" });

    const same = await json(home, "--tjm", "550", "--days", "18", "--compare", "novembre");
    const other = await json(home, "--tjm", "550", "--days", "18", "--fee", "9", "--compare", "novembre");

    expect(same.promised).toMatchObject({
      name: "novembre",
      kind: "simulation",
      savedAt: expect.stringMatching(/^2026-11-25T/),
    });
    expect(same.drifts.every(({ drift }: { drift: number }) => drift === 0)).toBe(true);
    expect(other.drifts).toContainEqual({
      figure: "managementFee",
      line: null,
      promised: 693,
      actual: 891,
      drift: 198,
    });
    const line = other.drifts.find(
      (one: { line: { code: string; payer: string } | null }) => one.line?.code === "oldAgeUncapped",
    );
    expect(line.drift).toBeLessThan(0);
  });

  test("an offer is kept as it was said, and shows its drift from the law", async () => {
    await json(
      home,
      "--promise",
      "--save",
      "offre",
      "--turnover",
      "11000",
      "--fee",
      "5",
      "--gross",
      "7200",
      "--paid",
      "5000",
    );
    const compared = ["--tjm", "550", "--date", "2026-11", "--compare", "offre"];
    const own = await json(home, ...compared);
    const { promised, drifts } = await json(home, ...compared, "--fee", "7");

    expect(promised.kind).toBe("promise");
    expect(own.drifts).toContainEqual({ figure: "managementFee", line: null, promised: 550, actual: 550, drift: 0 });
    expect(drifts).toContainEqual({ figure: "managementFee", line: null, promised: 550, actual: 770, drift: 220 });
    expect(drifts).toContainEqual({ figure: "reserve", line: null, promised: null, actual: 198.12, drift: null });
    expect((await json(home, "--saved")).simulations.map(({ name }: { name: string }) => name).sort()).toEqual([
      "novembre",
      "offre",
    ]);
    expect((await home.porte("simulate", "--compare", "ofre", "--tjm", "500")).stderr).toContain("novembre and offre");
  });
});

describe("a batch", () => {
  test("answers each line in its order, the bad ones with their reason", async () => {
    const rows = [
      '{"tjm":550,"days":18,"fee":0.05}',
      "",
      '{"gross":4000,"date":"2024-02","category":"non-cadre","alsaceMoselle":true}',
      "not json",
      '{"tjm":550,"tmj":3}',
      '{"gross":-1}',
      '{"gross":40.123}',
      '{"gross":1e9}',
      '{"tjm":550,"gross":3000}',
      '{"turnover":9000,"fee":7}',
      '{"paid":2500,"days":20}',
    ];
    const { stdout, stderr, code } = await home.run(["simulate", "--batch", "-"], { input: rows.join("\r\n") });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

    expect(code).toBe(2);
    expect(stderr).toContain("8 of 11");
    expect(answers.map(({ error, payslip }) => error?.code ?? typeof payslip.netPaid)).toEqual([
      "number",
      "batch.blank",
      "number",
      "batch.line",
      "usage.unknown_option",
      "input.amount_range",
      "input.amount",
      "input.amount_range",
      "usage.conflict",
      "input.fraction",
      "number",
    ]);
    const alone = await json(home, "--tjm", "550", "--days", "18", "--fee", "5");
    expect(answers[0].payslip).toEqual(alone.payslip);
    expect(answers[0].waterfall).toEqual(alone.waterfall);
  });

  test("has a line for each of thousands", async () => {
    const file = join(home.folder, "rows.jsonl");
    writeFileSync(file, '{"tjm":550,"days":18}\n'.repeat(4_000));
    const { stdout, code } = await home.porte("simulate", "--batch", file);

    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(4_001);
  });
});

describe("bad input", () => {
  const cases: [string, string[], RegExp][] = [
    ["a rate of nothing", ["--tjm", "0"], /€0\.01/],
    ["a negative turnover", ["--turnover=-5"], /-5|−€5/],
    ["no number", ["--gross", "NaN"], /NaN/],
    ["two million a month", ["--turnover", "2000000"], /€1,000,000\.00/],
    ["a product over a million", ["--tjm", "900000", "--days", "20"], /€1,000,000\.00/],
    ["a fee of everything", ["--turnover", "10000", "--fee", "100"], /is not enough to pay a salary/],
    ["expenses above turnover", ["--turnover", "5000", "--expenses", "6000"], /is not enough to pay a salary/],
    ["a net that nothing reaches", ["--paid", "900000"], /No turnover/],
    ["a net under a fee of everything", ["--net", "2000", "--fee", "100"], /No turnover/],
    ["two starts", ["--gross", "4000", "--tjm", "500"], /--tjm and --gross|--gross and --tjm/],
    ["a fee on a gross pay", ["--gross", "4000", "--fee", "7"], /--gross and --fee/],
    ["days beside a turnover", ["--turnover", "4000", "--days", "7"], /--turnover and --days/],
    ["a month nobody checked", ["--gross", "4000", "--date", "2023-12"], /from Mon 1 Jan 2024 to Thu 31 Dec 2026/],
    ["thirty-two days", ["--tjm", "500", "--days", "32"], /32/],
    ["a third of a day", ["--tjm", "500", "--days", "3.33"], /3\.33/],
    ["a rate in words", ["--tjm", "500", "--fee", "seven"], /seven/],
    ["an amount with two readings", ["--turnover", "15,000"], /15000|15.000/],
    ["a promise kept nowhere", ["--promise", "--gross", "4000"], /--save/],
    ["a promise of nothing", ["--promise", "--save", "vide"], /--turnover/],
    ["a name that leaves its folder", ["--gross", "4000", "--save", "../x"], /\.\.\/x/],
    ["nothing to compare with", ["--compare", "novembre"], /--payslip/],
    ["days off without a year", ["--tjm", "500", "--leave-days", "2026-08:3"], /--year/],
    ["days off of a turnover", ["--turnover", "5000", "--year", "--leave-days", "2026-08:3"], /--turnover/],
    ["a report of a year", ["--tjm", "500", "--year", "--report", "x.html"], /--year and --report/],
    ["a curve of a turnover", ["--turnover", "5000", "--plot"], /--tjm/],
    ["margins of a gross pay", ["--gross", "5000", "--margins"], /--gross and --margins/],
    ["a batch and a month", ["--batch", "x", "--tjm", "500"], /--batch/],
    ["a batch that is not there", ["--batch", "/nowhere/rows.jsonl"], /rows\.jsonl/],
    ["an indefinite contract of two months", ["--gross", "4000", "--contract", "cdi", "--contract-months", "2"], /cdi/],
  ];
  test.each(cases)("%s is refused with a clear sentence, and nothing else", async (_name, words, said) => {
    const { stdout, stderr, code }: Outcome = await home.porte("simulate", ...words);

    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/at .*\.(ts|cjs|js):\d/);
  });

  test("a report that cannot be written leaves nothing behind", async () => {
    const folder = join(home.folder, "taken.html");
    mkdirSync(folder);
    const { stdout, code } = await home.porte("simulate", "--tjm", "500", "--report", folder);

    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("with a company", () => {
  /** Contracts begin in October: it and November are of the year whose law is known. */
  const OCTOBER = "2026-10-25T16:40:00.000Z";
  let company: TestCompany;
  let claire: Home;
  beforeAll(async () => {
    company = await startCompanyAt(OCTOBER, "PGlite");
    claire = newHome({ url: company.url, token: company.claire.token, now: OCTOBER });
  });
  afterAll(async () => {
    await company.stop();
    claire.remove();
  });

  const pay = async (month: string, days: string, amount: string) => {
    const done = async (outcome: Promise<Outcome>) => expect(await outcome).toMatchObject({ code: 0 });
    await done(claire.porte("declare", month, "--days", days, "--ahead", "--partial", "--yes"));
    const { items } = JSON.parse((await company.staff("reports", "list", "--json")).stdout);
    for (const { report } of items) await done(company.staff("reports", "approve", report.id));
    const payment = ["--porte", company.claire.email, "--mission", "ACME", "--month", month, "--amount", amount];
    await done(company.staff("payments", "record", ...payment, "--force", "--reason", "paid with other work"));
    await done(company.staff("payroll", "run", month));
  };

  test("its own figures stand in for what is not typed, and the payslip is the simulation, to the cent", async () => {
    const asked = await json(claire, "--tjm", "650", "--days", "9", "--date", "2026-10", "--save", "promis");
    await pay("2026-10", "1-2,5-9,12-13", "5850");

    const { stdout } = await claire.porte("payslips", "get", "2026-10", "--json");
    const { waterfall: _waterfall, transfer: _transfer, transferDate: _date, ...payslip } = JSON.parse(stdout);

    expect(payslip).toEqual(asked.payslip);
    expect(asked.assumptions).toContainEqual({ name: "fee", value: 0.07, origin: "company" });
    expect(asked.assumptions).toContainEqual({ name: "level", value: "senior", origin: "company" });
    const compared = await json(claire, "--compare", "promis", "--payslip", "2026-10");
    expect(compared.drifts.filter(({ drift }: { drift: number | null }) => drift !== 0)).toEqual([]);
  });

  test("the next month too: the year to date is the company's", async () => {
    expect(await claire.porte("status")).toMatchObject({ code: 0 });
    const asked = await json(claire, "--tjm", "650", "--days", "20", "--date", "2026-11");
    const alone = await json(claire, "--tjm", "650", "--days", "20", "--date", "2026-11", "--national");
    await pay("2026-11", "2-10,12-30", "13000");

    const { stdout } = await claire.porte("payslips", "get", "2026-11", "--json");
    const { waterfall: _waterfall, transfer: _transfer, transferDate: _date, ...payslip } = JSON.parse(stdout);

    expect(payslip).toEqual(asked.payslip);
    expect(asked.assumptions).toContainEqual({ name: "grossToDate", value: expect.any(Number), origin: "company" });
    const t1 = ({ payslip: slip }: typeof asked) =>
      slip.lines.find(({ code }: { code: string }) => code === "oldAgeCapped").base;
    expect(t1(alone)).toBe(4005);
    /** October, which was not full, bore all of its own smaller ceiling: it leaves nothing of it. */
    expect(t1(asked)).toBe(4005);
  });

  test("a company that does not answer is said, and the defaults stand in", async () => {
    const nobody = newHome({ url: "http://127.0.0.1:9", token: "none" });
    const { code, stderr, stdout } = await nobody.porte("simulate", "--tjm", "550");
    nobody.remove();

    expect(code).toBe(0);
    expect(stderr).toContain("did not answer");
    expect(stdout).toContain("default");
  });
});

test("a report is one page that asks nobody for anything", async () => {
  const file = join(home.folder, "rapport.html");
  await json(home, "--tjm", "550", "--report", file);
  const page = readFileSync(file, "utf8");

  expect(page).toContain("<svg");
  expect(page).not.toMatch(/<script|<link|src=|href=|url\(|@import/i);
  expect(page).toContain("décret n° 2025-1446 du 31/12/2025");
});
