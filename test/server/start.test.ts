import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DATABASES, lacks, NOW, run, serve, startCompany, type TestCompany } from "../parts/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-start-"));
const taken = createServer();
let takenPort: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  takenPort = (taken.address() as { port: number }).port;
  writeFileSync(join(folder, "a-file"), "");
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (...words: string[]) =>
  run("porte-company", ["serve", "--port", "0", "--data", join(folder, "data"), ...words]);

describe("a company that cannot start says why, in a sentence, and ends", () => {
  const cases: [string, () => string[], number, string][] = [
    ["a port that is taken", () => ["--port", String(takenPort)], 2, "EADDRINUSE"],
    ["an address that is not this machine's", () => ["--host", "192.0.2.1"], 2, "EADDRNOTAVAIL"],
    ["a folder inside a file", () => ["--data", join(folder, "a-file", "data")], 2, "ENOTDIR"],
    ["a database that is no address", () => ["--database", "porte"], 2, "postgres://"],
    ["a database of another kind", () => ["--database", "mysql://claire:secret@localhost/porte"], 2, "postgres://"],
    ["a database that is away", () => ["--database", "postgres://claire:secret@127.0.0.1:1/porte"], 4, "ECONNREFUSED"],
  ];
  test.each(cases)("%s", async (_name, words, exitCode, said) => {
    const { code, stdout, stderr } = await start(...words());
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/secret|défaut de porte|\n {4}at /);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
  });
});

test("a second company is kept off the folder of another, and takes it once that has ended or was killed", async () => {
  const data = ["--data", join(folder, "shared")];
  const first = await serve(data, NOW);
  await expect(serve(data, NOW)).rejects.toThrow("Une autre société se sert du dossier");
  await first.stop();
  const second = await serve(data, NOW);
  await second.stop("SIGKILL");
  const third = await serve(data, NOW);
  await third.stop();
});

test.skipIf(lacks("PostgreSQL"))("a database that restarts costs no company its life", async () => {
  const company: TestCompany = await startCompany(DATABASES[1]);
  try {
    const client = new pg.Client({ connectionString: company.database ?? "" });
    await client.connect();
    const ended = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.end();
    expect(ended.rowCount).toBeGreaterThan(0);
    const answer = await fetch(`${company.url}/v1/service`);
    expect(answer.status).toBe(200);
  } finally {
    await company.stop();
  }
});
