// slow: 15 s
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucketDisk } from "../../src/server/receipts/disk.ts";
import { answerOf, NOW, newHome, RECEIPT, serve } from "../parts/programs.ts";

const KEYS = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" };
const RECEIPT_KEY = "5".repeat(64);

const folder = mkdtempSync(join(tmpdir(), "porte-bucket-"));
const store = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "store"),
  configureBuckets: [{ name: "receipts" }],
});
let place: string;

beforeAll(async () => {
  const { port } = await store.run();
  place = `s3://receipts?endpoint=http://127.0.0.1:${port}&region=fr-par`;
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith("_object") && !entry.name.startsWith("store-id"))
    .map(({ parentPath, name }) => join(parentPath, name));

test("receipts live in a bucket by their hash, sealed, once for each content, and nowhere else", async () => {
  const data = join(folder, "company");
  const env = { ...KEYS, PORTE_COMPANY_RECEIPT_KEY: RECEIPT_KEY };
  const { line, stop } = await serve(["--demo", "--data", data, "--receipts", place], NOW, env);
  try {
    const { url, portes } = JSON.parse(line);
    for (const [index, { token }] of portes.slice(0, 2).entries()) {
      const home = newHome({ url, token });
      const said = ["--amount", `${index + 5}`, "--category", "other"];
      await answerOf(home.porte("expenses", "add", RECEIPT, ...said, "--json"));
      const { sent } = await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
      expect(sent).toMatchObject([{ state: "submitted" }]);
      const pdf = join(home.folder, "dossier.pdf");
      await answerOf(home.porte("expenses", "export", "--pdf", pdf, "--json"));
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
      home.remove();
    }
  } finally {
    await stop();
  }
  const receipt = readFileSync(RECEIPT);
  const [kept, ...others] = filesIn(join(folder, "store", "receipts"));
  expect(others).toEqual([]);
  expect(kept).toContain(createHash("sha256").update(receipt).digest("hex"));
  expect(readFileSync(kept ?? "").includes(receipt.subarray(0, 64))).toBe(false);
  expect(readdirSync(data)).not.toContain("receipts");
});

test("a store that is slow to take a receipt holds no session of the database", async () => {
  const { port: storePort } = new URL(place.replace(/^.*endpoint=/, "").replace(/&.*$/, ""));
  let met = () => {};
  let release = () => {};
  const isMet = new Promise<void>((resolve) => {
    met = resolve;
  });
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = createServer(async (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    if (method === "PUT" && /[0-9a-f]{64}/.test(url)) {
      met();
      await isReleased;
    }
    const passed = ask({ port: storePort, host: "127.0.0.1", method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const behind = place.replace(storePort, String((slow.address() as AddressInfo).port));
  const words = ["--demo", "--data", join(folder, "slow"), "--receipts", behind, "--adopt-receipts"];
  const { line, stop } = await serve(words, NOW, KEYS);
  try {
    const { url, portes } = JSON.parse(line);
    const authorization = `Bearer ${portes[0].token}`;
    const form = new FormData();
    form.set("file", new File([new Uint8Array(readFileSync(RECEIPT))], "recu.pdf", { type: "application/pdf" }));
    const headers = { authorization, "idempotency-key": "a-slow-receipt-it-is" };
    const sent = fetch(`${url}/v1/receipts`, { method: "POST", headers, body: form });
    await isMet;

    /** The embedded database has one session: whatever held it would hold this answer too. */
    expect((await fetch(`${url}/v1/me`, { headers: { authorization } })).status).toBe(200);
    release();
    expect((await sent).status).toBe(201);
  } finally {
    release();
    await stop();
    slow.close();
    slow.closeAllConnections();
  }
});

test("what was put under a name is forgotten with it", async () => {
  const disk = await bucketDisk(place, KEYS);
  for (const name of ["pieces/a/0", "pieces/a/1", "pieces/b/0"]) await disk.put(name, Buffer.from(name));
  await disk.deleteAll("pieces/a");
  expect(Buffer.from(await disk.getBytes("pieces/b/0")).toString()).toBe("pieces/b/0");
  await expect(disk.getBytes("pieces/a/1")).rejects.toThrow();
});

test.each([
  ["without its keys", "s3://receipts", {}],
  ["of another kind", "ftp://receipts", KEYS],
  ["with a name that no bucket has", "s3://Receipts_1", KEYS],
  ["served by no address", "s3://receipts?endpoint=nowhere", KEYS],
  ["that is no address", "receipts", KEYS],
])("a place %s is refused before the company starts", async (_name, wrong, env) => {
  const words = ["--demo", "--data", join(folder, "none"), "--receipts", wrong];
  await expect(serve(words, NOW, env)).rejects.toThrow("Les justificatifs ne peuvent pas être conservés");
});
