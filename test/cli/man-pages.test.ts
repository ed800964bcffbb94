import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { TOOLS } from "../parts/command-table.ts";

const { commandTable, leavesOf, manPages, pageName } = TOOLS;

type Pages = Readonly<Record<string, string>>;
let table: Awaited<ReturnType<typeof commandTable>>;
const pages: Record<string, Pages> = {};

beforeAll(async () => {
  table = await commandTable();
  for (const lang of ["fr", "en"]) pages[lang] = manPages(table, await table.catalogueOf(lang), lang, "0.0.0");
});

const hasGroff = spawnSync("groff", ["--version"]).error === undefined;

test("there is a page for each word, and each command and option is on one", () => {
  for (const set of Object.values(pages)) {
    expect(Object.keys(set)).toEqual(["porte", ...table.porte.map(pageName), "porte-company"]);
    for (const { path, spec } of [...leavesOf(table.porte), ...leavesOf(table["porte-company"])]) {
      const [word = ""] = path.split(" ");
      const isOwn = table.porte.some((one) => one === spec || one.name === word);
      const page = set[isOwn ? pageName({ name: word }) : "porte-company"] ?? "";
      const both = `${page}${set["porte-company"]}`.replaceAll("\\-", "-");
      for (const { term, isHidden } of Object.values<{ term: string; isHidden?: boolean }>(spec.inputs))
        expect([path, term, both.includes(term)]).toEqual([path, term, isHidden !== true]);
    }
  }
});

test.skipIf(!hasGroff)("groff renders each without a word of warning", () => {
  for (const [lang, set] of Object.entries(pages)) {
    const input = Object.values(set).join("\n");
    const { stdout, stderr, status } = spawnSync("groff", ["-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbu"], {
      input,
      encoding: "utf8",
    });

    expect([lang, status, stderr]).toEqual([lang, 0, ""]);
    expect(stdout).toContain(lang === "fr" ? "déclarer les jours d'un mois" : "declare the days of a month");
    expect(stdout).toContain("--secret-store <place>");
  }
});
