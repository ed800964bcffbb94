import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
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
    expect(await home.run(words, without)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("install tesseract and its French data"),
    });
    const said = [...words, "--amount", "30"];
    expect(await home.run(said, without)).toMatchObject({ code: 0, stdout: expect.stringContaining("Expense kept") });
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
    const sent = await home.porte("expenses", "submit", "2026-11");
    expect(sent).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("€42.00: €20.60 over the limit of exemption"),
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
        expect(await terminal.shows(/Send all the same/)).toContain("€68.60 over the limit of exemption");
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
      expect(shown).toContain("The company cannot be reached: porte expenses edit");
      expect(shown).toContain("Expense kept: €8.00, restaurant");
    } finally {
      await terminal.close();
      home.remove();
    }
  });

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
        stderr: expect.stringContaining("may have arrived already"),
      });
    isCut = false;
    expect((await answerOf(home.porte("expenses", "submit", "--json"))).sent).toMatchObject([{ amount: 12 }]);
    const { expenses: all } = await answerOf(home.porte("expenses", "--json"));
    expect(all.filter(({ note }: { note: string | null }) => note === "cut")).toHaveLength(1);
    await proxy.stop();
    home.remove();
  });
});
