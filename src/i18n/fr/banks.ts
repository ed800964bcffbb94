import type { AsideReason } from "../../domain/bank-entry.ts";
import type { Labels } from "../labels.ts";
import { frenchForm as form } from "../plural.ts";

/** A line of a bank's file that is no payment to take. */
interface BankAsideWords {
  readonly line: number;
  readonly reason: AsideReason;
  readonly text: string;
}

/** Money that came back. */
interface BankRefundWords {
  readonly line: number;
  readonly date: string;
  readonly amount: string;
}

const bankReasons = {
  currency: "autre monnaie que l'euro",
  declined: "paiement refusé ou annulé",
  pending: "paiement en attente",
  amount: "montant illisible",
  date: "date illisible",
  both: "débit et crédit à la fois",
  future: "jour à venir",
  range: "montant hors limites",
  balance: "solde ou total, pas un paiement",
} satisfies Labels<AsideReason>;

/** What is said of payments that are taken from a bank's file. */
export const frBanks = {
  banks: {
    aside: ({ line, reason, text }: BankAsideWords) => `Ligne ${line} ignorée (${bankReasons[reason]}) : ${text}`,
    asides: (count: number) => `${count} ${form(count, "autre ligne ignorée", "autres lignes ignorées")}.`,
    refund: (line: number, amount: string, { line: other, date, amount: back }: BankRefundWords) =>
      `Ligne ${line}, ${amount} : ${back} remboursés le ${date} (ligne ${other}). Ne pas déclarer ce qui a été remboursé.`,
    nothing: "Aucun paiement à importer.",
    choose: (others: number) =>
      `Rien n'est encore importé. Choisir les paiements avec --lines ou --take.${others === 0 ? "" : ` ${others} ${form(others, "autre paiement n'est pas affiché", "autres paiements ne sont pas affichés")}.`}`,
    kept: (added: number, known: number, sent: number) =>
      `${added} ${form(added, "frais enregistré", "frais enregistrés")}${known === 0 ? "" : `, ${known} déjà ${form(known, "enregistré", "enregistrés")}`}${sent === 0 ? "" : `, ${sent} ${form(sent, "déjà envoyé", "déjà envoyés")}`}. Il reste à joindre les justificatifs.`,
    askLines: "Quels paiements ?",
  },
};
