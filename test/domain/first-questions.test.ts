import { describe, expect, test } from "vitest";
import { type FirstQuestion, readAnswer } from "../../src/domain/local/first-questions.ts";
import { EMPTY_SHEET } from "../../src/domain/local/sheet.ts";
import { changeSheet, changesBetween, type SaidFacts } from "../../src/domain/local/sheet-facts.ts";
import { likelyMail, parseMail, parseWay, typedWay } from "../../src/domain/local/way.ts";
import { askFirstFacts } from "../../src/flows/local/first-facts.ts";

const TERMS = { today: "2026-11-25", via: "eml" } as const;

describe("an answer about a company says", () => {
  test.each<[FirstQuestion, string, SaidFacts]>([
    ["company", " Portage du Sud ", { company: "Portage du Sud" }],
    ["company", "", {}],
    ["company", "-", { company: null }],
    [
      "contract",
      "CDD, non cadre, senior, depuis le 05/01/2026",
      { contract: "cdd", category: "non-cadre", level: "senior", since: "2026-01-05" },
    ],
    ["contract", "débutant", { level: "first" }],
    ["contract", "-", { contract: null, category: null, level: null, since: null }],
    ["fee", "7,5 %", { fee: 75_000 }],
    ["fee", "7 %, plafond 400, CA", { fee: 70_000, feeCap: 40_000, feeBase: "turnover" }],
    ["fee", "5 ; 1 234,50 €", { fee: 50_000, feeCap: 123_450 }],
    ["delivery", "imprimer", { deliver: { by: "print" } }],
    ["delivery", "cra@sud.example", { deliver: { by: "mail", to: "cra@sud.example", via: "eml" } }],
    ["delivery", "~/Portage", { deliver: { by: "folder", folder: "~/Portage" } }],
    ["days", "25, 5", { reportDay: 25, payDay: 5 }],
    ["days", "le 28", { reportDay: 28 }],
  ])("%s: %s", (question, typed, said) => {
    expect(readAnswer(question, typed, TERMS)).toEqual(said);
  });

  test.each<[FirstQuestion, string, string]>([
    ["contract", "stagiaire", "usage.choice"],
    ["contract", "31/02/2026", "input.day"],
    ["fee", "beaucoup", "input.rate"],
    ["fee", "1.500 €", "input.amount_ambiguous"],
    ["delivery", "chez eux", "input.way"],
    ["delivery", "cra@sud", "input.mail"],
    ["days", "0", "input.count"],
    ["days", "25 et 5 et 3", "input.count"],
    ["days", "-3", "input.count"],
  ])("nothing that can be read, %s: %s", (question, typed, code) => {
    expect(() => readAnswer(question, typed, TERMS)).toThrow(expect.objectContaining({ code }));
  });
});

test("an address is one that a mail server takes, and one that is nearly a usual one is told", () => {
  expect(["a@b.fr", "claire.martin+cra@portage-sud.example"].map(parseMail)).toHaveLength(2);
  for (const wrong of [
    "",
    "a",
    "a@b",
    "a@@b.fr",
    "a b@c.fr",
    "a@b..fr",
    ".a@b.fr",
    "a..b@c.fr",
    "a@b.fr,c@d.fr",
    "a@-b.fr",
  ])
    expect(() => parseMail(wrong)).toThrow(expect.objectContaining({ code: "input.mail" }));

  expect(["a@gmial.com", "a@hotmial.fr", "a@orange.con", "a@portage.fre"].map(likelyMail)).toEqual([
    "a@gmail.com",
    "a@hotmail.fr",
    "a@orange.com",
    "a@portage.fr",
  ]);
  expect(["a@gmail.com", "a@portage.example", "a@mail.com", "a@free.fr", "a@sfr.fr"].map(likelyMail)).toEqual([
    ...[null, null, null, null, null],
  ]);
});

test("where documents go is typed as it is read", () => {
  for (const typed of ["mail:cra@sud.example", "folder:/srv/cra", "print"])
    expect(typedWay(parseWay(typed, "smtp"))).toBe(typed);
  for (const wrong of ["", "mail:", "folder:", "fax:0102030405", "print:me"])
    expect(() => parseWay(wrong, "eml")).toThrow(expect.objectContaining({ code: "input.way" }));
});

describe("a sheet", () => {
  const known = changeSheet(EMPTY_SHEET, { company: "Sud", fee: 70_000, deliver: { by: "print" } }, { leave: "paid" });

  test("changes by what is said alone, and expenses go where reports go", () => {
    expect(known.delivery).toEqual({ reports: { by: "print" }, expenses: { by: "print" } });
    const after = changeSheet(known, { fee: null, deliverExpenses: { by: "folder", folder: "/srv" } }, { leave: null });
    expect(changesBetween(known, after)).toEqual(["fee", "deliverExpenses", "leave"]);
    const moved = changeSheet(after, { deliver: { by: "mail", to: "a@b.fr", via: "eml" } });
    expect(moved.delivery.expenses).toEqual({ by: "folder", folder: "/srv" });
    expect(changesBetween(known, changeSheet(known, {}))).toEqual([]);
  });

  test("has no contract that ends before it begins", () => {
    expect(() => changeSheet(known, { since: "2026-05-01", until: "2026-04-30" })).toThrow(
      expect.objectContaining({ code: "local.contract_days" }),
    );
  });

  test("is asked for question by question: what is known is the guess, and what is typed is not asked", async () => {
    const asked: [FirstQuestion, SaidFacts][] = [];
    const said = await askFirstFacts(
      known,
      { reportDay: 20 },
      {
        ask: async (question, guess) => {
          asked.push([question, guess]);
          return question === "contract" ? { contract: "cdi" } : {};
        },
      },
    );

    expect(said).toEqual({ reportDay: 20, contract: "cdi" });
    expect(asked).toEqual([
      ["company", { company: "Sud" }],
      ["contract", { contract: "cdi", category: "cadre", level: "junior" }],
      ["fee", { fee: 70_000 }],
      ["delivery", { deliver: { by: "print" } }],
    ]);
  });
});
