import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Door, doorTo } from "../parts/door.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { answerOf, type Home, newHome, RECEIPT } from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

let company: InProcess;
let door: Door;
let home: Home;
let token: string;

beforeAll(async () => {
  company = await openInProcess();
  door = await doorTo(company.url);
  token = company.access.portes.find(({ email }) => email.startsWith("claire@"))?.token ?? "";
});
afterAll(async () => {
  await door.close();
  await company.close();
});
beforeEach(() => {
  door.open();
  home = newHome({ url: door.url, token });
});
afterEach(() => home.remove());

const SEEN = [
  ["status"],
  ["missions"],
  ["missions", "show", "ACME"],
  ["payslips"],
  ["account"],
  ["expenses", "list"],
  ["declare", "list"],
  ["month"],
  ["whoami"],
] as const;

describe("offline", () => {
  test("what was seen once is shown with its age, and --fresh has the company asked", async () => {
    const seen = await Promise.all(SEEN.map((words) => answerOf(home.porte(...words, "--json"))));
    door.shut();
    const shown = await Promise.all(SEEN.map((words) => answerOf(home.porte(...words, "--json"))));

    for (const [index, { asOf, stale, warnings, ...answer }] of shown.entries()) {
      const { asOf: _then, ...before } = seen[index];
      expect({ answer, stale }).toEqual({ answer: before, stale: true });
      expect(asOf).toMatch(/^2026-11-25T16:4/);
      expect(warnings).toMatchObject([{ code: "stale" }]);
    }
    const { stdout, stderr, code } = await home.porteProcess("missions");
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("ACME") });
    expect(stderr).toContain("The company does not answer");
    expect(stderr).toContain("Data from Wed 25 Nov 2026 at 17:40.");
    expect((await home.porte("status", "--fresh")).code).toBe(4);
  });

  test("expenses of this machine stand beside the company's, whose age is told", async () => {
    const added = ["--amount", "5", "--date", "2026-11-20", "--category", "other"];
    const { id } = await answerOf(home.porte("expenses", "add", ...added, "--json"));
    const day = ["--category", "telework", "--amount", "2", "--date", "2026-11-19"];
    await answerOf(home.porte("expenses", "add", ...day, "--json"));
    await answerOf(home.porte("expenses", "submit", "--yes", "--json"));
    const seen = await answerOf(home.porte("expenses", "list", "--json"));
    door.shut();

    const { asOf, stale, warnings, ...answer } = await answerOf(home.porte("expenses", "list", "--json"));
    expect({ answer, stale }).toEqual({ answer: seen, stale: true });
    expect(answer.expenses).toMatchObject([{ id, state: "draft" }, { state: "submitted" }]);
    expect([asOf, warnings]).toEqual([
      expect.stringMatching(/^2026-11-25T16:4/),
      [expect.objectContaining({ code: "stale" })],
    ]);
    const { stderr } = await home.porte("expenses", "list");
    expect(stderr.match(/Data from Wed 25 Nov 2026 at 17:40\./g)).toHaveLength(1);
    expect((await home.porte("expenses", "list", "2026-01")).stderr).toContain("No expense in January 2026.");
    expect((await home.porte("expenses", "list", "--fresh")).code).toBe(4);
  });

  test("a failure that rests on what was seen says its age", async () => {
    await home.porte("payslips", "--json");
    door.shut();

    const { stderr, code } = await home.porte("payslips", "get", "--lang", "fr");
    expect(code).toBe(5);
    expect(stderr).toContain("Données du mer. 25/11/2026 à 17:40.\nErreur : ");
  });

  test("nothing is asked where that is not wanted, and what was never seen is not made up", async () => {
    await home.porte("status");
    const cached = await home.porte("status", "--cached");
    expect({ ...cached, stdout: "" }).toEqual({
      code: 0,
      stdout: "",
      stderr: "Data from Wed 25 Nov 2026 at 17:40.\n",
    });
    door.shut();
    expect((await home.porte("payslips", "get", "2026-10")).code).toBe(4);
    expect((await home.porte("status", "--fresh", "--cached")).code).toBe(2);
  });

  test("what is kept here needs no company", async () => {
    await home.porte("status");
    await home.porte("declare", "2026-12", "--all", "mission=ACME", "--offline", "--ahead", "--yes");
    rmSync(join(home.folder, ".local/share/porte/default/records"), { recursive: true });
    door.shut();
    const report = await answerOf(home.porte("declare", "show", "2026-12", "--json"));
    expect(report).toMatchObject({ month: "2026-12", state: "queued", asOf: null, stale: true });
    const env = { PORTE_TOKEN: undefined, PORTE_API_URL: undefined };
    const alone = await home.run(["declare", "show", "2026-12"], { env });
    expect(alone).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("December 2026") });
  });

  test("a month that was withdrawn and declared again leaves at the next sync, and a draft is not said to be at the company", async () => {
    const declared = await home.porte("declare", "2027-01", "--all", "mission=ACME", "--ahead", "--yes");
    expect(declared.code).toBe(0);
    await home.porte("declare", "withdraw", "2027-01");
    const draft = await home.porte("sync");
    expect(draft.stdout).toBe(
      "Report for January 2027 is still a draft, so it was not sent. To finish it: porte declare 2027-01\n",
    );
    await home.porte("declare", "2027-01", "--all", "mission=ACME", "--offline", "--ahead", "--yes");
    const { sent, waiting } = await answerOf(home.porte("sync", "--json"));
    expect({ sent, waiting }).toMatchObject({ sent: [{ month: "2027-01", state: "submitted" }], waiting: [] });
  });
});

describe("logging out", () => {
  test("asks while something is still to be sent, and says what stays", async () => {
    const env = { PORTE_TOKEN: undefined, PORTE_API_URL: undefined };
    const here = { env };
    await home.run(["login", door.url, "--with-token", "--secret-store", "file"], { ...here, input: token });
    await home.run(["declare", "2026-12", "--all", "mission=ACME", "--offline", "--ahead", "--yes"], here);

    const refused = await home.run(["logout"], here);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("A report is not sent yet: December 2026."),
    });
    expect((await home.run(["missions"], here)).code).toBe(0);
    const { stdout, code } = await home.run(["logout", "--yes"], here);
    expect({ stdout, code }).toMatchObject({ code: 0, stdout: expect.stringContaining("porte logout --forget") });
    expect((await home.run(["missions", "--cached"], here)).code).toBe(3);
  });
});

describe("a token that cannot be used", () => {
  test("is told with what can help", async () => {
    const wrong = await home.run(["status"], { env: { PORTE_TOKEN: "bad" } });
    expect(wrong).toMatchObject({ code: 3, stderr: expect.stringContaining("Correct PORTE_TOKEN") });
    const bare = { PORTE_TOKEN: undefined };
    await home.run(["login", door.url, "--with-token", "--secret-store", "file"], { env: bare, input: token });
    const elsewhere = await home.run(["status"], { env: { ...bare, PORTE_API_URL: "http://127.0.0.1:9" } });
    expect(elsewhere).toMatchObject({ code: 3, stderr: expect.stringContaining("PORTE_API_URL") });
    const words = ["reports", "list", "--url", door.url, "--token", "bad"];
    const staff = await runHere("porte-company", words, { env: { PORTE_LANG: "en", HOME: home.folder } });
    expect(staff).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("Give a valid token: --token-file <file>"),
    });
  });

  test("of another profile is told with commands that keep it", async () => {
    const words = ["--profile", "work", "payslips", "get"];
    const { code, stderr } = await home.run(words, { env: { PORTE_TOKEN: undefined } });
    expect([code, stderr]).toEqual([3, expect.stringContaining("Log in: porte --profile work login https://")]);
  });
});

describe("a queued month", () => {
  test("is said to leave with the next command that shows months, which says on stderr that it sent it", async () => {
    await home.porte("status");
    door.shut();
    const queued = await home.porte("declare", "2027-01", "--all", "mission=ACME", "--ahead", "--yes");
    expect(queued.stdout + queued.stderr).toContain("sends it as soon as the company answers");
    door.open();
    const { code, stderr } = await home.porte("declare", "list");
    expect([code, stderr]).toEqual([0, expect.stringContaining("January 2027")]);
  });
});

describe("somebody else's token", () => {
  test("sends nothing of whoever typed it, in words and in processes of their own", async () => {
    const other = company.access.portes.find(({ email }) => email.startsWith("karim@"))?.token ?? "";
    const karim = (...words: string[]) => home.run(words, { env: { PORTE_TOKEN: other } });
    await home.porte("status");
    door.shut();
    expect((await home.porte("declare", "2026-12", "--all", "mission=ACME", "--ahead", "--yes")).code).toBe(0);
    const added = await home.porte("expenses", "add", RECEIPT, "--amount", "21.40", "--category", "other");
    expect(added).toMatchObject({ code: 0 });
    door.open();

    const told = "2 items typed for somebody else are saved in this profile: they are neither shown nor sent.";
    const sync = await home.runProcess(["sync"], { env: { PORTE_TOKEN: other } });
    expect(sync).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing to send"),
      stderr: expect.stringContaining(told),
    });
    const bare = await karim();
    expect(bare.stderr).toContain(told);
    expect(bare.stdout).not.toMatch(/21\.40|December/);
    expect((await karim("expenses", "submit", "--yes")).code).not.toBe(0);
    expect((await karim("undo")).stderr).toContain("Nothing to undo");
    expect((await answerOf(karim("declare", "list", "--json"))).reports).toEqual([]);
    expect((await answerOf(karim("expenses", "list", "--json"))).expenses).toEqual([]);
    expect((await answerOf(karim("status", "--json"))).warnings).toMatchObject([{ code: "others" }]);

    const { stdout, stderr } = await home.porteProcess("sync");
    expect([stdout, stderr]).toEqual([expect.stringContaining("December 2026"), ""]);
    const { expenses } = await answerOf(home.porte("expenses", "list", "--json"));
    expect(expenses.filter(({ state }: { state: string }) => state === "draft")).toHaveLength(1);
    expect((await home.porte("undo")).code).toBe(0);
    const sent = await home.porte("undo");
    expect([sent.code, sent.stderr]).toEqual([
      2,
      expect.stringContaining("The report for December 2026 has been sent"),
    ]);
    expect((await home.porte("undo")).stderr).toContain("Nothing to undo");
  });
});
