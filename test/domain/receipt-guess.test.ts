import { describe, expect, test } from "vitest";
import { categoryFromMerchant, guessFrom, NO_GUESS } from "../../src/domain/receipt/guess.ts";

const guess = (...lines: string[]) => guessFrom(lines.join("\n"), null);

describe("what a receipt was for is guessed from who sold it", () => {
  test.each([
    ["BISTROT DU PORT", "restaurant"],
    ["Café de la Gare", "restaurant"],
    ["SNCF Voyageurs", "transport"],
    ["UBER BV", "transport"],
    ["UBER EATS", "restaurant"],
    ["IBIS Lyon Part-Dieu", "lodging"],
    ["Hôtel du Nord", "lodging"],
    ["Hôtel-restaurant des Alpes", "lodging"],
    ["Orange SA", "telecom"],
    ["FNAC Bellecour", "equipment"],
    ["DUPONT ET FILS", null],
    ["PARKINGSON", null],
  ])("%s: %s", (seller, category) => {
    expect(guess(seller, "Total 10,00").category).toBe(category);
  });

  test("by the name of an invoice first, and by no word far below", () => {
    expect(guessFrom("SNCF", "Ibis Budget").category).toBe("lodging");
    expect(guess("DUPONT", "1", "2", "3", "4", "5", "SNCF").category).toBe(null);
    expect(guess("")).toEqual(NO_GUESS);
  });
});

describe("meals and nights are counted where the receipt counts them", () => {
  test.each([
    ["BISTROT", "2 MENU DU JOUR 38,00", 2],
    ["BISTROT", "3 x formules", 3],
    ["BISTROT", "Couverts : 4", 4],
    ["BISTROT", "Table 12", null],
    ["BISTROT", "0 menu", null],
    ["IBIS", "2 nuits 180,00", 2],
    ["IBIS", "Nuitées : 3", 3],
    ["IBIS", "2 menus", null],
    ["SNCF", "2 menus", null],
  ])("%s, %s: %s", (seller, line, units) => {
    expect(guess(seller, line).units).toBe(units);
  });
});

describe("the department is that of the postcode", () => {
  test.each([
    ["12 quai Jayr, 69009 Lyon", "69"],
    ["01000 BOURG-EN-BRESSE", "01"],
    ["20000 Ajaccio", "2A"],
    ["F-20200 Bastia", "2B"],
    ["97400 Saint-Denis", "974"],
    ["00100 Rome", null],
    ["Ticket 123456 Lyon", null],
    ["Total 12345", null],
  ])("%s: %s", (line, department) => {
    expect(guess(line).department).toBe(department);
  });
});

test("a merchant whom everybody knows tells what was bought, and another one nothing", () => {
  expect(["SNCF Connect", "CB FREE MOBILE 12/11", "Hôtel du Port", "Dupont"].map(categoryFromMerchant)).toEqual([
    "transport",
    "telecom",
    "lodging",
    null,
  ]);
});
