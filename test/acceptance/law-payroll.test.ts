import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { LAW_2027 } from "../parts/law-2027.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnOne, type Home, newHome, type Outcome, run, serve } from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";
import { openTerminal } from "../parts/terminal.ts";

const FEBRUARY = "2027-02-01T08:00:00.000Z";
const folder = mkdtempSync(join(tmpdir(), "porte-law-company-"));
const FILE = join(folder, "2027.json");
writeFileSync(FILE, JSON.stringify(LAW_2027));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cents = (euros: number) => Math.round(euros * 100);

describeOnOne("a payroll of 2027", {}, (database) => {
  let stored: string[];
  let access: { url: string; operator: { token: string }; portes: { email: string; token: string }[] };
  let company: { url: string; stop(): Promise<void> };
  let claire: Home;

  const start = async (now: string, ...words: string[]) => {
    const { line, stop } = await serve(["--demo", ...stored, ...words], now);
    const said = JSON.parse(line);
    company = { url: said.url, stop };
    return said;
  };
  const restart = async (now: string, ...words: string[]) => {
    await company.stop();
    await start(now, ...words);
    claire.remove();
    claire = newHome({ url: company.url, token: access.portes[0]?.token ?? "" });
  };
  const staff = (...words: string[]): Promise<Outcome> =>
    runHere("porte-company", words, {
      env: {
        PORTE_COMPANY_URL: company.url,
        PORTE_COMPANY_TOKEN: access.operator.token,
        PORTE_COMPANY_STATE_DIR: join(folder, "staff"),
        PORTE_NOW: FEBRUARY,
        PORTE_LANG: "en",
      },
    });
  const json = async (...words: string[]) => {
    const { stdout, stderr, code } = await claire.run([...words, "--json"], { env: { PORTE_NOW: FEBRUARY } });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    return JSON.parse(stdout);
  };
  /** Declares a month for Claire, approves it, and records what her client paid. */
  const worked = async (month: string, days: string, euros: string) => {
    await json("declare", month, "--days", days, "--mission", "ACME", "--ahead", "--partial", "--yes");
    const { items } = JSON.parse((await staff("reports", "list", "--json")).stdout);
    for (const { report } of items) expect((await staff("reports", "approve", report.id)).code).toBe(0);
    const words = ["--porte", access.portes[0]?.email ?? "", "--mission", "ACME", "--month", month, "--amount", euros];
    expect((await staff("payments", "record", ...words, "--force", "--reason", "paid with other work")).code).toBe(0);
  };
  const balance = async () => (await json("account")).balance;

  beforeAll(async () => {
    const place = ["--data", mkdtempSync(join(folder, "data-"))];
    stored = database === "PostgreSQL" ? [...place, "--database", await newDatabase(inject("postgres"))] : place;
    access = await start("2026-12-01T08:00:00.000Z");
    claire = newHome({ url: company.url, token: access.portes[0]?.token ?? "" });
    await restart(FEBRUARY);
  });
  afterAll(async () => {
    await company.stop();
    claire.remove();
  });

  test("without the file is refused, says which tables lack it, and books nothing", async () => {
    await worked("2027-01", "4-8,11-15,18-22,25-29", "13000");
    const before = await balance();

    const { code, stderr, stdout } = await staff("payroll", "run", "2027-01", "--json");
    const { error } = JSON.parse(stderr);

    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(error.message).toMatch(
      /The rates for January 2027 are not in porte yet: pmss, smic, .* and \d+ other tables are missing/,
    );
    expect(await balance()).toBe(before);
    expect((await json("payslips")).payslips).toEqual([]);
  });

  test("with the file is paid by its figures, and the payslip names it", async () => {
    await restart(FEBRUARY, "--law", FILE);

    const { code, stdout } = await staff("payroll", "run", "2027-01", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).paid).toMatchObject([{ payslip: { transferDate: "2027-02-05" } }]);

    const response = await fetch(`${company.url}/v1/payslips/2027-01`, {
      headers: { authorization: `Bearer ${access.portes[0]?.token}` },
    });
    expect(await response.json()).toMatchObject({ lawFiles: ["2027"] });

    const slip = await json("payslips", "get", "2027-01");
    const line = (code: string) => slip.lines.find((one: { code: string }) => one.code === code);
    /** By hand: the ceiling is 5 000 €, of which 7 % and 9 %; 0.4 % of the whole gross pay; a tenth of the taxable pay. */
    expect(slip.gross).toBeGreaterThan(5000);
    expect(line("oldAgeCapped")).toMatchObject({ base: 5000, employeeAmount: 350, employerAmount: 450 });
    expect(cents(line("csa").employerAmount)).toBe(Math.round((cents(slip.gross) * 4) / 1000));
    expect(slip.withholdingRate).toBe(0.1);
    expect(cents(slip.withholding)).toBe(Math.round(cents(slip.netTaxable) / 10));
    expect(cents(slip.netPaid)).toBe(cents(slip.netBeforeTax) - cents(slip.withholding));
    expect(line("oldAgeCapped").source).toContain("Loi inventée pour les essais du 20/12/2026");
  });

  test.skipIf(inject("tmux") === "")("the screen of a month to come keeps its net, by what was added", async () => {
    const env = { ...claire.env, PORTE_NOW: FEBRUARY };
    const file = join(claire.folder, ".config", "porte", "law", "2027.json");
    await json("status");
    const terminal = openTerminal(inject("tmux"), ["declare", "2027-02"], { env, columns: 100 });
    expect(await terminal.shows(/Net paid/)).toMatch(/Net paid \(estimate\) +€\d,\d{3}/);
    terminal.close();

    expect((await json("law", "add", FILE)).file).toBe(file);
    const added = openTerminal(inject("tmux"), ["declare", "2027-02"], { env, columns: 100 });
    expect(await added.shows(/Net paid/)).toMatch(/Net paid +€\d,\d{3}/);
    added.close();
  });

  test("December is paid in January by a grid that nobody has checked: it is refused, and says which", async () => {
    await restart(FEBRUARY);
    await worked("2026-12", "1-4,7-11,14-18,21-24,28-31", "14300");

    const { code, stderr } = await staff("payroll", "run", "2026-12", "--json");
    const { error } = JSON.parse(stderr);

    expect(code).toBe(5);
    /** The grid that this pay is taxed by, and no other. */
    expect(error.message).toContain("neutralRate.metropole");
    for (const other of ["guadeloupe", "shortContractAbatement", "pmss"]) expect(error.message).not.toContain(other);
  });

  test("the file may come from the environment, and pays December by the grid of 2027", async () => {
    await company.stop();
    const { line, stop } = await serve(["--demo", ...stored], FEBRUARY, { PORTE_COMPANY_LAW: FILE });
    company = { url: JSON.parse(line).url, stop };
    claire.remove();
    claire = newHome({ url: company.url, token: access.portes[0]?.token ?? "" });

    expect((await staff("payroll", "run", "2026-12", "--json")).code).toBe(0);
    const slip = await json("payslips", "get", "2026-12");
    const capped = slip.lines.find(({ code }: { code: string }) => code === "oldAgeCapped");
    expect(capped.base).toBe(4005);
    expect(slip.withholdingRate).toBe(0.1);
  });
});

describe("a file of law that is wrong ends the start", () => {
  const cases: [string, () => string[], string][] = [
    ["absent", () => [join(folder, "absent.json")], "not found"],
    ["a folder", () => [folder], "not a regular file"],
    ["an unknown table", () => [wrongFile({ pmsss: { checkedUntil: "2027-12-31" } })], "tables.pmsss"],
    ["the same twice", () => [FILE, FILE], "name"],
  ];
  const wrongFile = (tables: object) => {
    const file = join(folder, "wrong.json");
    writeFileSync(file, JSON.stringify({ schema: 1, name: "x", tables }));
    return file;
  };
  test.each(cases)("%s", async (_name, files, said) => {
    const words = files().flatMap((file) => ["--law", file]);
    const place = ["--port", "0", "--data", join(folder, "none")];
    const { code, stdout, stderr } = await run("porte-company", ["serve", ...place, ...words], {
      env: { PORTE_LANG: "en" },
    });

    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
