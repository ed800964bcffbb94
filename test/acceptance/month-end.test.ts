import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { SkippedSteps } from "../../src/store/skipped-steps.ts";
import { type Home, newHome, RECEIPT, startCompany, type TestCompany, TIMESHEET } from "../parts/programs.ts";
import { openTerminal, type Terminal } from "../parts/terminal.ts";

const tmux = inject("tmux");
const MONTH = "2026-11";

let company: TestCompany;
let claire: Home;
let karim: Home;
let terminal: Terminal | null = null;
beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  karim = newHome({ url: company.url, token: company.karim.token });
});
afterEach(() => terminal?.close());
afterAll(async () => {
  await company.stop();
  for (const home of [claire, karim]) home.remove();
});

async function done(outcome: ReturnType<Home["porte"]>): Promise<string> {
  const { stdout, stderr, code } = await outcome;
  expect(code, stderr).toBe(0);
  return stdout;
}

/** Each step with who is waited for, by the name of before, or how far it is; the name of today says the same. */
async function steps(...words: string[]) {
  const { month, steps: found } = JSON.parse(await done(claire.porte("month", ...words, "--json")));
  expect(month).toBe(MONTH);
  for (const { waitingOn, ball } of found) expect(waitingOn).toBe(ball === "you" ? "me" : ball);
  const entries = found.map((one: { step: string; state: string; ball: string | null }) => [
    one.step,
    one.ball ?? one.state,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

async function approve(resource: "reports" | "expenses") {
  for (const item of JSON.parse((await company.staff(resource, "list", "--json")).stdout).items)
    await done(company.staff(resource, "approve", (item.report ?? item.expense).id));
}

describe("the end of a month", () => {
  test("has a skipped step taken back alone: what another command skipped while this one waited stays", async () => {
    const home = join(karim.folder, ".local", "share", "porte");
    const others = new SkippedSteps(join(home, "default"));
    let skipping: Promise<string> = Promise.resolve("");
    await others.mark(MONTH, "receipts", true, async (change) => {
      skipping = done(karim.porteProcess("month", MONTH, "--skip", "declare", "--json"));
      await pause(1_500);
      await change();
    });
    await skipping;
    expect(await others.of(MONTH)).toEqual(["declare", "receipts"]);
    await done(karim.porte("undo"));
    expect(await others.of(MONTH)).toEqual(["receipts"]);
    await others.mark(MONTH, "receipts", false);
  });

  test("is followed from the first day to the payslip, and nothing of it is remembered but what was skipped", async () => {
    const nothing = { declare: "you", receipts: "done", send: "later", approval: "later", payslip: "later" };
    expect(await steps()).toEqual(nothing);
    expect(await steps("--skip", "declare")).toEqual({ ...nothing, declare: "skipped" });
    expect(await steps("--resume", "declare")).toEqual(nothing);

    await done(claire.porte("declare", MONTH, "--csv", TIMESHEET, "--yes"));
    expect(await steps()).toMatchObject({ declare: "done", send: "done", approval: "company" });
    await done(claire.porte("expenses", "add", RECEIPT, "--amount", "21.40", "--category", "restaurant"));
    expect(await steps()).toMatchObject({ receipts: "done", send: "you" });
    await done(claire.porte("expenses", "submit", "--yes"));
    await approve("reports");
    expect(await steps()).toMatchObject({ send: "done", approval: "company", payslip: "company" });
    await approve("expenses");
    expect(await steps()).toMatchObject({ approval: "done", payslip: "company" });

    const payment = ["--porte", company.claire.email, "--mission", "ACME", "--month", MONTH, "--amount", "13650"];
    await done(company.staff("payments", "record", ...payment, "--force", "--reason", "paid with other work"));
    await done(company.staff("payroll", "run", MONTH));
    expect(Object.values(await steps())).toEqual(["done", "done", "done", "done", "done"]);
    expect((await claire.porte("month")).stdout).toMatch(/payslip\ttransfer on .*December|payslip\ttransfer on .*Dec/);
  });

  test("from cron: what is queued is sent, and 6 says that a person is needed", async () => {
    await done(karim.porte("status"));
    await done(karim.porte("declare", MONTH, "--day", "5=training", "--offline", "--ahead", "--partial", "--yes"));
    await done(karim.porte("expenses", "add", RECEIPT, "--amount", "12.40", "--category", "restaurant"));
    const first = await karim.porte("month", MONTH, "--unattended");
    expect((await karim.porte("month", MONTH, "--until-human")).code).toBe(6);
    expect(first).toMatchObject({ code: 6 });
    expect(first.stdout).toContain("with the company since");
    expect(first.stderr).toContain("sent (version 1)");
    expect(first.stderr).toContain("November 2026: the sending");

    await done(karim.porte("month", MONTH, "--skip", "send"));
    expect(await karim.porte("month", MONTH, "--until-human")).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("a month before the contract is refused, and early in the first one it is not the one before that ends", async () => {
    expect((await karim.porte("month", "2026-10")).stderr).toContain("Your contract does not cover");
    const early = await karim.run(["month", "--json"], { env: { PORTE_NOW: "2026-11-03T09:00:00.000Z" } });
    expect(JSON.parse(early.stdout).month).toBe(MONTH);
  });

  test("a step that does not exist is said with those that do", async () => {
    const { code, stderr } = await karim.porte("month", "--skip", "pay");
    expect(code).toBe(2);
    expect(stderr).toContain("payslip");
  });

  test.skipIf(tmux === "")("on a terminal each step of yours is offered, until none is left", async () => {
    terminal = openTerminal(tmux, ["month", "2026-12"], { env: karim.env, columns: 90 });
    await terminal.shows(/Step "declare"\?/);
    terminal.type("Enter");
    await terminal.shows(/Net paid/);
    terminal.type("Enter");
    await terminal.shows(/December 2026 has not begun[\s\S]*Send this report anyway\? \(y\/N\)/);
    terminal.type("y", "Enter");
    const end = await terminal.shows(/ended with 0/);
    expect(end).toMatch(/approvals +with the company since/);
  });
});
