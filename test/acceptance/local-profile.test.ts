import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, inject, test } from "vitest";
import { ReportDrafts } from "../../src/store/report-drafts.ts";
import { pdfWith } from "../parts/pdf.ts";
import { answerOf, newHome, ROOT } from "../parts/programs.ts";
import { openTerminal } from "../parts/terminal.ts";

const homes: ReturnType<typeof newHome>[] = [];
afterAll(() => {
  for (const { remove } of homes) remove();
});

/** A machine that has never met a company. */
function machine() {
  const home = newHome();
  homes.push(home);
  return home;
}

const fileIn = (home: ReturnType<typeof newHome>, name: string) => join(home.folder, name);

describe("the sheet of a company that has no address for porte", () => {
  const home = machine();
  const { porte } = home;

  test("is made of what is said, and what nobody said stays null", async () => {
    const answer = await answerOf(porte("init", "--company", "Portage du Sud", "--fee", "7", "--json"));

    expect(answer).toMatchObject({
      company: { name: "Portage du Sud", siren: null },
      fee: { rate: 0.07, monthlyCap: null, base: null },
      contract: { kind: null, category: null, level: null, start: null, taxRate: null },
      deadlines: { reportDueDay: null, transferDay: null },
      delivery: { reports: null, expenses: null },
      changed: ["company", "fee"],
    });
    const { changed: _changed, ...sheet } = answer;
    expect(await answerOf(porte("company", "show", "--json"))).toEqual(sheet);
  });

  test("changes by what is said alone, again and again, and is taken back", async () => {
    const set = [
      "--contract",
      "cdi",
      "--since",
      "2026-01-05",
      "--deliver",
      "folder:~/Portage",
      "--charge",
      "RC pro=12,50",
    ];
    expect(await answerOf(porte("company", "set", ...set, "--json"))).toMatchObject({
      company: { name: "Portage du Sud" },
      contract: { kind: "cdi", start: "2026-01-05" },
      terms: { charges: [{ name: "RC pro", amount: 12.5 }] },
      delivery: { reports: { by: "folder", folder: join(home.folder, "Portage") } },
      changed: ["contract", "since", "deliver", "deliverExpenses", "charges"],
    });
    expect(await answerOf(porte("init", "--fee-cap", "400", "--yes", "--json"))).toMatchObject({
      fee: { rate: 0.07, monthlyCap: 400 },
      changed: ["feeCap"],
    });
    expect(await answerOf(porte("company", "set", "--clear", "fee-cap", "--json"))).toMatchObject({
      fee: { rate: 0.07, monthlyCap: null },
    });
    const undone = await porte("undo");
    expect(undone).toMatchObject({ code: 0, stdout: "Undone: company sheet (Portage du Sud) changed.\n" });
    expect(await answerOf(porte("company", "show", "--json"))).toMatchObject({ fee: { monthlyCap: 400 } });
  });

  test("reads back what is odd, and refuses what cannot be", async () => {
    const odd = await porte("company", "set", "--fee", "0.07", "--email", "claire@gmial.com");
    expect(odd).toMatchObject({ code: 0 });
    expect(odd.stderr).toMatch(/Management fee saved: 0\.07%.*claire@gmail\.com/s);
    expect((await porte("company", "set", "--fee", "70")).stderr).toContain("70%");
    const days = await porte("company", "set", "--until", "2025-12-31", "--json");
    expect({ code: days.code, error: JSON.parse(days.stderr).error.code }).toEqual({
      code: 2,
      error: "local.contract_days",
    });
    for (const [words, code] of [
      [["init"], "usage.missing_option"],
      [["company", "set"], "local.nothing_said"],
    ] as const) {
      const { code: exit, stderr } = await porte(...words, "--json");
      expect({ exit, error: JSON.parse(stderr).error.code }).toEqual({ exit: 2, error: code });
    }
  });

  test("is given to a colleague with nothing of its person, and taken once that is agreed", async () => {
    await answerOf(porte("company", "set", "--fee", "6", "--name", "Claire Martin", "--tax-rate", "7,4", "--json"));
    const file = fileIn(home, "sud.json");
    const { sheet } = await answerOf(porte("company", "export", file, "--json"));
    const written = readFileSync(file, "utf8");

    expect(JSON.parse(written)).toEqual(sheet);
    expect(Object.keys(sheet)).toEqual(["schema", "company", "fee", "expenses", "deadlines", "terms"]);
    expect(written).not.toMatch(/Claire|cdi|Portage"|0\.074|2026-01-05/);

    const other = machine();
    await answerOf(other.porte("company", "set", "--level", "senior", "--json"));
    const unasked = await other.porte("company", "import", file, "--json");
    expect({ code: unasked.code, error: JSON.parse(unasked.stderr).error.code }).toEqual({
      code: 2,
      error: "usage.missing_option",
    });
    expect(await answerOf(other.porte("company", "import", file, "--yes", "--json"))).toMatchObject({
      company: { name: "Portage du Sud" },
      fee: { rate: 0.06, monthlyCap: 400 },
      contract: { kind: null, level: "senior" },
      changed: ["company", "fee", "feeCap", "charges"],
    });
    expect((await other.porte("company", "import", file)).stdout).toBe("Nothing changed.\n");
  });

  test("is written as its published schema says", async () => {
    const published = readFileSync(join(ROOT, "templates", "company-sheet.schema.json"), "utf8");
    expect((await porte("company", "schema")).stdout).toBe(published);
    const isSheet = new Ajv2020({ formats: { date: true } }).compile(JSON.parse(published));
    const file = fileIn(home, "all.json");
    await answerOf(porte("company", "export", file, "--all", "--json"));
    const written = JSON.parse(readFileSync(file, "utf8"));
    expect(isSheet(written)).toBe(true);
    for (const wrong of [
      { schema: 2 },
      { fee: { rate: 7 } },
      { contract: { kind: "cdc" } },
      { delivery: { reports: { by: "mail" } } },
    ])
      expect(isSheet({ ...written, ...wrong })).toBe(false);
  });

  test.each([
    ["of a newer porte", { schema: 2 }, "file.newer"],
    ["with a rate in percent", { schema: 1, fee: { rate: 7 } }, "file.damaged"],
    ["with a term of another kind", { terms: { leave: "never" } }, "file.damaged"],
    ["with a SIREN whose check is wrong", { company: { siren: "732829321" } }, "file.damaged"],
    ["with an address that is none", { person: { email: "claire" } }, "file.damaged"],
    ["that is a list", [], "file.damaged"],
    ["that is cut", "{", "file.damaged"],
  ])("a file %s is refused whole", async (_name, content, code) => {
    const file = fileIn(home, "bad.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    const before = await answerOf(porte("company", "show", "--json"));
    const { code: exit, stderr } = await porte("company", "import", file, "--yes", "--json");
    const { error } = JSON.parse(stderr);

    expect({ exit, error: error.code, isCopied: existsSync(error.details.copy) }).toEqual({
      exit: 2,
      error: code,
      isCopied: true,
    });
    expect(await answerOf(porte("company", "show", "--json"))).toEqual(before);
  });

  test("a file that is not there is told, and a term of a later porte is left out and named", async () => {
    expect((await porte("company", "import", fileIn(home, "none.json"), "--yes")).code).toBe(2);
    const file = fileIn(home, "later.json");
    writeFileSync(file, JSON.stringify({ terms: { teleport: 1, reserve: 0.1 } }));
    const answer = await answerOf(porte("company", "import", file, "--yes", "--json"));
    expect(answer).toMatchObject({ changed: ["reserve"], warnings: [{ code: "unknown-terms" }] });
  });

  test("simulations start from it, and say so", async () => {
    const own = machine();
    const sim = ["simulate", "--turnover", "10000", "--date", "2026-11"];
    expect((await own.porte(...sim)).stdout).not.toContain("sheet");
    const told = ["--company", "Sud", "--fee", "5", "--fee-cap", "400", "--contract", "cdd", "--level", "senior"];
    await answerOf(own.porte("init", ...told, "--json"));
    await answerOf(own.porte("company", "set", "--charge", "RC pro=12,50", "--json"));

    expect(await answerOf(own.porte(...sim, "--json"))).toMatchObject({
      input: { fee: 0.05, feeCap: 400, contract: "cdd", level: "senior" },
      waterfall: { managementFee: 400, charges: [{ name: "RC pro", amount: 12.5 }] },
    });
    expect((await own.porte(...sim)).stdout).toContain("Assumptions (from the sheet of Sud of Wed 25 Nov 2026)");
    expect(await answerOf(own.porte(...sim, "--national", "--json"))).toMatchObject({ input: { fee: 0.07 } });
  });

  test("a line that cannot be read is told, and the rest goes on", async () => {
    const lines = join(home.folder, ".local/share/porte/default/records/sheet/2026.jsonl");
    const text = readFileSync(lines, "utf8");
    writeFileSync(lines, `${text}{"schema":1,"area":"sheet"\n`);
    const { stderr, code } = await porte("company", "show");
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining(`mv ${lines} ${lines}.bak`) });
    await answerOf(porte("company", "set", "--fee", "5", "--json"));
    expect(readFileSync(lines, "utf8")).toContain('{"schema":1,"area":"sheet"\n');
  });
});

describe("a payslip that is shown first", () => {
  const lines = [
    ...["Portage du Sud SAS", "Periode de novembre 2026", "Salarie porte en CDI depuis le 04/03/2024"],
    ...["Classification : consultante senior, statut cadre", "Frais de gestion  7,5 %  412,50"],
    ...["Impot sur le revenu preleve a la source 8,4 %  292,33", "Date de paiement 05/12/2026"],
  ];
  const payslipOf = (home: ReturnType<typeof newHome>) => {
    const file = fileIn(home, "bulletin.pdf");
    writeFileSync(file, pdfWith({ lines }));
    return file;
  };

  test("gives what nobody typed, and is told as read", async () => {
    const own = machine();
    const told = await own.porte("init", "--payslip", payslipOf(own), "--fee", "6", "--json");
    expect(JSON.parse(told.stdout)).toMatchObject({
      company: { name: "Portage du Sud SAS" },
      contract: { kind: "cdi", category: "cadre", level: "senior", start: "2024-03-04", taxRate: 0.084 },
      fee: { rate: 0.06 },
      deadlines: { reportDueDay: null, transferDay: 5 },
      warnings: [{ code: "payslip_terms" }],
    });
    writeFileSync(fileIn(own, "empty.pdf"), pdfWith({ lines: ["Rien"] }));
    const none = await machine().porte("init", "--payslip", fileIn(own, "empty.pdf"), "--json");
    expect({ code: none.code, error: JSON.parse(none.stderr).error.code }).toEqual({
      code: 2,
      error: "usage.missing_option",
    });
    writeFileSync(fileIn(own, "no.pdf"), "no");
    expect((await own.porte("init", "--payslip", fileIn(own, "no.pdf"))).code).toBe(2);
  });

  const tmux = inject("tmux");
  test.skipIf(tmux === "")("is proposed to a person at a terminal, question after question", async () => {
    const own = machine();
    const env = { ...own.env, PORTE_LANG: "fr" };
    const terminal = openTerminal(tmux, ["init", "--payslip", payslipOf(own)], { env, columns: 110 });
    try {
      await terminal.shows(/Nom de votre société de portage.*Portage du Sud SAS/);
      terminal.type("Enter");
      await terminal.shows(/Votre contrat .*CDI, cadre, senior/);
      terminal.type("Enter");
      await terminal.shows(/Frais de gestion .*7,5 %/);
      terminal.type("6", "Enter");
      await terminal.shows(/Comment partent vos documents/);
      terminal.type("mail:paie@sud.example", "Enter");
      await terminal.shows(/Rapport demandé pour quel jour/);
      terminal.type("-", "Enter");
      const end = await terminal.shows(/ended with 0/);
      expect(end).toContain("Fiche de la société enregistrée : Portage du Sud SAS");
      expect(end).toContain("porte company set --via smtp");
    } finally {
      terminal.close();
    }
    const asking = openTerminal(tmux, ["config", "set", "mail.password"], { env, columns: 110 });
    try {
      await asking.shows(/Mot de passe du serveur de messagerie/);
      asking.type("s3cret", "Enter");
      expect(await asking.shows(/ended with 0/)).not.toContain("s3cret");
    } finally {
      asking.close();
    }
    expect((await own.porte("config", "get", "mail.password", "--json")).stdout).not.toContain('"value":""');
    expect(await answerOf(own.porte("company", "show", "--json"))).toMatchObject({
      contract: { kind: "cdi", start: "2024-03-04", taxRate: 0.084 },
      fee: { rate: 0.06 },
      delivery: { reports: { by: "mail", to: "paie@sud.example", via: "eml" } },
      deadlines: { reportDueDay: null, transferDay: null },
    });
  });
});

describe("a mission that one writes down", () => {
  const home = machine();
  const { porte } = home;
  const codeOf = async (...words: string[]) => {
    const { code, stderr } = await porte(...words, "--json");
    return { exit: code, error: JSON.parse(stderr).error.code };
  };

  test("is kept with its client, and shown with what is left of its days", async () => {
    const terms = ["--client", "Acme SA", "--tjm", "650", "--from", "2026-01-05", "--to", "2026-12-18"];
    const order = [
      "--siret",
      "73282932000074",
      "--days-ordered",
      "40",
      "--purchase-order",
      "BC-118",
      "--place",
      "Lyon",
    ];
    expect(await answerOf(porte("missions", "add", "acme", ...terms, ...order, "--json"))).toMatchObject({
      reference: "ACME",
      client: "Acme SA",
      dailyRate: 650,
      state: "running",
      siren: "732829320",
      purchaseOrder: "BC-118",
      daysLeft: 40,
      unbilledDays: 0,
    });
    expect(await answerOf(porte("missions", "list", "--json"))).toMatchObject({ nextFreeDay: "2026-12-21" });
    expect((await porte("missions", "show", "ACME")).stdout).toContain("BC-118");
    expect(await answerOf(porte("missions", "set", "ACME", "--day-length", "7,5", "--json"))).toMatchObject({
      dayHours: 7.5,
    });
  });

  test("is refused twice, with wrong digits, and ending before it starts", async () => {
    const terms = ["--client", "Acme", "--tjm", "1", "--from", "2026-01-05"];
    expect(await codeOf("missions", "add", "ACME", ...terms)).toEqual({ exit: 2, error: "local.mission_exists" });
    expect(await codeOf("missions", "add", "B", ...terms, "--siren", "732829321")).toMatchObject({ exit: 2 });
    expect(await codeOf("missions", "add", "B", ...terms, "--to", "2026-01-04")).toMatchObject({ exit: 2 });
    expect(await codeOf("missions", "end", "ACME", "--on", "2026-01-04")).toEqual({
      exit: 2,
      error: "local.mission_days",
    });
    expect(await codeOf("missions", "edit", "ACME")).toEqual({ exit: 2, error: "local.nothing_said" });
    expect(await codeOf("missions", "edit", "NONE", "--tjm", "1")).toMatchObject({ error: "activity.unknown_mission" });
    expect(await codeOf("missions", "amend", "ACME", "--agreed-on", "2026-11-02", "--tjm", "1")).toMatchObject({
      exit: 5,
    });
  });

  test("changes by what is said alone, ends, and says which declared days are then outside", async () => {
    expect(
      await answerOf(porte("missions", "edit", "ACME", "--contact-name", "Jeanne", "--tjm", "700", "--json")),
    ).toMatchObject({
      client: "Acme SA",
      dailyRate: 700,
      siren: "732829320",
    });
    const entries = [{ kind: "mission", mission: "ACME", amount: 1 }] as const;
    const drafts = new ReportDrafts(join(home.folder, ".local/share/porte/default"));
    await drafts.keep({
      ...{ schema: 3, month: "2026-11", days: ["2026-11-16", "2026-11-17"].map((date) => ({ date, entries })) },
      ...{ restDaysConfirmed: false, restStatement: null, key: "k", savedAt: "2026-11-25T16:40:00.000Z" },
      ...{ state: "draft", base: null, sent: null },
    } as never);
    const ended = await answerOf(porte("missions", "end", "ACME", "--on", "2026-11-16", "--json"));
    expect(ended).toMatchObject({ end: "2026-11-16", state: "ended", warnings: [{ code: "declared-outside" }] });
    expect((await porte("undo")).stdout).toBe("Undone: mission ACME changed.\n");
    expect(await answerOf(porte("missions", "show", "ACME", "--json"))).toMatchObject({ end: "2026-12-18" });
  });
});

test("a machine that knows nobody offers to begin, and says who it is once that is known", async () => {
  const { porte } = machine();
  expect((await porte()).stdout).toContain("porte init");
  expect((await porte("login", "--no-input")).stderr).toContain("If the company has no address for porte: porte init");
  await answerOf(porte("init", "--company", "Sud", "--name", "Claire Martin", "--json"));
  expect(await porte("whoami")).toMatchObject({
    code: 0,
    stdout: "Person\tClaire Martin\nCompany\tSud\nProfile\tdefault\n",
  });
  expect((await porte("doctor")).stdout).toContain("→ porte init");
});

test("a profile that holds nothing is told beside those that do, and what is proposed in it keeps its name", async () => {
  const { porte } = machine();
  expect((await porte("--profile", "sud", "payslips", "list")).stderr).not.toContain("sud");
  await answerOf(porte("init", "--company", "Nord", "--name", "Claire Martin", "--json"));
  const said = 'Nothing is saved in the profile "defaul" yet. The other profile on this machine: default.';
  expect((await porte("--profile", "defaul", "payslips", "get")).stderr).toContain(
    `${said} Did you mean --profile default?`,
  );
  const status = await porte("--profile", "defaul", "status");
  expect(status.stdout).toContain("porte --profile defaul init");
  expect(await porte("--profile", "defaul", "logout")).toMatchObject({
    code: 0,
    stdout: 'Profile "defaul" was not logged in.\n',
  });
  await answerOf(porte("--profile", "defaul", "init", "--company", "Sud", "--json"));
  expect((await porte("--profile", "defaul", "payslips", "list")).stderr).not.toContain("default");
});

test("a clock that is none is told, and nothing is done", async () => {
  const { run } = machine();
  expect(await run(["status"], { env: { PORTE_NOW: "hier" } })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"hier", the value of PORTE_NOW, is not a moment.'),
  });
});

describe("a month that a person sends by themself", () => {
  const home = machine();
  const at = (now: string) => ({ env: { PORTE_NOW: now } });
  const run = (words: readonly string[], now = "2026-11-30T10:00:00.000Z") => home.run(words, at(now));

  test("is asked for from the first mission on, not for months that had ended before porte knew of any", async () => {
    await run([
      "init",
      "--company",
      "Sud",
      "--since",
      "2026-03-02",
      "--fee",
      "6",
      "--deliver",
      "mail:a@sud.example",
      "--yes",
    ]);
    await run(["missions", "add", "ACME", "--client", "Acme", "--tjm", "700", "--from", "2026-03-02"]);
    const { todo } = JSON.parse((await run(["status", "--json"])).stdout) as {
      todo: { kind: string; month: string }[];
    };
    expect(todo).toMatchObject([{ kind: "report-due", month: "2026-11" }]);
  });

  test("is made ready by sync and said to be, needs no sender, and cannot be noted as sent while it waits", async () => {
    await run(["declare", "2026-11", "--all", "mission=ACME", "--offline", "--yes"]);
    const early = await run(["declare", "mark", "2026-11", "sent"]);
    expect(early).toMatchObject({ code: 5 });
    expect(early.stderr).toContain("porte sync");
    const synced = await run(["sync"]);
    expect(synced).toMatchObject({ code: 0, stdout: expect.stringContaining("porte declare mark 2026-11 sent") });
    expect(synced.stdout).not.toMatch(/sent \(version/);
    const mail = /\S+\.eml/.exec(synced.stdout)?.[0] ?? "";
    expect(readFileSync(mail, "utf8")).not.toMatch(/^From:/m);
  });

  test("stays after a logout that forgets what companies said", async () => {
    const out = JSON.parse((await run(["logout", "--forget", "--json"])).stdout);
    expect(out).toMatchObject({ records: "own" });
    expect(JSON.parse((await run(["declare", "list", "--json"])).stdout).reports).toHaveLength(1);
    expect(JSON.parse((await run(["company", "show", "--json"])).stdout).company.name).toBe("Sud");
  });
});
