import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
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
});
afterAll(async () => {
  await company.stop();
  for (const home of [claire, karim]) home.remove();
});

const setTime = (email: string, unit: string) =>
  answerOf(company.staff("contracts", "set", "--porte", email, "--working-time", unit, "--json"));
const sheet = (home: Home, ...lines: string[]) => {
  const file = join(home.folder, "sheet.csv");
  writeFileSync(file, lines.join("\n"));
  return file;
};

describe("a contract in hours", () => {
  beforeAll(() => setTime(company.claire.email, "hours"));

  test("counts the hours that are typed and those of the usual day, and warns by the law's own rules", async () => {
    const words = [
      "--all",
      "mission=ACME",
      "--day",
      "4=ACME:1:10.5h",
      "--day",
      "5=ACME:4h",
      "--partial",
      "--yes",
      "--json",
    ];
    const { stderr, ...outcome } = await claire.porte("declare", "2026-11", ...words);
    const report = await answerOf(Promise.resolve({ ...outcome, stderr: "" }));
    const plain = await claire.porte("declare", "2026-11", ...words.filter((word) => word !== "--json"));

    expect(report).toMatchObject({ state: "submitted", worked: { workingTime: "hours", hours: 18 * 7 + 10.5 + 4 } });
    expect(report.worked.warnings).toMatchObject([
      { code: "day-hours", day: "2026-11-04", value: 10.5, most: 10, source: "art. L3121-18 du code du travail" },
      { code: "legal-week", day: "2026-11-02", value: 35.5, most: 35, source: "art. L3121-27 du code du travail" },
    ]);
    expect(plain.stderr).toContain("hours of Wed 4 Nov 2026: 10.5, 10 at most (art. L3121-18");
    expect(report.warnings.map(({ code }: { code: string }) => code)).toEqual(["day-hours", "legal-week"]);
    expect(stderr).toBe(`${report.warnings.map(({ message }: { message: string }) => message).join("\n")}\n`);
    expect((await claire.porte("declare", "show", "2026-11")).stdout).toMatch(/Hours worked\t140.5 h/);
  });

  test("a day longer than a day and night is refused by name, and nothing is sent", async () => {
    const { stderr, code } = await claire.porte(
      "declare",
      "2026-12",
      "--day",
      "1=ACME:0.5:20h,training:0.5:5h",
      "--ahead",
      "--partial",
      "--yes",
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/Tue 1 Dec 2026: 25 hours declared, 24 at most/);
    expect((await claire.porte("declare", "show", "2026-12")).code).toBe(5);
  });

  test.skipIf(tmux === "")("on the screen, a figure sets the hours of a day", async () => {
    const terminal = openTerminal(tmux, ["declare", "2026-12"], { env: claire.env, columns: 90 });
    try {
      await terminal.shows(/Hours worked/);
      terminal.type("9");
      expect(await terminal.shows(/1M9/)).toContain("1 to 9: the hours of this day");
      terminal.type("q");
      await terminal.shows(/ended with 130/);
    } finally {
      await terminal.close();
    }
  });

  test.skipIf(tmux === "")("in plain questions, a day's hours are asked", async () => {
    const terminal = openTerminal(tmux, ["declare", "2027-01", "--linear", "--ahead"], {
      env: claire.env,
      columns: 90,
    });
    try {
      await terminal.shows(/Days worked/);
      terminal.type("Enter");
      await terminal.shows(/Anything else/);
      terminal.type("mission", "Enter");
      await terminal.shows(/Which days: mission/);
      terminal.type("5", "Enter");
      await terminal.shows(/How long/);
      terminal.type("1", "Enter");
      await terminal.shows(/How many hours.*\(7\)/);
      terminal.type("9", ".", "5", "Enter");
      await terminal.shows(/How many hours[\s\S]*Anything else/);
      terminal.type("1", "Enter");
      await terminal.shows(/Send this report/);
      terminal.type("Enter");
      await terminal.shows(/ended with 0/);
      const { days } = await answerOf(claire.porte("declare", "show", "2027-01", "--json"));
      const hours = (date: string) => days.find((day: { date: string }) => day.date === date)?.entries[0].hours;
      expect([hours("2027-01-04"), hours("2027-01-05")]).toEqual([7, 9.5]);
    } finally {
      await terminal.close();
    }
  });
});

test("forfait jours: the running total over twelve months is shown", async () => {
  await setTime(company.karim.email, "forfait-days");
  await answerOf(karim.porte("declare", "2026-11", "--all", "mission=NORD", "--yes", "--json"));
  const report = await answerOf(
    karim.porte("declare", "2026-12", "--day", "1=NORD", "--ahead", "--partial", "--yes", "--json"),
  );

  expect(report.worked).toMatchObject({ workingTime: "forfait-days", hours: null, forfaitDays: 21, warnings: [] });
  expect((await karim.porte("declare", "show", "2026-12")).stdout).toContain("21 of 218 days over twelve months");
});

describe("a sheet of one's own", () => {
  test("is read by guess, and how it was read is said", async () => {
    const file = sheet(
      karim,
      "Jour;Nature;Mission;Jours;Code projet",
      "04/01/2027;Prestation;SUD;0,3;LOT-A",
      "04/01/2027;Prestation;SUD;0,7;LOT-B",
      "05/01/2027;Congés payés;;1;",
    );
    const dry = ["declare", "2027-01", "--csv", file, "--dry-run"];
    const { stderr, code } = await karim.porte(...dry);

    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('delimiter ";"') });
    expect(stderr).toContain('part of the day "Jours"');
    expect(stderr).toContain('Decimals ",", dates day/month/year');
    expect(JSON.parse((await karim.porte(...dry, "--json")).stdout).days).toMatchObject([
      { date: "2027-01-04", entries: [{ amount: 0.3, projectCode: "LOT-A" }, { amount: 0.7 }] },
      { date: "2027-01-05", entries: [{ kind: "paid-leave" }] },
    ]);
  });

  test("whose parts do not sum to the day is refused before anything is sent, the day named", async () => {
    const file = sheet(
      karim,
      "date,kind,mission,amount,project",
      "2027-01-04,mission,SUD,0.3,A",
      "2027-01-04,mission,SUD,0.6,B",
    );
    const { stderr, code } = await karim.porte("declare", "2027-01", "--csv", file, "--ahead", "--partial", "--yes");

    expect(code).toBe(2);
    expect(stderr).toMatch(/Mon 4 Jan 2027: total of the day: SUD 0.9/);
  });

  test("in hours counts days by the mission's own length, which this machine keeps", async () => {
    const file = sheet(karim, "date\tmission\theures", "2027-01-04\tSUD\t5,5");
    const amount = async () =>
      JSON.parse((await karim.porte("declare", "2027-01", "--csv", file, "--dry-run", "--json")).stdout).days[0]
        .entries[0].amount;

    expect(await amount()).toBe(1);
    expect(await answerOf(karim.porte("missions", "set", "sud", "--day-length", "8", "--json"))).toMatchObject({
      dayHours: 8,
    });
    expect(await amount()).toBe(0.5);
    expect(await answerOf(karim.porte("undo", "--json"))).toMatchObject({
      undone: { kind: "day-length", about: "SUD" },
    });
    expect(await amount()).toBe(1);
    for (const hours of ["0", "25", "7.3", "many"])
      expect(await karim.porte("missions", "set", "SUD", "--day-length", hours)).toMatchObject({ code: 2 });
  });
});

describe("what was done on this machine alone", () => {
  test("is undone, last act first, and a day that was typed since is not lost", async () => {
    const typed = async (...words: string[]) => {
      const outcome = await karim.porte(
        "declare",
        "2027-02",
        ...words,
        "--offline",
        "--ahead",
        "--partial",
        "--yes",
        "--json",
      );
      return (await answerOf(Promise.resolve(outcome))).days.length;
    };
    await karim.porte("status");
    expect(await typed("--day", "1=SUD")).toBe(1);
    expect(await typed("--day", "2=SUD")).toBe(2);
    const acts = (await answerOf(karim.porte("undo", "--list", "--json"))).acts;
    expect(acts.slice(0, 2)).toMatchObject([{ kind: "declare", about: "2027-02" }, { kind: "declare" }]);

    expect((await karim.porte("undo")).stdout).toContain("Undone: days declared for February 2027");
    expect(await typed("--day", "3=SUD")).toBe(2);
    expect((await karim.porte("undo")).code).toBe(0);
    expect((await karim.porte("undo")).code).toBe(0);
  });

  test("is not undone once the company knows it, or something else has changed it", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    expect(await home.porte("undo")).toMatchObject({ code: 2, stderr: expect.stringContaining("Nothing to undo") });
    await answerOf(home.porte("declare", "2027-03", "--day", "1=SUD", "--ahead", "--partial", "--yes", "--json"));
    expect((await home.porte("undo")).code).toBe(2);

    const receipt = ["templates/receipt.pdf", "--amount", "12", "--category", "other"];
    const { id } = await answerOf(home.porte("expenses", "add", ...receipt, "--json"));
    await answerOf(home.porte("expenses", "remove", id, "--json"));
    await answerOf(home.porte("undo", "--json"));
    const listed = async () => (await answerOf(home.porte("expenses", "--json"))).expenses.length;
    expect(await listed()).toBe(1);
    await answerOf(home.porte("undo", "--json"));
    expect(await listed()).toBe(0);

    await answerOf(home.porte("expenses", "add", ...receipt, "--json"));
    await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
    expect(await home.porte("undo")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("has been changed since: nothing was undone"),
    });
    home.remove();
  });
});

test("an approved month is corrected on purpose alone, as a version that must be approved again; both are kept", async () => {
  const home = newHome({ url: company.url, token: company.karim.token });
  await answerOf(home.porte("declare", "2027-04", "--day", "1=training", "--ahead", "--partial", "--yes", "--json"));
  const { items } = JSON.parse((await company.staff("reports", "list", "--json")).stdout);
  const filed = items.find(({ report }: { report: { month: string } }) => report.month === "2027-04");
  await answerOf(company.staff("reports", "approve", filed.report.id, "--json"));

  const correct = (...words: string[]) =>
    home.porte("declare", "2027-04", "--day", "2=training", ...words, "--ahead", "--partial", "--yes");
  expect(await correct()).toMatchObject({ code: 5, stderr: expect.stringContaining("--replace 1") });
  expect(
    await answerOf(home.porte("declare", "2027-04", "--day", "1=training", "--ahead", "--partial", "--yes", "--json")),
  ).toMatchObject({
    state: "approved",
    sent: false,
  });
  expect(await answerOf(correct("--replace", "1", "--json"))).toMatchObject({ state: "submitted", version: 2 });
  expect((await answerOf(home.porte("declare", "history", "2027-04", "--json"))).versions).toMatchObject([
    { version: 2, decision: null },
    { version: 1, decision: "approve" },
  ]);
  home.remove();
});

test("a sent month is taken back by its flag, which goes with nothing else", async () => {
  const home = newHome({ url: company.url, token: company.karim.token });
  expect(await home.porte("declare", "2027-03", "--withdraw", "--empty")).toMatchObject({ code: 2 });
  expect(await home.porte("declare", "--withdraw")).toMatchObject({ code: 2 });
  expect(await answerOf(home.porte("declare", "2027-03", "--withdraw", "--json"))).toMatchObject({
    state: "withdrawn",
  });
  home.remove();
});

test.skipIf(tmux === "")("leave that was granted stands in the guess of its month", async () => {
  const days = ["--from", "2027-02-22", "--to", "2027-02-26"];
  await answerOf(company.staff("leave", "grant", "--porte", company.claire.email, ...days, "--json"));
  const terminal = openTerminal(tmux, ["declare", "2027-02"], { env: claire.env, columns: 90 });
  try {
    expect(await terminal.shows(/Net paid|Hours worked/)).toMatch(/22C +23C +24C +25C +26C/);
  } finally {
    await terminal.close();
  }
});
