import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { afterAll, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { receiptKey, receiptStore } from "../../src/server/receipts/store.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-receipts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
const key = (digit: string) => receiptKey(digit.repeat(64));
const receipt = Buffer.from("%PDF-1.4 a dinner for two %%EOF");

test("a receipt is sealed on the disk, and read with its key alone", async () => {
  await receiptStore(disk, key("a")).put("sealed", receipt);

  expect(readFileSync(join(folder, "sealed")).includes("dinner")).toBe(false);
  expect(Buffer.from(await receiptStore(disk, key("a")).get("sealed"))).toEqual(receipt);
  await expect(receiptStore(disk, key("b")).get("sealed")).rejects.toThrow();
  await expect(receiptStore(disk, null).get("sealed")).rejects.toThrow(PorteError);
});

test("one that was changed on the disk is not believed", async () => {
  await receiptStore(disk, key("a")).put("changed", receipt);
  const bytes = readFileSync(join(folder, "changed"));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await disk.put("changed", bytes);

  await expect(receiptStore(disk, key("a")).get("changed")).rejects.toThrow();
});

test("what was kept before there was a key is still read", async () => {
  await receiptStore(disk, null).put("plain", receipt);

  expect(Buffer.from(await receiptStore(disk, key("a")).get("plain"))).toEqual(receipt);
});

test.each(["secret", "a".repeat(63), "g".repeat(64)])("%j is no key", (text) => {
  expect(() => receiptKey(text)).toThrow(PorteError);
});
