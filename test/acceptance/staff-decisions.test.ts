import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  describeOnOne,
  type Home,
  NOW,
  newHome,
  type Outcome,
  RECEIPT,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

describeOnOne("the staff decides on what it has seen,", {}, (database) => {
  let company: TestCompany;
  let claire: Home;
  const machines = mkdtempSync(join(tmpdir(), "porte-staff-"));
  beforeAll(async () => {
    company = await startCompany(database);
    claire = newHome({ url: company.url, token: company.claire.token });
  });
  afterAll(async () => {
    rmSync(machines, { recursive: true, force: true });
    claire.remove();
    await company.stop();
  });

  /** Another machine of the staff's, which has shown nothing yet. */
  const at = (machine: string, ...words: string[]): Promise<Outcome> =>
    runHere("porte-company", words, {
      env: {
        PORTE_COMPANY_STATE_DIR: join(machines, machine),
        PORTE_COMPANY_URL: company.url,
        PORTE_COMPANY_TOKEN: company.operator.token,
        PORTE_NOW: NOW,
        PORTE_LANG: "en",
      },
    });
  const declare = (...days: string[]) =>
    answerOf(
      claire.porte("declare", "2026-11", "--days", ...days, "--mission", "ACME", "--partial", "--yes", "--json"),
    );
  const waiting = async (machine: string, resource = "reports") => {
    const { items } = await answerOf(at(machine, resource, "list", "--json"));
    return items[0] as { report: { id: string }; expense: { id: string }; etag: string };
  };

  test("a report that has changed since it was listed is shown again with what changed, and not approved", async () => {
    await declare("2-4");
    const { report, etag } = await waiting("one");
    await declare("2-6");

    const refused = await at("one", "reports", "approve", report.id);

    expect(refused).toMatchObject({ code: 5, stdout: "" });
    expect(refused.stderr).toMatch(/version: 1 → 2/);
    expect(refused.stderr).toMatch(/turnover: €1,950\.00 → €3,250\.00/);
    expect(refused.stderr).toMatch(/Thu 5 Nov 2026: nothing → ACME/);
    expect((await claire.porte("declare", "show", "2026-11", "--json")).stdout).toContain('"submitted"');
    const old = await at("one", "reports", "approve", report.id, "--seen", etag, "--json");
    expect(old).toMatchObject({ code: 5, stdout: "" });
    expect(JSON.parse(old.stderr).error.code).toBe("company.changed");

    expect(await at("one", "reports", "approve", report.id)).toMatchObject({ code: 0 });
    const twice = await at("one", "reports", "approve", report.id, "--json");
    expect(JSON.parse(twice.stderr).error).toMatchObject({ details: { problem: { code: "company.already" } } });
  });

  test("what this machine has not shown is shown first, and decided with a yes alone", async () => {
    await answerOf(
      claire.porte(
        "declare",
        "2026-12",
        "--days",
        "1-4",
        "--mission",
        "ACME",
        "--ahead",
        "--partial",
        "--yes",
        "--json",
      ),
    );
    const { report } = await waiting("one");

    const unseen = await at("two", "reports", "approve", report.id);
    expect(unseen).toMatchObject({ code: 2, stdout: "" });
    expect(unseen.stderr).toContain("--yes");
    expect(unseen.stderr).toMatch(/December 2026.*2,600\.00/);

    const meant = await at("two", "reports", "approve", report.id, "--yes");
    expect(meant.code).toBe(0);
    expect(meant.stderr).toMatch(/December 2026|Dec 2026 +ACME 1/);
    expect(meant.stdout).toContain("approved");
    expect((await at("two", "reports", "show", report.id)).stdout).toMatch(
      /approved\.\n(.*ACME 1.*\n)+[\s\S]*version\s+1/,
    );
  });

  test("an expense that was answered since is another one; its receipt is fetched as it was sent", async () => {
    await answerOf(claire.porte("expenses", "add", RECEIPT, "--amount", "21.40", "--category", "restaurant", "--json"));
    await answerOf(claire.porte("expenses", "submit", "--yes", "--json"));
    const { expense } = await waiting("three", "expenses");
    expect((await at("three", "expenses", "show", expense.id)).stdout).toContain("21.40");
    await waiting("four", "expenses");
    expect((await at("four", "expenses", "question", expense.id, "--text", "Who was there?")).code).toBe(0);
    await answerOf(claire.porte("expenses", "answer", expense.id, "Acme's buyer", "--json"));

    const refused = await at("three", "expenses", "approve", expense.id);

    expect(refused.code).toBe(5);
    expect(refused.stderr).toMatch(/question: – → Who was there\?/);
    expect(refused.stderr).toMatch(/answer: – → Acme's buyer/);
    expect((await at("three", "expenses", "approve", expense.id)).code).toBe(0);
    const file = join(machines, "receipt.pdf");
    expect((await at("three", "expenses", "receipt", expense.id, "--output", file)).code).toBe(0);
    expect(readFileSync(file).equals(readFileSync(RECEIPT))).toBe(true);
  });

  test("by what its list shows: a few letters of its own, or its line; what several begin with is told", async () => {
    for (const amount of ["31.10", "32.20"])
      await answerOf(claire.porte("expenses", "add", RECEIPT, "--amount", amount, "--category", "other", "--json"));
    await answerOf(claire.porte("expenses", "submit", "--yes", "--json"));
    const lines = (await at("five", "expenses", "list")).stdout.trimEnd().split("\n");
    const named = lines.map((line) => line.split("\t"));
    expect(named.map(([number, short]) => [number, short?.length])).toEqual([
      ["1", 4],
      ["2", 4],
    ]);
    const [[, first = ""] = [], [, second = ""] = []] = named;

    const shown = await at("five", "expenses", "show", second);
    expect(shown.stdout).toMatch(/category\s+other\n {2}amount\s+€32\.20\n/);
    expect(shown.stdout).toContain(`porte-company expenses receipt ${second}`);
    const which = await at("five", "expenses", "approve", "01", "--json");
    expect([which.code, JSON.parse(which.stderr).error]).toMatchObject([
      2,
      {
        code: "input.which",
        details: {
          candidates: [
            { id: first, amount: "31.10" },
            { id: second, amount: "32.20" },
          ],
        },
      },
    ]);
    expect((await at("five", "expenses", "approve", "zz", "--json")).stderr).toContain("input.not_listed");
    expect(await at("five", "expenses", "approve", "3")).toMatchObject({ code: 2, stdout: "" });
    expect((await at("five", "expenses", "approve", "2")).stdout).toContain("€32.20");
    expect((await at("five", "expenses", "reject", first, "--reason", "private")).stdout).toContain("€31.10");
  });

  test("a payment is reversed from the list of them, and its porté sees both", async () => {
    const payment = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-10", "--amount", "1000"];
    const { id } = await answerOf(at("one", "payments", "record", ...payment, "--json"));
    expect((await at("one", "payments", "list")).stdout).toMatch(
      new RegExp(`^${id.slice(-12, -8)}.*Acme Conseil.*received`),
    );

    const short = id.slice(-12);
    const reversed = await at("one", "payments", "reverse", short, "--reason", "paid by mistake");

    expect(reversed).toMatchObject({ code: 0, stdout: expect.stringMatching(/€1,000\.00 reversed.*€70\.00/) });
    expect((await at("one", "payments", "list")).stdout).toContain("reversed: paid by mistake");
    const { entries } = await answerOf(claire.porte("account", "2026-10", "--json"));
    expect(entries.map(({ amount }: { amount: number }) => amount)).toEqual([70, -1000, -70, 1000]);
    const again = await at("one", "payments", "reverse", id, "--reason", "paid by mistake", "--json");
    expect(again.code).toBe(5);
    expect(JSON.parse(again.stderr).error.details.problem.code).toBe("company.reversed");
  });
});
