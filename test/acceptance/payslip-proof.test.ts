// slow: 12 s
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doorTo } from "../parts/door.ts";
import { textOf } from "../parts/payslips.ts";
import { answerOf, type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";

let company: TestCompany;
let claire: Home;
/** A machine of somebody who has no access to the company: an owner of flats, a bank. */
let owner: Home;
const at = (name: string) => join(claire.folder, name);

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  owner = newHome();
  const mine = ["--porte", company.claire.email];
  await answerOf(company.staff("contracts", "set", ...mine, "--job", "Architecte", "--weekly-hours", "37,5", "--json"));
  await answerOf(
    claire.porte(
      "declare",
      "2026-11",
      "--all",
      "mission=ACME",
      "--leave",
      "16-18",
      "--except",
      "19-30",
      "--partial",
      "--yes",
      "--json",
    ),
  );
  const { items } = await answerOf(company.staff("reports", "list", "--json"));
  await answerOf(company.staff("reports", "approve", items[0].report.id, "--json"));
  const payment = [...mine, "--mission", "ACME", "--month", "2026-11", "--amount", "5850"];
  await answerOf(company.staff("payments", "record", ...payment, "--json"));
  await answerOf(company.staff("payroll", "run", "2026-11", "--json"));
});
afterAll(async () => {
  await company.stop();
  claire.remove();
  owner.remove();
});

test("the latest payslip is the one that no month names, and its PDF is fetched, verified and told where it is", async () => {
  expect(await answerOf(claire.porte("payslips", "get", "--json"))).toMatchObject({ date: "2026-11" });
  const opened = await claire.porte("payslips", "open");
  const file = opened.stdout.trim();

  expect(opened).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await claire.porte("payslips", "verify", file)).code).toBe(0);
  expect((await claire.porte("payslips", "open", "octobre")).code).toBe(5);
});

test("a payslip that was opened once is opened without the company, and how old it is is said", async () => {
  const door = await doorTo(company.url);
  const home = newHome({ url: door.url, token: company.claire.token });
  const opened = await answerOf(home.porte("payslips", "open", "--json"));
  door.shut();
  const again = await answerOf(home.porte("payslips", "open", "--month", "nov", "--json"));

  expect(again).toMatchObject({ ...opened, month: "2026-11", holds: true, opened: false, stale: true });
  expect((await answerOf(home.porte("payslips", "open", "--json"))).file).toBe(opened.file);
  await door.close();
  home.remove();
});

test("a payslip is fetched in the model of its month, or in the one to come", async () => {
  await answerOf(claire.porte("payslips", "get", "2026-11", "--pdf", at("today.pdf"), "--json"));
  await answerOf(claire.porte("payslips", "get", "2026-11", "--pdf", at("2027.pdf"), "--model", "2027", "--json"));

  const [today, later] = await Promise.all(["today.pdf", "2027.pdf"].map((name) => textOf(readFileSync(at(name)))));
  expect(today?.text).toContain("Total des cotisations et contributions");
  expect(today?.text).not.toContain("obligatoires");
  expect(later?.text).toContain("Total des cotisations et contributions obligatoires");
  for (const words of [
    "Emploi : Architecte",
    "97,5 h au taux normal, sur 162,5 h",
    "du 16/11/2026 au 18/11/2026 (3 j)",
  ])
    expect(today?.text).toContain(words);
});

test("what was fetched once is there without the company: its lines, and its file to the byte", async () => {
  const seen = await answerOf(claire.porte("payslips", "get", "2026-11", "--json"));
  const { asOf, stale, warnings, ...kept } = await answerOf(
    claire.porte("payslips", "get", "2026-11", "--cached", "--json"),
  );
  expect({ kept, stale, warnings }).toMatchObject({ kept: seen, stale: true, warnings: [{ code: "stale" }] });
  expect(asOf).toMatch(/^\d{4}-/);
  await answerOf(claire.porte("payslips", "get", "2026-11", "--pdf", at("again.pdf"), "--cached", "--json"));
  expect(readFileSync(at("again.pdf")).equals(readFileSync(at("today.pdf")))).toBe(true);
});

test("a model without a file, or one that nobody knows, is refused", async () => {
  expect(await claire.porte("payslips", "get", "2026-11", "--model", "2027")).toMatchObject({ code: 2 });
  expect(await claire.porte("payslips", "get", "2026-11", "--pdf", at("x.pdf"), "--model", "2031")).toMatchObject({
    code: 2,
  });
});

test("what was fetched is verified with the company gone", async () => {
  const away = { env: { PORTE_API_URL: "http://127.0.0.1:9", PORTE_TOKEN: "none" } };
  for (const name of ["today.pdf", "2027.pdf"]) {
    const { stdout, stderr, code } = await claire.run(["payslips", "verify", at(name), "--json"], away);

    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const slip = await answerOf(claire.porte("payslips", "get", "2026-11", "--json"));
    expect(JSON.parse(stdout)).toMatchObject({
      holds: true,
      faults: [],
      differences: [],
      facts: {
        month: "2026-11",
        company: "Exemple Portage",
        porte: "Claire Morel",
        net: slip.netPaid,
        gross: slip.gross,
      },
    });
  }
});

test("somebody else verifies it by the keys that the company publishes, and says so in French", async () => {
  const keys = join(owner.folder, "keys.json");
  writeFileSync(keys, await (await fetch(`${company.url}/v1/receipt-keys`)).text());

  const french = { env: { PORTE_LANG: "fr" } };
  const { stdout, code } = await owner.run(["payslips", "verify", at("today.pdf"), "--key", keys], french);
  const without = await owner.run(["payslips", "verify", at("today.pdf")], french);

  expect(code).toBe(0);
  expect(stdout).toContain("✓ Ce bulletin est bien celui que la société Exemple Portage a signé : rien n'a changé.");
  expect(without.code).toBe(6);
  expect(without.stdout).toContain("✗ La clé de la société n'est pas enregistrée ici");
});

test("a changed page fails, and says what it shows", async () => {
  const { PDFDocument } = await import("@cantoo/pdf-lib");
  const document = await PDFDocument.load(readFileSync(at("today.pdf")), { updateMetadata: false });
  document.getPage(0).drawText("Net payé", { x: 40, y: 300, size: 9 });
  writeFileSync(at("changed.pdf"), await document.save({ useObjectStreams: false }));

  const { stdout, stderr, code } = await claire.porte("payslips", "verify", at("changed.pdf"));

  expect(code).toBe(6);
  expect(stdout).toContain("✗ The page shows something other than what was signed.");
  expect(stdout).toMatch(/Sum received.*: signed .*, shown nowhere, or more than once/);
  expect(stderr).toContain("2");
});

test.each([
  ["a receipt", "templates/receipt.pdf", "has no attachment"],
  ["no PDF", "package.json", "is not a PDF"],
  ["no file", "nothing.pdf", "cannot be read"],
])("%s is refused in one sentence", async (_what, file, sentence) => {
  const { stdout, stderr, code } = await claire.porte("payslips", "verify", file);

  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toContain(sentence);
});

test("a payslip that was reversed since is still what was signed, and no longer stands", async () => {
  const verified = async () => {
    const { code, stdout } = await claire.porte("payslips", "verify", at("today.pdf"), "--json");
    return { code, ...JSON.parse(stdout) };
  };
  expect(await verified()).toMatchObject({ code: 0, holds: true, standing: true, reversal: null });

  const reverse = ["payroll", "reverse", company.claire.email, "2026-11", "--reason", "Heures fausses", "--json"];
  await answerOf(company.staff(...reverse));
  expect(await verified()).toMatchObject({
    code: 6,
    holds: true,
    standing: false,
    reversal: { reason: "Heures fausses", replacedBy: null },
  });

  const { items } = await answerOf(company.staff("reports", "list", "--json"));
  for (const { report } of items) await answerOf(company.staff("reports", "approve", report.id, "--json"));
  await answerOf(company.staff("payroll", "run", "2026-11", "--json"));
  const headers = { authorization: `Bearer ${company.claire.token}` };
  const { id } = (await (await fetch(`${company.url}/v1/payslips/2026-11`, { headers })).json()) as { id: string };
  const { code, stdout } = await claire.porte("payslips", "verify", at("today.pdf"));
  expect(code).toBe(6);
  expect(stdout).toContain("✓ This is the payslip that Exemple Portage signed");
  expect(stdout).toMatch(/✗ The company reversed this payslip on .* 2026 .*: Heures fausses/);
  expect(stdout).toContain(`The payslip that replaces it: ${id}`);

  const away = { env: { PORTE_API_URL: "http://127.0.0.1:9", PORTE_TOKEN: "none" } };
  expect((await claire.run(["payslips", "verify", at("today.pdf")], away)).stdout).toContain(
    "Cannot tell whether it was reversed",
  );
});
