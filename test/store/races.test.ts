import {
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MONTH_STEPS } from "../../src/domain/month-end.ts";
import { CompanyKeys } from "../../src/store/company-keys.ts";
import { ExpenseDrafts } from "../../src/store/expense-drafts.ts";
import type { Folders } from "../../src/store/folders.ts";
import { LawFiles } from "../../src/store/law-files.ts";
import { Rates } from "../../src/store/rates.ts";
import { RecurringRules } from "../../src/store/recurring.ts";
import { Refusals } from "../../src/store/refusals.ts";
import { Settings } from "../../src/store/settings.ts";
import { Simulations } from "../../src/store/simulations.ts";
import { SkippedSteps } from "../../src/store/skipped-steps.ts";
import { LocalActs } from "../../src/store/undo-log.ts";
import { newHome } from "../parts/programs.ts";

const TWELVE = Array.from({ length: 12 }, (_, index) => index);
const NOW = new Date("2026-11-25T16:40:00Z");

let home: string;
let folders: Folders;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-races-"));
  folders = { config: join(home, "config"), data: join(home, "data") };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const settingsOf = () => new Settings(folders);
const expense = (index: number) => ({
  facts: {
    date: "2026-11-12",
    category: "other" as const,
    amountCents: 100 + index,
    vat: [],
    units: 1,
    department: null,
    mission: null,
    merchant: null,
    note: null,
    trip: null,
  },
  receipt: null,
  source: `line ${index}`,
});
const simulation = (index: number) =>
  ({
    schema: 1,
    name: `s${index}`,
    kind: "simulation",
    savedAt: NOW.toISOString(),
    porte: "0",
    month: null,
    figures: {},
    lines: [],
    answer: null,
  }) as const;

/** Everything that changes a file of ours: what each of twelve does at once, and how many of them are found afterwards. */
const WRITERS: readonly (readonly [string, (index: number) => Promise<unknown>, () => unknown])[] = [
  [
    "rules of reading",
    (index) => settingsOf().inTurn(async (held) => held.keepMatch(`w${index}`, "ACME")),
    () => settingsOf().matches().length,
  ],
  [
    "vehicles",
    (index) =>
      settingsOf().inTurn(async (held) => held.keepVehicle(`v${index}`, { kind: "car", power: 5, electric: false })),
    () => Object.keys(settingsOf().vehicles()).length,
  ],
  [
    "lengths of a day",
    (index) => settingsOf().inTurn(async (held) => held.keepDayLength("default", `M${index}`, 7)),
    () => Object.keys(settingsOf().dayLengths("default")).length,
  ],
  [
    "profiles",
    (index) =>
      settingsOf().inTurn(async (held) =>
        held.keepProfile(`p${index}`, { url: "https://a.test", issuer: "https://a.test", company: "A", person: "B" }),
      ),
    () => settingsOf().profileNames().length,
  ],
  [
    "rates",
    (index) => new Rates(folders).add({ USD: { [`2026-11-${10 + index}`]: 1.1 } }),
    async () => Object.keys((await new Rates(folders).table()).USD ?? {}).length,
  ],
  [
    "keys of a company",
    (index) =>
      new CompanyKeys(join(folders.data, "default")).keep([{ kty: "OKP", crv: "Ed25519", x: "x", kid: `k${index}` }]),
    async () => {
      const keys = new CompanyKeys(join(folders.data, "default"));
      return (await Promise.all(TWELVE.map((index) => keys.find(`k${index}`)))).filter((key) => key !== null).length;
    },
  ],
  [
    "recurring expenses",
    (index) =>
      new RecurringRules(join(folders.data, "default")).change(async (rules) => ({
        rules: [
          ...rules,
          {
            name: `r${index}`,
            category: "other",
            amountCents: 100,
            vatCents: 0,
            mission: null,
            merchant: null,
            day: 1,
            drafted: "2026-11",
          },
        ],
        value: null,
      })),
    async () => (await new RecurringRules(join(folders.data, "default")).list()).length,
  ],
  [
    "refusals",
    (index) =>
      new Refusals(join(folders.data, "default")).learn([
        { id: `e${index}`, category: "other", isOperating: true, reason: "no", since: "2026-11-01" },
      ]),
    async () => (await new Refusals(join(folders.data, "default")).list()).length,
  ],
  [
    "expenses",
    (index) => new ExpenseDrafts(join(folders.data, "default")).add([expense(index)], NOW),
    async () => (await new ExpenseDrafts(join(folders.data, "default")).list()).length,
  ],
  [
    "simulations",
    (index) => new Simulations(join(folders.data, "default")).keep(simulation(index)),
    async () => (await new Simulations(join(folders.data, "default")).list()).length,
  ],
  [
    "files of law",
    (index) => new LawFiles(folders).keep(`l${index}`, "{}", false),
    () => new LawFiles(folders).names().length,
  ],
  [
    "acts to undo",
    (index) => {
      const file = join(home, `f${index}`);
      return new LocalActs(join(folders.data, "default")).record(
        { kind: "match", about: `${index}`, now: NOW },
        [file],
        async () => writeFileSync(file, "x"),
      );
    },
    async () => (await new LocalActs(join(folders.data, "default")).list()).length,
  ],
];

test.each(WRITERS)("twelve at once keep twelve: %s", async (_name, write, count) => {
  await Promise.all(TWELVE.map(write));
  expect(await count()).toBe(12);
});

test("steps that are skipped at once are all skipped", async () => {
  const steps = new SkippedSteps(join(folders.data, "default"));
  await Promise.all(MONTH_STEPS.map((step) => steps.mark("2026-11", step, true)));
  expect(await steps.of("2026-11")).toEqual(MONTH_STEPS);
});

test("an expense that another command has removed is not written again", async () => {
  const drafts = new ExpenseDrafts(join(folders.data, "default"));
  const [kept] = await drafts.add([expense(0)], NOW);
  const draft = kept?.draft;
  if (draft === undefined) throw new Error("nothing was kept");
  const found: unknown[] = [];
  await Promise.all([
    drafts.inTurn(draft.id, async (one) => {
      if (one !== null) drafts.remove(one);
    }),
    drafts.inTurn(draft.id, async (one) => {
      found.push(one);
    }),
  ]);
  expect(found).toEqual([null]);
});

test.each([
  ["of a process that was killed", "2020-01-01T00:00:00Z"],
  ["dated in the future", "2099-01-01T00:00:00Z"],
])("a turn %s is taken over by one of twelve at a time", async (_name, date) => {
  const lock = join(folders.config, "settings.json.lock");
  mkdirSync(lock, { recursive: true });
  utimesSync(lock, new Date(date), new Date(date));
  await Promise.all(TWELVE.map((index) => settingsOf().inTurn(async (held) => held.keepMatch(`w${index}`, "ACME"))));
  expect(settingsOf().matches()).toHaveLength(12);
  expect(readdirSync(dirname(lock))).toEqual(["settings.json"]);
});

test.each([
  ["a file", (lock: string) => writeFileSync(lock, "")],
  ["a link to nothing", (lock: string) => symlinkSync("/nowhere/at/all", lock)],
  [
    "a folder with something in it",
    (lock: string) => {
      mkdirSync(lock);
      writeFileSync(join(lock, "x"), "");
    },
  ],
])("an old turn that is %s is taken over", async (_name, make) => {
  mkdirSync(folders.config, { recursive: true });
  const lock = join(folders.config, "settings.json.lock");
  make(lock);
  lutimesSync(lock, new Date("2020-01-01"), new Date("2020-01-01"));
  await settingsOf().inTurn(async (held) => held.keepMatch("w", "ACME"));
  expect(readdirSync(folders.config)).toEqual(["settings.json"]);
});

test("an act in steps gives back what others wrote between them", async () => {
  const acts = new LocalActs(join(folders.data, "default"));
  const file = join(home, "month");
  writeFileSync(file, "first");
  await acts.recordSteps({ kind: "declare", about: "2026-11", now: NOW }, [file], async (step) => {
    await step(async () => writeFileSync(file, "draft"));
    await step(async () => writeFileSync(file, "queued"));
    writeFileSync(file, "another's");
    await step(async () => writeFileSync(file, "mine"));
    await step(async () => writeFileSync(file, "sent"));
  });
  await acts.undo();
  expect(readFileSync(file, "utf8")).toBe("another's");
});

test("twelve commands at once keep twelve rules, each of which can be undone", async () => {
  const { porteProcess: porte, remove, folder } = newHome();
  const ended = await Promise.all(TWELVE.map((index) => porte("declare", "match", `w${index}=ACME`)));
  expect(ended.map(({ code }) => code)).toEqual(TWELVE.map(() => 0));
  const kept = async () => JSON.parse((await porte("declare", "match", "--json")).stdout).matches.length;
  expect(await kept()).toBe(12);
  expect((await porte("undo")).code).toBe(0);
  expect(await kept()).toBe(11);
  expect(statSync(join(folder, ".config", "porte", "settings.json")).mode & 0o777).toBe(0o600);
  remove();
});
