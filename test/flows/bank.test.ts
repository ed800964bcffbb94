import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { BankRead } from "../../src/flows/expenses/bank.ts";
import { readBank } from "../../src/flows/expenses/bank.ts";
import type { BankLine } from "../../src/flows/expenses/bank-reader.ts";
import { openBank } from "../parts/bank.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-bank-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string) => fileURLToPath(new URL(`../cases/bank/${name}.csv`, import.meta.url));
const write = (text: string | Buffer | readonly string[]) => {
  const file = join(folder, "statement.csv");
  writeFileSync(file, typeof text === "string" || Buffer.isBuffer(text) ? text : `${text.join("\n")}\n`);
  return file;
};
const all = { isChosen: () => true, most: 1_000 };
const read = async (file: string): Promise<BankRead> => readBank(await openBank(file), "day-first", all);
const said = ({ line, date, label, amountCents }: BankLine) => `${line} ${date} ${label} ${amountCents}`;
const saidOf = async (text: string | Buffer | readonly string[]) => (await read(write(text))).payments.map(said);
const asidesOf = async (lines: readonly string[]) =>
  (await read(write(lines))).asides.map(({ line, reason, text }) => `${line} ${reason} ${text}`);

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
    expect((await openBank(fixture(name))).layout).toMatchObject(layout);
    expect((await read(fixture(name))).payments.map(said)).toEqual(expected);
  });

  /** Headers as the banks export them, with lines of our own. */
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "Société Générale",
      [
        "00000000000;01/11/2026;20/11/2026;2;16/11/2026;1000.00 EUR",
        "",
        "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise",
        "03/11/2026;CARTE X0000;CARTE X0000 02/11 HOTEL DU LAC;-64,50;EUR",
        "05/11/2026;VIR RECU;VIR RECU DE PORTAGE;2310,00;EUR",
      ],
      ["4 2026-11-03 CARTE X0000 02/11 HOTEL DU LAC 6450"],
    ],
    [
      "BNP Paribas",
      [
        "Compte de chèques;Compte;****0000;20/11/2026;;1000,00",
        "",
        "Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro",
        "03/11/2026;PAIEMENT CB;PAIEMENT;FACTURE CARTE DU 021126 HOTEL DU LAC;-64,50",
        "05/11/2026;VIR;VIREMENT;VIR SEPA RECU;2310,00",
      ],
      ["4 2026-11-03 FACTURE CARTE DU 021126 HOTEL DU LAC 6450"],
    ],
    [
      "BNP Paribas, as it was",
      [
        "Date operation;Categorie operation;Sous Categorie operation;Libelle operation;Montant operation;Pointage operation;Commentaire operation",
        "03-11-2026;Vie quotidienne;Voyages;CB HOTEL DU LAC;-64,50;0;à déclarer",
      ],
      ["2 2026-11-03 CB HOTEL DU LAC 6450"],
    ],
    [
      "Crédit Agricole under its letterhead",
      [
        "Téléchargement du 20/11/2026;",
        "",
        "M. EXEMPLE",
        "Compte de Dépôt carte n° 00000000000;",
        "Solde au 20/11/2026 1 000,00 €",
        "",
        "Liste des opérations du compte entre le 01/11/2026 et le 20/11/2026;",
        "",
        "Date;Libellé;Débit euros;Crédit euros;",
        '03/11/2026;"PAIEMENT PAR CARTE',
        "X0000 HOTEL DU LAC 02/11",
        "",
        '";64,50;;',
        '05/11/2026;"VIREMENT EN VOTRE FAVEUR";;2 310,00;',
      ],
      ["13 2026-11-03 PAIEMENT PAR CARTE X0000 HOTEL DU LAC 02/11 6450"],
    ],
    [
      "Crédit Mutuel and CIC",
      [
        "Date;Date de valeur;Débit;Crédit;Libellé;Solde",
        "03/11/2026;04/11/2026;-64,50;;PAIEMENT CB 0211 HOTEL DU LAC;935,50",
        "05/11/2026;05/11/2026;;2310,00;VIR RECU;3245,50",
      ],
      ["2 2026-11-03 PAIEMENT CB 0211 HOTEL DU LAC 6450"],
    ],
    [
      "Crédit Mutuel, one column",
      ["Date;Date de valeur;Montant;Libellé;Solde", "03/11/2026;04/11/2026;-64,50;CB HOTEL DU LAC;935,50"],
      ["2 2026-11-03 CB HOTEL DU LAC 6450"],
    ],
    [
      "LCL and Fortuneo",
      [
        "Date opération;Date valeur;libellé;Débit;Crédit;",
        "03/11/2026;03/11/2026;CARTE 02/11 HOTEL DU LAC;-64,50;",
        "05/11/2026;05/11/2026;VIR INST;;2310",
        ";;Solde final;;3245,50;",
      ],
      ["2 2026-11-03 CARTE 02/11 HOTEL DU LAC 6450"],
    ],
    [
      "Caisse d'Épargne and Banque Populaire",
      [
        "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation",
        "04/11/2026;HOTEL;CB HOTEL DU LAC;80FD;0211 CB****0000;Carte bancaire;Voyages;Hôtel;-64,50;;03/11/2026;04/11/2026;0",
        "05/11/2026;VIR;VIR PORTAGE;81FD;;Virement;Revenus;Salaire;;+2310,00;05/11/2026;05/11/2026;0",
      ],
      ["2 2026-11-03 CB HOTEL DU LAC 6450"],
    ],
    [
      "La Banque Postale",
      [
        "Numéro Compte;0000000X000",
        "Type;CCP",
        "",
        "Date;Libellé;Montant(EUROS)",
        '03/11/2026;"ACHAT CB HOTEL DU LAC";-64,50',
      ],
      ["5 2026-11-03 ACHAT CB HOTEL DU LAC 6450"],
    ],
    [
      "Qonto: a declined row is none",
      [
        "Status,Settlement date (UTC),Operation date (UTC),Total amount (incl. VAT),Currency,Counterparty name,Payment method,Transaction ID,IBAN,Reference,Category",
        "settled,2026-11-03 08:00:00,2026-11-02 19:00:00,-64.50,EUR,Hôtel du Lac,Card,q-1,,,Hotel",
        "declined,,2026-11-03 19:00:00,-64.50,EUR,Hôtel du Lac,Card,q-2,,,Hotel",
        "processing,,2026-11-20 19:00:00,-12.00,EUR,Café,Card,q-3,,,Restaurant",
        "executed,2026-11-05 08:00:00,2026-11-05 08:00:00,2310.00,EUR,Portage,Transfer,q-4,,,Revenue",
      ],
      ["2 2026-11-03 Hôtel du Lac 6450"],
    ],
    [
      "Qonto in French",
      [
        "Statut;Date de règlement (UTC);Date de l'opération (UTC);Montant total (TTC);Devise;Nom de la contrepartie;Identifiant de transaction",
        "Exécuté;03/11/2026 08:00;02/11/2026 19:00;-64,50;EUR;Hôtel du Lac;q-1",
        "Refusé;;03/11/2026 19:00;-64,50;EUR;Hôtel du Lac;q-2",
      ],
      ["2 2026-11-02 Hôtel du Lac 6450"],
    ],
    [
      "Revolut in French, with a fee and what is not done",
      [
        "Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde",
        "CARD_PAYMENT,Current,2026-11-03 08:12:44,2026-11-04 02:10:00,Hôtel du Lac,-63.00,1.50,EUR,TERMINÉ,935.50",
        "CARD_PAYMENT,Current,2026-11-04 08:12:44,,Café,-4.00,0.00,EUR,EN ATTENTE,935.50",
        "CARD_PAYMENT,Current,2026-11-04 08:12:44,,Café,-5.00,0.00,EUR,ANNULÉ,935.50",
        "CARD_REFUND,Current,2026-11-05 08:12:44,2026-11-05 09:10:00,Librairie,12.00,0.00,EUR,TERMINÉ,947.50",
      ],
      ["2 2026-11-04 Hôtel du Lac 6450"],
    ],
    [
      "Revolut Business, whose total has its fee",
      [
        "Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payment currency,Amount,Total amount,Fee,Balance",
        "2026-11-03,2026-11-04,r-1,CARD_PAYMENT,COMPLETED,Hôtel du Lac,,EUR,-63.00,-64.50,1.50,935.50",
        "2026-11-04,,r-2,CARD_PAYMENT,REVERTED,Café,,EUR,-4.00,-4.00,0.00,935.50",
      ],
      ["2 2026-11-04 Hôtel du Lac 6450"],
    ],
    [
      "Revolut Business, whose fee is below zero and stands alone",
      [
        "Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,Amount,Fee,Balance",
        "2026-11-04,2026-11-04,r-1,TOPUP,COMPLETED,Payment from us,,Us,10000.00,0.00,10100.00",
        "2026-11-05,2026-11-05,r-2,TRANSFER,COMPLETED,To Hôtel du Lac,,,-64.00,-0.50,10035.50",
        "2026-11-06,2026-11-06,r-3,FEE,COMPLETED,Plan fee,,,0.00,25.00,10010.50",
      ],
      ["3 2026-11-05 To Hôtel du Lac 6450", "4 2026-11-06 Plan fee 2500"],
    ],
    [
      "N26, as it was",
      [
        '"Date","Payee","Account number","Transaction type","Payment reference","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"',
        '"2026-11-03","Hôtel du Lac","","MasterCard Payment","","-64.5","-70.00","USD","1.08"',
        '"2026-11-05","Portage","FR76","Income","Paie","2310.0","","",""',
      ],
      ["2 2026-11-03 Hôtel du Lac 6450"],
    ],
    [
      "Shine",
      [
        "Transaction ID;Date de la valeur;Date d'opération;Type;Débit;Crédit;Devise;Libellé;Nom de la contrepartie",
        "s-1;04/11/2026;03/11/2026;Carte;64,50;;EUR;HOTEL DU LAC;Hôtel du Lac",
        "s-2;05/11/2026;05/11/2026;Virement;;2310,00;EUR;PAIE;Portage",
      ],
      ["2 2026-11-03 HOTEL DU LAC 6450"],
    ],
    [
      "Wise's statement: its amount has its fee",
      [
        '"TransferWise ID",Date,"Date Time",Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees","Exchange To Amount","Transaction Type","Transaction Details Type"',
        'CARD-1,03-11-2026,"03-11-2026 08:00:00.000",-64.50,EUR,"Transaction de carte, Hôtel du Lac",,935.50,,,,,,,"Hôtel du Lac",0000,"A. Exemple",,,0.50,,DEBIT,CARD',
        'TRANSFER-1,05-11-2026,"05-11-2026 07:00:00.000",2310.00,EUR,"Argent reçu",,3245.50,,,,"Portage",,,,,,,,0.00,,CREDIT,TRANSFER',
      ],
      ["2 2026-11-03 Transaction de carte, Hôtel du Lac 6450"],
    ],
    [
      "Wise's history: unsigned, with a direction and its fee beside",
      [
        "ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee currency,Target fee amount,Target fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Exchange rate,Reference,Batch,Created by,Category,Note",
        "TRANSFER-1,COMPLETED,OUT,2026-11-02 14:20:05,2026-11-03 14:23:11,0.50,EUR,,,A. Exemple,64.00,EUR,Hôtel du Lac,64.00,EUR,1,,,A,Travel,",
        "TRANSFER-2,CANCELLED,OUT,2026-11-04 14:20:05,,0.50,EUR,,,A. Exemple,12.00,EUR,Café,12.00,EUR,1,,,A,Travel,",
        "TRANSFER-3,COMPLETED,IN,2026-11-05 14:20:05,2026-11-05 14:23:11,,,,,Portage,2310.00,EUR,A. Exemple,2310.00,EUR,1,,,A,Pay,",
      ],
      ["2 2026-11-03 Hôtel du Lac 6450"],
    ],
    [
      "a bank that says debit or credit beside",
      ["Date;Libellé;Montant;Sens", "03/11/2026;HOTEL DU LAC;64,50;Débit", "05/11/2026;PAIE;2310,00;Crédit"],
      ["2 2026-11-03 HOTEL DU LAC 6450"],
    ],
    [
      "a bank without a header, one amount",
      ["03/11/2026;HOTEL DU LAC;-64,50", "05/11/2026;VIREMENT RECU;2310,00"],
      ["1 2026-11-03 HOTEL DU LAC 6450"],
    ],
    [
      "a bank without a header, debit, credit and balance",
      [
        "03/11/2026;03/11/2026;HOTEL DU LAC;64,50;;935,50",
        "05/11/2026;05/11/2026;VIREMENT RECU;;2310,00;3245,50",
        "06/11/2026;06/11/2026;CAFE;3,10;;3242,40",
      ],
      ["1 2026-11-03 HOTEL DU LAC 6450", "3 2026-11-06 CAFE 310"],
    ],
    [
      "a bank without a header, amount and balance, last day first",
      [
        "06/11/2026,CAFE,-3.10,3242.40",
        "05/11/2026,VIREMENT RECU,2310.00,3245.50",
        "03/11/2026,HOTEL DU LAC,-64.50,935.50",
      ],
      ["1 2026-11-06 CAFE 310", "3 2026-11-03 HOTEL DU LAC 6450"],
    ],
  ])("of %s is read", async (_name, lines, expected) => {
    expect(await saidOf(lines)).toEqual(expected);
    expect(await saidOf(Buffer.from(lines.join("\r\n"), "latin1"))).toEqual(expected);
  });

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
    expect(await asidesOf(lines)).toEqual([]);
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
    await expect(read(write(text))).rejects.toMatchObject({
      name: "PorteError",
      code: expect.stringMatching(/^table\./),
    });
  });
});

describe("money that came back", () => {
  const refundsOf = async (lines: readonly string[]) =>
    [...(await read(write(lines))).refunds].map(
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

describe("a line's identity", () => {
  const sourcesOf = async (text: readonly string[]) =>
    (await read(write(text))).payments.map((line) => line.source()).sort();
  const header =
    "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance";
  const line = (
    day: string,
    label: string,
    amount: string,
    { category = "Voyages", comment = "", balance = "1000" } = {},
  ) =>
    `2026-11-${day};2026-11-${day};"${label}";"${category}";"Loisirs";"x";${amount};${comment};000;"Compte";${balance}`;
  const one = [
    header,
    line("03", "CARTE 02/11 HOTEL DU LAC", "-64,50"),
    line("03", "CAFE", "-2,10"),
    line("03", "CAFE", "-2,10"),
  ];

  test.each<[string, readonly string[]]>([
    ["another balance", one.map((text) => text.replace(/;1000$/, ";870.25"))],
    ["another category", one.map((text) => text.replace("Voyages", "Hôtels"))],
    ["a comment", one.map((text) => text.replace(/;;000/, ";vu avec Paul;000"))],
    [
      "other spaces and quotes",
      one.map((text) => text.replace('"CARTE 02/11 HOTEL DU LAC"', " CARTE  02/11 HOTEL DU LAC ")),
    ],
    ["its lines the other way round", [header, ...one.slice(1).toReversed()]],
    [
      "another line between those that are alike",
      [header, one[2] ?? "", line("04", "AUTRE", "3,00"), one[3] ?? "", one[1] ?? ""],
    ],
    ["its lines twice, each time under the header", [...one, ...one]],
    [
      "other columns, in another order",
      [
        "Montant;Devise;Solde;Libellé;Date de valeur;Date",
        "-64,50;EUR;1;CARTE 02/11 HOTEL DU LAC;05/11/2026;03/11/2026",
        "-2,10;EUR;2;CAFE;05/11/2026;03/11/26",
        "-2,10;EUR;3;CAFE;05/11/2026;2026-11-03",
      ],
    ],
    [
      "debits and credits for amounts",
      [
        "Date;Libellé;Débit;Crédit",
        "03/11/2026;Carte 02/11 Hôtel du Lac;64,50;0,00",
        "03/11/2026;Café;2,10;",
        "03/11/2026;Café;2,10;",
      ],
    ],
  ])("is the same with %s", async (_name, other) => {
    expect(await sourcesOf(other)).toEqual(await sourcesOf(one));
    expect(new Set(await sourcesOf(one)).size).toBe(3);
  });

  test("is another for another day, amount or word, and for the next of two that are alike", async () => {
    const [known = ""] = await sourcesOf([header, line("03", "HOTEL", "-64,50")]);
    for (const text of [line("04", "HOTEL", "-64,50"), line("03", "HOTEL", "-64,51"), line("03", "HOTELS", "-64,50")])
      expect(await sourcesOf([header, text])).not.toContain(known);
    expect(await sourcesOf([header, line("03", "HOTEL", "-64,50"), line("03", "HOTEL", "-64,50")])).toHaveLength(2);
  });

  test("counts a payment once whose number at the bank comes twice", async () => {
    const lines = [
      "Status,Operation date (UTC),Total amount (incl. VAT),Currency,Counterparty name,Transaction ID",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-1",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-2",
      "settled,2026-11-03 08:00:00,-2.10,EUR,Café,q-1",
    ];
    expect(await sourcesOf(lines)).toHaveLength(2);
  });

  test("holds whatever a statement is made of, shuffled, doubled or split in files that overlap", async () => {
    const random = seeded(Number(process.env.PORTE_BANK_SEED ?? 7));
    for (let round = 0; round < Number(process.env.PORTE_BANK_ROUNDS ?? 12); round += 1) {
      const lines = Array.from({ length: 30 }, () => {
        const day = String(1 + Math.floor(random() * 9)).padStart(2, "0");
        const balance = String(Math.floor(random() * 9_999));
        return line(day, `CAFE ${Math.floor(random() * 3)}`, `-${1 + Math.floor(random() * 2)},50`, { balance });
      }).sort();
      const whole = await sourcesOf([header, ...lines]);
      const shuffled = lines.map((text) => [random(), text] as const).sort(([a], [b]) => a - b);
      expect(await sourcesOf([header, ...shuffled.map(([, text]) => text)])).toEqual(whole);
      expect(await sourcesOf([header, ...lines, header, ...lines.toReversed()])).toEqual(whole);
      const [from, to] = ["2026-11-03", "2026-11-07"];
      const first = await sourcesOf([header, ...lines.filter((text) => text.slice(0, 10) <= to)]);
      const second = await sourcesOf([header, ...lines.filter((text) => text.slice(0, 10) >= from)]);
      expect([...new Set([...first, ...second])].sort()).toEqual(whole);
    }
  });

  test("is known as an earlier porte named it: by all of its cells", async () => {
    const row = "2026-11-03;2026-11-03;HOTEL;Voyages;Loisirs;x;-64,50;;000;Compte;1000".split(";");
    const [payment] = (await read(write([header, line("03", "HOTEL", "-64,50")]))).payments;
    const named = createHash("sha256")
      .update(`bank 1 ${["2026-11-03", ...row.slice(1)].join("\u001f")}`)
      .digest("hex");
    expect(payment?.before()).toMatchObject({
      sources: [named],
      place: 1,
      paid: { amountCents: 6450, label: "HOTEL" },
    });
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
