// slow: 30 s
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { pdfOf } from "../parts/pdf.ts";
import { answerOf, type Home, newHome, RECEIPT, startCompany, type TestCompany } from "../parts/programs.ts";
import { type Fault, startProxy } from "../parts/proxy.ts";
import { openTerminal } from "../parts/terminal.ts";

const tmux = inject("tmux");
/** The smallest PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The smallest WebP, which the library of PDFs does not draw. */
const WEB_PIXEL = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

let company: TestCompany;
let claire: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
});
afterAll(async () => {
  await company.stop();
  claire.remove();
});

const expenses = (...words: string[]) => answerOf(claire.porte("expenses", ...words, "--json"));
const file = (name: string, ...lines: string[]) => {
  const path = join(claire.folder, name);
  writeFileSync(path, lines.join("\n"));
  return path;
};

describe("drives", () => {
  test("need a vehicle that the scale knows", async () => {
    expect(await claire.porte("expenses", "mileage", "12")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("expenses vehicle clio --power 5"),
    });
    for (const words of [
      ["clio"],
      ["clio", "--power", "0"],
      ["clio", "--power", "4.5"],
      ["clio", "--power", "5", "--kind", "boat"],
    ])
      expect(await claire.porte("expenses", "vehicle", ...words)).toMatchObject({ code: 2 });

    expect(await expenses("vehicle", "clio", "--power", "5")).toEqual({
      vehicles: [{ name: "clio", kind: "car", power: 5, electric: false }],
    });
    expect(await claire.porte("expenses", "mileage", "12", "--vehicle", "zoe")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("clio"),
    });
    for (const km of ["0", "-3", "12,45", "much"])
      expect(await claire.porte("expenses", "mileage", km)).toMatchObject({ code: 2 });
  });

  test("are worth what the scale says of them after the year's others, and a file gives each once", async () => {
    const words = ["--date", "2026-11-02", "--from", "Lyon", "--to", "Grenoble", "--return", "--mission", "acme"];
    const {
      expenses: [first],
    } = await expenses("mileage", "106,5", ...words);
    expect(first).toMatchObject({ amount: 135.47, category: "mileage", mission: "ACME", trip: { kilometres: 213 } });

    const trips = file(
      "trips.csv",
      "Jour;km;Départ;Arrivée;Retour",
      "03/11/2026;10;Lyon;Vienne;oui",
      "04/11/2026;10;Lyon;Vienne;",
      "04/11/2026;10;Lyon;Vienne;",
    );
    expect(await expenses("mileage", "--csv", trips)).toMatchObject({
      added: 3,
      expenses: [{ amount: 12.72 }, { amount: 6.36 }, { amount: 6.36 }],
    });
    expect(await expenses("mileage", "--csv", trips)).toMatchObject({ added: 0 });
    const wrong = file("wrong.csv", "date,km", "2026-11-05,10", "2026-11-06,none");
    expect(await claire.porte("expenses", "mileage", "--csv", wrong)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('line 3, column "km"'),
    });
    expect((await expenses()).expenses).toHaveLength(4);
  });
});

describe("the drives of a calendar", () => {
  const event = (uid: string, day: string, title: string, ...more: string[]) =>
    ["BEGIN:VEVENT", `UID:${uid}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:${title}`, ...more, "END:VEVENT"].join("\r\n");
  const calendar = (...events: string[]) =>
    file("trips.ics", ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n"));

  test("are the events that say their kilometres, or those of a word, each once; what gives none is counted", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const mileage = (...words: string[]) => home.porte("expenses", "mileage", ...words);
    await answerOf(home.porte("expenses", "vehicle", "clio", "--power", "5", "--json"));
    const agenda = calendar(
      event("one", "20261103", "Grenoble 106\\,5 km A/R"),
      event("two", "20261104", "Atelier Vienne"),
      event("week", "20261105", "Atelier Vienne", "RRULE:FREQ=WEEKLY;COUNT=4"),
      event("week", "20261113", "Atelier Vienne", "RECURRENCE-ID;VALUE=DATE:20261112"),
      event("next", "20261130", "Nantes 12 km"),
      event("past", "20261030", "Dijon 12 km"),
      event("odd", "20261106", "Brest 12\\,55 km"),
      event("far", "20261107", "Brest 1 200 km"),
    );
    const said = await mileage("--ics", agenda, "--json");
    expect(JSON.parse(said.stdout)).toMatchObject({
      added: 3,
      expenses: [
        { date: "2026-11-03", note: "Grenoble 106,5 km A/R", trip: { kilometres: 213 } },
        { date: "2026-11-06", trip: { kilometres: 12.55 } },
        { date: "2026-11-07", trip: { kilometres: 1200 } },
      ],
    });
    expect((await mileage("--ics", agenda)).stderr).toContain("1 event skipped");
    const matched = ["30", "--return", "--match", "vienne", "--ics", agenda, "--mission", "CLINIQUE", "--json"];
    const { code, stderr } = await mileage(...matched);
    expect({ code, stderr }).toMatchObject({ code: 2 });

    const vienne = ["30", "--return", "--match", "VIENNE", "--ics", agenda, "--json"];
    const first = await answerOf(mileage(...vienne));
    expect(first).toMatchObject({
      added: 4,
      expenses: [{ date: "2026-11-04" }, {}, { date: "2026-11-13" }, { date: "2026-11-19" }],
    });
    expect(first.expenses[3]).toMatchObject({ trip: { kilometres: 60 }, note: "Atelier Vienne" });
    expect(await answerOf(mileage(...vienne))).toMatchObject({ added: 0 });
    expect(await answerOf(mileage("--ics", agenda, "--month", "2026-10", "--json"))).toMatchObject({ added: 1 });

    for (const wrong of [
      ["30", "--ics", agenda],
      ["--ics", file("bad.ics", "hello")],
      ["--ics", agenda, "--csv", agenda],
    ])
      expect(await mileage(...wrong)).toMatchObject({ code: 2 });
    home.remove();
  });
});

describe("before they are sent", () => {
  test("each is judged by its rule, and one that lacks its receipt is counted", async () => {
    await answerOf(claire.porte("declare", "2026-11", "--day", "3=ACME", "--partial", "--yes", "--json"));
    const add = (...words: string[]) => expenses("add", RECEIPT, "--date", "2026-11-19", ...words);
    await add("--amount", "30", "--category", "restaurant", "--mission", "ACME");
    await add("--amount", "97,51", "--category", "equipment");
    await add("--amount", "80", "--category", "lodging", "--vat", "8", "--mission", "ACME");

    const found = await expenses("check");
    const verdicts = found.expenses.map(({ category, verdict, rule, over }: Record<string, string>) => [
      category,
      verdict,
      rule,
      over,
    ]);
    expect(verdicts.slice(4)).toEqual([
      ["restaurant", "taxable", "limit", 8.6],
      ["equipment", "capped", "cap", 25.45],
      ["lodging", "likely-refused", "vat", 80],
    ]);
    expect(found.operating).toEqual([{ month: "2026-11", used: 122.95, most: 97.5, left: 0 }]);
    const plain = (await claire.porte("expenses", "check")).stdout;
    expect(plain).toContain("€8.60 over the tax-free limit, treated as salary");
    expect(plain).toContain("Operating expenses for November 2026: €0.00 left of €97.50 (15% of turnover).");
  });

  test("a question is answered in place, a refusal warns of the next of its kind, and holds back no other", async () => {
    const { sent } = await expenses("submit", "--yes");
    expect(sent).toHaveLength(7);
    const [, , , , restaurant, equipment] = sent;
    await answerOf(company.staff("expenses", "list", "--json"));
    await answerOf(company.staff("expenses", "question", restaurant.id, "--text", "Avec qui ?", "--json"));
    await answerOf(company.staff("expenses", "reject", equipment.id, "--reason", "déjà fourni", "--json"));

    const status = await answerOf(claire.porte("status", "--json"));
    expect(status.todo).toEqual(status.mine);
    expect(status.mine).toContainEqual(
      expect.objectContaining({
        kind: "expense-questioned",
        id: restaurant.id,
        amount: 30,
        question: "Avec qui ?",
      }),
    );
    expect((await claire.porte("expenses")).stdout).toContain("details requested: Avec qui ?");
    expect(await expenses("answer", restaurant.id.slice(0, 13), "Mme Durand, Acme")).toMatchObject({
      state: "submitted",
    });
    expect(await claire.porte("expenses", "answer", restaurant.id, "encore")).toMatchObject({ code: 5 });

    await expenses("add", RECEIPT, "--amount", "5", "--category", "equipment");
    expect((await expenses("check")).expenses).toMatchObject([{ verdict: "likely-refused", rule: "refused-before" }]);
    const { rules } = await expenses("rules");
    expect(rules).toMatchObject([{ category: "equipment", reason: "déjà fourni", since: "2026-11-25" }]);
    await expenses("rules", "--forget", rules[0].id);
    expect((await expenses("check")).expenses).toMatchObject([{ rule: "none" }]);
  });

  test("what passes a limit is paid as gross pay, and the rest is paid back", async () => {
    const waiting = JSON.parse((await company.staff("expenses", "list", "--json")).stdout).items;
    for (const { expense } of waiting) await answerOf(company.staff("expenses", "approve", expense.id, "--json"));
    const reports = JSON.parse((await company.staff("reports", "list", "--json")).stdout).items;
    await answerOf(company.staff("reports", "approve", reports[0].report.id, "--json"));
    const paid = ["--porte", company.claire.email, "--mission", "ACME", "--month", "2026-11", "--amount", "9000"];
    paid.push("--force", "--reason", "paid with other work");
    await answerOf(company.staff("payments", "record", ...paid, "--json"));
    await answerOf(company.staff("payroll", "run", "2026-11", "--json"));

    const slip = await answerOf(claire.porte("payslips", "get", "2026-11", "--json"));
    /** 135.47 + 12.72 + 2 × 6.36 + 30 + 80 that were approved, less 8.60 + 23.20 that are taxable. */
    expect(slip.waterfall?.expenses ?? slip.expenses).toBe(239.11);
    expect((await expenses()).expenses.filter(({ state }: { state: string }) => state === "reimbursed")).toHaveLength(
      6,
    );
    expect((await claire.porte("expenses")).stdout).toContain("reimbursed on the payslip for November 2026");
  });
});

describe("a receipt", () => {
  const words = ["--category", "restaurant", "--json"];

  test("is read on this machine, and what was read is shown; a script takes it where it says so", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    expect(await home.porte("expenses", "add", RECEIPT, ...words)).toMatchObject({ code: 2 });
    expect(await answerOf(home.porte("expenses", "add", RECEIPT, "--read", ...words))).toMatchObject({
      amount: 21.4,
      date: "2026-11-19",
      vat: 1.95,
    });
    const plain = await home.porte("expenses", "add", RECEIPT, "--read", "--category", "other", "--amount", "5");
    expect(plain.stderr).toContain("Read on the receipt (please check): LE PETIT QUAI · €21.40 · Thu 19 Nov 2026");
    home.remove();
  });

  test.skipIf(tmux === "")("asks a person only what it does not say, with what it says as the proposal", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const terminal = openTerminal(tmux, ["expenses", "add", RECEIPT], { env: home.env, columns: 100 });
    try {
      expect(await terminal.shows(/\(21\.40\)/)).toContain("Read on the receipt (please check): LE PETIT QUAI");
      terminal.type("Enter");
      await terminal.shows(/Category/);
      terminal.type("Enter");
      await terminal.shows(/19 Nov 2026/);
      terminal.type("Enter");
      await terminal.shows(/VAT .*\(10=1\.95\)/);
      terminal.type("Enter");
      await terminal.shows(/Which mission is it charged to/);
      terminal.type("Enter");
      await terminal.shows(/ended with 0/);
      expect((await answerOf(home.porte("expenses", "--json"))).expenses).toMatchObject([
        { amount: 21.4, date: "2026-11-19", vatLines: [{ rate: 0.1, vat: 1.95 }], category: "restaurant" },
      ]);
    } finally {
      await terminal.close();
      home.remove();
    }
  });

  test.each([
    ["encrypted", "<< /Encrypt 5 0 R >>\n%%EOF", "is protected by a password"],
    ["with a script", "<< /S /JavaScript >>\n%%EOF", "contains a program"],
    ["cut short", "1 0 obj", "damaged"],
  ])("%s is refused before anything is kept", async (_name, inside, said) => {
    const path = file("bad.pdf", "%PDF-1.4", inside);
    const outcome = await claire.porte("expenses", "add", path, "--amount", "5", "--category", "other");
    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  });
});

describe("a bank's file", () => {
  const BANK = "test/cases/bank/boursobank.csv";

  test("shows its payments, takes those that are chosen once, and their receipts come later", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const imported = (...words: string[]) => answerOf(home.porte("expenses", "import", BANK, ...words, "--json"));
    expect(await imported()).toMatchObject({ lines: [{ line: 2, amount: 64.5 }, { line: 4 }], more: 0 });
    expect((await answerOf(home.porte("expenses", "--json"))).expenses).toEqual([]);

    const take = ["--take", "sncf=transport", "--take", "free mobile=telecom"];
    expect(await imported(...take)).toMatchObject({
      added: 2,
      expenses: [
        { category: "transport", amount: 64.5, date: "2026-11-03", missingReceipt: true },
        { category: "telecom", amount: 19.99 },
      ],
    });
    expect(await imported("--lines", "4")).toMatchObject({
      added: 0,
      expenses: [{ category: "telecom", merchant: expect.stringMatching(/free mobile/i), note: null }],
    });
    const { expenses: missing } = await answerOf(home.porte("expenses", "list", "--missing", "--json"));
    expect(missing).toHaveLength(2);
    expect((await answerOf(home.porte("status", "--json"))).mine).toContainEqual(
      expect.objectContaining({
        kind: "receipts-missing",
        count: 2,
      }),
    );
    expect(await home.porte("expenses", "submit")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Nothing was sent: 2 expenses lack a receipt."),
    });

    await answerOf(home.porte("expenses", "attach", missing[0].id.slice(0, 8), RECEIPT, "--json"));
    const { stderr, code } = await home.porte("expenses", "submit", "--yes");
    expect(code).toBe(0);
    expect(stderr.match(/receipt/g)).toHaveLength(1);
    expect(stderr).toContain("1 expense was not sent: its receipt is missing.");
    expect((await answerOf(home.porte("status", "--json"))).mine).not.toContainEqual(
      expect.objectContaining({ kind: "expenses-to-send" }),
    );
    const later = file("later.csv", readFileSync(BANK, "utf8").replace(/;[\d,]+$/gm, ";87,20"));
    const again = await answerOf(home.porte("expenses", "import", later, ...take, "--json"));
    expect(again).toMatchObject({
      added: 0,
      sent: 1,
      expenses: [{ amount: expect.any(Number), missingReceipt: true }],
    });
    home.remove();
  });

  test("needs a category of a merchant that does not tell what was bought", async () => {
    const unknown = file("unknown.csv", "Date;Libellé;Montant\n09/11/2026;DUPONT ET FILS;-9,00\n");
    expect(await claire.porte("expenses", "import", unknown, "--lines", "2")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--category"),
    });
  });

  test("takes its payments with their fee, and names what it sets aside", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const lines = [
      "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance",
      "EXCHANGE,Current,2026-11-07 08:12:44,2026-11-08 02:10:00,Exchanged to BTC,-0.00012345,0.00,BTC,COMPLETED,0.1",
      "CARD_PAYMENT,Current,2026-11-08 08:12:44,2026-11-09 02:10:00,Hotel,-98.50,1.50,EUR,COMPLETED,899.00",
      "CARD_PAYMENT,Current,2026-11-08 09:12:44,,Café,-3.10,0.00,EUR,DECLINED,899.00",
      "CARD_PAYMENT,Current,2026-11-09 08:12:44,2026-11-31 02:10:00,Taxi,-20.00,0.00,EUR,COMPLETED,879.00",
      "CARD_REFUND,Current,2026-11-12 08:12:44,2026-11-12 02:10:00,Hotel,40.00,0.00,EUR,COMPLETED,919.00",
      "CARD_PAYMENT,Current,2026-12-12 08:12:44,2026-12-12 02:10:00,Hotel,-70.00,0.00,EUR,COMPLETED,849.00",
    ];
    const words = ["expenses", "import", file("odd.csv", lines.join("\n")), "--take", "hotel=lodging"];
    expect(await answerOf(home.porte(...words, "--json"))).toMatchObject({
      added: 1,
      expenses: [{ amount: 100, date: "2026-11-09", category: "lodging" }],
      refunds: [{ line: 6, amount: 40, date: "2026-11-12", of: 3 }],
      aside: [
        { line: 2, reason: "currency", text: expect.stringContaining("Exchanged to BTC") },
        { line: 4, reason: "declined" },
        { line: 5, reason: "date" },
        { line: 7, reason: "future" },
      ],
    });
    const { stderr, code } = await home.porte(...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("-0.00012345 BTC") });
    expect(stderr).toMatch(/Line 3, €100\.00: €40\.00 refunded on Thu 12 Nov 2026 \(line 6\)\./);
    home.remove();
  });

  test.skipIf(tmux === "")("lets a person choose its payments on a screen", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const words = ["expenses", "import", BANK, "--category", "telecom"];
    const terminal = openTerminal(tmux, words, { env: home.env, columns: 100 });
    try {
      expect(await terminal.shows(/Which payments/)).toContain("FREE MOBILE");
      terminal.type("Down", "Space", "Enter");
      expect(await terminal.shows(/ended with 0/)).toContain("1 expense saved");
      const { expenses: kept } = await answerOf(home.porte("expenses", "list", "--missing", "--json"));
      expect(kept).toMatchObject([{ category: "telecom", amount: 19.99, date: "2026-11-09" }]);
    } finally {
      await terminal.close();
      home.remove();
    }
  });

  test.each([
    [["--lines", "9-3"], "9-3"],
    [["--lines", "all"], "all"],
    [["--take", "sncf"], "sncf"],
    [["--take", "sncf=voyage"], "voyage"],
  ])("%j is refused by name", async (words, said) => {
    expect(await claire.porte("expenses", "import", BANK, ...words)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said),
    });
  });

  test("has all of its expenses sent, also where one cannot be put away here, which is told", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const count = async () => (await answerOf(home.porte("expenses", "--json"))).expenses.length;
    const before = await count();
    const take = ["--take", "sncf=transport", "--take", "free mobile=telecom"];
    await answerOf(home.porte("expenses", "import", BANK, ...take, "--json"));
    const { expenses } = await answerOf(home.porte("expenses", "list", "--missing", "--json"));
    for (const { id } of expenses) await answerOf(home.porte("expenses", "attach", id, RECEIPT, "--json"));
    const [{ id: first }] = expenses;
    const inTheWay = join(home.folder, ".local/share/porte/default/expenses/accepted", `${first}.json`);
    mkdirSync(join(inTheWay, "x"), { recursive: true });

    const { stdout, stderr, code } = await home.porte("expenses", "submit", "--yes", "--json");
    expect({ code, sent: JSON.parse(stdout).sent.length }).toEqual({ code: 2, sent: 2 });
    expect(stderr).toContain("file.unwritable");
    rmSync(inTheWay, { recursive: true });
    expect(JSON.parse((await home.porte("expenses", "submit", "--yes", "--json")).stdout).sent).toHaveLength(1);
    expect(await count()).toBe(before + 2);
    home.remove();
  });
});

describe("what comes back, comes from elsewhere, or goes away", () => {
  test("a recurring expense is drafted once a month, and asks only for its receipt", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const rule = [
      "expenses",
      "recurring",
      "mobile",
      "--amount",
      "19,99",
      "--vat",
      "3,33",
      "--category",
      "telecom",
      "--day",
      "5",
    ];
    expect(await answerOf(home.porte(...rule, "--json"))).toMatchObject({
      recurring: [{ name: "mobile", amount: 19.99, day: 5 }],
    });
    const listed = async (now?: string) =>
      JSON.parse(
        (await home.run(["expenses", "--json"], { env: now === undefined ? {} : { PORTE_NOW: now } })).stdout,
      ).expenses.filter(({ state }: { state: string }) => state === "draft");
    expect(await listed()).toMatchObject([{ date: "2026-11-05", amount: 19.99, note: "mobile", missingReceipt: true }]);
    expect(await listed()).toHaveLength(1);
    await answerOf(home.porte("expenses", "remove", (await listed())[0].id, "--json"));
    expect(await listed()).toEqual([]);
    expect(await listed("2027-01-04T10:00:00.000Z")).toMatchObject([{ date: "2026-12-05" }]);

    for (const words of [
      ["box", "--amount", "30"],
      ["box", "--amount", "-1", "--category", "telecom"],
      ["box", "--day", "31"],
      ["none", "--forget"],
    ])
      expect(await home.porte("expenses", "recurring", ...words)).toMatchObject({ code: 2 });
    expect(await answerOf(home.porte("expenses", "recurring", "mobile", "--forget", "--json"))).toEqual({
      recurring: [],
    });
    home.remove();
  });

  test("an amount of another currency is converted by a rate that is given, or imported, and the note says how", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const add = (...words: string[]) =>
      home.porte(
        "expenses",
        "add",
        RECEIPT,
        "--amount",
        "45",
        "--category",
        "training",
        "--date",
        "2026-11-08",
        "--currency",
        "usd",
        ...words,
      );
    expect(await add()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("No USD exchange rate for Sun 8 Nov 2026"),
    });
    expect(await answerOf(add("--rate", "1,08", "--json"))).toMatchObject({
      amount: 41.67,
      note: "45.00 USD, 1 EUR = 1.08 USD",
    });
    const table = file("rates.csv", "Date,USD,GBP", "2026-11-06,1.0832,0.8571", "2026-11-05,1.0800,0.8560");
    expect(await answerOf(home.porte("expenses", "rates", table, "--json"))).toMatchObject({
      rates: [{ currency: "USD", first: "2026-11-05", last: "2026-11-06", days: 2 }, { currency: "GBP" }],
    });
    expect(await answerOf(add("--json"))).toMatchObject({
      amount: 41.54,
      note: "45.00 USD, 1 EUR = 1.0832 USD (2026-11-06)",
    });
    for (const words of [
      ["--rate", "0"],
      ["--currency", "dollar"],
    ])
      expect(await add(...words)).toMatchObject({ code: 2 });
    home.remove();
  });

  test("a month is saved for one's own records, and a spreadsheet runs nothing of it", async () => {
    const path = join(claire.folder, "november.csv");
    await expenses("add", RECEIPT, "--amount", "7", "--category", "other", "--note", "=HYPERLINK(1)");
    const saved = await expenses("export", "2026-11", "--csv", path);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const rates = "vat,vat 20 %,vat 10 %,vat 8.5 %,vat 5.5 %,vat 2.1 %";
    expect(lines[0]).toContain(
      `date,category,amount,${rates},mission,merchant,state,note,kilometres,from,to,payslip,id`,
    );
    expect(lines).toHaveLength(saved.expenses + 1);
    expect(lines.join("\n")).toContain("'=HYPERLINK(1)");
    expect(lines.join("\n")).toContain(
      "2026-11-02,mileage,135.47,0.00,,,,,,ACME,,reimbursed,,213,Lyon,Grenoble,2026-11",
    );
    expect((await claire.porte("expenses", "export", "--csv", "/nowhere/x.csv")).code).toBe(2);
    expect((await claire.porte("expenses", "export")).code).toBe(2);
  });

  test("a month's dossier is one PDF: a summary, then the receipts of this machine and of the company", async () => {
    const picture = join(claire.folder, "ticket.png");
    writeFileSync(picture, Buffer.from(PIXEL, "base64"));
    await expenses(
      "add",
      picture,
      "--amount",
      "3,10",
      "--date",
      "2026-11-20",
      "--category",
      "transport",
      "--note",
      "Métro → gare 😀",
    );
    const web = join(claire.folder, "ticket.webp");
    writeFileSync(web, Buffer.from(WEB_PIXEL, "base64"));
    await expenses("add", web, "--amount", "3,20", "--date", "2026-11-20", "--category", "transport");
    const path = join(claire.folder, "dossier.pdf");
    const saved = await expenses("export", "2026-11", "--pdf", path);

    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
    const { text } = await extractText(pdf, { mergePages: false });
    const { expenses: listed } = await expenses();
    const receipts = listed.filter(({ category }: { category: string }) => category !== "mileage");
    const counted = listed.filter(({ state }: { state: string }) => state !== "refused");
    const total = counted.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0);
    expect(counted).toHaveLength(listed.length - 1);
    expect(pdf.numPages).toBe(1 + receipts.length);
    expect(text[0]).toContain("Expenses for November 2026");
    expect(text[0]).toContain("€135.47");
    expect(text[0]).toContain(`Total, without refused expenses €${total.toFixed(2)}`);
    expect(text[0]).toContain("Métro ? gare ?");
    expect(text.filter((page) => page.includes("LE PETIT QUAI")).length).toBe(receipts.length - 2);
    expect(text.filter((page) => page.includes("its file is attached"))).toHaveLength(1);
    const [attached] = Object.values((await pdf.getAttachments()) as Record<string, { content: Uint8Array }>);
    expect(Buffer.from(attached?.content ?? []).toString("base64")).toBe(WEB_PIXEL);
    expect(saved).toMatchObject({ files: [path], expenses: receipts.length + 4 });
  });
});

describe("a large receipt", () => {
  /** A PDF of ten megabytes less a little, that is nothing but itself. */
  const large = () => {
    const path = join(claire.folder, "large.pdf");
    writeFileSync(path, pdfOf(randomBytes(10 * 1024 * 1024 - 1_000)));
    return path;
  };

  test("arrives whole over a line that drops, and what had arrived is not sent again", async () => {
    const path = large();
    let pieces = 0;
    const faults: Fault["kind"][] = ["cut-before", "cut-in-request", "cut-before-answer"];
    const proxy = await startProxy(company.url, (method) => {
      if (method !== "PATCH") return { kind: "none" };
      pieces += 1;
      const kind = pieces % 15 === 0 ? faults.shift() : undefined;
      return kind === undefined ? { kind: "none" } : ({ kind } as Fault);
    });
    const home = newHome({ url: proxy.url, token: company.karim.token });
    const added = await answerOf(
      home.porte("expenses", "add", path, "--amount", "9", "--date", "2026-11-20", "--category", "other", "--json"),
    );
    expect(added.state).toBe("draft");

    const { sent } = await answerOf(home.porte("expenses", "submit", "--yes", "--json"));

    expect(sent).toHaveLength(1);
    expect(faults).toEqual([]);
    const whole = Math.ceil(statSync(path).size / (192 * 1024));
    expect(proxy.seen.filter(({ method }) => method === "PATCH").length).toBeLessThanOrEqual(whole + 4);
    const { receiptId } = JSON.parse((await company.staff("expenses", "list", "--json")).stdout).items.find(
      ({ expense }: { expense: { amountCents: number } }) => expense.amountCents === 900,
    ).expense;
    const answer = await fetch(`${company.url}/v1/receipts/${receiptId}/content`, {
      headers: { authorization: `Bearer ${company.karim.token}` },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f]{16}\.pdf"$/),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cache-control": expect.stringContaining("no-store"),
    });
    for (const [token, status] of [
      [company.operator.token, 200],
      [company.claire.token, 404],
      ["nobody", 401],
    ] as const) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${company.url}/v1/receipts/${receiptId}/content`, { headers })).status).toBe(status);
    }
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(hash(new Uint8Array(await answer.arrayBuffer()))).toBe(hash(readFileSync(path)));
    await proxy.stop();
    home.remove();
  });
});
