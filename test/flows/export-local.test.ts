import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import { keepExpenses, storedExpenses } from "../../src/flows/expenses/drafts.ts";
import { exportAll } from "../../src/flows/export/export.ts";
import type { Manifest } from "../../src/flows/export/manifest.ts";
import { verifyExport } from "../../src/flows/export/verify.ts";
import { addMovement } from "../../src/flows/local/movements.ts";
import { openPoints, restoreProfile } from "../../src/flows/local/restore.ts";
import { filePayslip } from "../../src/flows/papers/add-payslips.ts";
import type { Session } from "../../src/flows/session.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { fileHash } from "../../src/store/file-hash.ts";
import { Records } from "../../src/store/records/records.ts";
import { exportForms } from "../../src/view/export.ts";
import { localSession, sayMission, sayReport, saySheet } from "../parts/local.ts";
import { type Home, newHome } from "../parts/programs.ts";

const FORMS = { ...exportForms({ say: await catalogueOf("en") }), words: ({ code }: { code: string }) => code };

let home: Home;
let session: Session;
let folder: string;
beforeEach(async () => {
  home = newHome();
  session = await localSession(home);
  folder = join(home.folder, "all");
});
afterEach(() => home.remove());

const save = () => exportAll(session, folder, FORMS);
const documentOf = (name: string, text: string) => new Records(session.folder).keepDocument(name, Buffer.from(text));

/** Two months, one of them corrected, a payslip with a second one, money that was noted and a receipt. */
async function live(): Promise<void> {
  await saySheet(session);
  await sayMission(session, "ACME", 65_000);
  const work = { mission: "ACME", days: 10, rateCents: 65_000 };
  const first = [await documentOf("cra-2026-09.pdf", "%PDF first")];
  await sayReport(session, "2026-09", { ...work, state: "refused", documents: first });
  const second = [await documentOf("cra-2026-09-v2.pdf", "%PDF second"), await documentOf("cra-2026-09-v2.csv", "a;b")];
  const proof = await documentOf("2026-09-ab_réponse.eml", "Subject: oui");
  await sayReport(session, "2026-09", { ...work, days: 9, version: 2, state: "approved", documents: second, proof });
  await sayReport(session, "2026-10", { ...work, documents: [await documentOf("cra-2026-10.pdf", "%PDF october")] });
  const paper = (text: string) => ({ name: "b.pdf", bytes: Buffer.from(text), sha256: text, file: "b.pdf" }) as never;
  const said = { month: "2026-09", netPaidCents: 250_000, grossCents: 320_000, transferDate: "2026-10-05" };
  await filePayslip(session, paper("%PDF wrong"), said);
  await filePayslip(session, paper("%PDF right"), said);
  await addMovement(session, { kind: "payment", amountCents: 585_012, month: "2026-09", label: "ACME" });
  const receipt = join(home.folder, "receipt.pdf");
  writeFileSync(receipt, "%PDF receipt");
  const facts = { ...PLAIN_FACTS, category: "restaurant", date: "2026-10-12", amountCents: 1890 } as const;
  await keepExpenses(session, [{ facts, receipt: { file: receipt, mediaType: "application/pdf" }, source: null }]);
}

test("all that a porté said without a company is saved, with each file, and the account adds up to the cent", async () => {
  await live();
  const { manifest, written } = await save();
  const paths = manifest.files.map(({ path }) => path);

  expect(manifest).toMatchObject({
    isOffline: false,
    missing: [],
    person: { id: "local:default", name: "Jeanne Martin" },
  });
  expect(manifest.company).toEqual({ name: "Portage Plus", url: "" });
  expect(paths).toEqual(
    expect.arrayContaining([
      ...[
        "account.journal",
        "account-entries.csv",
        "missions.csv",
        "reports.csv",
        "payslips.csv",
        "typed-expenses.jsonl",
      ],
      ...[
        "records/sheet.jsonl",
        "records/filed-reports.jsonl",
        "records/filed-payslips.jsonl",
        "records/movements.jsonl",
      ],
      ...["reports/2026-09.pdf", "reports/2026-09.csv", "reports/2026-09.answer.eml", "reports/2026-09.versions.jsonl"],
      ...["reports/2026-10.pdf", "payslips/2026-09.pdf"],
    ]),
  );
  expect(paths.filter((path) => path.startsWith("documents/"))).toEqual([
    expect.stringMatching(/^documents\/cra-2026-09-[0-9a-f]{8}\.pdf$/),
    expect.stringMatching(/^documents\/payslip-2026-09-[0-9a-f]{8}\.pdf$/),
  ]);
  expect(readFileSync(join(folder, "payslips/2026-09.pdf"), "utf8")).toBe("%PDF right");
  expect(paths.filter((path) => path.startsWith("receipts/"))).toHaveLength(1);
  expect(await verifyExport(folder)).toMatchObject({ isWhole: true, files: written, faults: [] });
  expect((await save()).written).toBe(0);

  const rebuilt = execFileSync("node", ["tools/rebuild-account.mjs", folder], { encoding: "utf8" });
  const account = await session.reader.account("2026-11");
  expect(JSON.parse(rebuilt)).toMatchObject({ isEqual: true, manifestCents: account.balanceCents });
  expect(account.balanceCents).not.toBe(0);
});

test("what changed since is saved again, and nothing else; a file that is gone here is named", async () => {
  await live();
  await save();
  await sayReport(session, "2026-10", {
    ...{ mission: "ACME", days: 8, rateCents: 65_000, version: 2 },
    documents: [await documentOf("cra-2026-10-v2.pdf", "%PDF october again")],
  });
  const { manifest, written } = await save();
  expect(readFileSync(join(folder, "reports/2026-10.pdf"), "utf8")).toBe("%PDF october again");
  const first = manifest.files.find(({ path }) => /^documents\/cra-2026-10-/.test(path));
  expect(fileHash(join(folder, first?.path ?? ""))).toBe(first?.sha256);
  expect(written).toBeLessThan(12);

  rmSync(new Records(session.folder).documentFile("cra-2026-10-v2.pdf"));
  rmSync(join(folder, "reports/2026-10.pdf"));
  expect((await save()).manifest.missing).toMatchObject([{ path: "reports/2026-10.pdf", code: "file.unreadable" }]);
});

test("a profile of which nothing is known is saved too; two profiles are never mixed, nor two people", async () => {
  expect((await save()).manifest.missing).toEqual([]);
  await saySheet(session);
  await save();
  await saySheet(session, { person: { name: "Paul Petit", email: null } });
  await expect(save()).rejects.toMatchObject({ code: "file.export_other" });
  const other = { ...session, profile: "nord" };
  mkdirSync(join(home.folder, "else"));
  await expect(exportAll(other, folder, FORMS)).rejects.toMatchObject({ code: "file.export_other" });
  expect((await exportAll(other, join(home.folder, "else"), FORMS)).manifest.person.id).toBe("local:nord");
});

test("without a fee the account is not made up: it is named, and the rest is saved", async () => {
  await saySheet(session, { fee: { ratePpm: null, monthlyCapCents: null, base: null } });
  await sayReport(session, "2026-10", { mission: "ACME", days: 3, rateCents: 65_000 });
  const { manifest } = await save();
  expect(manifest.missing.map(({ path, code }) => [path, code])).toEqual([
    ["account.jsonl", "local.unknown"],
    ["account-entries.jsonl", "local.unknown"],
  ]);
  expect(await verifyExport(folder)).toMatchObject({ isWhole: true, faults: [] });
});

describe("a profile that is made of an export", () => {
  let other: Home;
  beforeEach(() => {
    other = newHome();
    return () => other.remove();
  });
  const restore = async (from = folder) => restoreProfile(await localSession(other), from);
  /** What a folder holds, but for what tells when it was written and where. */
  const contentOf = (manifest: Manifest) =>
    manifest.files
      .filter(({ path }) => !/^(reports|typed-expenses)\.(jsonl|csv)$/.test(path))
      .map(({ path, sha256 }) => [path, sha256]);

  test("holds all of it, to the cent and the hash; the same export twice is once", async () => {
    await live();
    const { manifest } = await save();
    const made = await restore();
    expect(made).toMatchObject({ months: ["2026-09", "2026-10"], differing: [], faults: [], left: [] });
    expect(made.added).toMatchObject({
      sheet: 1,
      missions: 1,
      "filed-reports": 2,
      "filed-payslips": 2,
      movements: 1,
      typed: 1,
    });
    const back = await localSession(other);
    const again = join(other.folder, "again");
    expect(contentOf((await exportAll(back, again, FORMS)).manifest)).toEqual(contentOf(manifest));
    expect(await back.reader.account("2026-11")).toEqual(await session.reader.account("2026-11"));
    const [typed] = await storedExpenses(back);
    expect(fileHash(typed?.receipt?.file ?? "")).toBe(typed?.receipt?.sha256);
    expect(typed?.receipt?.file.startsWith(back.folder)).toBe(true);

    const twice = await restore();
    expect(Object.values(twice.added).every((count) => count === 0)).toBe(true);
    expect(twice).toMatchObject({ months: [], documents: 0, differing: [], faults: [] });
  });

  test("goes on where a file is damaged, names it, and leaves what is said otherwise there", async () => {
    await live();
    await save();
    writeFileSync(join(folder, "payslips/2026-09.pdf"), "other");
    writeFileSync(join(folder, "records/movements.jsonl"), "{}");
    const back = await localSession(other);
    await sayMission(back, "ACME", 70_000);
    const made = await restore();
    expect(made.faults).toEqual([
      { path: "payslips/2026-09.pdf", fault: "changed" },
      { path: "records/movements.jsonl", fault: "changed" },
    ]);
    expect(made).toMatchObject({ months: ["2026-09", "2026-10"], differing: [{ area: "missions", key: "ACME" }] });
    expect(openPoints(made)).toBe(3);
    expect(await back.reader.missions()).toMatchObject([{ dailyRateCents: 70_000 }]);
    await expect(restore(join(home.folder, "nowhere"))).rejects.toMatchObject({ code: "file.unreadable" });
  });
});
