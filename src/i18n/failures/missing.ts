import type { Failures } from "../../errors.ts";
import { english, french } from "./say.ts";
import type { FailureMessage } from "./words.ts";

type Missing = (facts: Failures["company.not_found"]) => FailureMessage;
type Kind = Failures["company.not_found"]["kind"];

/** What is said in French of a record that the company does not have. */
export const frenchMissing: Readonly<Record<Kind, Missing>> = {
  report: ({ what }) => ({
    what: isMonth(what)
      ? `Pas encore de rapport pour ${french.month(what)}.`
      : `Aucun rapport n'a l'identifiant ${what}.`,
    hint: isMonth(what) ? `Le déclarer : porte declare ${what}` : "Vérifier l'identifiant.",
  }),
  payslip: ({ what }) => ({
    what: isMonth(what)
      ? `Pas encore de bulletin pour ${french.month(what)}.`
      : `Aucun bulletin n'a l'identifiant ${what}.`,
    hint: "Voir les bulletins disponibles : porte payslips list",
  }),
  expense: ({ what }) => ({
    what: `Aucun frais n'a l'identifiant ${what}.`,
    hint: "Vérifier l'identifiant dans la liste des frais.",
  }),
  receipt: ({ what }) => ({
    what: `La société n'a pas ce justificatif (${what}).`,
    hint: "Le joindre de nouveau : porte expenses attach",
  }),
  upload: () => ({
    what: "La société n'a plus trace de cet envoi de justificatif.",
    hint: "Relancer la commande : l'envoi reprend au début.",
  }),
  run: ({ what }) => ({ what: `Aucune paie n'a l'identifiant ${what}.`, hint: "Vérifier l'identifiant." }),
  invoice: ({ what }) => ({
    what: `Aucune facture n'a l'identifiant ${what}.`,
    hint: "Vérifier l'identifiant dans la liste des factures.",
  }),
  payment: ({ what }) => ({
    what: `Aucun paiement n'a l'identifiant ${what}.`,
    hint: "Voir les paiements : porte-company payments list",
  }),
  mission: ({ what }) => ({
    what: `La mission « ${what} » n'existe pas.`,
    hint: "Vérifier sa référence dans la liste des missions.",
  }),
  proposal: ({ what }) => ({
    what: `Aucune proposition de mission n'a l'identifiant ${what}.`,
    hint: "Voir les propositions : porte-company missions proposals",
  }),
  client: ({ what }) => ({
    what: `Aucun client n'a l'identifiant ${what}.`,
    hint: "Voir les clients : porte-company clients list",
  }),
  document: ({ what }) => ({
    what: `Aucun contrat n'a l'identifiant ${what}.`,
    hint: "Voir les contrats : porte contracts list",
  }),
  contract: ({ what }) => ({
    what:
      what === "contract"
        ? "Aucun contrat de travail n'est enregistré pour vous."
        : `Aucun contrat de travail n'est enregistré pour ${what}.`,
    hint: "Vérifier l'adresse électronique, ou voir avec la société.",
  }),
  person: ({ what }) => ({
    what: `La société ne connaît personne à l'adresse ${what}.`,
    hint: "Voir les personnes : porte-company people list",
  }),
  token: ({ what }) => ({
    what: `Aucun jeton n'a l'identifiant ${what}.`,
    hint: "Voir les jetons : porte-company tokens list",
  }),
  company: () => ({ what: "La société n'est pas encore configurée.", hint: "La créer : porte-company init" }),
  page: ({ what }) => ({
    what: `L'adresse ${what} n'existe pas chez la société.`,
    hint: "Vérifier l'adresse, ou mettre porte à jour.",
  }),
};

/** What is said in English of a record that the company does not have. */
export const englishMissing: Readonly<Record<Kind, Missing>> = {
  report: ({ what }) => ({
    what: isMonth(what) ? `No report for ${english.month(what)} yet.` : `No report has the identifier ${what}.`,
    hint: isMonth(what) ? `Declare it: porte declare ${what}` : "Check the identifier.",
  }),
  payslip: ({ what }) => ({
    what: isMonth(what) ? `No payslip for ${english.month(what)} yet.` : `No payslip has the identifier ${what}.`,
    hint: "See the payslips you have: porte payslips list",
  }),
  expense: ({ what }) => ({
    what: `No expense has the identifier ${what}.`,
    hint: "Check the identifier in the list of expenses.",
  }),
  receipt: ({ what }) => ({
    what: `The company does not have this receipt (${what}).`,
    hint: "Attach it again: porte expenses attach",
  }),
  upload: () => ({
    what: "The company has no record of this upload any more.",
    hint: "Run the command again: the upload starts over.",
  }),
  run: ({ what }) => ({ what: `No payroll run has the identifier ${what}.`, hint: "Check the identifier." }),
  invoice: ({ what }) => ({
    what: `No invoice has the identifier ${what}.`,
    hint: "Check the identifier in the list of invoices.",
  }),
  payment: ({ what }) => ({
    what: `No payment has the identifier ${what}.`,
    hint: "See the payments: porte-company payments list",
  }),
  mission: ({ what }) => ({
    what: `There is no mission "${what}".`,
    hint: "Check its reference in the list of missions.",
  }),
  proposal: ({ what }) => ({
    what: `No mission proposal has the identifier ${what}.`,
    hint: "See the proposals: porte-company missions proposals",
  }),
  client: ({ what }) => ({
    what: `No client has the identifier ${what}.`,
    hint: "See the clients: porte-company clients list",
  }),
  document: ({ what }) => ({
    what: `No contract has the identifier ${what}.`,
    hint: "See the contracts: porte contracts list",
  }),
  contract: ({ what }) => ({
    what:
      what === "contract"
        ? "No employment contract is recorded for you."
        : `No employment contract is recorded for ${what}.`,
    hint: "Check the email address, or ask the company.",
  }),
  person: ({ what }) => ({
    what: `The company knows nobody at the address ${what}.`,
    hint: "See the people: porte-company people list",
  }),
  token: ({ what }) => ({
    what: `No token has the identifier ${what}.`,
    hint: "See the tokens: porte-company tokens list",
  }),
  company: () => ({ what: "The company is not set up yet.", hint: "Create it: porte-company init" }),
  page: ({ what }) => ({ what: `The company has no address ${what}.`, hint: "Check the address, or update porte." }),
};

/** Says whether a name is that of a month. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d\d$/.test(text);
}
