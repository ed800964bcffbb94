// slow: 30 s
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ReportDrafts } from "../../src/store/report-drafts.ts";
import { type Home, newHome, type Outcome, startCompany, type TestCompany } from "../parts/programs.ts";
import { startProxy } from "../parts/proxy.ts";

const PORTE = fileURLToPath(new URL("../../bin/porte.js", import.meta.url));

let company: TestCompany;
let year = 2030;
let month = "";
beforeAll(async () => {
  company = await startCompany("PGlite");
});
afterAll(() => company.stop());

let homes: Home[] = [];
/** A home of Claire's, and a month that no other test touches. */
beforeEach(() => {
  year += 1;
  month = `${year}-03`;
});
afterEach(() => {
  for (const home of homes) home.remove();
  homes = [];
});

function claireAt(url = company.url): Home {
  const home = newHome({ url, token: company.claire.token });
  homes.push(home);
  return home;
}

async function answer(outcome: Promise<Outcome>, code = 0) {
  const { stdout, stderr, code: found } = await outcome;
  expect(stderr, stderr).not.toContain("bug");
  expect(found, stderr).toBe(code);
  return JSON.parse(stdout || "null");
}

const declare = (home: Home, ...words: string[]) =>
  home.porte("declare", month, ...words, "--ahead", "--partial", "--yes", "--json");
const draftOf = (home: Home) => join(home.folder, ".local", "share", "porte", "default", "reports", `${month}.json`);
const held = async (home: Home) =>
  (await answer(home.porte("declare", "show", month, "--json"))) as { version: number; state: string; totals: object };

describe("a month in words", () => {
  test("is filled, excepted, halved and left, and a day can be changed alone afterwards", async () => {
    month = "2026-11";
    const claire = claireAt();
    const words = ["--all", "mission=acme", "--except", "12,16-17", "--half", "13", "--leave", "24-28"];
    const first = await answer(declare(claire, ...words, "--day", "18=ACME/CMD-1:0.5,training:0.5"));
    const second = await answer(declare(claire, "--day", "19=sick"));

    expect(first).toMatchObject({ state: "submitted", version: 1 });
    expect(first.totals).toEqual({ mission: 12, training: 0.5, "paid-leave": 4, holiday: 1 });
    expect(second).toMatchObject({ version: 2 });
    expect(second.totals).toEqual({ mission: 11, training: 0.5, "paid-leave": 4, sick: 1, holiday: 1 });
  });
});

describe("without the company", () => {
  test("a month is queued and says so, then leaves once, and its receipt is verified with nobody there", async () => {
    const claire = claireAt();
    await answer(claire.porte("status", "--json"));
    const { stdout, stderr, code } = await declare(claire, "--day", `${month}-05=training`, "--offline");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ state: "queued", version: null, sent: false });
    const { warnings } = JSON.parse(stdout);
    expect(warnings).toMatchObject([{ code: "queued" }]);
    expect(stderr).toBe(`${warnings[0].message}\n`);
    expect(
      (await claire.porte("declare", month, "--day", "6=training", "--offline", "--ahead", "--partial", "--yes"))
        .stderr,
    ).toContain("porte sync");
    const synced = await answer(claire.porte("sync", "--json"));
    expect(synced).toMatchObject({ sent: [{ month, version: 1, totals: { training: 2 } }], waiting: [] });
    expect(await answer(claire.porte("sync", "--json"))).toEqual({ sent: [], waiting: [], drafts: [], deliveries: [] });

    const proof = await claire.run(["declare", "proof", month, "--json"], {
      env: { PORTE_API_URL: "http://127.0.0.1:9" },
    });
    expect(JSON.parse(proof.stdout)).toMatchObject({ holds: true, faults: [], receipt: { version: 1 } });
  });

  test("an address where nobody answers queues too, unless sending is required; the next command sends", async () => {
    const proxy = await startProxy(company.url, () => ({ kind: "none" }));
    const claire = claireAt(proxy.url);
    await answer(claire.porte("status", "--json"));
    await proxy.stop();

    const queued = await answer(declare(claire, "--day", `${month}-05=training`));
    expect(queued).toMatchObject({ state: "queued" });
    const required = await declare(claire, "--day", `${month}-05=training`, "--require-sent");
    expect(required).toMatchObject({ code: 4, stdout: "" });
    expect(JSON.parse(required.stderr).error).toMatchObject({ code: "activity.queued_only" });

    const again = claire.run(["declare", "show", month, "--json"], { env: { PORTE_API_URL: company.url } });
    expect(JSON.parse((await again).stdout)).toMatchObject({ state: "submitted", version: 1 });
  });

  test("nothing known of the company is said, and nothing is queued", async () => {
    const { code, stdout, stderr } = await declare(claireAt(), "--day", `${month}-05=training`, "--offline");

    expect(stdout).toBe("");
    expect(code).toBe(4);
    expect(stderr).toContain("server.never_seen");
  });
});

describe("two machines on one month", () => {
  test("the second is shown the difference, and replaces it only knowingly", async () => {
    const [desktop, laptop] = [claireAt(), claireAt()];
    await answer(declare(desktop, "--day", "5=training", "--day", "6=training"));

    const refused = await declare(laptop, "--all", "prospecting");
    const { error } = JSON.parse(refused.stderr);
    expect(refused.code).toBe(5);
    expect(error).toMatchObject({ code: "activity.conflict", details: { month, version: 1 } });
    expect(error.details.days.find(({ day }: { day: string }) => day.endsWith("-06"))).toMatchObject({
      theirs: "training:1",
    });
    expect(await held(desktop)).toMatchObject({ version: 1 });

    expect(await answer(declare(laptop, "--all", "prospecting", "--replace", "1"))).toMatchObject({ version: 2 });
    expect((await declare(desktop, "--all", "training")).code).toBe(5);
    expect(await answer(declare(desktop, "--day", "9=training"))).toMatchObject({ version: 3 });
  });

  test("what was queued before the other sent is not sent over it", async () => {
    const [desktop, laptop] = [claireAt(), claireAt()];
    await answer(desktop.porte("status", "--json"));
    await answer(declare(desktop, "--day", "5=training", "--offline"));
    await answer(declare(laptop, "--day", "6=training"));

    const { code, stdout } = await desktop.porte("sync", "--json");

    expect(code).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject({ sent: [], waiting: [{ month, error: { code: "activity.conflict" } }] });
    expect(await held(laptop)).toMatchObject({ version: 1, state: "submitted" });
    expect(JSON.parse(readFileSync(draftOf(desktop), "utf8"))).toMatchObject({ state: "queued" });
  });
});

test("twenty processes that each declare a day of one month at once lose none", { timeout: 120_000 }, async () => {
  const claire = claireAt();
  const days = Array.from({ length: 20 }, (_, index) => index + 1);

  const outcomes = await Promise.all(
    days.map((day) =>
      claire.porteProcess("declare", month, "--day", `${day}=training`, "--ahead", "--partial", "--yes", "--json"),
    ),
  );

  for (const { code, stderr } of outcomes) expect(code, stderr).toBe(0);
  const report = await answer(claire.porte("declare", "show", month, "--json"));
  expect(report.totals).toEqual({ training: 20 });
  expect(JSON.parse(readFileSync(draftOf(claire), "utf8"))).toMatchObject({ state: "sent" });
});

test("a dry run asks and never writes: the recording proxy has seen reads alone", async () => {
  const proxy = await startProxy(company.url, () => ({ kind: "none" }));
  const claire = claireAt(proxy.url);
  const body = await answer(
    claire.porte("declare", month, "--day", "5=training:0.5", "--ahead", "--partial", "--dry-run", "--json"),
  );

  expect(body).toEqual({
    days: [{ date: `${month}-05`, entries: [{ kind: "training", mission: null, projectCode: null, amount: 0.5 }] }],
    restDaysConfirmed: false,
  });
  expect(new Set(proxy.seen.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(existsSync(draftOf(claire))).toBe(false);
  await proxy.stop();
});

describe("what is kept here", () => {
  test("a receipt does not hold for days that were changed after it, nor for a text that was not signed", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--day", "5=training"));
    const draft = JSON.parse(readFileSync(draftOf(claire), "utf8"));
    const verdict = async (changed: object) => {
      writeFileSync(draftOf(claire), JSON.stringify({ ...draft, ...changed }));
      const { stdout, code } = await claire.porte("declare", "proof", month, "--json");
      expect(code).toBe(6);
      return JSON.parse(stdout).faults;
    };

    expect(await verdict({ sent: { ...draft.sent, days: [] } })).toEqual(["report"]);
    const { receipt } = draft.sent;
    const said = { ...JSON.parse(receipt.signed), version: 7 };
    const forged = { ...receipt, version: 7, signed: JSON.stringify(said) };
    expect(await verdict({ sent: { ...draft.sent, receipt: forged } })).toEqual(["signature"]);
    expect(await verdict({ sent: { ...draft.sent, receipt: { ...receipt, version: 7 } } })).toEqual(["facts"]);
    expect(await verdict({ sent: { ...draft.sent, receipt: { ...receipt, keyId: "other" } } })).toEqual(["key"]);
  });

  test("a month without a receipt has no proof, and says so", async () => {
    expect((await claireAt().porte("declare", "proof", month)).stderr).toContain("No receipt");
  });

  test("a draft of the first porte is read, one of a later porte is left alone, and a damaged one is named", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--day", "5=training"));
    const {
      schema: _schema,
      state: _state,
      base: _base,
      sent: _sent,
      ...draft
    } = JSON.parse(readFileSync(draftOf(claire), "utf8"));
    const seen = async (text: string) => {
      writeFileSync(draftOf(claire), text);
      const outcome = await declare(claire, "--day", "6=training");
      expect(readFileSync(draftOf(claire), "utf8") === text).toBe(outcome.code !== 0);
      return outcome;
    };

    expect((await seen(JSON.stringify({ ...draft, schema: 4 }))).stderr).toContain("file.newer");
    expect((await seen(JSON.stringify(draft).slice(0, 40))).stderr).toContain("file.damaged");
    expect(await answer(seen(JSON.stringify({ ...draft, schema: 1, sentVersion: 1 })))).toMatchObject({
      version: 2,
      totals: { training: 2 },
    });
  });

  test("a draft of before rest was stated is read, with nothing stated", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--day", "9=training"));
    const { restStatement, ...draft } = JSON.parse(readFileSync(draftOf(claire), "utf8"));
    const { restStatement: ofSent, ...sent } = draft.sent;
    expect([restStatement, ofSent]).toEqual([null, null]);
    writeFileSync(draftOf(claire), JSON.stringify({ ...draft, schema: 2, sent }));

    expect((await answer(claire.porte("declare", "proof", month, "--json"))).faults).toEqual([]);
    expect(await answer(declare(claire, "--day", "10=training"))).toMatchObject({ sent: true, restStatement: null });
    expect(JSON.parse(readFileSync(draftOf(claire), "utf8"))).toMatchObject({ schema: 3, restStatement: null });
  });
});

describe("from another program", () => {
  const FILES = fileURLToPath(new URL("../cases/imports/", import.meta.url));

  test("a tracker's file is read by kept rules, said in words, and twice changes nothing", async () => {
    month = "2026-12";
    const claire = claireAt();
    const file = join(claire.folder, "toggl.csv");
    writeFileSync(file, readFileSync(join(FILES, "toggl.csv"), "utf8").replaceAll("2026-11-", "2026-12-"));
    expect(await answer(claire.porte("declare", "match", "formation=training", "--json"))).toEqual({
      matches: [{ pattern: "formation", what: "training" }],
    });

    const first = await claire.porte("declare", month, "--from", file, "--ahead", "--partial", "--yes");
    expect(first.stderr).toContain("Toggl");
    expect(first.code).toBe(0);
    expect(await answer(declare(claire, "--from", file))).toMatchObject({
      version: 1,
      sent: false,
      totals: { mission: 1, training: 0.5 },
    });
    expect((await answer(claire.porte("declare", "match", "--forget", "formation", "--json"))).matches).toEqual([]);
  });

  test("two calendars are one month; what was declined is named, and counted where that is asked for", async () => {
    month = "2026-12";
    const claire = claireAt();
    const calendar = (name: string, ...lines: string[]) => {
      const event = ["BEGIN:VEVENT", `UID:${name}`, "SUMMARY:ACME", ...lines, "END:VEVENT"];
      const file = join(claire.folder, name);
      writeFileSync(file, ["BEGIN:VCALENDAR", "VERSION:2.0", ...event, "END:VCALENDAR", ""].join("\r\n"));
      return ["--from", file];
    };
    const declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:claire@porte.example";
    const files = [
      ...calendar("a.ics", "DTSTART:20261212T080000Z", "DTEND:20261212T110000Z"),
      ...calendar("b.ics", "DTSTART:20261212T130000Z", "DTEND:20261212T160000Z"),
      ...calendar("c.ics", "DTSTART:20261213T080000Z", "DTEND:20261213T160000Z", declined),
    ];
    const amounts = async (...words: string[]) => {
      const dry = ["declare", month, ...files, "--rest-days", "--dry-run", ...words];
      const { stderr } = await claire.porte(...dry);
      const { days }: { days: { date: string; entries: { amount: number }[] }[] } = await answer(
        claire.porte(...dry, "--json"),
      );
      const ofWeekEnd = days.filter(({ date }) => date === "2026-12-12" || date === "2026-12-13");
      return { stderr, amounts: ofWeekEnd.map(({ entries }) => entries[0]?.amount) };
    };

    expect(await amounts()).toMatchObject({ amounts: [1], stderr: expect.stringContaining("--include-declined") });
    expect((await amounts("--include-declined")).amounts).toEqual([1, 1]);
  });

  test("a report goes from one command to another through JSON", async () => {
    const claire = claireAt();
    const body = await claire.porte("declare", month, "--day", "5=training", "--dry-run", "--json");
    const { stdout } = await claire.run(["declare", month, "--from", "-", "--ahead", "--partial", "--yes", "--json"], {
      input: body.stdout,
    });

    expect(JSON.parse(stdout)).toMatchObject({ version: 1, totals: { training: 1 } });
  });

  test.each([
    ["a file that is not there", ["--from", "/nowhere.ics"], "/nowhere.ics"],
    ["a rule that is none", ["--from", "x", "--match", "ACME"], "ACME"],
    ["two sources", ["--from", "x", "--csv", "y"], "--from and --csv"],
    ["a day of no length", ["--from", "x", "--day-length", "0"], "0"],
  ])("%s is refused", async (_name, words, said) => {
    const { code, stderr, stdout } = await claireAt().porte(
      "declare",
      month,
      ...words,
      "--ahead",
      "--partial",
      "--yes",
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});

describe("what became of a month", () => {
  test("every version is kept, shown with its decision, and can be taken up again", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--day", "5=training"));
    const { items } = JSON.parse((await company.staff("reports", "list", "--json")).stdout);
    const { report } = items.find((one: { report: { month: string } }) => one.report.month === month);
    expect((await company.staff("reports", "reject", report.id, "--reason", "Le 5 ?")).code).toBe(0);
    await answer(declare(claire, "--day", "6=training"));

    const { versions } = await answer(claire.porte("declare", "history", month, "--json"));
    expect(versions).toMatchObject([
      { version: 2, decision: null, totals: { training: 2 } },
      { version: 1, decision: "reject", reason: "Le 5 ?", totals: { training: 1 }, changes: [] },
    ]);
    expect(versions[0].changes).toEqual([{ day: `${month}-06`, before: "", after: "training:1" }]);
    const history = await claire.porte("declare", "history", month);
    expect(history.stdout).toContain("Le 5 ?");
    expect(history.stdout).toMatch(/1 → 2\t.*6.*\tnothing → training, the whole day/);

    await answer(claire.porte("declare", "restore", month, "1", "--json"));
    expect(await held(claire)).toMatchObject({ state: "draft", totals: { training: 1 } });
    expect(await answer(claire.porte("declare", "proof", month, "--json"))).toMatchObject({
      holds: true,
      receipt: { version: 2 },
    });
    expect(await answer(claire.porte("declare", month, "--ahead", "--partial", "--yes", "--json"))).toMatchObject({
      version: 3,
      totals: { training: 1 },
    });
    expect((await claire.porte("declare", "restore", month, "9")).stderr).toContain("3, 2, and 1");
  });

  test("a version that is brought back and taken back leaves what another command typed while it waited", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--all", "training"));
    const share = join(claire.folder, ".local", "share", "porte");
    const drafts = new ReportDrafts(join(share, "default"));
    let restoring: Promise<unknown> = Promise.resolve();
    await drafts.inTurn(month, async () => {
      const kept = await drafts.find(month);
      restoring = answer(claire.porte("declare", "restore", month, "1", "--json"));
      await pause(1_500);
      if (kept !== null) await drafts.keep({ ...kept, state: "draft", days: [] });
    });
    await restoring;
    expect((await drafts.find(month))?.days).not.toEqual([]);
    await claire.porte("undo");
    expect((await drafts.find(month))?.days).toEqual([]);
  });

  test("a month can be taken back until somebody decides, and stays here", async () => {
    const claire = claireAt();
    await answer(declare(claire, "--day", "5=training"));
    expect(await answer(claire.porte("declare", "withdraw", month, "--json"))).toMatchObject({
      state: "withdrawn",
      version: 1,
    });
    const waiting = JSON.parse((await company.staff("reports", "list", "--json")).stdout).items;
    expect(waiting.filter((one: { report: { month: string } }) => one.report.month === month)).toEqual([]);
    expect(await held(claire)).toMatchObject({ state: "draft" });
    expect((await claire.porte("declare", "withdraw", month)).code).toBe(5);

    const sent = await answer(claire.porte("declare", month, "--ahead", "--partial", "--yes", "--json"));
    expect(sent).toMatchObject({ state: "submitted", version: 2 });
    const { items } = JSON.parse((await company.staff("reports", "list", "--json")).stdout);
    const { report } = items.find((one: { report: { month: string } }) => one.report.month === month);
    expect((await company.staff("reports", "approve", report.id)).code).toBe(0);
    expect((await claire.porte("declare", "withdraw", month)).code).toBe(5);
  });

  test("the signed month is one page of selectable French", async () => {
    const claire = claireAt();
    const { receipt } = await answer(declare(claire, "--day", "5=training:0.5,sick:0.5"));
    const file = join(claire.folder, "mois.pdf");
    await answer(claire.porte("declare", "get", month, "--pdf", file, "--json"));

    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))), {
      mergePages: true,
    });
    expect(totalPages).toBe(1);
    for (const words of [
      "Compte rendu d'activité",
      "Claire Morel",
      "Le salarié porté",
      "Pour le client",
      "formation",
      "maladie",
      receipt.id,
      receipt.reportHash,
    ])
      expect(text).toContain(words);
  });
});

test("a laptop that sleeps in the middle of a sending wakes up to a month filed once", {
  timeout: 60_000,
}, async () => {
  const proxy = await startProxy(company.url, (method) =>
    method === "PUT" ? { kind: "delay", ms: 1_500 } : { kind: "none" },
  );
  const claire = claireAt(proxy.url);
  const argv = [PORTE, "declare", month, "--day", "5=training", "--ahead", "--partial", "--yes", "--json"];
  const child = spawn(process.execPath, argv, { env: { PATH: process.env.PATH, ...claire.env } });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  while (!proxy.seen.some(({ method }) => method === "PUT")) await pause(20);
  child.kill("SIGSTOP");
  await pause(7_000);
  const meanwhile = claireAt();
  expect((await declare(meanwhile, "--day", "6=training")).code).toBe(0);
  child.kill("SIGCONT");

  expect(await ended).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, state: "submitted" });
  expect(await held(meanwhile)).toMatchObject({ version: 2, totals: { training: 2 } });
  await proxy.stop();
});
