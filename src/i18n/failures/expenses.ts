import { de } from "../elision.ts";
import { categoryNames, nameOf, stateNames, vehicleNames } from "../names.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** What can be done about an expense that the company has, by its state. */
const sentHints = {
  fr: (id: string): Readonly<Record<string, string>> => ({
    submitted: "Pour le corriger, demander à la société de le refuser, puis en envoyer un autre : porte expenses add",
    questioned: `Répondre à la société : porte expenses answer ${id} "<réponse>"`,
    approved: "Pour une correction, s'adresser à la société.",
    reimbursed: "Pour une correction, s'adresser à la société.",
    refused: "En envoyer un autre : porte expenses add",
  }),
  en: (id: string): Readonly<Record<string, string>> => ({
    submitted: "To correct it, ask the company to refuse it, then send another one: porte expenses add",
    questioned: `Answer the company: porte expenses answer ${id} "<answer>"`,
    approved: "Ask the company for a correction.",
    reimbursed: "Ask the company for a correction.",
    refused: "Send another one: porte expenses add",
  }),
};

/** The words of expenses, and amounts in another currency. */
export const expensesWords: Words<"expense" | "currency"> = {
  "expense.future": {
    fr: ({ date }) => ({
      what: `Le ${french.day(date)} n'est pas encore passé.`,
      hint: "Indiquer la date du justificatif : --date <jour>",
    }),
    en: ({ date }) => ({
      what: `${english.day(date)} is still in the future.`,
      hint: "Give the date of the receipt: --date <day>",
    }),
  },
  "expense.vat": {
    fr: ({ vat, amount }) => ({
      what: `Une TVA de ${french.money(vat)} n'est pas possible pour un montant de ${french.money(amount)} TTC.`,
      hint: "La TVA se calcule sur le montant hors taxes : pour 33 € TTC à 10 %, elle est de 3 €.",
    }),
    en: ({ vat, amount }) => ({
      what: `A VAT of ${english.money(vat)} is not possible for an amount of ${english.money(amount)} including VAT.`,
      hint: "VAT is computed on the amount before VAT: for €33 including VAT at 10%, it is €3.",
    }),
  },
  "expense.vat_rate": {
    fr: ({ rate, rates }) => ({
      what: `« ${rate} » n'est pas un taux de TVA possible ici.`,
      hint: `Chaque taux une seule fois (${rates.map((one) => `${one.replace(".", ",")} %`).join(", ")}) : --vat 10=3,64 --vat 20=1,20 ; ou le total seul : --vat 4,84`,
    }),
    en: ({ rate, rates }) => ({
      what: `"${rate}" is not a VAT rate that can be used here.`,
      hint: `Each rate once (${rates.map((one) => `${one}%`).join(", ")}): --vat 10=3.64 --vat 20=1.20; or the total alone: --vat 4.84`,
    }),
  },
  "expense.outside_contract": {
    fr: ({ date, first }) => ({
      what: `Le ${french.day(date)} est avant le début de votre contrat (${french.day(first)}).`,
      hint: "Vérifier la date.",
    }),
    en: ({ date, first }) => ({
      what: `${english.day(date)} is before the start of your contract (${english.day(first)}).`,
      hint: "Check the date.",
    }),
  },
  "expense.nothing_to_send": {
    fr: ({ month: of }) => ({
      what: of === undefined ? "Aucun frais à envoyer." : `Aucun frais ${de(french.month(of))} à envoyer.`,
      hint:
        of === undefined
          ? "En ajouter un : porte expenses add recu.pdf --amount 21,40 --category restaurant"
          : "Voir ce qui est enregistré : porte expenses list",
    }),
    en: ({ month: of }) => ({
      what: of === undefined ? "No expense to send." : `No expense of ${english.month(of)} to send.`,
      hint:
        of === undefined
          ? "Add one: porte expenses add receipt.pdf --amount 21.40 --category restaurant"
          : "See what is saved: porte expenses list",
    }),
  },
  "expense.unknown": {
    fr: ({ id }) => ({
      what: `Aucun frais enregistré ici n'a l'identifiant « ${id} ».`,
      hint: "Voir les frais : porte expenses list",
    }),
    en: ({ id }) => ({
      what: `No expense saved here has the identifier "${id}".`,
      hint: "See the expenses: porte expenses list",
    }),
  },
  "expense.sent": {
    fr: ({ id, sent }) =>
      sent === null
        ? { what: `Le frais ${id} a déjà été envoyé à la société.`, hint: "Pour voir son état : porte expenses list" }
        : {
            what: `Le frais ${id} (${french.money(sent.amount)}, ${french.day(sent.date)}) a été envoyé le ${french.day(sent.on)} ; son état : ${nameOf(stateNames.fr, sent.state)}${sent.question === null || sent.state !== "questioned" ? "" : ` (« ${sent.question} »)`}. Il ne se modifie plus ici.`,
            hint: sentHints.fr(id)[sent.state] ?? "Pour voir son état : porte expenses list",
          },
    en: ({ id, sent }) =>
      sent === null
        ? { what: `Expense ${id} was already sent to the company.`, hint: "See its state: porte expenses list" }
        : {
            what: `Expense ${id} (${english.money(sent.amount)}, ${english.day(sent.date)}) was sent on ${english.day(sent.on)}; its state: ${nameOf(stateNames.en, sent.state)}${sent.question === null || sent.state !== "questioned" ? "" : ` ("${sent.question}")`}. It can no longer be changed here.`,
            hint: sentHints.en(id)[sent.state] ?? "See its state: porte expenses list",
          },
  },
  "expense.maybe_sent": {
    fr: ({ id }) => ({
      what: `Le frais ${id} est peut-être déjà chez la société : aucune réponse n'est arrivée.`,
      hint: "Pour terminer l'envoi, sans l'envoyer deux fois : porte expenses submit",
    }),
    en: ({ id }) => ({
      what: `Expense ${id} may already be with the company: no answer arrived.`,
      hint: "To finish sending it, and never twice: porte expenses submit",
    }),
  },
  "expense.trip": {
    fr: ({ id }) => ({
      what: `Le trajet ${id} ne se modifie pas : son montant, son jour et sa catégorie viennent du barème.`,
      hint: `Le supprimer (porte expenses remove ${id}), puis l'ajouter de nouveau (porte expenses mileage).`,
    }),
    en: ({ id }) => ({
      what: `Trip ${id} cannot be edited: its amount, day and category come from the mileage scale.`,
      hint: `Delete it (porte expenses remove ${id}), then add it again (porte expenses mileage).`,
    }),
  },
  "expense.category": {
    fr: ({ category, wanted }) => ({
      what: `Un trajet a la catégorie « ${nameOf(categoryNames.fr, wanted)} », et non « ${nameOf(categoryNames.fr, category)} ».`,
      hint: "porte expenses mileage --help",
    }),
    en: ({ category, wanted }) => ({
      what: `A trip has the category "${nameOf(categoryNames.en, wanted)}", not "${nameOf(categoryNames.en, category)}".`,
      hint: "porte expenses mileage --help",
    }),
  },
  "expense.mileage": {
    fr: ({ expected, amount }) => ({
      what: `Ce trajet vaut ${french.money(expected)} selon le barème, et non ${french.money(amount)}.`,
      hint: "Le montant est recalculé à l'envoi : porte expenses submit",
    }),
    en: ({ expected, amount }) => ({
      what: `By the mileage scale this trip is worth ${english.money(expected)}, not ${english.money(amount)}.`,
      hint: "The amount is computed again when it is sent: porte expenses submit",
    }),
  },
  "expense.no_file": {
    fr: ({ month }) => ({
      what: "Choisir un fichier : --pdf dossier.pdf ou --csv frais.csv",
      hint: `Par exemple : porte expenses export ${month} --pdf dossier.pdf`,
    }),
    en: ({ month }) => ({
      what: "Choose a file: --pdf dossier.pdf or --csv expenses.csv",
      hint: `For example: porte expenses export ${month} --pdf dossier.pdf`,
    }),
  },
  "expense.repeated": {
    fr: ({ kind, date, amount }) => ({
      what:
        kind === "trip"
          ? `Ce trajet du ${french.day(date)} est déjà chez la société.`
          : `Ce justificatif est déjà chez la société, pour ${french.money(amount)} le ${french.day(date)}.`,
      hint: "S'il s'agit bien d'un autre frais : porte expenses submit --yes. Sinon : porte expenses remove",
    }),
    en: ({ kind, date, amount }) => ({
      what:
        kind === "trip"
          ? `The company already has this trip of ${english.day(date)}.`
          : `The company already has this receipt, for ${english.money(amount)} on ${english.day(date)}.`,
      hint: "If it is another expense: porte expenses submit --yes. Otherwise: porte expenses remove",
    }),
  },
  "expense.no_receipt": {
    fr: ({ id, others = 0 }) =>
      others === 0
        ? {
            what: `Il manque le justificatif du frais ${id}.`,
            hint: `Le joindre : porte expenses attach ${id} <fichier>`,
          }
        : {
            what: `Rien n'est parti : il manque un justificatif à ${others + 1} frais.`,
            hint: "Pour voir lesquels : porte expenses list --missing",
          },
    en: ({ id, others = 0 }) =>
      others === 0
        ? {
            what: `Expense ${id} has no receipt.`,
            hint: `Attach one: porte expenses attach ${id} <file>`,
          }
        : {
            what: `Nothing was sent: ${others + 1} expenses lack a receipt.`,
            hint: "See which: porte expenses list --missing",
          },
  },
  "expense.unknown_vehicle": {
    fr: ({ name, names }) => ({
      what:
        name !== ""
          ? `Le véhicule « ${name} » n'existe pas.`
          : names.length === 0
            ? "Aucun véhicule n'est enregistré."
            : "Plusieurs véhicules sont enregistrés.",
      hint:
        names.length === 0
          ? "En enregistrer un : porte expenses vehicle clio --power 5"
          : `Indiquer lequel avec --vehicle : ${french.lists.or(names)}`,
    }),
    en: ({ name, names }) => ({
      what:
        name !== ""
          ? `There is no vehicle "${name}".`
          : names.length === 0
            ? "No vehicle is saved."
            : "Several vehicles are saved.",
      hint:
        names.length === 0
          ? "Save one: porte expenses vehicle clio --power 5"
          : `Say which one with --vehicle: ${english.lists.or(names)}`,
    }),
  },
  "expense.vehicle": {
    fr: ({ kind, power }) => ({
      what: `Aucun barème pour ce véhicule (${nameOf(vehicleNames.fr, kind)}, ${power} CV).`,
      hint: "La puissance fiscale, de 1 à 99, est au champ P.6 de la carte grise.",
    }),
    en: ({ kind, power }) => ({
      what: `There is no mileage scale for this vehicle (${nameOf(vehicleNames.en, kind)}, ${power} CV).`,
      hint: "Fiscal horsepower, from 1 to 99, is field P.6 of the registration certificate.",
    }),
  },
  "expense.distance": {
    fr: ({ value, most }) => ({
      what: `« ${value} » n'est pas une distance en kilomètres (au dixième, ${most} au plus).`,
      hint: "Par exemple 12 ou 12,4.",
    }),
    en: ({ value, most }) => ({
      what: `"${value}" is not a distance in kilometres (to the tenth, ${most} at most).`,
      hint: "For example 12 or 12.4.",
    }),
  },
  "currency.unknown": {
    fr: ({ currency }) => ({
      what: `« ${currency} » n'est pas un code de monnaie.`,
      hint: "Trois lettres : USD, GBP, CHF…",
    }),
    en: ({ currency }) => ({
      what: `"${currency}" is not a currency code.`,
      hint: "Three letters: USD, GBP, CHF…",
    }),
  },
  "currency.rate": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un cours.`,
      hint: "Indiquer le nombre d'unités de la monnaie pour 1 €, par exemple 1,0832.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a rate.`,
      hint: "Give the units of the currency for €1, for example 1.0832.",
    }),
  },
  "currency.no_rate": {
    fr: ({ currency, day: on }) => ({
      what: `Aucun cours de change ${currency} pour le ${french.day(on)}.`,
      hint: "Indiquer le cours (--rate 1,0832, unités pour 1 €), ou importer une table : porte expenses rates <fichier>",
    }),
    en: ({ currency, day: on }) => ({
      what: `No ${currency} exchange rate for ${english.day(on)}.`,
      hint: "Give the rate (--rate 1.0832, units for €1), or import a table: porte expenses rates <file>",
    }),
  },
  "currency.table": {
    fr: ({ line, value }) => ({
      what: `Table de cours, ligne ${line} : « ${value} » n'est pas valide.`,
      hint: "Colonnes Date,USD,GBP… (comme la BCE les publie) ou date,currency,rate, en unités pour 1 €.",
    }),
    en: ({ line, value }) => ({
      what: `Table of rates, line ${line}: "${value}" is not valid.`,
      hint: "Columns Date,USD,GBP… (as the ECB publishes them) or date,currency,rate, in units for €1.",
    }),
  },
};
