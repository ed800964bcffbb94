import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of receipts. */
export const receiptsWords: Words<"receipt"> = {
  "receipt.too_large": {
    fr: ({ file, bytes, most }) => ({
      what: `Le justificatif ${file} (${french.size(bytes)}) dépasse ${french.size(most)}.`,
      hint: "Le réduire, ou le numériser avec une résolution plus faible.",
    }),
    en: ({ file, bytes, most }) => ({
      what: `The receipt ${file} (${english.size(bytes)}) is larger than ${english.size(most)}.`,
      hint: "Make it smaller, or scan it at a lower resolution.",
    }),
  },
  "receipt.wrong_type": {
    fr: ({ file, found }) => ({
      what: `Le justificatif ${file} n'est ni un PDF, ni une image JPEG, PNG ou WebP${found === "?" ? "" : ` (format trouvé : ${found})`}.`,
      hint: "Le convertir en PDF, ou le photographier.",
    }),
    en: ({ file, found }) => ({
      what: `The receipt ${file} is not a PDF, JPEG, PNG or WebP${found === "?" ? "" : ` (found: ${found})`}.`,
      hint: "Convert it to PDF, or take a picture of it.",
    }),
  },
  "receipt.checksum": {
    fr: ({ file }) => ({
      what: `Le justificatif ${file} n'est pas arrivé en entier chez la société.`,
      hint: "Pour le renvoyer : porte expenses submit",
    }),
    en: ({ file }) => ({
      what: `The receipt ${file} did not reach the company in full.`,
      hint: "To send it again: porte expenses submit",
    }),
  },
  "receipt.fault": {
    fr: ({ file, fault }) => ({
      what: `${file} ${{ encrypted: "est protégé par un mot de passe", active: "contient un programme, ou un fichier joint qui n'est pas une facture électronique", damaged: "est endommagé ou incomplet" }[fault]}.`,
      hint: "L'imprimer en PDF, ou le photographier de nouveau.",
    }),
    en: ({ file, fault }) => ({
      what: `${file} ${{ encrypted: "is protected by a password", active: "contains a program, or an attached file that is not an electronic invoice", damaged: "is damaged or incomplete" }[fault]}.`,
      hint: "Print it to PDF, or take its picture again.",
    }),
  },
  "receipt.altered": {
    fr: ({ receipt, found }) => ({
      what: `Le justificatif ${receipt.slice(0, 16)} ${{ missing: "n'est plus chez la société", altered: "n'est plus, chez la société, le fichier qui a été reçu" }[found]}.`,
      hint: "La société doit le rétablir depuis une sauvegarde, ou le demander de nouveau.",
    }),
    en: ({ receipt, found }) => ({
      what: `The receipt ${receipt.slice(0, 16)} ${{ missing: "is no longer at the company", altered: "is no longer, at the company, the file that was received" }[found]}.`,
      hint: "The company must restore it from a backup, or ask for it again.",
    }),
  },
  "receipt.empty": {
    fr: ({ file }) => ({ what: `Le justificatif ${file} est vide.`, hint: "Vérifier le fichier." }),
    en: ({ file }) => ({ what: `The receipt ${file} is empty.`, hint: "Check the file." }),
  },
  "receipt.unsure": {
    fr: ({ file, missing, read }) => ({
      what: `Impossible de lire avec certitude ${french.lists.and(missing.map((option) => (option === "--date" ? "la date" : "le montant")))} sur ${file}${read.length === 0 ? "" : ` (lu : ${read.join(", ")})`} : rien n'est enregistré.`,
      hint: `Indiquer ce qui manque : porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<jour>" : "<euros>"}`).join(" ")}`,
    }),
    en: ({ file, missing, read }) => ({
      what: `Cannot read with certainty ${english.lists.and(missing.map((option) => (option === "--date" ? "the date" : "the amount")))} on ${file}${read.length === 0 ? "" : ` (read: ${read.join(", ")})`}: nothing was saved.`,
      hint: `Give what is missing: porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<day>" : "<euros>"}`).join(" ")}`,
    }),
  },
  "receipt.credit": {
    fr: ({ file }) => ({
      what: `${file} est un avoir (un remboursement) : ce n'est pas un frais.`,
      hint: "Corriger le frais concerné : porte expenses edit. Pour l'ajouter quand même : --amount <euros>",
    }),
    en: ({ file }) => ({
      what: `${file} is a credit note (a refund): it is not an expense.`,
      hint: "Correct the expense it refers to: porte expenses edit. To add it anyway: --amount <euros>",
    }),
  },
  "receipt.no_invoice": {
    fr: ({ file }) => ({
      what: `${file} n'est pas une facture électronique lisible (Factur-X, CII ou UBL).`,
      hint: "Utiliser le PDF de la facture.",
    }),
    en: ({ file }) => ({
      what: `${file} is not a readable electronic invoice (Factur-X, CII or UBL).`,
      hint: "Use the PDF of the invoice.",
    }),
  },
  "receipt.quota": {
    fr: ({ file, receipts, bytes }) => ({
      what: `Le justificatif ${file} dépasse la limite d'envoi par jour : ${receipts} ${french.form(receipts, "justificatif", "justificatifs")}, ${Math.round(bytes / 1024 ** 2)} Mio.`,
      hint: "Le renvoyer demain.",
    }),
    en: ({ file, receipts, bytes }) => ({
      what: `The receipt ${file} is over the daily limit: ${receipts} ${english.form(receipts, "receipt", "receipts")}, ${Math.round(bytes / 1024 ** 2)} MiB.`,
      hint: "Send it again tomorrow.",
    }),
  },
};
