// slow: 15 s
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doorTo } from "../parts/door.ts";
import {
  answerOf,
  describeOnOne,
  type Home,
  newHome,
  ROOT,
  startCompanyAt,
  type TestCompany,
} from "../parts/programs.ts";

const SEPTEMBER = "2026-09-25T16:40:00.000Z";

describeOnOne("everything about a porté in one folder", {}, (database) => {
  let company: TestCompany;
  let claire: Home;
  let folder: string;
  beforeAll(async () => {
    company = await startCompanyAt(SEPTEMBER, database);
    claire = newHome({ url: company.url, token: company.claire.token, now: SEPTEMBER });
    folder = join(claire.folder, "all");
  });
  afterAll(async () => {
    claire.remove();
    await company.stop();
  });

  const staff = (...words: string[]) => answerOf(company.staff(...words, "--json"));
  const json = (...words: string[]) => answerOf(claire.porte(...words, "--json"));
  const rebuilt = () =>
    JSON.parse(execFileSync("node", ["tools/rebuild-account.mjs", folder], { encoding: "utf8" })) as object;

  test("is saved, verified and rebuilt to the cent, after a month that the porté and the staff have lived", async () => {
    expect(
      await claire.porte("declare", "2026-09", "--all", "mission=ACME", "--ahead", "--partial", "--yes"),
    ).toMatchObject({ code: 0 });
    const [{ report }] = (await staff("reports", "list")).items;
    await staff("reports", "approve", report.id);
    const work = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-09"];
    await staff("invoices", "issue", ...work, "--days", "30");
    await staff("payments", "record", "--invoice", "F2026-0001", "--amount", "5000");
    await staff("payroll", "run", "2026-09");

    const saved = await json("export", folder);
    const paths = saved.files.map(({ path }: { path: string }) => path);
    expect(saved).toMatchObject({ missing: [], offline: false });
    expect(paths).toEqual(
      expect.arrayContaining(["payslips/2026-09.pdf", "reports/2026-09.pdf", "invoices.jsonl", "account-entries.csv"]),
    );
    expect(await claire.porte("export", folder, "--verify")).toMatchObject({ code: 0 });
    expect((await json("export", folder)).written).toBe(0);
    const { balance } = await json("account", "2026-09");
    expect(rebuilt()).toMatchObject({ isEqual: true, manifestCents: Math.round(balance * 100) });
  });

  test("that is killed in its middle is not whole, and is once it is run again: what was there is not fetched twice", async () => {
    const door = await doorTo(company.url);
    const here = newHome({ url: door.url, token: company.claire.token, now: SEPTEMBER });
    const cut = join(here.folder, "cut");
    const child = spawn(process.execPath, [join(ROOT, "bin", "porte.js"), "export", cut], {
      env: { ...here.env, PATH: process.env.PATH },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await door.hold(/\/activity-reports\/2026-09\/pdf$/);
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    await door.hold(null);
    expect([existsSync(join(cut, "manifest.journal")), existsSync(join(cut, "manifest.json"))]).toEqual([true, false]);
    expect(await here.porte("export", cut, "--verify")).toMatchObject({ code: 6 });
    const files = (paths: string[]) => paths.filter((path) => path.endsWith(".pdf"));
    const before = files(readdirSync(cut, { recursive: true, encoding: "utf8" }));
    expect(before).toContain("payslips/2026-09.pdf");
    door.answers.splice(0);
    expect(await answerOf(here.porte("export", cut, "--json"))).toMatchObject({ missing: [], offline: false });
    expect(door.answers.filter(({ path }) => /payslips\/2026-09\/pdf$/.test(path))).toEqual([]);
    expect(await here.porte("export", cut, "--verify")).toMatchObject({ code: 0 });
    const lines = (folder_: string) =>
      JSON.parse(readFileSync(join(folder_, "manifest.json"), "utf8"))
        .files.map(({ path }: { path: string }) => path)
        .toSorted();
    expect(lines(cut)).toEqual(lines(folder));
    here.remove();
    await door.close();
  });

  test("names what was changed, and takes it again; without the company what is known stays", async () => {
    appendFileSync(join(folder, "payslips/2026-09.pdf"), "x");
    rmSync(join(folder, "missions.csv"));
    const checked = await claire.porte("export", folder, "--verify");
    expect(checked.code).toBe(6);
    expect(checked.stdout).toMatch(
      /missions\.csv: the file is missing\npayslips\/2026-09\.pdf: the content has changed/,
    );

    expect((await json("export", folder)).written).toBe(2);
    const cached = await json("export", folder, "--cached");
    expect(cached).toMatchObject({ offline: true, written: 0, missing: [{ path: "events.jsonl" }] });
    expect(await claire.porte("export", folder, "--verify")).toMatchObject({ code: 0 });

    const entries = join(folder, "account-entries.jsonl");
    writeFileSync(entries, readFileSync(entries, "utf8").split("\n").slice(1).join("\n"));
    expect(rebuilt).toThrow();
  });
});
