import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPostgres } from "../../src/server/db/open.ts";
import type { Db, Deps } from "../../src/server/deps.ts";
import { clearReceipts } from "../../src/server/receipts/clearing.ts";
import { folderDisk } from "../../src/server/receipts/disk.ts";
import { receiptStore } from "../../src/server/receipts/store.ts";
import { tokenHash } from "../../src/server/tokens/hash.ts";
import { newDatabase } from "../parts/postgres.ts";
import { lacks, serve } from "../parts/programs.ts";
import { download, receiptOf, sent } from "../parts/receipts.ts";

const DAY_MS = 86_400_000;

describe.skipIf(lacks("PostgreSQL"))("a company's receipts", () => {
  const data = mkdtempSync(join(tmpdir(), "porte-clearing-"));
  let running: Awaited<ReturnType<typeof serve>>;
  let db: Db;
  let url: string;
  let token: string;
  let operator: string;
  beforeAll(async () => {
    const address = await newDatabase(inject("postgres"));
    running = await serve(["--demo", "--data", data, "--database", address], new Date().toISOString());
    const said = JSON.parse(running.line);
    [url, token, operator] = [said.url, said.portes[0].token, said.operator.token];
    db = await openPostgres(address);
  });
  afterAll(async () => {
    await db.destroy();
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test("are read by an operator whose token is an operator's, and by no other", async () => {
    const id = await sent(url, token, receiptOf("operators", 400));
    expect((await download(url, operator, id)).status).toBe(200);
    await db
      .updateTable("access_tokens")
      .set({ scopes: JSON.stringify(["read"]) })
      .where("token_hash", "=", tokenHash(operator))
      .execute();
    expect((await download(url, operator, id)).status).toBe(404);
  });

  test("are cleared away once nobody has used them for a week, and not before", async () => {
    const receipts = receiptStore(await folderDisk(data), null);
    const cleared = (days: number) => {
      const now = () => new Date(Date.now() + days * DAY_MS);
      return clearReceipts({ db, receipts, now } as Deps, new AbortController().signal);
    };
    await sent(url, token, receiptOf("orphan", 400));
    const [stray, before] = ["a".repeat(64), "c".repeat(64)];
    const disk = await folderDisk(data);
    for (const name of [stray, before]) await disk.put(name, "a file that no row names");
    utimesSync(join(data, "receipts", before), 0, 0);
    await db
      .insertInto("receipt_uploads")
      .values({
        person_id: (await db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id,
        sha256: "b".repeat(64),
        name: "half.pdf",
        bytes: 10,
        recorded_at: new Date(),
        recorded_by: "Claire",
      })
      .execute();
    expect(await cleared(6)).toEqual({ receipts: 0, uploads: 0, files: 0 });
    expect(await cleared(8)).toEqual({ receipts: 2, uploads: 1, files: 1 });
    /** What was there before this database had the store may be another one's. */
    expect(readdirSync(join(data, "receipts")).filter((name) => name.length === 64)).toEqual([before]);
  });
});
