import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, run } from "../parts/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: unknown) => {
  const place = join(folder, name);
  writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  return place;
};
/** An address on which nothing answers says itself in the failure; its password never is. */
const away = (name: string) => `postgres://claire:secret@127.0.0.1:1/${name}`;
const start = (words: readonly string[], env: Record<string, string> = {}) =>
  run("porte-company", ["serve", "--port", "0", "--data", join(folder, "data"), ...words], {
    env: { PORTE_LANG: "en", ...env },
  });

test("a setting is what was typed, else the environment's, else the file's that it names, else the settings file's", async () => {
  const config = file("config.json", { database: away("config") });
  const secret = file("database", `${away("secret")}\n`);
  const cases: [string, string[], Record<string, string>][] = [
    ["flag", ["--database", away("flag"), "--config", config], { PORTE_COMPANY_DATABASE: away("environment") }],
    ["environment", ["--config", config], { PORTE_COMPANY_DATABASE: away("environment") }],
    ["secret", [], { PORTE_COMPANY_DATABASE_FILE: secret, PORTE_COMPANY_CONFIG: config }],
    ["config", ["--config", config], {}],
  ];
  for (const [name, words, env] of cases) {
    const { code, stderr } = await start(words, env);
    expect({ name, code, stderr }).toEqual({ name, code: 4, stderr: expect.stringContaining(`127.0.0.1:1/${name} `) });
    expect(stderr).not.toContain("secret@");
  }
});

test("what is no setting, or not of its kind, is named and nothing starts", async () => {
  const config = (content: unknown) => ["--config", file(`${randomUUID()}-wrong.json`, content)];
  const cases: [string, string[], Record<string, string>][] = [
    ['"databse" is not a setting', config({ databse: "x" }), {}],
    ["The value of the setting apiRate is not valid", config({ apiRate: true }), {}],
    ["The value of the setting demo is not valid", config({ demo: "yes" }), {}],
    ["The value of the setting receiptKey is not valid", config({ receiptKey: 7 }), {}],
    ["The value of the setting law is not valid", config({ law: [7] }), {}],
    ["The value of the setting PORTE_COMPANY_STOP_LIMIT is not valid", [], { PORTE_COMPANY_STOP_LIMIT: "soon" }],
    ["The file of the setting PORTE_COMPANY_SMTP_FILE", [], { PORTE_COMPANY_SMTP_FILE: join(folder, "none") }],
    ["PORTE_COMPANY_SMTP and PORTE_COMPANY_SMTP_FILE", [], { PORTE_COMPANY_SMTP: "a", PORTE_COMPANY_SMTP_FILE: "b" }],
    ["The value of the setting PORTE_COMPANY_LOG_LEVEL is not valid", [], { PORTE_COMPANY_LOG_LEVEL: "loud" }],
    ["The value of the setting publicUrl is not valid", config({ publicUrl: "portage.example" }), {}],
    ["wrong.json cannot be read", config("[1"), {}],
    ["wrong.json cannot be read", config([]), {}],
  ];
  for (const [said, words, env] of cases) {
    const { code, stderr } = await start(words, env);
    expect({ said, code, stderr }).toEqual({ said, code: 2, stderr: expect.stringContaining(said) });
  }
});

test("one settings file serves every command that has settings, and says what init is to be told", async () => {
  const config = file("all.json", {
    database: away("all"),
    port: 0,
    apiRate: 5,
    logLevel: "warn",
    admin: "ana@porte.example",
  });
  const archive = join(folder, "archive");
  const env = { PORTE_LANG: "en", PORTE_COMPANY_CONFIG: config };
  const commands = [["migrate"], ["seed"], ["backup", archive], ["serve"]];
  for (const words of commands) {
    const { code, stderr } = await run("porte-company", words, { env });
    expect({ words, code, stderr }).toEqual({ words, code: 4, stderr: expect.stringContaining("127.0.0.1:1/all ") });
  }
  const init = (more: Record<string, string>) => run("porte-company", ["init"], { env: { ...env, ...more } });
  const profile = { PORTE_COMPANY_COMPANY: join(ROOT, "templates", "company.json") };
  expect((await init({})).stderr).toContain("--company is missing");
  expect((await init(profile)).stderr).toContain("--admin-name is missing");
  const { code, stderr } = await init({ ...profile, PORTE_COMPANY_ADMIN_NAME: "Ana" });
  expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining("127.0.0.1:1/all ") });
});
