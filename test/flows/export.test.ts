import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import { keepExpenses } from "../../src/flows/expenses/drafts.ts";
import { endOf } from "../../src/flows/export/documents.ts";
import { exportAll } from "../../src/flows/export/export.ts";
import { plainName } from "../../src/flows/export/folder.ts";
import type { Manifest } from "../../src/flows/export/manifest.ts";
import { verifyExport } from "../../src/flows/export/verify.ts";
import { restoreProfile } from "../../src/flows/local/restore.ts";
import { filePayslip } from "../../src/flows/papers/add-payslips.ts";
import { filedPayslips } from "../../src/flows/papers/filed.ts";
import type { Session } from "../../src/flows/session.ts";
import type { Office } from "../../src/flows/staff/act.ts";
import { type HistoryOwner, importHistory } from "../../src/flows/staff/import-history.ts";
import { openOffice } from "../../src/flows/staff/office.ts";
import { addToken } from "../../src/flows/staff/tokens.ts";
import { statementGap } from "../../src/portage/own-account.ts";
import { fileHash } from "../../src/store/file-hash.ts";
import { Records } from "../../src/store/records/records.ts";
import { OWN } from "../../src/store/records/told.ts";
import { type InProcess, openInProcess, type PersonMachine } from "../parts/in-process.ts";
import { localSession, sayReport, saySheet } from "../parts/local.ts";
import { type Home, NOW, newHome, RECEIPT } from "../parts/programs.ts";

let company: InProcess;
let home: PersonMachine;
let session: Session;
let parent: string;
let folder: string;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());
beforeEach(async () => {
  home = company.machineOf("claire");
  session = await home.session();
  parent = mkdtempSync(join(tmpdir(), "porte-export-"));
  folder = join(parent, "all");
  return () => rmSync(parent, { recursive: true, force: true });
});

const FORMS = {
  csv: (items: readonly object[]) => `${items.length}\n`,
  ledger: () => "; journal\n",
  words: ({ message }: Error) => message,
};
const save = (of = session, to = folder) => exportAll(of, to, FORMS);
const manifest = (): Manifest => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const mode = (path: string) => statSync(join(folder, path)).mode & 0o777;
const code = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (failure) => failure.code,
  );
const typed = () =>
  keepExpenses(session, [
    {
      facts: {
        ...PLAIN_FACTS,
        category: "restaurant",
        date: "2026-11-10",
        amountCents: 1250,
        merchant: "../../../etc/x",
      },
      receipt: { file: receiptIn(parent), mediaType: "application/pdf" },
      source: null,
    },
  ]);

function receiptIn(at: string): string {
  const file = join(at, "receipt.pdf");
  writeFileSync(file, "%PDF-1.4 receipt");
  return file;
}

test("takes everything, each file its owner's alone and as the manifest says, and a second run writes nothing", async () => {
  await typed();
  const { manifest: made, written } = await save();
  const paths = made.files.map(({ path }) => path);

  expect(made).toMatchObject({ schema: 1, isWhole: true, isOffline: false, missing: [] });
  expect(paths).toEqual(expect.arrayContaining(["me.jsonl", "missions.jsonl", "missions.csv", "account.journal"]));
  expect(paths.filter((path) => path.startsWith("receipts/"))).toMatchObject([
    expect.stringMatching(/^receipts\/2026-11-10-etc-x-[\w-]+\.pdf$/),
  ]);
  expect(written).toBe(paths.length);
  expect([mode("."), mode("receipts"), mode("me.jsonl"), mode("manifest.json")]).toEqual([0o700, 0o700, 0o600, 0o600]);
  expect(await verifyExport(folder)).toMatchObject({ isWhole: true, files: paths.length, faults: [] });
  expect((await save()).written).toBe(0);
});

test("that was cut goes on from where it was: only what is not there is written", async () => {
  const whole = await save();
  const [first, second] = whole.manifest.files;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...whole.manifest, isWhole: false }));
  rmSync(join(folder, first?.path ?? ""));
  writeFileSync(join(folder, second?.path ?? ""), "half");
  expect((await verifyExport(folder)).isWhole).toBe(false);

  expect((await save()).written).toBe(2);
  expect(await verifyExport(folder)).toMatchObject({ isWhole: true, faults: [] });
});

test("that was cut while a line was written is no whole one, knows its own files and goes on; the whole one has no journal", async () => {
  const { manifest: whole } = await save();
  const [first, second, ...others] = whole.files;
  const head = { ...whole, isWhole: false, files: others };
  const half = JSON.stringify(second).slice(0, 20);
  writeFileSync(join(folder, "manifest.journal"), `${JSON.stringify(head)}\n${JSON.stringify(first)}\n${half}`);
  rmSync(join(folder, "manifest.json"));
  rmSync(join(folder, first?.path ?? ""));
  expect(await verifyExport(folder)).toMatchObject({ isWhole: false, files: whole.files.length - 1 });

  const { manifest: again, written } = await save();
  expect([written, again.missing, again.files]).toEqual([1, [], whole.files]);
  expect(await verifyExport(folder)).toMatchObject({ isWhole: true, faults: [] });
  expect(existsSync(join(folder, "manifest.journal"))).toBe(false);
});

test.runIf(process.getuid?.() === 0)("says that the disk is full, and goes on once there is room", async ({ skip }) => {
  mkdirSync(folder);
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", folder]);
  if (mount.status !== 0) skip(`no tmpfs can be mounted: ${mount.stderr}`);
  try {
    await expect(save()).rejects.toMatchObject({ code: "file.unwritable", facts: { reason: "ENOSPC" } });
    expect(await verifyExport(folder)).toMatchObject({ isWhole: false });
    spawnSync("mount", ["-o", "remount,size=4m", folder]);
    expect((await save()).manifest.missing).toEqual([]);
    expect(await verifyExport(folder)).toMatchObject({ isWhole: true, faults: [] });
  } finally {
    spawnSync("umount", [folder]);
  }
});

test("writes nothing where the company alone is asked and is away", async () => {
  const away = await home.session({ PORTE_API_URL: "http://127.0.0.1:9" });
  const fresh = { ...away, machine: { ...away.machine, reads: "fresh" as const } };
  expect(await code(save(fresh))).toBe("server.unreachable");
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["%PDF-1.4", ".pdf"],
  ["\xff\xd8\xff\xe0", ".jpg"],
  ["\x89PNG\r\n", ".png"],
  ["RIFF\n\x00\x01\x02WEBPVP8", ".webp"],
  ["%PD", ""],
])("a receipt that begins with %j has a name that ends with %j", (start, end) => {
  expect(endOf(Buffer.from(start, "latin1"))).toBe(end);
});

test("that was tampered with is named by verifying, file by file", async () => {
  await save();
  writeFileSync(join(folder, "me.jsonl"), "{}\n");
  rmSync(join(folder, "missions.csv"));
  rmSync(join(folder, "company.jsonl"));
  symlinkSync(join(folder, "me.jsonl"), join(folder, "company.jsonl"));
  const { files, ...rest } = manifest();
  const outside = { path: "../x", bytes: 1, sha256: "", of: null };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...rest, files: [...files, outside] }));

  expect((await verifyExport(folder)).faults).toEqual([
    { path: "company.jsonl", fault: "link" },
    { path: "me.jsonl", fault: "changed" },
    { path: "missions.csv", fault: "missing" },
    { path: "../x", fault: "path" },
  ]);
  expect(await code(verifyExport(parent))).toBe("file.unreadable");
});

test("leaves what the person put there, follows no link, and mixes no two people", async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "me.jsonl"), "mine");
  writeFileSync(join(folder, "notes.txt"), "mine too");
  const { manifest: made } = await save();
  expect(made.missing).toMatchObject([{ path: "me.jsonl", code: "file.in_the_way" }]);
  expect(readFileSync(join(folder, "me.jsonl"), "utf8")).toBe("mine");
  expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine too");

  rmSync(join(folder, "company.jsonl"));
  symlinkSync(join(parent, "elsewhere"), join(folder, "company.jsonl"));
  expect(await code(save())).toBe("file.unwritable");
  expect(await code(save(await company.machineOf("karim").session()))).toBe("file.export_other");
});

test("without the company holds what is known here, and says what is not", async () => {
  await save(session, join(parent, "before"));
  const cached = { ...session, machine: { ...session.machine, reads: "cached" as const } };
  const { manifest: made } = await save(cached);
  expect(made).toMatchObject({ isOffline: true, missing: [{ path: "events.jsonl", code: "server.never_seen" }] });
});

test.each([
  ["../../etc/passwd", "etc-passwd"],
  [".hidden", "hidden"],
  ["Café\u0000 / Crème", "Cafe-Creme"],
  ["", "x"],
  ["…", "x"],
  ["a".repeat(300), "a".repeat(60)],
])("%j is named %s", (text, expected) => {
  expect(plainName(text)).toBe(expected);
});

/** A porté who lived two months with another company, on a machine of their own. */
async function liveBefore(): Promise<{ home: Home; saved: string }> {
  const own = newHome();
  const local = await localSession(own);
  await saySheet(local, { person: { name: "Jeanne Martin", email: "jeanne@example.org" } });
  const records = new Records(local.folder);
  const pdf = await records.keepDocument("cra-2026-08.pdf", readFileSync(RECEIPT));
  const csv = await records.keepDocument("cra-2026-08.csv", Buffer.from("a;b"));
  const work = { mission: "ACME", days: 10, rateCents: 65_000 };
  await sayReport(local, "2026-08", { ...work, state: "approved", documents: [pdf, csv] });
  await sayReport(local, "2026-09", { ...work, days: 4, state: "refused", reason: "le 14 est un congé" });
  const paper = { name: "août.pdf", bytes: readFileSync(RECEIPT), sha256: "", file: "" } as never;
  await filePayslip(local, paper, { month: "2026-08", netPaidCents: 301_234, grossCents: null, transferDate: null });
  const saved = join(own.folder, "all");
  await save(local, saved);
  return { home: own, saved };
}

describe("a history that a company takes over", () => {
  let own: Home;
  let saved: string;
  let office: Office;
  beforeAll(async () => {
    ({ home: own, saved } = await liveBefore());
    const machine = {
      env: { HOME: own.folder },
      now: () => new Date(NOW),
      agent: "porte/test",
      onNewer: () => undefined,
    };
    const { token } = company.access.operator;
    const opening = { machine, readStdin: async () => "", answeredBefore: () => undefined };
    office = await openOffice(opening, { url: company.url, token, timeout: 15 });
  });
  afterAll(() => own.remove());
  const take = (folder = saved, owner: Partial<HistoryOwner> = {}) =>
    importHistory(office, folder, { email: undefined, name: undefined, ...owner });

  test("is locked month by month, with its papers; the same export twice is once; another one changes nothing", async () => {
    const first = await take();
    expect(first).toMatchObject({
      person: { email: "jeanne@example.org", name: "Jeanne Martin", password: expect.any(String) },
      added: [
        { month: "2026-08", company: "Portage Plus", turnoverCents: 650_000, payslips: 1, papers: 1 },
        { month: "2026-09", turnoverCents: 260_000, payslips: 0, papers: 0 },
      ],
      ...{ known: [], refused: [], ended: null },
      left: [{ month: "2026-08", path: "reports/2026-08.csv", reason: "type" }],
    });
    const again = await take();
    expect(again).toMatchObject({ added: [], known: first.added, refused: [], person: { id: first.person.id } });
    expect(again.person).not.toHaveProperty("password");

    const local = await localSession(own);
    await sayReport(local, "2026-09", { mission: "ACME", days: 5, rateCents: 65_000, version: 2 });
    const other = join(own.folder, "other");
    await save(local, other);
    const third = await take(other);
    expect(third).toMatchObject({ added: [], known: [{ month: "2026-08" }], refused: [{ month: "2026-09" }] });
    expect(third.refused[0]?.failure.facts).toMatchObject({ problem: { code: "company.taken" } });
    const kept = await company.db.selectFrom("imported_months").select(["month", "facts"]).execute();
    expect(kept.map(({ month, facts }) => [month, facts.report?.turnoverCents])).toEqual([
      ["2026-08", 650_000],
      ["2026-09", 260_000],
    ]);
    const receipts = await company.db.selectFrom("receipts").select("sha256").execute();
    expect(receipts).toEqual([{ sha256: fileHash(RECEIPT) }]);
  });

  test("is saved with the rest by its porté, and makes a profile without a company again, with the same hashes", async () => {
    const { person } = await take();
    const contract = { kind: "cdi", category: "cadre", level: "senior", start: "2026-11-01" };
    await company.asStaff("POST", "/operator/contracts", { porteEmail: person.email, ...contract });
    const { token } = await addToken(office, {
      email: person.email,
      name: "test",
      scopes: ["read"],
    });
    const back = await home.session({ PORTE_TOKEN: token, PORTE_DATA_DIR: join(own.folder, "api") });
    const { manifest } = await save(back, join(own.folder, "back"));
    expect(manifest.missing).toEqual([]);
    expect(manifest.files.filter(({ path }) => path.startsWith("history/"))).toMatchObject([
      { sha256: fileHash(RECEIPT) },
    ]);
    const fresh = newHome();
    const local = await localSession(fresh);
    const made = await restoreProfile(local, join(own.folder, "back"));
    expect(made).toMatchObject({ months: ["2026-08", "2026-09"], faults: [], differing: [] });
    const before = await localSession(own);
    const facts = (of: Session) =>
      new Records(of.folder)
        .latest("filed-reports", OWN)
        .map(({ value }) => ({ ...value, documents: [], delivery: "" }));
    expect(facts(local).slice(0, 1)).toEqual(facts(before).slice(0, 1));
    const papers = (of: Session) =>
      filedPayslips(of).map(({ netPaidCents, document }) => [netPaidCents, document.sha256]);
    expect(papers(local)).toEqual(papers(before));
    fresh.remove();
  });

  test("of a company of an API is a profile without one, its entries the company's statement", async () => {
    const { manifest } = await save();
    const fresh = newHome();
    const local = await localSession(fresh);
    const made = await restoreProfile(local, folder);
    expect(made).toMatchObject({ faults: [], differing: [] });
    const said = new Records(local.folder).latest("movements", OWN).flatMap(({ value }) => value ?? []);
    expect(statementGap([], said)?.balanceCents ?? 0).toBe(manifest.account?.balanceCents);
    expect(await local.reader.missions()).toEqual(await session.reader.missions());
    expect(await local.reader.me()).toMatchObject({ name: (await session.reader.me()).name });
    fresh.remove();
  });

  test("is refused whole where a file is not as its manifest says, and goes to whom one names", async () => {
    const named = await take(saved, { email: "karim@example.fr", name: "Karim" });
    expect(named.person).toMatchObject({ email: "karim@example.fr" });
    const broken = join(own.folder, "broken");
    cpSync(saved, broken, { recursive: true });
    writeFileSync(join(broken, "payslips/2026-08.pdf"), "other");
    await expect(take(broken)).rejects.toMatchObject({
      code: "file.export_faults",
      facts: { isWhole: true, faults: [{ path: "payslips/2026-08.pdf", fault: "changed" }] },
    });
    writeFileSync(join(broken, "manifest.json"), "{");
    expect(await code(take(broken))).toBe("file.damaged");
    expect(await code(take(join(own.folder, "nowhere")))).toBe("file.unreadable");
  });
});
