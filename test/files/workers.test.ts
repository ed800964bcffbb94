import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FileWorkers, workerIn } from "../../src/files/workers.ts";
import { RECEIPT, ROOT } from "../parts/programs.ts";
import { slowPdf } from "../parts/receipts.ts";

const good = readFileSync(RECEIPT);
const JUDGED = { mediaType: "application/pdf", fault: null };

test("a file that takes too long is given up, and the next one is read", async () => {
  const workers = new FileWorkers(workerIn(ROOT), { most: 1, maxWaiting: 4, maxMs: 150 });
  expect(await workers.ask("judge", slowPdf(9))).toBe(null);
  const patient = new FileWorkers(workerIn(ROOT), { most: 1, maxWaiting: 4 });
  expect(await Promise.all([good, good, good].map((bytes) => patient.ask("judge", bytes)))).toEqual([
    JUDGED,
    JUDGED,
    JUDGED,
  ]);
  await Promise.all([workers.close(), patient.close()]);
});

test("a file that fills the memory is given up", async () => {
  const workers = new FileWorkers(workerIn(ROOT), { most: 1, maxWaiting: 1, maxMegabytes: 24 });
  expect(await workers.ask("judge", slowPdf(9))).toBe(null);
  await workers.close();
});

test("who comes when enough wait is refused at once, and the others are served", async () => {
  const workers = new FileWorkers(workerIn(ROOT), { most: 1, maxWaiting: 1 });
  const [first, second, third] = [good, good, good].map((bytes) => workers.ask("judge", bytes));
  await expect(third).rejects.toMatchObject({ name: "WorkersFull", statusCode: 503 });
  expect([await first, await second]).toEqual([JUDGED, JUDGED]);
  await workers.close();
});

test("a package without its worker says so, and blames no file", async () => {
  const workers = new FileWorkers(workerIn("/nowhere"), { most: 1, maxWaiting: 1 });
  await expect(workers.ask("judge", good)).rejects.toThrow("Cannot find module");
});
