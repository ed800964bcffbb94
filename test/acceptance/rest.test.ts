// slow: 15 s
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call } from "../parts/contract.ts";
import { answerOf, type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";
import { openTerminal } from "../parts/terminal.ts";

const tmux = inject("tmux");

let company: TestCompany;
let claire: Home;
let karim: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  karim = newHome({ url: company.url, token: company.karim.token });
  const unit = (email: string, word: string) =>
    answerOf(company.staff("contracts", "set", "--porte", email, "--working-time", word, "--json"));
  await unit(company.claire.email, "hours");
  await unit(company.karim.email, "forfait-days");
});
afterAll(async () => {
  await company.stop();
  for (const home of [claire, karim]) home.remove();
});

const declare = (home: Home, ...words: string[]) =>
  answerOf(home.porte("declare", ...words, "--ahead", "--partial", "--yes", "--json"));
const textOf = async (file: string) => {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  return (await extractText(pdf, { mergePages: true })).text;
};

describe("what a porté states of rest", () => {
  test("goes with the month, comes back from the company, and stands until it is taken back", async () => {
    const stated = { dailyRest: false, weeklyRest: true, restDaysGivenUp: 1.5 };
    const words = ["--rest", "daily-not", "--rest-days-given-up", "1,5"];
    const dry = JSON.parse(
      (await karim.porte("declare", "2026-11", "--day", "3=NORD", ...words, "--dry-run", "--json")).stdout,
    );
    expect(dry.restStatement).toEqual(stated);

    expect(await declare(karim, "2026-11", "--day", "3=NORD", ...words)).toMatchObject({
      state: "submitted",
      restStatement: stated,
    });
    expect(await answerOf(karim.porte("declare", "show", "2026-11", "--json"))).toMatchObject({
      restStatement: stated,
    });
    expect(await answerOf(karim.porte("declare", "proof", "2026-11", "--json"))).toMatchObject({ faults: [] });
    expect(await answerOf(karim.porte("month", "2026-11", "--json"))).toMatchObject({ restStatement: stated });

    expect(await declare(karim, "2026-11", "--day", "4=NORD")).toMatchObject({ version: 2, restStatement: stated });
    expect(await declare(karim, "2026-11", "--day", "4=NORD", "--rest", "unsaid")).toMatchObject({
      version: 3,
      restStatement: null,
    });
    const { versions } = await answerOf(karim.porte("declare", "history", "2026-11", "--json"));
    expect(versions.map((one: { restStatement: unknown }) => one.restStatement)).toEqual([null, stated, stated]);
    expect(await answerOf(karim.porte("declare", "restore", "2026-11", "1", "--json"))).toMatchObject({
      restStatement: stated,
    });
    expect((await karim.porte("declare", "show", "2026-11")).stdout).toContain("daily rest of 11 hours not respected");
  });

  test("that was not respected is told with the right to an interview, on the screen and in the PDF", async () => {
    await declare(claire, "2026-12", "--day", "1=ACME", "--rest", "neither", "--times", "1=9:00-18:30");
    for (const command of [
      ["declare", "show", "2026-12"],
      ["month", "2026-12"],
    ]) {
      const { stdout } = await claire.porte(...command);
      expect(stdout).toContain("neither the daily rest of 11 hours nor the weekly rest of 35 hours respected");
      expect(stdout).toContain("entitled to an interview about your workload, within 7 days");
    }
    const file = join(claire.folder, "december.pdf");
    await answerOf(claire.porte("declare", "get", "2026-12", "--pdf", file, "--json"));
    const text = await textOf(file);
    expect(text).toContain("09:00-18:30");
    expect(text).toMatch(/Repos[\s\S]*ni le repos de 11 heures/);
    expect(text).toMatch(/entretien sur votre charge\s+de travail/);

    await declare(claire, "2026-12", "--day", "1=ACME", "--rest", "respected");
    expect((await claire.porte("declare", "show", "2026-12")).stdout).toMatch(/Rest\tdaily and weekly rest respected/);
    expect((await claire.porte("month", "2026-12")).stdout).not.toContain("interview");
    await answerOf(claire.porte("declare", "get", "2026-12", "--pdf", file, "--json"));
    expect(await textOf(file)).not.toContain("entretien");
  });

  test("is nothing for a script that says nothing, and the receipt of such a month is what it was", async () => {
    const days = ["--day", "4=ACME"];
    const dry = JSON.parse((await claire.porte("declare", "2027-01", ...days, "--dry-run", "--json")).stdout);
    expect(dry.warnings.map(({ code }: { code: string }) => code)).toEqual(["blank-days", "month-ahead"]);
    expect(Object.keys(dry)).toEqual(["days", "restDaysConfirmed", "warnings"]);
    const { receipt, restStatement } = await declare(claire, "2027-01", ...days);
    expect({ restStatement, signed: JSON.parse(receipt.signed ?? "{}") }).toMatchObject({ restStatement: null });
    expect((await claire.porte("declare", "show", "2027-01")).stdout).not.toContain("Rest ");
  });

  test("is refused where it says nothing that can be meant, and nothing is changed", async () => {
    const wrong = [
      ["--rest", "yes"],
      ["--rest", "respected", "--rest-days-given-up", "0.25"],
      ["--rest", "respected", "--rest-days-given-up", "40"],
      ["--rest-days-given-up", "1"],
      ["--times", "1=18:00-9:00"],
      ["--times", "9:00-18:00"],
    ];
    for (const words of wrong)
      expect(
        await claire.porte("declare", "2027-02", "--day", "1=ACME", ...words, "--ahead", "--partial", "--yes"),
      ).toMatchObject({
        code: 2,
      });
    expect((await claire.porte("declare", "show", "2027-02")).code).toBe(5);
  });

  test("is checked by the company: halves, of a month, and an end after its start", async () => {
    const entries = [{ kind: "training", mission: null, projectCode: null, amount: 1 }];
    const put = async (body: object) => {
      const given = {
        token: company.karim.token,
        path: { month: "2027-01" },
        headers: { "idempotency-key": randomUUID(), "if-none-match": "*" },
        json: { days: [{ date: "2027-01-04", entries }], restDaysConfirmed: false, ...body },
      };
      const { status, faults } = await call(company.url, "submitActivityReport", given);
      expect(faults).toEqual([]);
      return status;
    };
    const stated = { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0 };
    for (const restStatement of [
      { ...stated, restDaysGivenUp: 0.25 },
      { ...stated, restDaysGivenUp: -1 },
      { ...stated, restDaysGivenUp: 32 },
      { dailyRest: true, weeklyRest: true },
    ])
      expect(await put({ restStatement })).toBe(400);
    const timed = (times: object) => put({ days: [{ date: "2027-01-04", entries, ...times }] });
    expect(await timed({ start: "9h", end: "18h" })).toBe(400);
    expect(await timed({ start: "09:00" })).toBe(422);
    expect(await timed({ start: "18:00", end: "09:00" })).toBe(422);
    expect(await put({ restStatement: stated })).toBe(200);
  });
});

describe("clock times", () => {
  test("stay when the month is typed again, show a short rest, and go with a file of the month", async () => {
    const words = ["--times", "5=9:00-22:30", "--times", "6=8:00-17:00"];
    const first = await declare(claire, "2026-11", "--day", "5=ACME:8h", "--day", "6=ACME:8h", ...words);
    expect(first.worked.warnings).toMatchObject([
      { code: "daily-rest", day: "2026-11-05", value: 13.5, most: 13 },
      { code: "daily-rest", day: "2026-11-06", value: 14.5, isEstimate: false },
    ]);
    const times = (report: { days: { date: string; start?: string }[] }) =>
      report.days.map(({ date, start }) => `${date} ${start ?? ""}`);
    expect(times(await declare(claire, "2026-11", "--day", "9=ACME:8h"))).toEqual([
      "2026-11-05 09:00",
      "2026-11-06 08:00",
      "2026-11-09 ",
    ]);
    expect(times(await declare(claire, "2026-11", "--day", "9=ACME:7h", "--times", "5="))).toEqual([
      "2026-11-05 ",
      "2026-11-06 08:00",
      "2026-11-09 ",
    ]);

    const file = join(claire.folder, "april.json");
    writeFileSync(file, (await claire.porte("declare", "show", "2026-11", "--json")).stdout);
    const dry = JSON.parse((await claire.porte("declare", "2026-11", "--from", file, "--dry-run", "--json")).stdout);
    expect(times(dry)[1]).toBe("2026-11-06 08:00");
  });
});

test("the branch allows 44 hours a week, and says so by its own text", async () => {
  const days = ["1", "2", "3", "4", "5"].flatMap((day) => ["--day", `${day}=ACME:9h`]);
  const { worked } = await declare(claire, "2027-02", ...days);
  expect(worked.warnings).toMatchObject([
    { code: "week-hours", value: 45, most: 44, source: expect.stringContaining("avenant n° 4"), isEstimate: true },
  ]);
});

test.skipIf(tmux === "")("a person is asked once, where a warning makes it matter", async () => {
  const terminal = openTerminal(tmux, ["declare", "2027-03", "--day", "1=ACME:14h", "--ahead", "--partial"], {
    env: claire.env,
    columns: 100,
  });
  try {
    await terminal.shows(/Were your 11 hours of rest/);
    terminal.type("Down", "Enter");
    await terminal.shows(/Send this report/);
    terminal.type("Enter");
    await terminal.shows(/ended with 0/);
    expect(await answerOf(claire.porte("declare", "show", "2027-03", "--json"))).toMatchObject({
      restStatement: { dailyRest: false, weeklyRest: true, restDaysGivenUp: 0 },
    });
  } finally {
    terminal.close();
  }
  const calm = openTerminal(tmux, ["declare", "2027-01", "--day", "5=ACME:7h", "--ahead", "--partial"], {
    env: claire.env,
    columns: 100,
  });
  try {
    expect(await calm.shows(/Send this report/)).not.toContain("11 hours of rest");
  } finally {
    calm.close();
  }
});
