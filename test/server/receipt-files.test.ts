// slow: 25 s
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnOne, lacks, NOW, serve } from "../parts/programs.ts";
import { download, receiptOf, sent, slowPdf, upload } from "../parts/receipts.ts";

const MEGABYTE = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describeOnOne("the receipts of a company", {}, (database) => {
  const data = mkdtempSync(join(tmpdir(), "porte-receipt-files-"));
  let words: string[];
  let running: Awaited<ReturnType<typeof serve>>;
  let url: string;
  let token: string;
  beforeAll(async () => {
    const stored = database === "PostgreSQL" ? ["--database", await newDatabase(inject("postgres"))] : [];
    words = ["--data", data, ...stored];
    running = await serve(["--demo", ...words], NOW);
    const { url: address, portes } = JSON.parse(running.line);
    [url, token] = [address, portes[0].token];
  });
  afterAll(async () => {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const me = () => fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  const fileOf = (bytes: Uint8Array) => join(data, "receipts", sha256(bytes));

  test("are judged while everybody else is answered", async () => {
    const order: string[] = [];
    const bad = slowPdf(5);
    const judged = upload(url, token, bad).then(({ status }) => order.push(`judged ${status}`));
    for (let count = 0; count < 25; count += 1) order.push(`read ${(await me()).status}`);
    await judged;
    expect(order.slice(0, 25)).toEqual(Array(25).fill("read 200"));
  });

  test("are whole for whoever reads while the same is sent again and again", async () => {
    const receipt = receiptOf("again", 2 * MEGABYTE);
    const id = await sent(url, token, receipt);
    const before = statSync(fileOf(receipt));
    const again = Promise.all(Array.from({ length: 12 }, () => upload(url, token, receipt)));
    const read = await Promise.all(
      Array.from({ length: 12 }, async () => sha256(Buffer.from(await (await download(url, token, id)).arrayBuffer()))),
    );
    expect(new Set(read)).toEqual(new Set([sha256(receipt)]));
    /** One that is told to come again is no harm: the machine may be busy. */
    expect((await again).map(({ status }) => status).filter((status) => ![201, 503].includes(status))).toEqual([]);
    const { ino, mtimeMs, mode } = statSync(fileOf(receipt));
    expect({ ino, mtimeMs, mode: mode & 0o777 }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs, mode: 0o600 });
  });

  test("are never given where the file is another, or gone, and are mended by being sent again", async () => {
    const receipt = receiptOf("altered", 4_000);
    const id = await sent(url, token, receipt);
    writeFileSync(fileOf(receipt), receipt.subarray(0, 2_000));
    expect((await download(url, token, id)).status).toBe(500);
    rmSync(fileOf(receipt));
    const gone = await download(url, token, id);
    expect({ status: gone.status, ...((await gone.json()) as object) }).toMatchObject({
      status: 500,
      code: "receipt.altered",
      facts: { found: "missing" },
    });
    await upload(url, token, receipt);
    expect(sha256(Buffer.from(await (await download(url, token, id)).arrayBuffer()))).toBe(sha256(receipt));
  });

  test("outlive a company that is killed while they are sent again", async () => {
    const receipts = ["one", "two"].map((seed) => receiptOf(seed, 3 * MEGABYTE));
    const ids: string[] = [];
    for (const receipt of receipts) ids.push(await sent(url, token, receipt));
    /** The file is not there while it is written again: that is when a kill would tear it. A quick one is done before it is seen. */
    let resent: Promise<unknown>[];
    do {
      for (const receipt of receipts.slice(0, 1)) writeFileSync(fileOf(receipt), "torn");
      resent = receipts.map((receipt) => upload(url, token, receipt).catch(() => null));
    } while (
      !(await isSeenBefore(Promise.all(resent), () => readdirSync(join(data, "receipts", "unfinished")).length > 0))
    );
    await running.stop("SIGKILL");
    await Promise.all(resent);
    running = await serve(["--demo", ...words], NOW);
    ({ url } = JSON.parse(running.line));
    for (const receipt of receipts) await upload(url, token, receipt);
    for (const [index, id] of ids.entries())
      expect(sha256(Buffer.from(await (await download(url, token, id)).arrayBuffer()))).toBe(
        sha256(receipts[index] as Buffer),
      );
    expect(readdirSync(join(data, "receipts")).filter((name) => name.length === 64).length).toBeGreaterThan(2);
  });
});

describe.skipIf(lacks("PostgreSQL"))("machines of one database", () => {
  test("share one store of receipts, and one that has another does not start", async () => {
    const [first, other] = [1, 2].map(() => mkdtempSync(join(tmpdir(), "porte-store-")));
    const database = ["--database", await newDatabase(inject("postgres"))];
    const words = (data: string | undefined) => ["--data", data ?? "", ...database];
    const one = await serve(["--demo", ...words(first)], NOW);
    const same = await serve(words(first), NOW);
    await expect(serve(words(other), NOW, { PORTE_LANG: "en" })).rejects.toThrow(/start\.receipts_elsewhere/);
    await same.stop();
    await one.stop();
    expect(readFileSync(join(first ?? "", "receipts", "store-id"), "utf8")).toMatch(/^[0-9a-f-]{36}\n$/);
    for (const folder of [first, other]) rmSync(folder ?? "", { recursive: true });
  });
});

test.skipIf(lacks("PostgreSQL"))(
  "a store that another database has is left alone until it is said to be taken over",
  async () => {
    const data = mkdtempSync(join(tmpdir(), "porte-store-"));
    const words = async () => ["--data", data, "--database", await newDatabase(inject("postgres"))];
    const one = await serve(["--demo", ...(await words())], NOW);
    await one.stop();
    const later = await words();
    await expect(serve(later, NOW, { PORTE_LANG: "en" })).rejects.toThrow(/--adopt-receipts/);
    const told = await serve([...later, "--adopt-receipts"], NOW);
    await told.stop();
    const again = await serve(later, NOW);
    await again.stop();
    rmSync(data, { recursive: true });
  },
);

test.skipIf(lacks("PostgreSQL"))(
  "a first start that was killed before the store had its name is gone on with",
  async () => {
    const data = mkdtempSync(join(tmpdir(), "porte-store-"));
    const address = await newDatabase(inject("postgres"));
    const words = ["--data", data, "--database", address];
    await (await serve(words, NOW)).stop();
    const identity = join(data, "receipts", "store-id");
    const name = readFileSync(identity, "utf8");
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    for (const isThere of [true, false]) {
      await client.query("update receipt_store set identity = 'chosen:' || identity");
      if (!isThere) rmSync(identity);
      await (await serve(words, NOW)).stop();
      expect(readFileSync(identity, "utf8")).toBe(name);
    }
    await client.end();
    rmSync(data, { recursive: true });
  },
);

/** Looks until something is there, which is true, or the work is over, which is false. */
async function isSeenBefore(work: Promise<unknown>, isThere: () => boolean): Promise<boolean> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  while (!isThere()) {
    if (isOver) return false;
    await pause(1);
  }
  return true;
}
