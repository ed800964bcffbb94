import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FACTS } from "../../src/domain/expense.ts";
import { MONTH_STEPS } from "../../src/domain/month-end.ts";
import { CompanyKeys } from "../../src/store/company-keys.ts";
import { CredentialStore } from "../../src/store/credentials.ts";
import { ExpenseDrafts } from "../../src/store/expense-drafts.ts";
import { ensureFolder, keepIfPossible, removeFile, unwritable, writeWhole } from "../../src/store/files.ts";
import { type Folders, foldersFrom, NOWHERE, safeName } from "../../src/store/folders.ts";
import { LawFiles } from "../../src/store/law-files.ts";
import { Rates } from "../../src/store/rates.ts";
import { namesIn, readText } from "../../src/store/read.ts";
import { RecurringRules } from "../../src/store/recurring.ts";
import { Refusals } from "../../src/store/refusals.ts";
import { type ReportDraft, ReportDrafts } from "../../src/store/report-drafts.ts";
import { Settings } from "../../src/store/settings.ts";
import { Simulations, type StoredSimulation } from "../../src/store/simulations.ts";
import { SkippedSteps } from "../../src/store/skipped-steps.ts";
import { TableLayouts } from "../../src/store/table-layouts.ts";
import { LocalActs } from "../../src/store/undo-log.ts";

const NOW = new Date("2026-11-25T16:40:00.000Z");

let home: string;
let folders: Folders;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-kept-"));
  folders = { config: join(home, "config"), data: join(home, "data") };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Writes a file of ours as another version of porte left it. */
function left(name: string, value: unknown): string {
  const file = join(home, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
  return file;
}

const refusalOf = (work: () => unknown) =>
  new Promise((resolve) => resolve(work())).then(
    () => "not refused",
    ({ code, facts, message }) => (code === undefined ? message : [code, facts]),
  );

describe("the settings", () => {
  const url = "https://a.test";
  const profile = { url, issuer: url, company: "A", person: "B" };

  test("hold a rule once for a word, the last one first, and forget it", async () => {
    const settings = new Settings(folders);
    await settings.inTurn(async (held) => {
      held.keepMatch("Acme", "ACME");
      held.keepMatch("nord", "NORD");
      held.keepMatch("ACME", "training");
    });
    expect(new Settings(folders).matches()).toEqual([
      { pattern: "ACME", what: "training" },
      { pattern: "nord", what: "NORD" },
    ]);
    await settings.inTurn(async (held) => held.keepMatch("NORD", null));
    expect(new Settings(folders).matches().map(({ pattern }) => pattern)).toEqual(["ACME"]);
  });

  test("hold lengths of a day by profile, vehicles by name, and profiles with their changes", async () => {
    await new Settings(folders).inTurn(async (held) => {
      held.keepDayLength("default", "ACME", 7);
      held.keepDayLength("default", "NORD", 8);
      held.keepDayLength("work", "ACME", 6);
      held.keepVehicle("car", { kind: "car", power: 5, electric: false });
      held.keepVehicle("moto", { kind: "motorcycle", power: 3, electric: true });
      held.keepVehicle("car", null);
      held.keepProfile("work", profile);
      held.changeProfile("work", { secretIn: "file" });
      held.changeProfile("nobody", { secretIn: "file" });
      held.changeProfile("toString", { secretIn: "file" });
    });
    const kept = new Settings(folders);
    expect(kept.dayLengths("default")).toEqual({ ACME: 7, NORD: 8 });
    expect(kept.dayLengths("work")).toEqual({ ACME: 6 });
    expect(kept.dayLengths("other")).toEqual({});
    expect(kept.vehicles()).toEqual({ moto: { kind: "motorcycle", power: 3, electric: true } });
    expect(kept.profileNames()).toEqual(["work"]);
    expect(kept.profile("work")).toEqual({ ...profile, secretIn: "file" });
    expect([kept.profile("nobody"), kept.profile("toString")]).toEqual([null, null]);
    expect(kept.defaultProfile).toBe("default");
  });

  test("keep what another command wrote since they were read", async () => {
    const [one, other] = [new Settings(folders), new Settings(folders)];
    await one.inTurn(async (held) => held.keepMatch("a", "ACME"));
    await other.inTurn(async (held) => held.keepMatch("b", "NORD"));
    expect(new Settings(folders).matches().map(({ pattern }) => pattern)).toEqual(["b", "a"]);
    expect(other.matches()).toEqual(new Settings(folders).matches());
  });

  test("keep what a later porte has added, and what cannot be written is told", async () => {
    const file = left("config/settings.json", { schema: 1, profiles: {}, later: [1], defaultProfile: "work" });
    await new Settings(folders).inTurn(async (held) => held.keepMatch("a", "ACME"));
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ later: [1], defaultProfile: "work", schema: 1 });
    const stuck = new Settings(folders).inTurn(async (held) => {
      rmSync(file);
      mkdirSync(file);
      held.keepMatch("b", "ACME");
    });
    expect(await refusalOf(() => stuck)).toEqual(["file.unwritable", { file, reason: expect.stringMatching(/^E/) }]);
  });
});

describe("what serves later", () => {
  test("rates of a day are replaced, others stay", async () => {
    const rates = new Rates(folders);
    expect(await rates.table()).toEqual({});
    await rates.add({ USD: { "2026-11-02": 1.1, "2026-11-03": 1.2 }, CHF: { "2026-11-02": 0.9 } });
    expect(await rates.add({ USD: { "2026-11-03": 1.3 } })).toEqual(await new Rates(folders).table());
    expect(await rates.table()).toEqual({
      USD: { "2026-11-02": 1.1, "2026-11-03": 1.3 },
      CHF: { "2026-11-02": 0.9 },
    });
  });

  test("a company's key stays as it was first seen, and others are added", async () => {
    const keys = new CompanyKeys(join(folders.data, "default"));
    const key = (kid: string, x: string) => ({ kty: "OKP", crv: "Ed25519", kid, x });
    await keys.keep([]);
    expect(existsSync(join(folders.data, "default", "keys.json"))).toBe(false);
    await keys.keep([key("a", "1")]);
    await keys.keep([key("a", "2"), key("b", "3")]);
    expect([await keys.find("a"), await keys.find("b"), await keys.find("c")]).toEqual([
      key("a", "1"),
      key("b", "3"),
      null,
    ]);
  });

  test("a refusal is learned once, and not again where it was forgotten", async () => {
    const refusals = new Refusals(join(folders.data, "default"));
    const met = (id: string) => ({
      id,
      category: "other" as const,
      isOperating: true,
      reason: "no",
      since: "2026-11-01",
    });
    await refusals.learn([]);
    expect(existsSync(join(folders.data, "default"))).toBe(false);
    await refusals.learn([met("a"), met("b")]);
    await refusals.learn([met("a"), met("c")]);
    expect((await refusals.list()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect([await refusals.forget("b"), await refusals.forget("b")]).toEqual([true, false]);
    await refusals.learn([met("b"), met("d")]);
    expect((await refusals.list()).map(({ id }) => id)).toEqual(["a", "c", "d"]);
  });

  test("rules of recurring expenses are changed whole, with what the change gives", async () => {
    const rules = new RecurringRules(join(folders.data, "default"));
    const rule = {
      name: "phone",
      category: "other",
      amountCents: 100,
      vatCents: 0,
      mission: null,
      day: 28,
      drafted: "2026-10",
    } as const;
    expect(await rules.change(async (before) => ({ rules: [...before, rule], value: before.length }))).toBe(0);
    expect(await new RecurringRules(join(folders.data, "default")).list()).toEqual([rule]);
    expect(await new RecurringRules(join(folders.data, "work")).list()).toEqual([]);
  });

  test("steps of a month are skipped and taken up again, each alone, in their order", async () => {
    const steps = new SkippedSteps(join(folders.data, "default"));
    const [one, other] = MONTH_STEPS;
    await steps.mark("2026-11", other, true);
    await steps.mark("2026-11", one, true);
    expect(await steps.of("2026-11")).toEqual([one, other]);
    await steps.mark("2026-11", one, false);
    expect([await steps.of("2026-11"), await steps.of("2026-10")]).toEqual([[other], []]);
  });

  test("a layout of the same name is replaced, and the one that is forgotten is given", async () => {
    const layouts = new TableLayouts(folders);
    const layout = (name: string, width: number) =>
      ({ name, kind: "bank", header: null, width, columns: { date: 0 }, dates: null, decimal: null }) as never;
    await layouts.keep(layout("a", 2));
    await layouts.keep(layout("b", 2));
    await layouts.keep(layout("a", 3));
    expect(await layouts.list()).toMatchObject([{ name: "a", width: 3 }, { name: "b" }]);
    expect(await layouts.forget("b")).toMatchObject({ name: "b" });
    expect([await layouts.forget("b"), (await layouts.list()).length]).toEqual([null, 1]);
  });
});

describe("simulations", () => {
  const kept = (name: string, savedAt = NOW.toISOString()): StoredSimulation => ({
    schema: 1,
    name,
    kind: "simulation",
    savedAt,
    porte: "0",
    month: null,
    figures: {},
    lines: [],
    answer: null,
  });

  test("are written once, listed by their instant and name, and named where one is unknown", async () => {
    const simulations = new Simulations(join(folders.data, "default"));
    const file = await simulations.keep(kept("b"));
    await simulations.keep(kept("a"));
    await simulations.keep(kept("z", "2026-11-01T00:00:00.000Z"));
    writeFileSync(join(dirname(file), "notes.txt"), "mine");
    expect((await simulations.list()).map(({ name }) => name)).toEqual(["z", "a", "b"]);
    expect(await simulations.find("b")).toEqual(kept("b"));
    expect(await refusalOf(() => simulations.keep(kept("b", "later")))).toEqual([
      "simulation.exists",
      { name: "b", file },
    ]);
    expect(await refusalOf(() => simulations.find("c"))).toEqual([
      "simulation.unknown",
      { name: "c", names: ["a", "b", "z"] },
    ]);
    expect(await refusalOf(() => simulations.find("../x"))).toEqual(["simulation.name", { name: "../x" }]);
  });
});

describe("files of law", () => {
  test("are kept once, replaced only where that is meant, and taken away", async () => {
    const law = new LawFiles(folders);
    expect(law.names()).toEqual([]);
    expect(await law.keep("b é", "{}", false)).toBe("added");
    expect(await law.keep("b é", "{}", false)).toBe("known");
    expect(await refusalOf(() => law.keep("b é", "[]", false))).toEqual([
      "law.exists",
      { name: "b é", place: law.fileOf("b é") },
    ]);
    expect(await law.keep("b é", "[]", true)).toBe("replaced");
    expect(await law.keep("a", "1", true)).toBe("added");
    writeFileSync(join(law.folder, "readme.txt"), "mine");
    expect([law.names(), law.find("b é"), law.find("c")]).toEqual([["a", "b é"], "[]", null]);
    expect([await law.remove("a"), await law.remove("a"), law.names()]).toEqual([true, false, ["b é"]]);
  });
});

describe("a month that was typed", () => {
  const typed: ReportDraft = {
    schema: 3,
    month: "2026-11",
    days: [],
    restDaysConfirmed: false,
    restStatement: null,
    state: "draft",
    key: "k",
    base: null,
    savedAt: NOW.toISOString(),
    sent: null,
  };

  test("waits until it is sent, oldest month first", async () => {
    const drafts = new ReportDrafts(join(folders.data, "default"));
    await drafts.keep({ ...typed, month: "2026-12", state: "queued" });
    await drafts.keep(typed);
    await drafts.keep({ ...typed, month: "2026-10", state: "sent" });
    writeFileSync(`${drafts.fileOf("2026-11")}.1.bak`, "{}");
    expect((await drafts.waiting()).map(({ month, state }) => [month, state])).toEqual([
      ["2026-11", "draft"],
      ["2026-12", "queued"],
    ]);
  });

  test("is read as each earlier porte wrote it", async () => {
    const drafts = new ReportDrafts(join(folders.data, "default"));
    const { schema: _schema, restStatement: _rest, state: _state, base: _base, sent: _sent, ...first } = typed;
    const name = "data/default/reports/2026-11.json";
    left(name, { ...first, schema: 1, sentVersion: null });
    expect(await drafts.find("2026-11")).toEqual(typed);
    left(name, { ...first, sentVersion: 2 });
    const sent = { version: 2, etag: null, days: [], receipt: null, restStatement: null };
    expect(await drafts.find("2026-11")).toEqual({ ...typed, state: "sent", sent });
    const second = { ...first, schema: 2, state: "queued", base: "e", sent: null };
    left(name, second);
    expect(await drafts.find("2026-11")).toEqual({ ...typed, state: "queued", base: "e" });
    left(name, { ...second, sent: { version: 1, etag: "e", days: [], receipt: null } });
    expect(await drafts.find("2026-11")).toMatchObject({ sent: { version: 1, etag: "e", restStatement: null } });
    expect(await drafts.find("2026-10")).toBe(null);
  });
});

describe("an expense that was typed", () => {
  const facts = { ...PLAIN_FACTS, date: "2026-11-12", category: "other" as const, amountCents: 100 };
  const receiptAt = (name: string, content = name) => {
    writeFileSync(join(home, name), content);
    return { file: join(home, name), mediaType: "application/pdf" };
  };

  test("is kept with a copy of its receipt, once for the same one, and removed with it", async () => {
    const drafts = new ExpenseDrafts(join(folders.data, "default"));
    const receipt = receiptAt("a.pdf");
    const [added] = await drafts.add([{ facts, receipt, source: null }], NOW);
    const again = await drafts.add(
      [
        { facts, receipt, source: null },
        { facts: { ...facts, amountCents: 101 }, receipt, source: null },
        { facts: { ...facts, date: "2026-11-13" }, receipt, source: null },
        { facts, receipt: receiptAt("b.pdf"), source: null },
        { facts, receipt: receiptAt("c.pdf", "b.pdf"), source: null },
        { facts, receipt: null, source: null },
        { facts, receipt: null, source: null },
      ],
      NOW,
    );
    expect(again.map(({ isNew }) => isNew)).toEqual([false, true, true, true, false, true, true]);
    expect(again[0]?.draft).toEqual(added?.draft);
    const draft = added?.draft;
    if (draft === undefined || draft.receipt === null) throw new Error("nothing was kept");
    expect(draft.isTried).toBe(false);
    expect(draft.receipt).toMatchObject({ name: "a.pdf", mediaType: "application/pdf" });
    expect(draft.receipt.key).not.toBe(draft.key);
    expect(drafts.filesOf(draft).map((file) => existsSync(file))).toEqual([true, true]);
    expect(readFileSync(draft.receipt.file, "utf8")).toBe("a.pdf");
    drafts.remove(draft);
    expect(drafts.filesOf(draft).map((file) => existsSync(file))).toEqual([false, false]);
  });

  test("is listed in the order of adding, whatever the clock says", async () => {
    const drafts = new ExpenseDrafts(join(folders.data, "default"));
    for (const amountCents of [1, 2, 3, 4, 5, 6, 7, 8])
      await drafts.add(
        [{ facts: { ...facts, amountCents }, receipt: null, source: null }],
        amountCents === 1 ? NOW : new Date(0),
      );
    const listed = await drafts.list();
    expect(listed.map((one) => one.amountCents)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(listed[1]?.savedAt).toBe(new Date(NOW.getTime() + 1).toISOString());
  });

  test("of a line that the company accepted is never taken again; one without a line is forgotten", async () => {
    const drafts = new ExpenseDrafts(join(folders.data, "default"));
    const line = { facts, receipt: null, source: "line 1" };
    const [added, plain] = await drafts.add([line, { facts, receipt: null, source: null }], NOW);
    expect((await drafts.add([line], NOW))[0]).toEqual({ draft: added?.draft, isNew: false });
    if (added === undefined || plain === undefined) throw new Error("nothing was kept");
    drafts.accept(added.draft);
    drafts.accept(plain.draft);
    expect(await drafts.list()).toEqual([]);
    expect(readdirSync(join(folders.data, "default", "expenses", "accepted"))).toEqual([`${added.draft.id}.json`]);
    drafts.accept(added.draft);
    expect(await drafts.add([line], NOW)).toEqual([]);
  });

  test("is read as each earlier porte wrote it: what could have been sent may have been", async () => {
    const drafts = new ExpenseDrafts(join(folders.data, "default"));
    const first = {
      id: "a",
      date: "2026-11-12",
      category: "other",
      amountCents: 100,
      vatCents: 20,
      mission: null,
      note: null,
      receipt: null,
      key: "k",
      savedAt: NOW.toISOString(),
    };
    const name = "data/default/expenses/a.json";
    const found = async () => (await drafts.list())[0];
    left(name, first);
    expect(await found()).toMatchObject({
      schema: 3,
      vat: [{ ratePpm: null, vatCents: 20 }],
      isTried: false,
      source: null,
    });
    left(name, { ...first, receipt: { file: "f", mediaType: "m", name: "n", sha256: "s", key: "r" } });
    expect(await found()).toMatchObject({ isTried: true });
    const trip = { vehicle: { kind: "car", power: 5, electric: false }, metres: 1000, from: null, to: null };
    left(name, { ...first, schema: 2, units: 2, department: null, trip, source: "line" });
    expect(await found()).toMatchObject({ isTried: true, trip, units: 2, source: "line" });
    expect(await drafts.inTurn("a", async (one) => one)).toEqual(await found());
    expect(await drafts.inTurn("b", async (one) => one)).toBe(null);
  });
});

describe("an act of this machine", () => {
  const act = (about: string) => ({ kind: "match", about, now: NOW }) as const;
  const acts = () => new LocalActs(join(folders.data, "default"));

  test("gives back what was there, and takes away what was not", async () => {
    const [old, made] = [join(home, "old"), join(home, "made")];
    writeFileSync(old, "before");
    await acts().record(act("a"), [old, made], async () => {
      writeFileSync(old, "after");
      writeFileSync(made, "new");
    });
    expect(await acts().undo()).toEqual({ kind: "match", about: "a", at: NOW.toISOString() });
    expect([readFileSync(old, "utf8"), existsSync(made)]).toEqual(["before", false]);
    expect(await acts().list()).toEqual([]);
    expect(await refusalOf(() => acts().undo())).toEqual(["undo.nothing", {}]);
  });

  test("of files that only the work names is taken back too", async () => {
    const made = join(home, "made");
    const work = async () => {
      writeFileSync(made, "new");
      return made;
    };
    await acts().record(act("a"), [], work, { made: (file) => [file] });
    await acts().undo();
    expect(existsSync(made)).toBe(false);
  });

  test("is none where nothing changed, or where a company knows of it", async () => {
    const file = join(home, "file");
    await acts().record(act("nothing"), [file], async () => undefined);
    await acts().record(act("sent"), [file], async () => writeFileSync(file, "x"), { isLocal: async () => false });
    await acts().recordSteps(act("no step"), [file], async () => undefined);
    expect(await acts().list()).toEqual([]);
    expect(namesIn(join(folders.data, "default", "undo"))).toEqual([]);
  });

  test("that fails after it changed something is kept", async () => {
    const file = join(home, "file");
    const work = acts().record(act("half"), [file], async () => {
      writeFileSync(file, "x");
      throw new Error("cut short");
    });
    expect(await refusalOf(() => work)).toBe("cut short");
    expect(await acts().list()).toMatchObject([{ about: "half" }]);
  });

  test("is not taken back over what something else has written since", async () => {
    const file = join(home, "file");
    await acts().record(act("a"), [file], async () => writeFileSync(file, "x"));
    writeFileSync(file, "another's");
    expect(await refusalOf(() => acts().undo())).toEqual(["undo.changed", { kind: "match", about: "a" }]);
    expect(readFileSync(file, "utf8")).toBe("another's");
  });

  test("that can be taken back no more hides none of those before it", async () => {
    const [file, other] = [join(home, "file"), join(home, "other")];
    await acts().record(act("before"), [other], async () => writeFileSync(other, "x"));
    await acts().record(act("a"), [file], async () => writeFileSync(file, "x"));
    writeFileSync(file, "another's");
    expect(await refusalOf(() => acts().undo())).toEqual(["undo.changed", { kind: "match", about: "a" }]);
    expect(await acts().undo()).toMatchObject({ about: "before" });
    expect(existsSync(other)).toBe(false);
  });

  test("is taken back no more once a company knows what it wrote, which is said once, and no other", async () => {
    const [file, other] = [join(home, "file"), join(home, "other")];
    await acts().record(act("before"), [other], async () => writeFileSync(other, "x"));
    await acts().record(act("a"), [file], async () => writeFileSync(file, "x"));
    await acts().record(act("b"), [file], async () => writeFileSync(file, "y"));
    await acts().noteSent(file);
    expect((await acts().list()).map(({ about }) => about)).toEqual(["before"]);
    expect(await refusalOf(() => acts().undo())).toEqual(["undo.changed", { kind: "match", about: "b" }]);
    expect(readFileSync(file, "utf8")).toBe("y");
    expect(await acts().undo()).toMatchObject({ about: "before" });
  });

  test("is the last of twenty, and one that was cut short is none", async () => {
    const file = join(home, "file");
    for (let number = 1; number <= 22; number += 1)
      await acts().record(act(`${number}`), [file], async () => writeFileSync(file, `${number}`));
    mkdirSync(join(folders.data, "default", "undo", "00000099"));
    writeFileSync(join(folders.data, "default", "undo", "notes"), "mine");
    const listed = await acts().list();
    expect([listed.length, listed[0]?.about, listed.at(-1)?.about]).toEqual([20, "22", "3"]);
    await acts().undo();
    expect(readFileSync(file, "utf8")).toBe("21");
  });
});

describe("a secret in a file", () => {
  const secret = { accessToken: "a", refreshToken: "r", expiresAtMs: 1 };

  test("is its owner's alone, never written through a link, and erased", async () => {
    const store = new CredentialStore(folders, "file");
    const file = store.fileOf("default");
    const elsewhere = join(home, "elsewhere");
    writeFileSync(elsewhere, "somebody's");
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(elsewhere, file);
    expect(await store.keep("default", secret)).toEqual({ place: "file", file, why: null });
    expect(readFileSync(elsewhere, "utf8")).toBe("somebody's");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await store.find("default")).toEqual({ credentials: secret, place: "file" });
    expect(await store.find("work")).toBe(null);
    expect([await store.forget("default"), await store.forget("default")]).toEqual([true, false]);
    expect(existsSync(file)).toBe(false);
  });
});

describe("files and folders", () => {
  test.each<[string, Parameters<typeof foldersFrom>, Folders]>([
    ["of a home", [{}, "/h"], { config: "/h/.config/porte", data: "/h/.local/share/porte" }],
    ["of XDG", [{ XDG_CONFIG_HOME: "/c", XDG_DATA_HOME: "/d" }, "/h"], { config: "/c/porte", data: "/d/porte" }],
    [
      "of XDG that are not absolute",
      [{ XDG_CONFIG_HOME: "c" }, "/h"],
      { config: "/h/.config/porte", data: "/h/.local/share/porte" },
    ],
    ["of their own", [{ PORTE_CONFIG_DIR: "c", PORTE_DATA_DIR: "d" }, "/h"], { config: "c", data: "d" }],
    ["of nobody", [{}, null], { config: NOWHERE, data: NOWHERE }],
    ["of a home that is none", [{}, "h"], { config: NOWHERE, data: NOWHERE }],
    [
      "of Windows",
      [{ APPDATA: "C:\\r" }, "C:\\h", "win32"],
      { config: "C:\\r\\porte", data: "C:\\h\\AppData\\Local\\porte" },
    ],
  ])("%s", (_name, asked, found) => {
    expect(foldersFrom(...asked)).toEqual(found);
  });

  test("a name never leaves its folder", () => {
    expect(["a b", "../x", "..", "é/"].map(safeName)).toEqual(["a%20b", "_%2Fx", "_", "%C3%A9%2F"]);
  });

  test("a file is written whole, and never over what is no file", async () => {
    const file = join(home, "a");
    await writeWhole(file, "one");
    await writeWhole(file, "two");
    expect(readFileSync(file, "utf8")).toBe("two");
    expect(readdirSync(home)).toEqual(["a"]);
    expect(await refusalOf(() => writeWhole(home, "x"))).toEqual([
      "file.unwritable",
      { file: home, reason: "not-plain" },
    ]);
    const inside = join(file, "b");
    expect(await refusalOf(() => writeWhole(inside, "x"))).toEqual(["file.unwritable", { file, reason: "ENOTDIR" }]);
  });

  test("folders are made as deep as is needed, and never over a file", async () => {
    const deep = join(home, "a", "b");
    ensureFolder(deep);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
    writeFileSync(join(deep, "f"), "");
    expect(await refusalOf(() => ensureFolder(join(deep, "f")))).toEqual([
      "file.unwritable",
      { file: join(deep, "f"), reason: "ENOTDIR" },
    ]);
    expect(await refusalOf(() => ensureFolder(join(NOWHERE, "x")))).toEqual(["file.no_home", {}]);
  });

  test("what is not there is removed and listed as nothing", async () => {
    writeFileSync(join(home, "f"), "");
    removeFile(join(home, "f"));
    removeFile(join(home, "f"));
    writeFileSync(join(home, "f"), "");
    removeFile(join(home, "f", "inside"));
    mkdirSync(join(home, "d"));
    expect(await refusalOf(() => removeFile(join(home, "d")))).toMatchObject(["file.unwritable", {}]);
    expect([namesIn(join(home, "nowhere")), namesIn(join(home, "f"))]).toEqual([[], []]);
    expect(await refusalOf(() => readText(join(home, "x")))).toEqual([
      "file.unreadable",
      { file: join(home, "x"), reason: "ENOENT" },
    ]);
  });

  test("what only serves later stops nothing that passes, and hides nothing else", async () => {
    await keepIfPossible(() => Promise.reject(unwritable(join(home, "x"), { code: "ENOSPC" })));
    expect(await refusalOf(() => keepIfPossible(() => Promise.reject(new Error("a fault"))))).toBe("a fault");
  });
});
