import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of expenses, and amounts in another currency. */
export const expensesWords: Words<"expense" | "currency"> = {
  "expense.future": {
    fr: ({ date }) => ({
      what: `Le ${french.day(date)} n'est pas encore passé.`,
      hint: "Donner la date du justificatif avec --date.",
    }),
    en: ({ date }) => ({
      what: `${english.day(date)} has not come yet.`,
      hint: "Give the receipt's date with --date.",
    }),
  },
  "expense.vat": {
    fr: ({ vat, amount }) => ({
      what: `Une TVA de ${french.money(vat)} ne va pas avec un montant de ${french.money(amount)} TTC.`,
      hint: "Chaque taux a sa part du hors taxes : 10 % de 30 €, 3 € ; ce qui est payé tient les deux.",
    }),
    en: ({ vat, amount }) => ({
      what: `A VAT of ${english.money(vat)} does not fit an amount of ${english.money(amount)} with tax.`,
      hint: "Each rate has its share of the amount before tax: 10% of €30 is €3; what is paid holds both.",
    }),
  },
  "expense.vat_rate": {
    fr: ({ rate, rates }) => ({
      what: `« ${rate} » n'est pas un taux de TVA à donner ici.`,
      hint: `Un taux une seule fois, parmi ${rates.map((one) => one.replace(".", ",")).join(" ; ")} : --vat 10=3,64 --vat 20=1,20 ; ou le total seul : --vat 4,84.`,
    }),
    en: ({ rate, rates }) => ({
      what: `"${rate}" is no rate of VAT to give here.`,
      hint: `A rate once, among ${rates.join(", ")}: --vat 10=3.64 --vat 20=1.20; or the total alone: --vat 4.84.`,
    }),
  },
  "expense.outside_contract": {
    fr: ({ date, first }) => ({
      what: `Le ${french.day(date)} est avant votre contrat (${french.day(first)}).`,
      hint: "Vérifier la date.",
    }),
    en: ({ date, first }) => ({
      what: `${english.day(date)} is before your contract (${english.day(first)}).`,
      hint: "Check the date.",
    }),
  },
  "expense.nothing_to_send": {
    fr: () => ({
      what: "Aucun frais n'attend d'être envoyé.",
      hint: "porte expenses add recu.pdf --amount 21,40 --category restaurant",
    }),
    en: () => ({
      what: "No expense waits to be sent.",
      hint: "porte expenses add receipt.pdf --amount 21.40 --category restaurant",
    }),
  },
  "expense.unknown": {
    fr: ({ id }) => ({
      what: `Aucun frais gardé ici ne porte l'identifiant « ${id} ».`,
      hint: "porte expenses list",
    }),
    en: ({ id }) => ({
      what: `No expense kept here has the identifier "${id}".`,
      hint: "porte expenses list",
    }),
  },
  "expense.maybe_sent": {
    fr: ({ id }) => ({
      what: `Le frais ${id} est peut-être déjà arrivé : la société n'a pas eu le temps de répondre.`,
      hint: "porte expenses submit le règle sans l'envoyer deux fois.",
    }),
    en: ({ id }) => ({
      what: `Expense ${id} may have arrived already: the company had no time to answer.`,
      hint: "porte expenses submit settles it, and sends nothing twice.",
    }),
  },
  "expense.trip": {
    fr: ({ id }) => ({
      what: `Le montant, le jour et la catégorie du trajet ${id} viennent du barème.`,
      hint: `porte expenses remove ${id}, puis porte expenses mileage.`,
    }),
    en: ({ id }) => ({
      what: `The amount, the day and the category of drive ${id} come from the scale.`,
      hint: `porte expenses remove ${id}, then porte expenses mileage.`,
    }),
  },
  "expense.category": {
    fr: ({ category, wanted }) => ({
      what: `Un trajet est un frais « ${wanted} », pas « ${category} ».`,
      hint: "porte expenses mileage --help",
    }),
    en: ({ category, wanted }) => ({
      what: `A trip is an expense of "${wanted}", not of "${category}".`,
      hint: "porte expenses mileage --help",
    }),
  },
  "expense.mileage": {
    fr: ({ expected, amount }) => ({
      what: `${french.money(amount)} pour ce trajet : le barème en donne ${french.money(expected)}.`,
      hint: "porte expenses submit compte les trajets de l'année et l'envoie juste.",
    }),
    en: ({ expected, amount }) => ({
      what: `${english.money(amount)} for this trip: the scale gives ${english.money(expected)}.`,
      hint: "porte expenses submit counts the year's trips and sends it right.",
    }),
  },
  "expense.no_receipt": {
    fr: ({ id }) => ({
      what: `Ce frais n'a pas de justificatif (${id}).`,
      hint: "porte expenses attach <id> <fichier>",
    }),
    en: ({ id }) => ({
      what: `This expense has no receipt (${id}).`,
      hint: "porte expenses attach <id> <file>",
    }),
  },
  "expense.unknown_vehicle": {
    fr: ({ name, names }) => ({
      what: name === "" ? "Plusieurs véhicules, ou aucun : lequel ?" : `Véhicule « ${name} » inconnu.`,
      hint:
        names.length === 0
          ? "porte expenses vehicle clio --power 5 en garde un."
          : `Véhicules gardés : ${list(names)} (--vehicle).`,
    }),
    en: ({ name, names }) => ({
      what: name === "" ? "Several vehicles, or none: which one?" : `Unknown vehicle "${name}".`,
      hint:
        names.length === 0
          ? "porte expenses vehicle clio --power 5 keeps one."
          : `Vehicles kept: ${list(names)} (--vehicle).`,
    }),
  },
  "expense.vehicle": {
    fr: ({ kind, power }) => ({
      what: `Un véhicule (${kind}) de ${power} CV n'a pas de barème.`,
      hint: "La puissance fiscale est en P.6 de la carte grise, de 1 à 99.",
    }),
    en: ({ kind, power }) => ({
      what: `A vehicle (${kind}) of ${power} horsepower has no scale.`,
      hint: "Fiscal horsepower is P.6 of the registration, from 1 to 99.",
    }),
  },
  "expense.distance": {
    fr: ({ value, most }) => ({
      what: `« ${value} » n'est pas une distance : il faut des kilomètres, au dixième, jusqu'à ${most}.`,
      hint: "Par exemple 12 ou 12,4.",
    }),
    en: ({ value, most }) => ({
      what: `"${value}" is no distance: kilometres are needed, to the tenth, up to ${most}.`,
      hint: "For example 12 or 12.4.",
    }),
  },
  "currency.unknown": {
    fr: ({ currency }) => ({
      what: `« ${currency} » n'est pas un code de monnaie.`,
      hint: "Trois lettres : USD, GBP, CHF…",
    }),
    en: ({ currency }) => ({
      what: `"${currency}" is no code of a currency.`,
      hint: "Three letters: USD, GBP, CHF…",
    }),
  },
  "currency.rate": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un cours.`,
      hint: "Le nombre d'unités de la monnaie pour 1 €, par exemple 1,0832.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is no rate.`,
      hint: "The units of the currency for 1 €, for example 1.0832.",
    }),
  },
  "currency.no_rate": {
    fr: ({ currency, day: on }) => ({
      what: `Aucun cours de ${currency} pour le ${french.day(on)}.`,
      hint: "--rate 1,0832 (unités pour 1 €), ou porte expenses rates <fichier> importe une table.",
    }),
    en: ({ currency, day: on }) => ({
      what: `No rate of ${currency} for ${english.day(on)}.`,
      hint: "--rate 1.0832 (units for 1 €), or porte expenses rates <file> imports a table.",
    }),
  },
  "currency.table": {
    fr: ({ line, value }) => ({
      what: `Table de cours, ligne ${line} : « ${value} » ne se lit pas.`,
      hint: "Colonnes Date,USD,GBP… (comme la BCE les publie) ou date,currency,rate, en unités pour 1 €.",
    }),
    en: ({ line, value }) => ({
      what: `Table of rates, line ${line}: "${value}" does not read.`,
      hint: "Columns Date,USD,GBP… (as the ECB publishes them) or date,currency,rate, in units for 1 €.",
    }),
  },
};
