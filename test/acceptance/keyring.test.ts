import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newHome, ROOT, runFile, startCompany, type TestCompany } from "../parts/programs.ts";

const daemon = inject("keyring");
const PORTE = `"${process.execPath}" "${ROOT}/bin/porte.js"`;
const UNLOCKED = `printf secret | ${daemon} --unlock --components=secrets >/dev/null 2>&1`;

describe.skipIf(daemon === "")("a token in the keyring of a real session", () => {
  let company: TestCompany;
  const home = newHome();

  beforeAll(async () => {
    company = await startCompany("PGlite");
  });
  afterAll(async () => {
    home.remove();
    await company.stop();
  });

  /** Runs shell lines as a person's session, its keyring unlocked by the password of the log-in. */
  const inSession = (...lines: string[]) => {
    const env = { ...home.env, TOKEN: company.claire.token, COMPANY: company.url };
    return runFile("dbus-run-session", ["--", "/bin/sh", "-c", [UNLOCKED, ...lines].join("\n")], { env });
  };

  test("is kept there and nowhere else, read by what follows, and erased by logging out", async () => {
    const login = await inSession(`echo "$TOKEN" | ${PORTE} login "$COMPANY" --with-token`, `${PORTE} whoami`);

    expect(login.stdout).toContain("keyring");
    expect(login.stdout).toContain("claire@porte.example");
    expect(spawnSync("grep", ["-rl", company.claire.token, home.folder]).stdout.toString()).toBe("");

    const nextDay = await inSession(`${PORTE} whoami --json`);
    expect(JSON.parse(nextDay.stdout)).toMatchObject({ source: "keyring", person: { name: "Claire Morel" } });

    const out = await inSession(`${PORTE} logout`, `${PORTE} whoami`);
    expect(out.stdout).toContain("the token is deleted here");
    expect(out.code).toBe(3);
    expect(out.stderr).toContain("not logged in");
  });

  test("is not said to be missing where no session is open: the way out of cron is", async () => {
    await inSession(`echo "$TOKEN" | ${PORTE} login "$COMPANY" --with-token`);

    for (const words of [["whoami"], ["logout"]]) {
      const { code, stderr } = await home.porteProcess(...words);
      expect(code).toBe(3);
      expect(stderr).toContain("--secret-store file");
    }

    expect((await inSession(`${PORTE} whoami`)).stdout).toContain("claire@porte.example");
  });
});
