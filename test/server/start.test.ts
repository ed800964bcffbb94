// slow: 30 s
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newDatabase } from "../parts/postgres.ts";
import { COMPANY, DATABASES, lacks, NOW, OWN, run, serve, startCompany, type TestCompany } from "../parts/programs.ts";

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
  if (canMount) for (const place of [small, readOnly]) spawnSync("umount", [place]);
  rmSync(folder, { recursive: true, force: true });
});

const start = (...words: string[]) =>
  run("porte-company", ["serve", "--port", "0", "--data", join(folder, "data"), ...words]);

describe("a company that cannot start says why, in a sentence, and ends", () => {
  const cases: [string, () => string[], number, string][] = [
    ["a port that is taken", () => ["--port", String(takenPort)], 2, "(déjà utilisée)"],
    [
      "an address that is not this machine's",
      () => ["--host", "192.0.2.1"],
      2,
      "(ce n'est pas une adresse de cette machine)",
    ],
    [
      "a folder inside a file",
      () => ["--data", join(folder, "a-file", "data")],
      2,
      "(c'est un fichier, et non un dossier)",
    ],
    ["a level of the log that is none", () => ["--log-level", "loud"], 2, "--log-level"],
    ["a public address that is none", () => ["--public-url", "portage.example"], 2, "--public-url https://"],
    ["a database that is no address", () => ["--database", "porte"], 2, "postgres://"],
    ["a database of another kind", () => ["--database", "mysql://claire:secret@localhost/porte"], 2, "postgres://"],
    [
      "a database that is away",
      () => ["--database", "postgres://claire:secret@127.0.0.1:1/porte"],
      4,
      "(connexion refusée)",
    ],
  ];
  test.each(cases)("%s", async (_name, words, exitCode, said) => {
    const { code, stdout, stderr } = await start(...words());
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/secret|anomalie de porte|\n {4}at /);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
  });
});

test("a second company is kept off the folder of another, and takes it once that has ended or was killed", async () => {
  const data = ["--data", join(folder, "shared")];
  const first = await serve(data, NOW);
  await expect(serve(data, NOW)).rejects.toThrow("est utilisé par une autre société");
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

describe.skipIf(lacks("PostgreSQL"))("a database that others use too", () => {
  test("of several first starts at once, one fills the company and all answer", async () => {
    const address = await newDatabase(inject("postgres"));
    const data = join(folder, "together");
    const words = ["--demo", "--data", data, "--database", address];
    const companies = await Promise.all([1, 2, 3, 4].map(() => serve(words, NOW)));
    const operators = new Set(companies.map(({ line }) => JSON.parse(line).operator.token));
    await Promise.all(companies.map(({ stop }) => stop()));

    expect([...operators]).toEqual([expect.any(String)]);
  });

  test("a schema of a newer program is refused in a sentence, and left as it is", async () => {
    const address = await newDatabase(inject("postgres"));
    const stored = ["--database", address, "--data", join(folder, "newer")];
    expect((await run("porte-company", ["migrate", ...stored])).code).toBe(0);
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query("insert into kysely_migration values ('9999-of-tomorrow', '2030-01-01')");
    for (const words of [["serve", "--port", "0"], ["migrate"], ["seed"]]) {
      const { code, stderr } = await run("porte-company", [...words, ...stored], { env: { PORTE_LANG: "en" } });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining("newer porte-company (9999-of-tomorrow)"),
      });
    }
    const { rows } = await client.query("select count(*)::int as count from people");
    await client.end();
    expect(rows).toEqual([{ count: 0 }]);
  });

  const signals = [
    [1, 1],
    [2, 143],
  ] as const;
  test.each(signals)(
    "a start that waits for a lock is ended by %i SIGTERM with %i: within its limit, or at once",
    async (count, exitCode) => {
      const address = await newDatabase(inject("postgres"));
      const stored = ["--database", address, "--data", join(folder, `waits-${count}`)];
      expect((await run("porte-company", ["migrate", ...stored])).code).toBe(0);
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query("begin");
      await client.query("lock table people in access exclusive mode");
      const ended = async (signals: number) => {
        const child = spawn(
          process.execPath,
          [...COMPANY, "serve", "--demo", "--port", "0", "--stop-limit", "2", "--database-limit", "600", ...stored],
          {
            env: { ...OWN, PORTE_NOW: NOW },
            stdio: "ignore",
          },
        );
        const code = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
        await waits(client);
        for (let sent = 0; sent < signals; sent += 1) {
          child.kill("SIGTERM");
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return code;
      };
      expect(await ended(count)).toBe(exitCode);
      await client.query("rollback");
      await client.end();
    },
  );

  /** Waits until somebody waits for a lock. */
  async function waits(client: pg.Client): Promise<void> {
    for (;;) {
      const { rows } = await client.query(
        "select 1 from pg_locks where not granted and relation = 'people'::regclass and database = (select oid from pg_database where datname = current_database())",
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

/** A disk of its own, of two sizes: this needs a machine on which one may be mounted. */
function mounted(place: string, options: string): boolean {
  mkdirSync(place, { recursive: true });
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place], { stdio: "ignore" }).status === 0;
}

const small = join(folder, "small");
const readOnly = join(folder, "read-only");
const canMount =
  process.platform === "linux" && process.getuid?.() === 0 && mounted(small, "size=3m") && mounted(readOnly, "ro");

describe.skipIf(!canMount)("a disk that takes nothing", () => {
  const cases: [string, () => string[], string][] = [
    ["too small for the embedded database", () => ["--data", join(small, "data")], "le disque est plein"],
    ["read-only", () => ["--data", join(readOnly, "data")], "le disque est en lecture seule"],
  ];
  test.each(cases)("%s: this is said, and nothing starts", async (_name, words, said) => {
    const { code, stdout, stderr } = await start(...words());
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/anomalie de porte|\n {4}at /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test.skipIf(lacks("PostgreSQL"))("read-only for the receipts", async () => {
    const stored = ["--database", await newDatabase(inject("postgres")), "--data", join(readOnly, "data")];
    const { code, stderr } = await start(...stored);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("le disque est en lecture seule") });
  });
});
