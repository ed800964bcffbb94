import { chmodSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { answerOf, type Home, newHome } from "../parts/programs.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly level: string;
  readonly detail: string;
  readonly mend: string | null;
}

const CHECKS =
  "settings credentials keyring proxy tls company contract clock session locks disk outbox rates tesseract".split(" ");

let company: InProcess;
let token: string;

beforeAll(async () => {
  company = await openInProcess();
  token = company.access.portes[0]?.token ?? "";
});
afterAll(() => company.close());

async function examined(home: Home, env: Record<string, string | undefined> = {}) {
  const { stdout, stderr, code } = await home.run(["doctor", "--json"], { env });
  const { checks } = JSON.parse(stdout) as { checks: Check[] };
  const of = (name: string) => checks.find((check) => check.name === name);
  return { checks, of, code, error: stderr === "" ? null : JSON.parse(stderr).error };
}

describe("doctor", () => {
  test("finds nothing broken where all is well, and says what could be better apart", async () => {
    const home = newHome({ url: company.url, token });
    const { checks, of, code, error } = await examined(home);

    expect(checks.map(({ name }) => name)).toEqual(CHECKS);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect([code, error]).toEqual([0, null]);
    expect(of("company")?.detail).toContain(company.url);
    expect(of("tls")).toMatchObject({ level: "fine" });
    for (const { level, mend } of checks) if (level === "better") expect(mend).not.toBeNull();
    home.remove();
  });

  test("goes on past a company that is away, a damaged file and a wrong clock, each with its mend, and ends with 6", async () => {
    const away = newHome({ url: "http://127.0.0.1:9", token, now: "2028-02-01T09:00:00.000Z" });
    const { checks, of, code, error } = await examined(away);
    expect([code, error.code]).toEqual([6, "check.found"]);
    expect(checks.map(({ name }) => name)).toEqual(CHECKS);
    expect(of("company")).toMatchObject({ ok: false, level: "broken" });
    expect(of("company")?.mend).not.toBeNull();
    expect(of("clock")).toMatchObject({ ok: true, level: "skipped" });
    expect(of("rates")).toMatchObject({ ok: false });
    expect(of("rates")?.mend).toContain("porte update-check");
    away.remove();

    const late = newHome({ url: company.url, token, now: "2026-10-25T16:40:00.000Z" });
    expect((await examined(late)).of("clock")).toMatchObject({ ok: false, detail: expect.stringContaining("behind") });
    late.remove();
  });

  test("finds settings that are damaged, a session that is over, a secret that others can read and a lock that was left", async () => {
    const home = newHome({ url: company.url, token: "over" });
    const config = join(home.folder, ".config", "porte");
    mkdirSync(join(config, "credentials"), { recursive: true });
    writeFileSync(join(config, "settings.json"), "{");
    const found = await examined(home);
    expect(found.of("settings")).toMatchObject({ ok: false });
    expect(found.of("disk")).toMatchObject({ ok: true });

    const profile = { url: company.url, issuer: company.url, company: "Essai", person: "Claire", secretIn: "file" };
    writeFileSync(join(config, "settings.json"), JSON.stringify({ schema: 1, profiles: { default: profile } }));
    const secret = join(config, "credentials", "default.json");
    writeFileSync(secret, JSON.stringify({ accessToken: "over", refreshToken: null, expiresAtMs: null }));
    chmodSync(secret, 0o644);
    mkdirSync(join(config, "settings.json.lock"));
    utimesSync(join(config, "settings.json.lock"), 0, 0);
    const { of } = await examined(home, { PORTE_TOKEN: undefined, PORTE_API_URL: undefined });
    expect(of("credentials")).toMatchObject({ ok: false, mend: `chmod 600 ${secret}` });
    expect(of("session")).toMatchObject({ ok: false });
    expect(of("locks")).toMatchObject({ ok: true, level: "better" });
    home.remove();
  });

  test("without a company, says what is to be done and that nothing is broken", async () => {
    const home = newHome();
    const { of, code } = await examined(home);

    expect(code).toBe(0);
    expect(of("credentials")).toMatchObject({ ok: true, level: "better", mend: "porte init" });
    expect((await home.run(["doctor"], { env: { PORTE_LANG: "fr" } })).stdout).toMatch(/^✓ réglages {2}/);
    home.remove();
  });

  test("its words are told in the answer alone: nothing on stderr", async () => {
    const home = newHome({ url: company.url, token });
    await answerOf(home.porte("doctor", "--json"));
    home.remove();
  });
});
