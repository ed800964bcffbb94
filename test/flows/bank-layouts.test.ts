import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bytesSource } from "../../src/files/tables/source.ts";
import { openBank, saidOf } from "../parts/bank.ts";

const fixture = (name: string) => readFileSync(new URL(`../cases/bank/${name}.csv`, import.meta.url));

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
    expect((await openBank(bytesSource(name, fixture(name)))).layout).toMatchObject(layout);
    expect(await saidOf(fixture(name))).toEqual(expected);
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
});
