import { describe, expect, test } from "vitest";
import { readStatement, saidOf } from "../parts/bank.ts";

const asidesOf = async (lines: readonly string[]) =>
  (await readStatement(lines)).asides.map(({ line, reason, text }) => `${line} ${reason} ${text}`);

describe("a line of a bank's file", () => {
  test.each(["0,00", "0", "-", "–", "—", " ", "0,00 €", "-0,00", "+0.00"])(
    "with %j in the column it leaves unused has one payment",
    async (unused) => {
      const lines = [
        "Date;Libellé;Débit;Crédit",
        `03/11/2026;HOTEL DU LAC;64,50;${unused}`,
        `05/11/2026;VIREMENT RECU;${unused};2310,00`,
        `06/11/2026;RIEN;${unused};${unused}`,
      ];
      expect(await saidOf(lines)).toEqual(["2 2026-11-03 HOTEL DU LAC 6450"]);
      expect(await asidesOf(lines)).toEqual([]);
    },
  );

  test.each([
    ["64,50-", 6450],
    ["(64,50)", 6450],
    ["- 64,50 €", 6450],
    ["−64,50", 6450],
    ["-64.50 EUR", 6450],
    ["-1'234,50", 123_450],
    ["-1’234.50", 123_450],
    ["-1 234,50", 123_450],
    ["-1\u202f234,50", 123_450],
    ["-1.234,50", 123_450],
    ["-1,234.50", 123_450],
    ["-64,5", 6450],
    ["-64", 6400],
    ["64,50 DR", 6450],
  ])("reads %s as what left the account", async (written, cents) => {
    expect(await saidOf(["Date;Libellé;Montant", `03/11/2026;HOTEL;${written}`])).toEqual([
      `2 2026-11-03 HOTEL ${cents}`,
    ]);
  });

  test.each([
    ["03/11/2026"],
    ["3/11/26"],
    ["03/11/26"],
    ["03.11.2026"],
    ["03-11-2026"],
    ["2026-11-03"],
    ["2026/11/03"],
    ["20261103"],
    ["03 nov. 2026"],
    ["3 novembre 2026"],
    ["2026-11-03T08:12:44Z"],
    ["03/11/2026 08:12"],
  ])("reads %s as its day", async (written) => {
    expect(await saidOf(["Date;Libellé;Montant", `${written};HOTEL;-64,50`])).toEqual(["2 2026-11-03 HOTEL 6450"]);
  });

  test.each([
    ['RESTAURANT "LE COIN" PARIS', 'RESTAURANT "LE COIN" PARIS'],
    ['"LE COIN" PARIS', '"LE COIN" PARIS'],
    ['"RESTAURANT ""LE COIN"" PARIS"', 'RESTAURANT "LE COIN" PARIS'],
    ['"RESTAURANT "LE COIN" PARIS"', 'RESTAURANT "LE COIN" PARIS'],
    ['PIZZA 30" PARIS', 'PIZZA 30" PARIS'],
    ["L'AUBERGE", "L'AUBERGE"],
    ['"LE COIN; PARIS"', "LE COIN; PARIS"],
  ])("reads the words %s", async (written, words) => {
    const lines = ["Date;Libellé;Montant", `03/11/2026;${written};-18,50`, "04/11/2026;CAFE;-2,00"];
    expect(await saidOf(lines)).toEqual([`2 2026-11-03 ${words} 1850`, "3 2026-11-04 CAFE 200"]);
  });

  test("with one odd line names it, and the others are read", async () => {
    const lines = [
      "Date;Libellé;Montant;Devise",
      "03/11/2026;HOTEL;-64,50;EUR",
      "31/11/2026;JOUR;-12,00;EUR",
      "04/11/2026;LETTRES;-douze;EUR",
      "04/11/2026;DEUX LECTURES;-15,0001;EUR",
      "04/11/2026;COIN;-0,00012345;BTC",
      "04/11/2026;LONDRES;-4,20;GBP",
      '04/11/2026;"OUVERT;-3,00;EUR',
      "05/11/2026;CAFE;-2,10;EUR",
      "hier;NI JOUR NI MONTANT;-1x;EUR",
    ];
    expect(await saidOf(lines)).toEqual([
      "2 2026-11-03 HOTEL 6450",
      '8 2026-11-04 "OUVERT 300',
      "9 2026-11-05 CAFE 210",
    ]);
    expect(await asidesOf(lines)).toEqual([
      "3 date 31/11/2026, JOUR, -12,00",
      "4 amount 04/11/2026, LETTRES, -douze",
      "5 amount 04/11/2026, DEUX LECTURES, -15,0001",
      "6 currency 04/11/2026, COIN, -0,00012345 BTC",
      "7 currency 04/11/2026, LONDRES, -4,20 GBP",
      "10 amount hier, NI JOUR NI MONTANT, -1x",
    ]);
  });

  test.each([
    [["Date;Libellé;Montant", "03/11/2026;LONDRES;-4,20 GBP"]],
    [["Date;Libellé;Montant", "03/11/2026;LONDRES;-£4.20"]],
    [["Date;Libellé;Montant (GBP)", "03/11/2026;LONDRES;-4,20"]],
    [["Date;Libellé;Montant;Monnaie", "03/11/2026;LONDRES;-4,20;gbp"]],
    [["Date;Libellé;Débit;Crédit;Devise", "03/11/2026;LONDRES;4,20;;GBP"]],
    [["Date,Description,Amount,Fee,Fee currency", "03/11/2026,LONDRES,-4.20,0.10,GBP"]],
    [["Date;Libellé;Montant", "03/11/2026;COIN;-0,0001 BTC"]],
  ])("sets a payment of another currency aside: %j", async (lines) => {
    expect(await saidOf(lines)).toEqual([]);
    expect(await asidesOf(lines)).toEqual([expect.stringMatching(/^2 currency 03\/11\/2026, (LONDRES|COIN), /)]);
  });

  test("leaves out what a bank writes above and under its lines", async () => {
    const lines = [
      "Date;Libellé;Débit;Crédit",
      "31/10/2026;SOLDE DEBITEUR AU 31/10/2026;150,00;",
      "03/11/2026;TOTAL ENERGIES PARIS;64,50;",
      "03/11/2026;SOLDES ET CIE;10,00;",
      "30/11/2026;Nouveau solde;75,50;",
      "Total;;74,50;2310,00",
      "",
      "Édité le 01/12/2026",
    ];
    expect(await saidOf(lines)).toEqual(["3 2026-11-03 TOTAL ENERGIES PARIS 6450", "4 2026-11-03 SOLDES ET CIE 1000"]);
    expect(await asidesOf(lines)).toEqual([
      "2 balance 31/10/2026, SOLDE DEBITEUR AU 31/10/2026, 150,00",
      "5 balance 30/11/2026, Nouveau solde, 75,50",
    ]);
  });

  test.each([
    "TOTAL",
    "TOTAL DE LA MARNE",
    "TOTAL DES LANDES",
    "TOTAL DU PONT",
    "TOTAL DEBITANT NORD",
    "SOLDE DU VOYAGE ROME",
    "SOLDE A PAYER HOTEL",
    "Totauxel",
  ])("takes %j, which has a day and a debit", async (label) => {
    const lines = ["Date;Libellé;Débit;Crédit", `03/11/2026;${label};64,50;`];
    expect(await saidOf(lines)).toEqual([`2 2026-11-03 ${label} 6450`]);
  });

  test("has control codes out of its words", async () => {
    const lines = ["Date;Libellé;Montant", "03/11/2026;HO\u001b[31mTEL\u0000 \u202eDU LAC;-64,50"];
    expect(await saidOf(lines)).toEqual(["2 2026-11-03 HO [31mTEL DU LAC 6450"]);
  });

  test("with a byte order mark, Latin letters or a tab is read as any other", async () => {
    const text = "Date\tLibellé\tMontant\n09/11/2026\tCafé\t-2,10\n";
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, "latin1"),
      Buffer.from(`\ufeff${text}`, "utf16le"),
    ])
      expect(await saidOf(bytes)).toEqual(["2 2026-11-09 Café 210"]);
  });

  test.each<[string, string]>([
    ["that is no statement", "hello;world\n1;2\n"],
    ["that is empty", ""],
    ["whose one column of amounts has no sign", "03/11/2026;HOTEL;64,50\n"],
  ])("%s is refused by name", async (_name, text) => {
    await expect(readStatement(text)).rejects.toMatchObject({
      name: "PorteError",
      code: expect.stringMatching(/^table\./),
    });
  });
});

describe("money that came back", () => {
  const refundsOf = async (lines: readonly string[]) =>
    [...(await readStatement(lines)).refunds].map(
      ([payment, { line, amountCents }]) => `${payment.line} ${line} ${amountCents}`,
    );

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      "as a credit",
      [
        "Date;Libellé;Débit;Crédit",
        "03/11/2026;CARTE 02/11 HOTEL DU LAC;64,50;",
        "09/11/2026;AVOIR 08/11 HOTEL DU LAC;;64,50",
      ],
      ["2 2026-11-03 CARTE 02/11 HOTEL DU LAC 6450"],
      ["2 3 6450"],
    ],
    [
      "as a debit below zero",
      [
        "Date;Libellé;Débit;Crédit",
        "03/11/2026;HOTEL DU LAC;64,50;",
        "09/11/2026;REMBT HOTEL DU LAC;-64,50;",
        "10/11/2026;CAFE;2,00;",
      ],
      ["2 2026-11-03 HOTEL DU LAC 6450", "4 2026-11-10 CAFE 200"],
      ["2 3 6450"],
    ],
    [
      "as a debit above zero, where debits are below",
      [
        "Date;Libellé;Débit;Crédit",
        "03/11/2026;HOTEL DU LAC;-64,50;",
        "09/11/2026;HOTEL DU LAC;64,50;",
        "10/11/2026;CAFE;-2,00;",
      ],
      ["2 2026-11-03 HOTEL DU LAC 6450", "4 2026-11-10 CAFE 200"],
      ["2 3 6450"],
    ],
    [
      "in part, of the last payment that it can be of",
      [
        "Date;Libellé;Montant",
        "03/11/2026;CB HOTEL DU LAC;-64,50",
        "05/11/2026;CB HOTEL DU LAC;-80,00",
        "09/11/2026;REMB HOTEL DU LAC;20,00",
      ],
      ["2 2026-11-03 CB HOTEL DU LAC 6450", "3 2026-11-05 CB HOTEL DU LAC 8000"],
      ["3 4 2000"],
    ],
    [
      "of nothing in this file",
      [
        "Date;Libellé;Montant",
        "03/11/2026;REMB HOTEL DU LAC;64,50",
        "05/11/2026;CB HOTEL DU LAC;-64,50",
        "06/11/2026;REMB LIBRAIRIE;64,50",
      ],
      ["3 2026-11-05 CB HOTEL DU LAC 6450"],
      [],
    ],
  ])("%s is no payment, and is told of the one it is of", async (_name, lines, payments, refunds) => {
    expect(await saidOf(lines)).toEqual(payments);
    expect(await refundsOf(lines)).toEqual(refunds);
  });
});
