import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFrom, decimalFrom, decimalMarkOf } from "../../src/domain/written-amount.ts";
import { dayFrom, dayOrderOf } from "../../src/domain/written-day.ts";
import { PorteError } from "../../src/errors.ts";
import type { StoredLayout, TableKind } from "../../src/files/tables/kind.ts";
import { readerOf } from "../parts/tables.ts";
import { workbookOf, zipOf } from "../parts/workbook.ts";

/** A kind of table as any other. */
const KIND: TableKind<"date" | "label" | "amount"> = {
  name: "bank",
  titles: { date: ["date"], label: ["libelle", "label"], amount: ["montant", "amount"] },
  needed: [["date"], ["label"], ["amount"]],
  anchor: "date",
};
type Line = readonly [date: string, label: string, amount: string];

async function linesOf(content: string | Uint8Array, kept: readonly StoredLayout[] = [], layout: string | null = null) {
  const table = await readerOf(content, { kept, layout }).open(KIND);
  const { rows, asides } = await table.rows();
  const lines = rows.map((row): Line => [row.cell("date"), row.cell("label"), row.cell("amount")]);
  return { lines, asides, layout: table.layout };
}
async function failureOf(work: Promise<unknown>): Promise<PorteError> {
  const failure = await work.catch((found: unknown) => found);
  if (!(failure instanceof PorteError)) throw new Error(`no failure: ${JSON.stringify(failure)}`);
  return failure;
}

/** Letters that every encoding of the property has. */
const label = fc
  .string({ unit: fc.constantFrom(..."aéÉçô€’œ0 -\"';,|\t."), minLength: 1, maxLength: 12 })
  .map((text) => `n ${text}x`.replace(/\s+/g, " ").trim())
  .filter((text) => !text.includes("\t"));
const line = fc.tuple(
  fc.constantFrom("03/11/2026", "2026-11-04", "5 nov. 2026"),
  label,
  fc.constantFrom("-64,50", "12.00", "1 234,56", "-0,10"),
);
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8 with its mark": (text) => Buffer.from(`\ufeff${text}`),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16le with its mark": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
  "utf-16be with its mark": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "windows-1252": (text) => windows1252(text),
};
const PREAMBLES = [
  "",
  "sep=",
  "Banque de l'Été;;\n\nCompte;FR76 0000;1 000,00 EUR\n",
  "Relevé du 01/11/2026 au 30/11/2026\n",
];

function windows1252(text: string): Buffer {
  const beyond: Readonly<Record<string, number>> = { "€": 0x80, "’": 0x92, œ: 0x9c };
  return Buffer.from([...text].map((letter) => beyond[letter] ?? letter.charCodeAt(0)));
}

function quoted(cell: string, delimiter: string, isAlways: boolean): string {
  return isAlways || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe("a table", () => {
  test("reads the same in every encoding, with every delimiter, behind a letterhead, in quotes or not", async () => {
    const written = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
      encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
      delimiter: fc.constantFrom(";", ",", "\t", "|"),
      preamble: fc.constantFrom(...PREAMBLES),
      isQuoted: fc.boolean(),
      end: fc.constantFrom("\n", "\r\n"),
      after: fc.constantFrom("", "blank", "total"),
    });
    await fc.assert(
      fc.asyncProperty(written, async ({ lines, encoding, delimiter, preamble, isQuoted, end, after }) => {
        const cut = (cells: readonly string[]) =>
          cells.map((cell) => quoted(cell, delimiter, isQuoted)).join(delimiter);
        const before = preamble === "sep=" ? `sep=${delimiter}\n` : preamble;
        const behind = { "": [], blank: [delimiter + delimiter, ""], total: [["Total", "", "-64,50"].join(delimiter)] }[
          after
        ];
        const text =
          before.replaceAll("\n", end) +
          [cut(["Date", "Libellé", "Montant"]), ...lines.map(cut), ...behind].join(end) +
          end;
        const bytes = (ENCODINGS[encoding] ?? Buffer.from)(text);

        expect((await linesOf(bytes)).lines).toEqual(lines);
      }),
      { numRuns: Number(process.env.PORTE_TABLES ?? 100) },
    );
  });

  test.each<[string, string, Line[]]>([
    [
      "quotes inside a cell",
      'Date;Libellé;Montant\n03/11/2026;RESTAURANT "LE COIN" PARIS;-1\n',
      [["03/11/2026", 'RESTAURANT "LE COIN" PARIS', "-1"]],
    ],
    [
      "quotes at its beginning",
      'Date;Libellé;Montant\n03/11/2026;"LE COIN" PARIS;-1\n',
      [["03/11/2026", '"LE COIN" PARIS', "-1"]],
    ],
    [
      "quotes within quotes",
      'Date;Libellé;Montant\n03/11/2026;"LE "COIN" PARIS";-1\n',
      [["03/11/2026", 'LE "COIN" PARIS', "-1"]],
    ],
    [
      "a quote that nothing closes, which swallows no line",
      'Date;Libellé;Montant\n03/11/2026;"LE COIN;-1\n04/11/2026;"HOTEL";-100\n',
      [
        ["03/11/2026", '"LE COIN', "-1"],
        ["04/11/2026", "HOTEL", "-100"],
      ],
    ],
    ["a cell of two lines", 'Date;Libellé;Montant\r\n03/11/2026;"a\r\nb";-1\r\n', [["03/11/2026", "a\nb", "-1"]]],
    [
      "what spreadsheets write for a text",
      'Date;Libellé;Montant\n03/11/2026;="0012";-1\n',
      [["03/11/2026", "0012", "-1"]],
    ],
    [
      "spaces around its quotes",
      'Date, Libellé, Montant\n03/11/2026, "a, b" , "-1,00"\n',
      [["03/11/2026", "a, b", "-1,00"]],
    ],
    [
      "a header again on each page",
      "Date;Libellé;Montant\n03/11/2026;a;1\nDate;Libellé;Montant\n04/11/2026;b;2\n",
      [
        ["03/11/2026", "a", "1"],
        ["04/11/2026", "b", "2"],
      ],
    ],
    [
      "totals in any place",
      "Date;Libellé;Montant\n03/11/2026;a;1\n;Sous-total;1\n04/11/2026;b;2\n;;3\nTotal général;;3\n",
      [
        ["03/11/2026", "a", "1"],
        ["04/11/2026", "b", "2"],
      ],
    ],
    ["units in its titles", "DATE ;Libellé*;Montant (€)\n03/11/2026;a;1\n", [["03/11/2026", "a", "1"]]],
    ["old line ends", "Date;Libellé;Montant\r03/11/2026;a;1\r", [["03/11/2026", "a", "1"]]],
  ])("with %s", async (_name, text, expected) => {
    expect((await linesOf(text)).lines).toEqual(expected);
  });

  test("as a workbook: its sheets of one header are read one after the other, and the others are named", async () => {
    const head = ["Date", "Libellé", "Montant"];
    const workbook = workbookOf({
      Octobre: [head, [{ serial: 46296 }, "a", -1]],
      Notes: [["Rappel"]],
      Novembre: [["Banque"], head, [{ serial: 46329 }, "b", -2], [{ serial: 46330 }, "c", -3]],
      Budget: [
        ["Date", "Montant", "Libellé"],
        [{ serial: 46330 }, -9, "d"],
      ],
    });
    const { lines, layout } = await linesOf(workbook);
    expect(lines.map(([, label]) => label)).toEqual(["a", "b", "c"]);
    expect(layout).toMatchObject({ sheet: "Octobre, Novembre", sheetsLeft: ["Notes", "Budget"] });
  });

  test("as a workbook: its days and numbers are typed, and its second sheet is found by its header", async () => {
    const workbook = workbookOf({
      Notice: [["Mode d'emploi"]],
      Relevé: [
        ["Banque"],
        [],
        ["Date", "Libellé", "Montant"],
        [{ serial: 46329 }, "a & b", -64.5],
        [{ serial: 46330 }, "c", 0.1 + 0.2],
        ["05/11/2026", "d", "1 234,56"],
        ["Total", null, 1],
      ],
    });
    const { lines, layout, asides } = await linesOf(workbook);

    expect(layout).toMatchObject({ format: "xlsx", sheet: "Relevé", headerLine: 3 });
    expect(lines).toEqual([
      ["2026-11-03", "a & b", "-64.5"],
      ["2026-11-04", "c", "0.3"],
      ["05/11/2026", "d", "1 234,56"],
    ]);
    expect(asides).toEqual([{ line: 7, why: "total" }]);
  });

  test.each<[string, string | Buffer, string]>([
    [
      "of an archive that claims to be larger than a memory",
      zipOf({ "xl/workbook.xml": "<a/>" }, 0xfffffff0),
      "table.format",
    ],
    ["of an archive that is cut", workbookOf({ A: [["Date"]] }).subarray(0, 200), "table.format"],
    ["of an old workbook", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), "table.format"],
    ["of a web page", "<html><table></table></html>", "table.format"],
    ["of nothing", "", "table.format"],
    ["without its columns", "Jour;Somme\n03/11/2026;1\n", "table.columns"],
    ["of words", "hello\nworld\n", "table.columns"],
  ])("%s is refused by name", async (_name, content, code) => {
    expect((await failureOf(linesOf(content))).code).toBe(code);
  });

  test("that was shown once is read by its layout: found by its titles, or named where it has none", async () => {
    const told = {
      kind: "bank",
      width: 3,
      columns: { date: 1, label: 2, amount: 0 },
      dates: null,
      decimal: null,
    } as const;
    const titled: StoredLayout = { ...told, name: "mine", header: ["somme", "quand", "quoi"] };
    const bare: StoredLayout = { ...told, name: "bare", header: null };

    expect((await linesOf("Somme;Quand;Quoi\n1;03/11/2026;a\n", [titled])).lines).toEqual([["03/11/2026", "a", "1"]]);
    expect((await linesOf("1;03/11/2026;a\n2;04/11/2026;b\n", [bare], "bare")).lines).toEqual([
      ["03/11/2026", "a", "1"],
      ["04/11/2026", "b", "2"],
    ]);
    expect((await linesOf("Date;Libellé;Montant\n03/11/2026;a;1\n", [bare])).lines).toEqual([["03/11/2026", "a", "1"]]);
    expect((await failureOf(linesOf("Somme;Quand;Quoi\n", [titled], "other"))).code).toBe("table.layout");
    expect((await failureOf(linesOf("Date;Libellé;Montant\n", [titled], "mine"))).code).toBe("table.layout");
  });
});

describe("a day", () => {
  test.each([
    ["2026-11-03", "2026-11-03"],
    ["2026-11-03T08:12:44Z", "2026-11-03"],
    ["03/11/2026", "2026-11-03"],
    ["3.11.26", "2026-11-03"],
    ["03-11-2026 08:12", "2026-11-03"],
    ["3 nov. 2026", "2026-11-03"],
    ["mardi 3 novembre 2026", "2026-11-03"],
    ["1er août 2026", "2026-08-01"],
    ["26 November 2026", "2026-11-26"],
    ["Nov 3, 2026", "2026-11-03"],
    ["03-Nov-26", "2026-11-03"],
    ["20261103", "2026-11-03"],
    ["46329", "2026-11-03"],
    ["31/02/2026", null],
    ["12,50", null],
    ["demain", null],
    ["", null],
  ])("written %j is %j", (text, day) => {
    expect(dayFrom(text)).toBe(day);
  });

  test.each<[string, string[], object]>([
    ["2003 is long ago", ["26-11-03"], { order: "year-first", isSure: true }],
    ["2026 is now", ["03-11-26", "04/11/26"], { order: "day-first", isSure: true }],
    ["another of the column decides", ["24-11-25", "24-11-05"], { order: "year-first", isSure: true }],
    ["nothing decides", ["24-11-25"], { isSure: false }],
    ["slashes are of days first", ["24/11/25"], { order: "day-first", isSure: true }],
    ["a day to come is none", ["26-11-28"], { order: "year-first", isSure: true }],
  ])("with two digits at both ends may begin with its year: %s", (_name, cells, expected) => {
    expect(dayOrderOf(cells, { today: "2026-11-27" })).toMatchObject(expected);
    expect(dayOrderOf(["24-11-25"], { month: "2024-11", today: "2026-11-27" })).toMatchObject({
      order: "year-first",
      isSure: true,
    });
    expect(dayFrom("26-11-03", "year-first")).toBe("2026-11-03");
  });

  test("has the month first where nothing else can be, or where the month that is asked for says so", () => {
    expect(dayOrderOf(["11/02/2026", "11/13/2026"])).toMatchObject({ order: "month-first", isSure: true });
    expect(dayOrderOf(["11/02/2026", "11/06/2026"], { month: "2026-11" })).toMatchObject({
      order: "month-first",
      isSure: true,
    });
    expect(dayOrderOf(["02/11/2026", "11/11/2026"], { month: "2026-11" })).toMatchObject({
      order: "day-first",
      isSure: true,
    });
    expect(dayOrderOf(["03/11/2026"])).toMatchObject({ order: "day-first", isSure: true });
    expect(dayOrderOf(["11/02/2026", "11/03/2026", "11/04/2026"])).toMatchObject({ isSure: false });
    expect(dayOrderOf(["13/11/2026", "11/13/2026"])).toMatchObject({ isSure: false });
  });
});

describe("an amount", () => {
  test.each<[string, number | "ambiguous" | null, string | null]>([
    ["-64,50", -6_450, null],
    ["64,50-", -6_450, null],
    ["(64,50)", -6_450, null],
    ["−5", -500, null],
    ["64,50 DR", -6_450, null],
    ["64,50 CR", 6_450, null],
    ["1 234,56 €", 123_456, "EUR"],
    ["1\u202f234,56", 123_456, null],
    ["CHF 1'234.50", 123_450, "CHF"],
    ["1’234.50", 123_450, null],
    ["1.234,50", 123_450, null],
    ["1.234.567", 123_456_700, null],
    ["12€50", 1_250, "EUR"],
    ["EUR -3", -300, "EUR"],
    ["+3", 300, null],
    [",5", 50, null],
    ["64.5000", 6_450, null],
    ["1.500", "ambiguous", null],
    ["-0.00012345", null, null],
    ["--5", null, null],
    ["1,2,3", null, null],
    ["abc", null, null],
    ["", null, null],
  ])("written %j is %j", (text, cents, currency) => {
    const found = amountFrom(text);
    expect(typeof found === "object" && found !== null ? found : { cents: found, currency: null }).toEqual({
      cents,
      currency,
    });
  });

  test("with two readings is read as the others of its column", () => {
    expect(decimalMarkOf(["1.500", "12,00"])).toBe(",");
    expect(decimalMarkOf(["1.500"])).toBeNull();
    expect(amountFrom("1.500", ",")).toMatchObject({ cents: 150_000 });
    expect(amountFrom("1.500", ".")).toMatchObject({ cents: 150 });
    expect(decimalFrom("106,5", 3)).toBe(106_500);
  });

  test("written in cents by anybody reads back the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom(",", "."),
        fc.constantFrom("", " ", "\u00a0", "'"),
        (cents, mark, group) => {
          const digits = String(Math.abs(cents)).padStart(3, "0");
          const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
          expect(amountFrom(`${cents < 0 ? "-" : ""}${whole}${mark}${digits.slice(-2)}`)).toMatchObject({ cents });
        },
      ),
    );
  });
});
