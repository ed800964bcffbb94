import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";

let company: TestCompany;
let home: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
});
afterAll(() => company.stop());
beforeEach(() => {
  home = newHome({ url: company.url, token: company.claire.token });
});
afterEach(() => home.remove());

const DATA = ".local/share/porte/default";

/** Each file of ours that is no longer what it was, with a command that reads it. */
const FILES: readonly (readonly [string, unknown, readonly string[]])[] = [
  [".config/porte/settings.json", { profiles: null }, ["whoami"]],
  [".config/porte/settings.json", { profiles: { default: {} } }, ["status"]],
  [".config/porte/settings.json", { vehicles: { car: { kind: "toString" } } }, ["whoami"]],
  [`${DATA}/reports/2026-11.json`, { schema: 2 }, ["declare", "2026-11", "--all", "mission=ACME", "--yes"]],
  [`${DATA}/reports/2026-11.json`, {}, ["status"]],
  [`${DATA}/reports/2026-11.json`, [], ["declare", "list"]],
  [`${DATA}/expenses/a.json`, { schema: 3, id: "a" }, ["expenses"]],
  [`${DATA}/expenses/a.json`, {}, ["expenses", "submit"]],
  [`${DATA}/recurring.json`, { rules: [{}] }, ["expenses", "recurring"]],
  [`${DATA}/refusals.json`, [], ["expenses", "check"]],
  [`${DATA}/months/2026-11.json`, { skipped: ["nothing"] }, ["month", "2026-11"]],
];

test.each(FILES)("%s that holds %j is named, left alone, and no bug in porte", async (name, held, words) => {
  const file = join(home.folder, name);
  const text = JSON.stringify(held);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);

  const { stderr, code } = await home.porteProcess(...words);

  expect({ stderr, code }).toMatchObject({ code: 2 });
  expect(stderr).toContain(file);
  expect(readFileSync(file, "utf8")).toBe(text);
});

describe("a session in a file", () => {
  const SESSION = ".config/porte/credentials/default.json";

  test("is not written through a link to another file", async () => {
    const file = join(home.folder, SESSION);
    const other = join(home.folder, "other.txt");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(other, "mine");
    symlinkSync(other, file);

    const { code } = await home.runProcess(["login", company.url, "--with-token", "--secret-store", "file"], {
      input: company.claire.token,
    });

    expect(code).toBe(0);
    expect(readFileSync(other, "utf8")).toBe("mine");
    expect(lstatSync(file).isSymbolicLink()).toBe(false);
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
  });

  test("that is no session is named and left alone", async () => {
    const file = join(home.folder, SESSION);
    const env = { PORTE_TOKEN: undefined, PORTE_API_URL: undefined };
    await home.runProcess(["login", company.url, "--with-token", "--secret-store", "file"], {
      input: company.claire.token,
    });
    writeFileSync(file, "{}");

    const { stderr, code } = await home.runProcess(["whoami"], { env });

    expect({ stderr, code }).toMatchObject({ code: 2 });
    expect(stderr).toContain(file);
    expect(readFileSync(file, "utf8")).toBe("{}");
    expect(existsSync(file)).toBe(true);
  });
});
