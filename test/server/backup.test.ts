// slow: 40 s
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, inject, test } from "vitest";
import { copiesSocket } from "../../src/server/backup/copies-place.ts";
import { newDatabase } from "../parts/postgres.ts";
import {
  answerOf,
  describeOnOne,
  lacks,
  NOW,
  newHome,
  type Outcome,
  run,
  serve,
  TIMESHEET,
} from "../parts/programs.ts";
import { download, receiptOf, sent } from "../parts/receipts.ts";
import { runHere } from "../parts/run-here.ts";

const KEY = "6".repeat(64);
const made = mkdtempSync(join(tmpdir(), "porte-backup-"));
afterAll(() => rmSync(made, { recursive: true, force: true }));

const newFolder = () => mkdtempSync(join(made, "place-"));
const company = (...words: string[]): Promise<Outcome> =>
  run("porte-company", [...words, "--json"], { env: { PORTE_NOW: NOW } });
const codeOf = ({ stderr }: Outcome) => JSON.parse(stderr.trim().split("\n").at(-1) ?? "{}").error?.code;

interface Lived {
  readonly url: string;
  readonly token: string;
  readonly receipt: Buffer;
  readonly id: string;
}

/** A month of a company: a report that was approved, an expense with its receipt, a payment. */
async function live(line: string): Promise<Lived> {
  const { url, operator, portes } = JSON.parse(line);
  const [{ token, email }] = portes;
  const home = newHome({ url, token });
  await answerOf(home.porte("declare", "2026-11", "--from", TIMESHEET, "--yes", "--json"));
  home.remove();
  const env = { PORTE_COMPANY_URL: url, PORTE_COMPANY_TOKEN: operator.token, PORTE_NOW: NOW, HOME: made };
  const staff = (...words: string[]) => answerOf(runHere("porte-company", [...words, "--json"], { env }));
  const payment = ["--porte", email, "--mission", "ACME", "--month", "2026-11", "--amount", "11375"];
  await staff("payments", "record", ...payment);
  const receipt = receiptOf("kept", 3_000);
  return { url, token, receipt, id: await sent(url, token, receipt) };
}

/** Writes for as long as something else is going on. */
async function writing(url: string, token: string, isOver: () => boolean): Promise<number> {
  let count = 0;
  for (; !isOver(); count += 1) await sent(url, token, receiptOf(randomUUID(), 500));
  return count;
}

/** How many receipts an archive knows of by the answers that it keeps to their senders, without the first. */
function writesIn(archive: string): number {
  const lines = gunzipSync(readFileSync(join(archive, "tables", "idempotency_keys.jsonl.gz"))).toString("utf8");
  return lines.split("\n").filter((line) => line.includes('"mediaType"')).length - 1;
}

describeOnOne("a company", {}, (database) => {
  const place = async (data: string) =>
    database === "PGlite" ? ["--data", data] : ["--data", data, "--database", await newDatabase(inject("postgres"))];

  test("is backed up, refused where its archive is damaged, and restored as it was", async () => {
    const source = await place(newFolder());
    const archive = join(newFolder(), "archive");
    const one = await serve(["--demo", ...source], NOW);
    const lived = await live(one.line);
    let isOver = false;
    const written = writing(lived.url, lived.token, () => isOver);
    const backup = await company("backup", archive, ...source);
    isOver = true;
    const count = await written;
    expect(backup).toMatchObject({ code: 0, stderr: "" });
    expect(count).toBeGreaterThan(0);
    const { tables: copied, receipts: kept } = JSON.parse(backup.stdout);
    /** What was written has a row, an answer and an act of the trail each: as many of one as of the other. */
    const rowsOf = (name: string) => copied.find((one: { name: string }) => one.name === name).rows;
    expect([rowsOf("receipts") - 1, kept.count - 1]).toEqual(Array(2).fill(writesIn(archive)));
    expect(rowsOf("receipts") - 1).toBeLessThanOrEqual(count);
    expect(await answerOf(company("verify", archive))).toMatchObject({ differences: [] });
    const since = await company("verify", archive, ...source);
    expect([since.code, JSON.parse(since.stdout).differences]).toEqual([
      6,
      expect.arrayContaining(["tables/receipts"]),
    ]);
    if (database === "PGlite") {
      const data = source[1] ?? "";
      expect(statSync(join(data, "copies.sock")).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(data, "copies"))).toEqual([]);
    }
    expect(statSync(join(archive, "tables", "server_keys.jsonl.gz")).mode & 0o777).toBe(0o600);

    const target = await place(newFolder());
    const file = join(archive, "tables", "payments.jsonl.gz");
    const bytes = readFileSync(file);
    writeFileSync(
      file,
      bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 0x55 : byte)),
    );
    expect(codeOf(await company("restore", archive, ...target))).toBe("backup.damaged");
    expect(codeOf(await company("verify", archive))).toBe("backup.damaged");
    writeFileSync(file, bytes);

    const { tables } = await answerOf(company("restore", archive, ...target));
    expect(tables.find(({ name }: { name: string }) => name === "payments").rows).toBe(1);
    expect(await answerOf(company("verify", archive, ...target))).toMatchObject({ differences: [] });
    expect(codeOf(await company("restore", archive, ...target))).toBe("backup.not_empty");

    const other = await serve(target, NOW);
    const { url } = JSON.parse(other.line);
    const again = await download(url, lived.token, lived.id);
    expect(Buffer.from(await again.arrayBuffer()).equals(lived.receipt)).toBe(true);
    await sent(url, lived.token, receiptOf("after", 500));
    await other.stop();
    const later = await company("verify", archive, ...target);
    expect({ code: later.code, differences: JSON.parse(later.stdout).differences }).toMatchObject({ code: 6 });
    expect(JSON.parse(later.stdout).differences).toContain("tables/receipts");
    await one.stop();
  });
});

let moved: { archive: string; env: { PORTE_COMPANY_RECEIPT_KEY_FILE: string } };

test.skipIf(lacks("PostgreSQL"))("an embedded company moves to PostgreSQL, sealed by a key on its way", async () => {
  const data = newFolder();
  const archive = join(newFolder(), "archive");
  const keyFile = join(made, "key");
  writeFileSync(keyFile, `${KEY}\n`);
  const one = await serve(["--demo", "--data", data], NOW);
  const lived = await live(one.line);
  await one.stop();
  const settings = { PORTE_NOW: NOW, PORTE_COMPANY_DATA: data, PORTE_COMPANY_RECEIPT_KEY_FILE: keyFile };
  await answerOf(run("porte-company", ["backup", archive, "--json"], { env: settings }));
  expect(codeOf(await company("verify", archive))).toBe("company.key");

  const target = ["--data", newFolder(), "--database", await newDatabase(inject("postgres"))];
  const config = join(made, "company.json");
  writeFileSync(config, JSON.stringify({ data: target[1], database: target[3], logLevel: "warn" }));
  const env = { PORTE_NOW: NOW, PORTE_COMPANY_CONFIG: config, PORTE_COMPANY_RECEIPT_KEY_FILE: keyFile };
  await answerOf(run("porte-company", ["restore", archive, "--json"], { env }));
  const compared = await answerOf(run("porte-company", ["verify", archive, "--compare", "--json"], { env }));
  expect(compared).toMatchObject({ differences: [] });
  moved = { archive, env };
  const other = await serve(target, NOW, { PORTE_COMPANY_RECEIPT_KEY_FILE: keyFile });
  const again = await download(JSON.parse(other.line).url, lived.token, lived.id);
  expect(Buffer.from(await again.arrayBuffer()).equals(lived.receipt)).toBe(true);
  await other.stop();
});

test.skipIf(lacks("PostgreSQL"))("and back", async () => {
  const { archive, env } = moved;
  const [back, embedded] = [join(newFolder(), "archive"), ["--data", newFolder()]];
  await answerOf(run("porte-company", ["backup", back, "--json"], { env }));
  await answerOf(company("restore", back, ...embedded, "--key-file", env.PORTE_COMPANY_RECEIPT_KEY_FILE));
  expect(
    await answerOf(company("verify", archive, ...embedded, "--key-file", env.PORTE_COMPANY_RECEIPT_KEY_FILE)),
  ).toMatchObject({
    differences: [],
  });
});

test("the place where a company is asked for a copy is short enough for a socket, or none", () => {
  const deep = (bytes: number) => join(tmpdir(), "x".repeat(bytes));
  expect(copiesSocket(deep(20))).toContain("copies.sock");
  expect([104, 120, 400].map((bytes) => copiesSocket(deep(bytes)))).toEqual([null, null, null]);
  expect(copiesSocket(join(process.cwd(), "é".repeat(40)))).toBe(join("é".repeat(40), "copies.sock"));
  expect(copiesSocket(join(process.cwd(), "é".repeat(60)))).toBe(null);
});
