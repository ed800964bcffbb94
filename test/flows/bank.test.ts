import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { PorteError } from "../../src/errors.ts";
import { type BankLine, bankLayout, readBank } from "../../src/flows/expenses/bank.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-bank-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string) => fileURLToPath(new URL(`../cases/bank/${name}.csv`, import.meta.url));
const write = (text: string | Buffer) => {
  const file = join(folder, "statement.csv");
  writeFileSync(file, text);
  return file;
};
async function read(file: string): Promise<{ lines: BankLine[]; foreign: number }> {
  const lines: BankLine[] = [];
  const { foreign } = await readBank(file, bankLayout(file), (line) => lines.push(line));
  return { lines, foreign };
}
const said = ({ line, date, label, amountCents }: BankLine) => `${line} ${date} ${label} ${amountCents}`;
const failureOf = async (work: () => Promise<unknown>) => {
  const failure = await Promise.resolve()
    .then(work)
    .catch((found: unknown) => found);
  expect(failure).toBeInstanceOf(PorteError);
  return failure as PorteError;
};

describe("a bank's file", () => {
  test.each<[string, object, string[]]>([
    [
      "boursobank",
      { encoding: "utf-8", delimiter: ";", headerLine: 1 },
      ["2 2026-11-03 CARTE 02/11/26 SNCF INTERNET CB*1234 6450", "4 2026-11-09 PRLV SEPA FREE MOBILE 1999"],
    ],
    [
      "revolut",
      { encoding: "utf-8", delimiter: ",", headerLine: 1 },
      ["2 2026-11-04 SNCF 6450", "5 2026-11-10 Café de la Gare 310", "6 2026-11-10 Café de la Gare 310"],
    ],
    ["n26", { delimiter: "," }, ["2 2026-11-03 SNCF 6450", "3 2026-11-09 Free Mobile 1999"]],
    [
      "banque-postale",
      { encoding: "windows-1252", delimiter: ";", headerLine: 7 },
      ["8 2026-11-09 PRÉLÈVEMENT FREE MOBILE 1999", "9 2026-11-03 ACHAT CB SNCF INTERNET 6450"],
    ],
    [
      "credit-agricole",
      { encoding: "utf-8", headerLine: 1 },
      ["3 2026-11-03 PAIEMENT PAR CARTE SNCF INTERNET 02/11 6450", "7 2026-11-09 PRELEVEMENT FREE MOBILE 1999"],
    ],
  ])("of %s gives what left the account", async (name, layout, expected) => {
    expect(bankLayout(fixture(name))).toMatchObject(layout);
    expect((await read(fixture(name))).lines.map(said)).toEqual(expected);
  });

  test("payments in another currency are counted apart", async () => {
    expect((await read(fixture("revolut"))).foreign).toBe(1);
  });

  test("two payments that are alike are two, and the same in every reading", async () => {
    const [first, second] = [await read(fixture("revolut")), await read(fixture("revolut"))].map(({ lines }) =>
      lines.map(({ source }) => source()),
    );
    expect(new Set(first).size).toBe(3);
    expect(second).toEqual(first);
  });

  test.each<[string, string | Buffer, string]>([
    ["that is no statement", "hello;world\n1;2\n", "bank.unknown"],
    ["that is empty", "", "bank.unknown"],
    ["with a quote left open", 'Date;Libellé;Montant\n09/11/2026;"SNCF;-12,00\n', "csv.malformed"],
    ["with no day", "Date;Libellé;Montant\n31/11/2026;SNCF;-12,00\n", "csv.malformed"],
    ["with an amount of two readings", "Date;Libellé;Montant\n09/11/2026;SNCF;-15,000\n", "csv.malformed"],
  ])("%s is refused by name", async (_name, text, code) => {
    const file = write(text);
    expect((await failureOf(() => read(file))).code).toBe(code);
  });

  test("with a byte order mark, Latin letters or a tab is read as any other", async () => {
    const text = "Date\tLibellé\tMontant\n09/11/2026\tCafé\t-2,10\n";
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(text, "latin1")])
      expect((await read(write(bytes))).lines.map(said)).toEqual(["2 2026-11-09 Café 210"]);
  });
});
