import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localSession, sayMission, sayReport, saySheet } from "../parts/local.ts";
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
    expect(shown.difference.netPaid).toBeCloseTo(3121 - shown.expected.netPaid, 2);
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
