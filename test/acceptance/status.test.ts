import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasDesktop, openDesktop } from "../parts/desktop.ts";
import {
  answerOf,
  describeOnOne,
  type Home,
  NOW,
  newHome,
  ROOT,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";

/** What Python reads in a calendar: each entry's UID, its day, its words. */
const READ = `import sys, icalendar
for e in icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT'):
    print(e['UID'], e.decoded('DTSTART'), e.decoded('DTEND'), e['SUMMARY'])`;
const hasIcalendar = (() => {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import icalendar"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describeOnOne("how things stand", {}, (database) => {
  let company: TestCompany;
  let home: Home;

  beforeAll(async () => {
    company = await startCompany(database);
    home = newHome({ url: company.url, token: company.claire.token });
  });
  afterAll(async () => {
    home.remove();
    await company.stop();
  });

  const status = (now: string, ...words: string[]) => home.run(["status", ...words], { env: { PORTE_NOW: now } });

  test("says what is to do with its day and its command, and a check ends with 6 as long as there is something", async () => {
    const { todo, asOf } = await answerOf(status(NOW, "--json"));
    expect(todo).toEqual([
      {
        ...{ kind: "report-due", month: "2026-11", day: "2026-11-25", since: "2026-11-20", due: "2026-11-25" },
        command: "porte declare 2026-11",
      },
    ]);
    expect(asOf.slice(0, 16)).toBe(NOW.slice(0, 16));
    expect(await status(NOW, "--check")).toMatchObject({ code: 6, stderr: expect.stringContaining("1 thing to do") });
    expect(await status("2026-11-19T09:00:00.000Z", "--check")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ You're all caught up."),
    });
  });

  test.skipIf(!hasIcalendar)(
    "writes a calendar that another program reads, with the same names each time",
    async () => {
      const file = join(home.folder, "due.ics");
      const entries = (at: string) => execFileSync("/usr/bin/python3", ["-c", READ, at], { encoding: "utf8" });
      expect(await answerOf(status(NOW, "--ics", file, "--json"))).toEqual({ file, count: 3 });
      const first = entries(file);
      expect(first.trim().split("\n")).toEqual([
        "report-2026-11@127.0.0.1 2026-11-25 2026-11-26 report for November 2026 to send before Wed 25 Nov 2026",
        expect.stringMatching(/^report-2026-12@127.0.0.1 2026-12-25 2026-12-26 /),
        expect.stringMatching(/^report-2027-01@127.0.0.1 2027-01-25 2027-01-26 /),
      ]);
      for (const line of readFileSync(file, "utf8").split("\r\n"))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const { stdout } = await status(NOW, "--ics", "-");
      writeFileSync(file, stdout);
      expect(entries(file)).toBe(first);
    },
  );

  test("is told again with each change as it happens, and ends with 130 when it is interrupted", async () => {
    const words = [join(ROOT, "bin", "porte.js"), "status", "--watch", "--json"];
    const child = spawn(process.execPath, words, {
      env: { ...home.env, PATH: process.env.PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    expect(await next()).toMatchObject({ event: null, connection: "live", todo: [{ kind: "report-due" }] });

    const other = newHome({ url: company.url, token: company.claire.token });
    await answerOf(other.porte("declare", "2026-11", "--all", "mission=ACME", "--yes", "--json"));
    expect(await next()).toMatchObject({
      event: { kind: "report-submitted", about: "2026-11" },
      todo: [],
      waiting: [{ kind: "report-waits", since: "2026-11-25", waitingOn: "company" }],
    });
    other.remove();
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });
});

describe("a reminder", () => {
  let company: TestCompany;
  let home: Home;
  let desktop: string;

  beforeAll(async () => {
    company = await startCompany("PGlite");
    home = newHome({ url: company.url, token: company.claire.token });
    desktop = mkdtempSync(join(tmpdir(), "porte-desktop-"));
  });
  afterAll(async () => {
    home.remove();
    rmSync(desktop, { recursive: true, force: true });
    await company.stop();
  });

  const remind = (now: string, ...words: string[]) => home.run(["remind", ...words], { env: { PORTE_NOW: now } });
  const SILENT = { code: 0, stdout: "", stderr: "" };

  test("tells each thing once, in one digest a day, and never at night, on a weekend or on a public holiday", async () => {
    expect(await remind("2026-11-19T10:00:00.000Z")).toMatchObject(SILENT);
    expect(await remind("2026-11-20T06:59:00.000Z")).toMatchObject(SILENT);
    expect(await remind("2026-11-21T10:00:00.000Z")).toMatchObject(SILENT);
    const first = await remind("2026-11-23T09:00:00.000Z");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toBe(
      "porte: one thing to do\n● report for November 2026 to send before Wed 25 Nov 2026\n  porte declare 2026-11\n",
    );
    expect(await remind("2026-11-23T10:00:00.000Z")).toMatchObject(SILENT);
    expect(await remind("2026-11-24T10:00:00.000Z")).toMatchObject(SILENT);
    expect(await answerOf(remind("2026-11-26T10:00:00.000Z", "--json"))).toMatchObject({
      reminded: [{ kind: "report-late", command: "porte declare 2026-11" }],
    });
    expect(await answerOf(remind("2026-11-27T10:00:00.000Z", "--json"))).toEqual({ reminded: [] });
    /** What is set is in force from then on, and what is typed comes first. */
    const own = newHome({ url: company.url, token: company.claire.token });
    const at = (now: string, ...words: string[]) => own.run(["remind", ...words], { env: { PORTE_NOW: now } });
    expect(await answerOf(own.porte("config", "set", "remind.quiet", "18:00-10:30", "--json"))).toMatchObject({
      value: "18:00-10:30",
    });
    expect(await at("2026-11-23T09:00:00.000Z")).toMatchObject(SILENT);
    expect((await at("2026-11-23T09:00:00.000Z", "--quiet-hours", "none", "--json")).stdout).toContain("report-due");
    own.remove();
    const kept = execFileSync("find", [home.folder, "-name", "reminders.json"], { encoding: "utf8" }).trim();
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  test("is shown on the desktop; what could not be shown is shown the next time", async () => {
    const own = newHome({ url: company.url, token: company.claire.token });
    const show = (path: string) =>
      own.runProcess(["remind", "--notify"], { env: { PORTE_NOW: "2026-11-23T09:00:00.000Z", PATH: path } });
    expect(await show("/nonexistent")).toMatchObject({ code: 2, stderr: expect.stringContaining("notify-send") });
    const log = join(desktop, "shown");
    writeFileSync(join(desktop, "notify-send"), `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\n`, { mode: 0o755 });
    expect(await show(`${desktop}:/usr/bin:/bin`)).toMatchObject(SILENT);
    expect(readFileSync(log, "utf8")).toContain("• report for November 2026 to send before Wed 25 Nov 2026");
    rmSync(log);
    expect(await show(`${desktop}:/usr/bin:/bin`)).toMatchObject(SILENT);
    expect(existsSync(log)).toBe(false);
    own.remove();
  });

  test.skipIf(!hasDesktop)("is shown by a real notify-send, once, over a bus of its own", async () => {
    const own = newHome({ url: company.url, token: company.claire.token });
    const shown = await openDesktop(desktop);
    const env = { PATH: "/usr/bin:/bin", DBUS_SESSION_BUS_ADDRESS: shown.address };
    const at = (now: string) => own.runProcess(["remind", "--notify"], { env: { ...env, PORTE_NOW: now } });
    expect(await at("2026-11-23T09:00:00.000Z")).toMatchObject(SILENT);
    expect(await at("2026-11-23T10:00:00.000Z")).toMatchObject(SILENT);
    expect(await at("2026-11-24T09:00:00.000Z")).toMatchObject(SILENT);
    await shown.close();
    expect(shown.notified()).toEqual([
      expect.stringMatching(
        /"porte" .*"porte: one thing to do" ".*report for November 2026 to send before Wed 25 Nov 2026/,
      ),
    ]);
    own.remove();
  });

  test("is set up only where that is asked for, and taken away whole", async () => {
    const { cron, units } = await answerOf(home.porte("remind", "--print", "--json"));
    expect(cron).toMatch(/^0 9 \* \* 1-5 .*porte\.js'? remind$/);
    const files = units.map(({ file }: { file: string }) => file);
    expect(files.map((file: string) => existsSync(file))).toEqual([false, false]);
    mkdirSync(join(home.folder, ".config"), { recursive: true });
    expect(await answerOf(home.porte("remind", "--install", "--json"))).toEqual({ written: files });
    expect(readFileSync(files[1], "utf8")).toContain("OnCalendar=Mon..Fri *-*-* 09:00:00 Europe/Paris");
    expect(await answerOf(home.porte("remind", "--install", "--json"))).toEqual({ written: [] });
    expect(await answerOf(home.porte("remind", "--uninstall", "--json"))).toEqual({ removed: files });
    expect(files.map((file: string) => existsSync(file))).toEqual([false, false]);
  });
});
