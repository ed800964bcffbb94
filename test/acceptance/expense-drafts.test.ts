// slow: 30 s
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { cii, INVOICE, ubl } from "../parts/invoices.ts";
import { pdfCarrying, pdfWith } from "../parts/pdf.ts";
import { answerOf, newHome, RECEIPT, ROOT, startCompany, type TestCompany } from "../parts/programs.ts";
import { startProxy } from "../parts/proxy.ts";
import { openTerminal } from "../parts/terminal.ts";

const tmux = inject("tmux");
const tesseract = inject("tesseract");
const TILL = join(ROOT, "test", "cases", "receipts");

let company: TestCompany;

beforeAll(async () => {
  company = await startCompany("PGlite");
});
afterAll(() => company.stop());

describe("a picture of a receipt", () => {
  test.skipIf(tesseract === "").each(["till.jpg", "till-turned.jpg"])(
    "is read by tesseract, held straight or not: %s",
    async (name) => {
      const home = newHome({ url: company.url, token: company.claire.token });
      const added = await home.porte("expenses", "add", join(TILL, name), "--read", "--category", "restaurant");
      expect(added).toMatchObject({
        code: 0,
        stderr: expect.stringContaining("BRASSERIE DU PORT · €30.00 · Wed 18 Nov 2026 · VAT 10% €2.16 · VAT 20% €1.03"),
      });
      expect((await answerOf(home.porte("expenses", "--json"))).expenses).toMatchObject([
        { amount: 30, date: "2026-11-18", vat: 3.19, state: "draft" },
      ]);
      home.remove();
    },
  );

  test("is kept without being read where tesseract is not there, and how to get it is said", async () => {
    const home = newHome({ url: company.url, token: company.claire.token });
    const words = ["expenses", "add", join(TILL, "till.jpg"), "--read", "--category", "restaurant"];
    const without = { env: { PATH: home.folder } };
    expect(await home.runProcess(words, without)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("install tesseract and its French data"),
    });
    const said = [...words, "--amount", "30", "--date", "2026-11-18"];
    expect(await home.runProcess([...words, "--amount", "30"], without)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--date <day>"),
    });
    expect(await home.runProcess(said, without)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Expense saved"),
    });
    home.remove();
  });
});

describe("a receipt that is read", () => {
  const XML = Buffer.from(cii(INVOICE));
  const page = ["HOTEL", "Facture du 13/11/2026", "Total TTC 135,00"];

  test("is taken from its invoice, beside its page, and the company takes it too", async () => {
    const home = newHome({ url: company.url, token: company.claire.token });
    const add = async (name: string, bytes: Uint8Array, ...words: string[]) => {
      writeFileSync(join(home.folder, name), bytes);
      const said = ["--read", "--category", "other", ...words];
      return home.porte("expenses", "add", join(home.folder, name), ...said, "--json");
    };
    const carried = pdfCarrying([["factur-x.xml", XML]], { lines: page });
    expect(await answerOf(add("invoice.pdf", carried))).toMatchObject({
      amount: 134,
      date: "2026-11-12",
      vatLines: [
        { rate: 0.1, vat: 10 },
        { rate: 0.2, vat: 4 },
      ],
      merchant: "Hôtel & Cie",
      note: "F-2026-118",
      read: { from: "CII", number: "F-2026-118", page: { total: 135 }, differences: ["total", "date"] },
    });
    const words = ["--read", "--category", "other"];
    expect(await home.porte("expenses", "add", join(home.folder, "invoice.pdf"), ...words)).toMatchObject({
      stdout: expect.stringContaining("already"),
      stderr: expect.stringContaining("The page shows something else: €135.00, Fri 13 Nov 2026."),
    });

    const alone = { amount: 134, missingReceipt: true, isNew: true, read: { from: "UBL" } };
    expect(await answerOf(add("alone.xml", Buffer.from(ubl(INVOICE))))).toMatchObject(alone);
    expect(await answerOf(add("again.xml", Buffer.from(ubl(INVOICE))))).toMatchObject({ isNew: false });

    writeFileSync(join(home.folder, "beside.xml"), ubl({ ...INVOICE, number: "F-2" }));
    const phone = Buffer.concat([readFileSync(join(TILL, "till.jpg")), Buffer.from("SEFHj\0\0\0SEFT")]);
    expect(await answerOf(add("beside.jpg", phone))).toMatchObject({ amount: 134, missingReceipt: false });

    await answerOf(
      add("discount.pdf", pdfWith({ lines: ["Nov 12, 2026", "Sous-total 60,00", "Remise -10,00", "Total 50,00"] })),
    );
    const { expenses } = await answerOf(home.porte("expenses", "--json"));
    expect(expenses.map(({ amount, date }: { amount: number; date: string }) => [amount, date])).toEqual([
      [134, "2026-11-12"],
      [134, "2026-11-12"],
      [134, "2026-11-12"],
      [50, "2026-11-12"],
    ]);
    await answerOf(home.porte("expenses", "remove", expenses[1].id, "--json"));
    expect(await answerOf(home.porte("expenses", "submit", "--yes", "--json"))).toMatchObject({
      sent: [{}, {}, {}],
      refused: [],
    });
    home.remove();
  });

  test.each<[string, readonly string[], string]>([
    ["whose day is not said", ["CAFE", "Total TTC 5,00"], "Cannot read with certainty the date"],
    ["whose amount is not sure", ["12/11/2026", "Total 5,00", "Total 7,00"], "Cannot read with certainty the amount"],
    ["that says nothing", ["Merci"], "--amount <euros> --date <day>"],
    ["that gives money back", ["AVOIR", "12/11/2026", "Total TTC 5,00"], "is a credit note"],
  ])("%s is no expense for a script, and nothing is kept", async (_name, lines, said) => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const file = join(home.folder, "receipt.pdf");
    writeFileSync(file, pdfWith({ lines }));
    const outcome = await home.porte("expenses", "add", file, "--read", "--category", "other");
    expect(outcome).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(said) });
    expect(
      (await answerOf(home.porte("expenses", "list", "--json"))).expenses.filter(
        ({ state }: { state: string }) => state === "draft",
      ),
    ).toEqual([]);
    home.remove();
  });

  test("without --date is of its own day, aloud, and never of today", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const add = (file: string) => home.porte("expenses", "add", file, "--amount", "5", "--category", "other", "--json");
    expect(await add(RECEIPT)).toMatchObject({ code: 0, stdout: expect.stringContaining("2026-11-19") });
    const silent = join(home.folder, "receipt.pdf");
    writeFileSync(silent, pdfWith({ lines: ["CAFE", "Total TTC 5,00"] }));
    expect(await add(silent)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--date") });
    expect(await home.porte("expenses", "add", "--category", "telework", "--json")).toMatchObject({ code: 2 });
    home.remove();
  });
});

describe("an expense that is kept", () => {
  test("has its tax by rate; what was typed is changed, sent once it was judged, and is then the company's", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    const run = (...typed: string[]) => answerOf(home.porte("expenses", ...typed, "--json"));
    const said = ["--amount", "42", "--date", "2026-11-18", "--vat", "10=2,73", "--vat", "20=2"];
    const { id } = await run("add", RECEIPT, "--category", "restaurant", ...said);
    for (const wrong of [
      ["--vat", "10=9"],
      ["--vat", "19,6=1"],
      ["--amount", "0"],
      ["--mission", "NONE"],
      ["--currency", "USD", "--rate", "1,1"],
      [],
    ])
      expect(await home.porte("expenses", "edit", id, ...wrong)).toMatchObject({ code: 2 });
    expect(await run("edit", id.slice(0, 8), "--amount", "44", "--vat", "10=4", "--note", "à deux")).toMatchObject({
      id,
      amount: 44,
      vat: 4,
      vatLines: [{ rate: 0.1, vat: 4 }],
      note: "à deux",
      date: "2026-11-18",
    });
    await answerOf(home.porte("undo", "--json"));
    expect(await run("list", "2026-11")).toMatchObject({ expenses: [{ amount: 42, vat: 4.73, note: null }] });
    expect((await run("list", "2026-10")).expenses).toEqual([]);
    expect((await home.porte("expenses", "list")).stdout).toContain("November 2026 · 1 expense · €42.00");

    expect(await home.porte("expenses", "submit", "2026-10")).toMatchObject({ code: 2 });
    const sent = await home.porte("expenses", "submit", "2026-11", "--yes");
    expect(sent).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("€42.00: €20.60 over the tax-free limit"),
    });
    expect(await run("list")).toMatchObject({
      expenses: [
        {
          state: "submitted",
          vatLines: [
            { rate: 0.1, vat: 2.73 },
            { rate: 0.2, vat: 2 },
          ],
        },
      ],
    });
    expect(await home.porte("expenses", "edit", id, "--amount", "1")).toMatchObject({ code: 2 });
    home.remove();
  });

  test.skipIf(tmux === "")("that may be taxed is sent by a person who agrees to it", async () => {
    const home = newHome({ url: company.url, token: company.karim.token });
    await answerOf(home.porte("expenses", "add", RECEIPT, "--amount", "90", "--category", "restaurant", "--json"));
    for (const [key, ending] of [
      ["n", /ended with 130/],
      ["y", /ended with 0/],
    ] as const) {
      const terminal = openTerminal(tmux, ["expenses", "submit"], { env: home.env, columns: 110 });
      try {
        expect(await terminal.shows(/Send anyway/)).toContain("€68.60 over the tax-free limit");
        terminal.type(key, "Enter");
        await terminal.shows(ending);
      } finally {
        await terminal.close();
      }
    }
    home.remove();
  });

  test.skipIf(tmux === "")("is kept where the company is away, without its mission", async () => {
    const home = newHome({ url: "http://127.0.0.1:1", token: company.karim.token });
    const said = ["--amount", "8", "--category", "restaurant", "--date", "2026-11-20", "--vat", "0"];
    const terminal = openTerminal(tmux, ["expenses", "add", RECEIPT, ...said], { env: home.env, columns: 110 });
    try {
      const shown = await terminal.shows(/ended with 0/);
      expect(shown.replaceAll(/\s+/g, " ")).toContain("To give the mission later: porte expenses edit <id>");
      expect(shown).toContain("Expense saved: €8.00, restaurant");
    } finally {
      await terminal.close();
      home.remove();
    }
  });

  test.skipIf(tmux === "")(
    "that is being typed is there again after Ctrl-C, and taken up where it stopped",
    async () => {
      const home = newHome({ url: company.url, token: company.claire.token });
      const words = [
        "expenses",
        "add",
        RECEIPT,
        "--category",
        "restaurant",
        "--date",
        "2026-11-20",
        "--mission",
        "ACME",
      ];
      const terminal = openTerminal(tmux, words, { env: home.env, columns: 100 });
      try {
        await terminal.shows(/Amount/);
        terminal.type("C-u", "4", "2", ".", "6", "1", "Enter");
        await terminal.shows(/VAT.*\n.*\?|\? VAT/);
        terminal.type("C-c");
        const left = await terminal.shows(/ended with 130/);
        expect(left).toContain("porte expenses add");
        expect(left).not.toContain("Error");
      } finally {
        terminal.close();
      }
      const again = openTerminal(tmux, ["expenses", "add"], { env: home.env, columns: 100 });
      try {
        expect(await again.shows(/\(Y\/n\)/)).toContain("(receipt.pdf, 42.61)");
        again.type("Enter");
        await again.shows(/\? VAT/);
        again.type("Enter");
        expect(await again.shows(/ended with 0/)).toContain("Expense saved: €42.61, restaurant");
      } finally {
        again.close();
        home.remove();
      }
    },
  );

  test("whose sending was cut stays as it is until the company has answered", async () => {
    let isCut = true;
    const proxy = await startProxy(company.url, (method, path) =>
      isCut && method === "POST" && path.endsWith("/expenses") ? { kind: "cut-before-answer" } : { kind: "none" },
    );
    const home = newHome({ url: proxy.url, token: company.karim.token });
    const words = ["--amount", "12", "--category", "other", "--note", "cut"];
    const { id } = await answerOf(home.porte("expenses", "add", RECEIPT, ...words, "--json"));
    expect((await home.porte("expenses", "submit")).code).toBe(4);
    for (const change of [
      ["edit", id, "--amount", "13"],
      ["attach", id, RECEIPT],
    ])
      expect(await home.porte("expenses", ...change)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("may already be with the company"),
      });
    isCut = false;
    expect((await answerOf(home.porte("expenses", "submit", "--yes", "--json"))).sent).toMatchObject([{ amount: 12 }]);
    const { expenses: all } = await answerOf(home.porte("expenses", "--json"));
    expect(all.filter(({ note }: { note: string | null }) => note === "cut")).toHaveLength(1);
    await proxy.stop();
    home.remove();
  });
});
