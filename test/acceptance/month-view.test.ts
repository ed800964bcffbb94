import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";
import { openTerminal, type Terminal } from "../parts/terminal.ts";

const tmux = inject("tmux");
const inTerminal = test.skipIf(tmux === "");

let company: TestCompany;
let claire: Home;
let karim: Home;
let terminal: Terminal | null = null;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  karim = newHome({ url: company.url, token: company.karim.token });
  for (const home of [claire, karim]) expect(await home.porte("status")).toMatchObject({ code: 0 });
});
afterEach(() => terminal?.close());
afterAll(async () => {
  await company.stop();
  for (const home of [claire, karim]) home.remove();
});

function open(home: Home, words: readonly string[], columns: number): Terminal {
  terminal = openTerminal(tmux, words, { env: home.env, columns });
  return terminal;
}

const shown = async (home: Home, month: string) =>
  JSON.parse((await home.porte("declare", "show", month, "--json")).stdout);
const draftOf = (home: Home, month: string) =>
  JSON.parse(
    readFileSync(join(home.folder, ".local", "share", "porte", "default", "reports", `${month}.json`), "utf8"),
  );

inTerminal("an ordinary month is guessed, looked at, and sent with one key", async () => {
  const screen = open(claire, ["declare"], 90);
  const month = await screen.shows(/Net paid/);
  expect(month).toMatch(/› 2M {4}3M/);
  expect(month).toContain(" 11H");
  expect(month).toMatch(/ACME +20\sd/);

  screen.type("Enter");

  await screen.shows(/ended with 0/);
  expect(await shown(claire, "2026-11")).toMatchObject({
    state: "submitted",
    version: 1,
    totals: { mission: 20, holiday: 1 },
  });
});

inTerminal("a month is filled, corrected and sent with keys alone, on sixty columns", async () => {
  const screen = open(karim, ["declare", "2026-12"], 60);
  await screen.shows(/SUD +\d+\sd/);
  screen.type("Right", "/", "t", "Down", "S-Right", "S-Right", "c", "z", "s");
  const month = await screen.shows(/sick leave +3\sd|sick +3\sd/);

  for (const line of month.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  expect(month).toMatch(/ 2mt/);
  screen.type("Enter");
  await screen.shows(/has not begun[\s\S]*Send this report anyway\? \(y\/N\)/);
  screen.type("y", "Enter");
  await screen.shows(/ended with 0/);
  expect((await shown(karim, "2026-12")).totals).toMatchObject({ training: 0.5, sick: 3 });
});

inTerminal("a month that is left is kept, and opens as it was; another mission is a key away", async () => {
  const screen = open(karim, ["declare", "2027-01"], 90);
  await screen.shows(/SUD +\d+\sd/);
  screen.type("x", "Tab", "m", "Right", "d", "q");
  await screen.shows(/ended with 130/);
  const kept = draftOf(karim, "2027-01");
  expect(kept.state).toBe("draft");
  screen.close();

  const again = open(karim, ["declare", "2027-01", "--ahead", "--partial"], 90);
  const month = await again.shows(/NORD +1\sd/);
  expect(month).toMatch(/delegation +1\sd/);
  again.type("Enter");
  await again.shows(/ended with 0/);
  expect((await shown(karim, "2027-01")).days).toEqual(kept.days);
});

inTerminal("a terminal that changes its width has the month drawn again, once", async () => {
  const screen = open(karim, ["declare", "2027-03"], 120);
  await screen.shows(/SUD +\d+\sd/);
  const titles = (shownNow: string) => shownNow.match(/March 2027/g)?.length;
  expect(titles(screen.screen())).toBe(1);

  for (const columns of [60, 90]) {
    screen.resize(columns);
    await screen.shows(columns === 60 ? /^.{1,60}$/m : /SUD/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = screen.screen();
    expect({ columns, titles: titles(now), now }).toMatchObject({ columns, titles: 1 });
    for (const line of now.split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  }
  screen.type("q");
  await screen.shows(/ended with 130/);
});

inTerminal("a terminal that changes its width has a question drawn again, with what was typed", async () => {
  const screen = open({ ...karim, env: { ...karim.env, PORTE_API_URL: "" } }, ["login"], 100);
  await screen.shows(/\?/);
  screen.type(..."an-address-that-is-as-long-as-it-can-be.example");
  await screen.shows(/example/);
  for (const columns of [40, 100]) {
    screen.resize(columns);
    await screen.shows(/\?/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const letters = screen.screen().replace(/\n/g, "");
    expect(letters.match(/an-address-that-is-as-long-as-it-can-be\.example/g)).toHaveLength(1);
    expect(letters.match(/\?/g)).toHaveLength(1);
  }
});

inTerminal("a month that is killed while it is typed has lost nothing that the screen showed", async () => {
  const screen = open(claire, ["declare", "2027-02"], 90);
  await screen.shows(/ACME +20\sd/);
  screen.type("p");
  await screen.shows(/prospecting +1\sd/);

  process.kill(screen.pid(), "SIGKILL");

  await screen.shows(/ended with 137/);
  const { days } = draftOf(claire, "2027-02");
  expect(days[0].entries).toEqual([{ kind: "prospecting", mission: null, projectCode: null, amount: 1 }]);
});

inTerminal("the same month in plain questions, for who cannot see a grid", async () => {
  const screen = open(claire, ["declare", "--linear", "--ahead", "--partial"], 90);
  await screen.shows(/Which month/);
  screen.type("2027-03", "Enter");
  await screen.shows(/Days worked/);
  screen.type("Enter");
  await screen.shows(/Anything else this month/);
  expect(draftOf(claire, "2027-03")).toMatchObject({ state: "draft" });
  expect(draftOf(claire, "2027-03").days).toHaveLength(23);
  screen.type("5", "Enter");
  await screen.shows(/Which days: training/);
  screen.type("3,4", "Enter");
  await screen.shows(/How long/);
  screen.type("2", "Enter");
  await screen.shows(/How long[\s\S]*Anything else this month/);
  screen.type("congés", "Enter");
  await screen.shows(/Which days: paid leave/);
  screen.type("35", "Enter");
  await screen.shows(/no day 35 in March 2027/);
  screen.type("5", "Enter");
  await screen.shows(/Which days: paid leave[\s\S]*How long/);
  screen.type("1", "Enter");
  await screen.shows(/How long[\s\S]*Anything else/);
  screen.type("1", "Enter");
  await screen.shows(/Send this report/);
  screen.type("Enter");
  await screen.shows(/ended with 0/);
  const sent = await shown(claire, "2027-03");
  expect(sent).toMatchObject({ state: "submitted", version: 1, totals: { training: 1, "paid-leave": 1, holiday: 1 } });
});
