import { describe, expect, test } from "vitest";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { readReceiptText } from "../../src/domain/receipt/text.ts";

const TODAY = "2026-11-25";

describe("a receipt's text", () => {
  test.each<[string, string, object]>([
    [
      "of a restaurant",
      "LE PETIT QUAI\n4 quai de Valmy, 75010 Paris\nSIRET 123 456 782 00017\n19/11/2026 12:42 table 7\n1 plat du jour 15,90\n1 café 5,50\nTOTAL TTC 21,40 €\ndont TVA 10 % 1,95",
      { date: "2026-11-19", totalCents: 2_140, vat: [{ ratePpm: 100_000, vatCents: 195 }], merchant: "LE PETIT QUAI" },
    ],
    [
      "with two rates, each beside its base",
      "Brasserie du Parc\nle 3 novembre 2026\nTaux   HT      TVA\n10 %   30,00   3,00\n20 %   10,00   2,00\nTotal HT 40,00\nTotal TVA 5,00\nNet à payer 45,00 EUR",
      {
        date: "2026-11-03",
        totalCents: 4_500,
        vat: [
          { ratePpm: 100_000, vatCents: 300 },
          { ratePpm: 200_000, vatCents: 200 },
        ],
      },
    ],
    [
      "whose total stands under its word",
      "HOTEL DE LA GARE\nFacture du 2026-11-12\nMontant TTC\n1 234,50 €",
      { date: "2026-11-12", totalCents: 123_450 },
    ],
    [
      "that owes more than it paid in cash",
      "Café\n01.11.26\nTOTAL 4,30\nESPECES 5,00\nRENDU 0,70",
      { date: "2026-11-01", totalCents: 430, vat: [] },
    ],
    ["whose tax is not its rate's share", "Papeterie\nTOTAL TTC 12,00\nTVA 20 % 9,99", { totalCents: 1_200, vat: [] }],
    [
      "with a day to come, or one too old",
      "Bon 31/12/2026\nloi du 06/01/1978\nTotal 3,00",
      { date: null, totalCents: 300 },
    ],
    ["with a day that is not", "30/02/2026\nTotal 3,00", { date: null }],
    [
      "with a discount after its subtotal",
      "Le 12/11/2026\nSous-total 60,00\nRemise -10,00\nTotal 50,00\nCB 50,00",
      { totalCents: 5_000, confidence: { total: "certain" } },
    ],
    ["with a code that lowers its total", "Total 60,00\nCode promo -10,00\nNet à payer 50,00", { totalCents: 5_000 }],
    [
      "that names a discount beside a total",
      "Total brut 60,00\nTotal remise 10,00\nTotal net TTC 50,00\nTotal économisé 100,00",
      { totalCents: 5_000 },
    ],
    [
      "in English, with a discount",
      "Nov 12, 2026\nSubtotal 60.00\nDiscount (10.00)\nTotal 50.00",
      { date: "2026-11-12", totalCents: 5_000 },
    ],
    [
      "with what was owed before",
      "Facture du 3 nov. 2026\nSolde précédent 20,00\nTotal TTC 50,00\nMontant à payer 70,00",
      { date: "2026-11-03", totalCents: 5_000 },
    ],
    [
      "that was paid in part before",
      "Total TTC 1 234,50 €\nAcompte versé 234,50\nReste à payer 1 000,00",
      { totalCents: 123_450 },
    ],
    [
      "whose own amount has no name among what is owed",
      "Ancien solde 20,00\nAbonnement 50,00\nTotal à payer 70,00",
      { confidence: { total: "doubtful" } },
    ],
    [
      "with a table of its taxes",
      "Taux HT TVA TTC\n10 % 30,00 3,00 33,00\n20 % 10,00 2,00 12,00\nTotal 40,00 5,00 45,00",
      {
        totalCents: 4_500,
        vat: [
          { ratePpm: 100_000, vatCents: 300 },
          { ratePpm: 200_000, vatCents: 200 },
        ],
      },
    ],
    [
      "whose words stand before their amounts",
      "Total HT\nTVA 20 %\nTotal TTC\n40,00 €\n8,00 €\n48,00 €",
      { totalCents: 4_800 },
    ],
    [
      "whose rate is not written",
      "TOTAL 21,40\nTVA 1,95",
      { vat: [{ ratePpm: 100_000, vatCents: 195 }], confidence: { vat: "likely" } },
    ],
    ["that gives money back", "FACTURE D'AVOIR n° 12\nTotal TTC -50,00", { isCredit: true }],
    ["whose title says that it gives money back", "Avoir\nTotal TTC 50,00", { isCredit: true, totalCents: 5_000 }],
    ["that was worth having", "Merci de nous avoir choisis\nTotal TTC 50,00", { isCredit: false }],
    ["with apostrophes for its thousands", "Total TTC 1\u2019234,50 €", { totalCents: 123_450, currency: "EUR" }],
    [
      "in francs of Switzerland",
      "12.11.2026\nTotal CHF 1'234.50",
      { date: "2026-11-12", totalCents: 123_450, currency: "CHF" },
    ],
    ["in whole euros", "Total 50 €", { totalCents: 5_000 }],
    [
      "with an English month",
      "Invoice date: 12 November 2026\nTotal TTC 20,00",
      { date: "2026-11-12", confidence: { date: "certain" } },
    ],
    ["with a month before its day", "Paid on November 12th, 2026\nTotal 20.00", { date: "2026-11-12" }],
    ["with a short month between dashes", "12-nov.-2026\nTotal 20,00", { date: "2026-11-12" }],
    ["with the year first", "2026/11/12\nTotal 20,00", { date: "2026-11-12" }],
    ["from where the month stands first", "Date: 11/13/2026\nAmount due 20.00", { date: "2026-11-13" }],
    ["of which either could be the month", "Date: 10/11/2026\nAmount due 20.00", { confidence: { date: "doubtful" } }],
    [
      "with the day that it is due",
      "Date : 12/11/2026\nÉchéance : 20/11/2026\nTotal 20,00",
      { date: "2026-11-12", confidence: { date: "certain" } },
    ],
    [
      "with the days of a journey alone",
      "Départ le 12/11/2026\nRetour le 14/11/2026\nTotal 20,00",
      { confidence: { date: "doubtful" } },
    ],
    ["without any figure", "merci de votre visite", { date: null, totalCents: null, vat: [] }],
    ["that is a telephone number", "Tél. 01 42 00 00 00", { totalCents: null }],
  ])("%s", (_name, text, expected) => {
    expect(readReceiptText(text, TODAY, DOMAIN_LAW)).toMatchObject(expected);
  });
});
