// slow: 20 s
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { lacksBrowser, openBrowser } from "../parts/browser.ts";
import { firstPageOf, layoutText, paperFaults } from "../parts/pdf-boxes.ts";
import { answerOf, type Home, newHome, RECEIPT, ROOT, startCompany, type TestCompany } from "../parts/programs.ts";
import { steadied } from "../parts/steadied.ts";
import { openShell, type Shell } from "../parts/terminal.ts";

interface Tools {
  terminalPicture(lines: readonly string[], how: { columns: number; scheme: Scheme }): string;
  SCHEMES: Readonly<Record<Scheme, Readonly<Record<string, string | number>>>>;
  pageFaults(wanted: { minPixels: number; minContrast: number }): string[];
}
type Scheme = (typeof SCHEMES)[number];

const SCHEMES = ["light", "dark"] as const;
const tool = (name: string) => import(pathToFileURL(join(ROOT, "tools", `${name}.mjs`)).href);
const [drawing, judging] = await Promise.all([tool("picture"), tool("page-faults")]);
const { terminalPicture, pageFaults }: Tools = { ...drawing, ...judging };

/** `npm run picture` draws anew what a person looks at; what a machine compares is text. */
const DRAWS = process.env.PORTE_PICTURES === "draw";
const MAX_BYTES = 60_000;
const PHONE = { width: 390, height: 700 };
const COLUMNS = 90;
const tmux = inject("tmux");
const pdftoppm = inject("pdftoppm");
const kept = (name: string) => join(ROOT, "test", "pictures", name);

let company: TestCompany;
let claire: Home;
let shell: Shell;
let browser: Browser;
let ids: readonly string[] = [];

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  const add = (...words: string[]) => answerOf(claire.porte("expenses", "add", ...words, "--json"));
  const hotel = ["--category", "lodging", "--department", "06", "--date", "2026-11-18", "--vat", "10=10.22"];
  await add(
    RECEIPT,
    "--amount",
    "45,00",
    "--category",
    "restaurant",
    "--date",
    "2026-11-17",
    "--note",
    "BISTROT DU PORT",
  );
  await add("--amount", "112,40", ...hotel, "--note", "HÔTEL DE LA GARE ET DES VOYAGEURS", "--mission", "ACME");
  await answerOf(claire.porte("expenses", "submit", "--yes", "--json"));
  const days = ["--all", "mission=ACME", "--leave", "6", "--half", "20", "--partial", "--yes"];
  await answerOf(claire.porte("declare", "2026-11", ...days, "--json"));
  const { expenses } = await answerOf(claire.porte("expenses", "list", "--json"));
  ids = expenses.map(({ id }: { id: string }) => id);
  if (tmux !== "") shell = openShell(tmux, { env: claire.env, columns: COLUMNS, rows: 60 });
  if (!lacksBrowser()) browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  shell?.close();
  await browser?.close();
  claire.remove();
  await company.stop();
});

/** Draws what is on a terminal in both schemes, and compares each with the one that is kept. */
async function comparePictures(name: string, shown: string): Promise<void> {
  const lines = steadied(shown, ids).trimEnd().split("\n");
  for (const scheme of SCHEMES) {
    const picture = terminalPicture(lines, { columns: COLUMNS, scheme });
    await expect(picture).toMatchFileSnapshot(kept(`${name}-${scheme}.svg`));
    expect(picture.length).toBeLessThan(MAX_BYTES);
  }
}

/** Keeps what a person looks at, where it is drawn anew; else sees that it is there, and small. */
function keepPicture(name: string, draw: () => Uint8Array): void {
  if (DRAWS) writeFileSync(kept(name), draw());
  expect(statSync(kept(name)).size).toBeLessThan(MAX_BYTES);
}

describe.skipIf(tmux === "")("on a terminal,", () => {
  test("status stands as in its picture", async () => {
    const how = { width: COLUMNS, lang: "fr", isColoured: true };

    await comparePictures("status", await shell.run([["porte", "status"]], how));
  });

  test("the waterfall of a simulation stands as in its picture", async () => {
    const how = { width: COLUMNS, lang: "fr", isColoured: true };
    const shown = await shell.run([["porte", "simulate", "--tjm", "550", "--expenses", "120"]], how);
    const [drawn = ""] = shown.slice(shown.search(/^.*Simulation · /m)).split("\n\n");

    await comparePictures("waterfall", drawn);
  });

  test("the grid of a month stands as in its picture", async () => {
    const how = { width: COLUMNS, lang: "fr", isColoured: true, until: /q ?: /, leave: "q" };

    await comparePictures("grid", await shell.draws(["porte", "declare", "2026-12"], how));
  });
});

describe.skipIf(lacksBrowser())("the report of a simulation", () => {
  test("is read on a phone and on a desk, in the light and in the dark", async () => {
    const file = join(claire.folder, "report.html");
    const simulated = ["simulate", "--tjm", "650", "--days", "18", "--expenses", "120", "--report", file];
    await answerOf(claire.run([...simulated, "--json"], { env: { PORTE_LANG: "fr" } }));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);

    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const viewport of [PHONE, { width: 1200, height: 900 }]) {
        await page.setViewportSize(viewport);
        const faults = await page.evaluate(pageFaults, { minPixels: 10, minContrast: 4.5 });
        expect([colorScheme, viewport.width, faults]).toEqual([colorScheme, viewport.width, []]);
      }
      await page.setViewportSize(PHONE);
      const picture = DRAWS ? await page.screenshot({ clip: { x: 0, y: 0, ...PHONE } }) : null;
      keepPicture(`report-phone-${colorScheme}.png`, () => picture ?? new Uint8Array());
    }
    await page.close();
  });
});

describe("on paper,", () => {
  test.each([
    ["cra", "declare get 2026-11 --pdf"],
    ["dossier", "expenses export 2026-11 --pdf"],
  ])("%s stands as in its picture", async (name, words) => {
    const file = join(claire.folder, `${name}.pdf`);
    await answerOf(claire.run([...words.split(" "), file, "--json"], { env: { PORTE_LANG: "fr" } }));
    const paper = await firstPageOf(readFileSync(file));

    expect(paperFaults(paper, { margin: 24, least: 7 })).toEqual([]);
    /** Where a piece stands is a number, and never the beginning of an identifier. */
    const placed = /^( *\d+ +\d+ +[\d.]+ +)?(.*)$/gm;
    const layout = layoutText(paper).replace(placed, (_, place = "", words = "") => place + steadied(words, ids));
    await expect(layout).toMatchFileSnapshot(kept(`${name}.txt`));
    if (pdftoppm !== "") keepPicture(`${name}.png`, () => pictureOf(file));
  });
});

function pictureOf(file: string): Uint8Array {
  return spawnSync(pdftoppm, ["-png", "-gray", "-r", "70", "-f", "1", "-l", "1", file]).stdout;
}
