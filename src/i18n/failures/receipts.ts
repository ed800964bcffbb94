import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of receipts. */
export const receiptsWords: Words<"receipt"> = {
  "receipt.too_large": {
    fr: ({ file, bytes, most }) => ({
      what: `Le justificatif ${file} (${french.size(bytes)}) dépasse ${french.size(most)}.`,
      hint: "Le réduire ou le scanner moins finement.",
    }),
    en: ({ file, bytes, most }) => ({
      what: `The receipt ${file} (${english.size(bytes)}) is over ${english.size(most)}.`,
      hint: "Make it smaller or scan it less finely.",
    }),
  },
  "receipt.wrong_type": {
    fr: ({ file, found }) => ({
      what: `Le justificatif ${file} n'est ni PDF, ni JPEG, ni PNG, ni WebP (lu : ${found}).`,
      hint: "Le convertir en PDF ou le photographier.",
    }),
    en: ({ file, found }) => ({
      what: `The receipt ${file} is no PDF, JPEG, PNG or WebP (found: ${found}).`,
      hint: "Convert it to PDF or take a picture of it.",
    }),
  },
  "receipt.checksum": {
    fr: ({ file }) => ({
      what: `${file} n'est pas arrivé entier : son empreinte n'est pas la bonne.`,
      hint: "porte expenses submit le renvoie.",
    }),
    en: ({ file }) => ({
      what: `${file} did not arrive whole: its hash is another.`,
      hint: "porte expenses submit sends it again.",
    }),
  },
  "receipt.fault": {
    fr: ({ file, fault }) => ({
      what: `${file} ${{ encrypted: "est chiffré : il demande un mot de passe", active: "contient du code, ou un autre fichier qu'une facture électronique", damaged: "est abîmé ou incomplet" }[fault]}.`,
      hint: "L'imprimer en PDF, ou le photographier de nouveau.",
    }),
    en: ({ file, fault }) => ({
      what: `${file} ${{ encrypted: "is encrypted: it wants a password", active: "holds code, or another file than an electronic invoice", damaged: "is damaged or incomplete" }[fault]}.`,
      hint: "Print it to PDF, or take its picture again.",
    }),
  },
  "receipt.altered": {
    fr: ({ receipt, found }) => ({
      what: `Le justificatif ${receipt.slice(0, 16)} ${{ missing: "n'est plus", altered: "n'est plus celui qui a été reçu" }[found]} dans la réserve de la société.`,
      hint: "La société doit le reprendre d'une sauvegarde, ou le demander de nouveau.",
    }),
    en: ({ receipt, found }) => ({
      what: `The receipt ${receipt.slice(0, 16)} ${{ missing: "is no longer", altered: "is no longer what was received" }[found]} in the company's store.`,
      hint: "The company must take it back from a backup, or ask for it again.",
    }),
  },
  "receipt.empty": {
    fr: ({ file }) => ({ what: `Le justificatif ${file} est vide.`, hint: "Vérifier le fichier." }),
    en: ({ file }) => ({ what: `The receipt ${file} is empty.`, hint: "Check the file." }),
  },
  "receipt.unsure": {
    fr: ({ file, missing, read }) => ({
      what: `${file} ne dit pas sûrement ${missing.map((option) => (option === "--date" ? "sa date" : "son montant")).join(" ni ")}${read.length === 0 ? "" : ` (lu : ${read.join(", ")})`} : rien n'est gardé.`,
      hint: `porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<jour>" : "<euros>"}`).join(" ")}`,
    }),
    en: ({ file, missing, read }) => ({
      what: `${file} does not surely say ${missing.map((option) => (option === "--date" ? "its day" : "its amount")).join(" or ")}${read.length === 0 ? "" : ` (read: ${read.join(", ")})`}: nothing is kept.`,
      hint: `porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<day>" : "<euros>"}`).join(" ")}`,
    }),
  },
  "receipt.credit": {
    fr: ({ file }) => ({
      what: `${file} est un avoir : il rend de l'argent, et n'est pas un frais.`,
      hint: "porte expenses edit corrige le frais qu'il diminue ; --amount dit un montant malgré tout.",
    }),
    en: ({ file }) => ({
      what: `${file} is a credit note: it gives money back, and is no expense.`,
      hint: "porte expenses edit corrects the expense that it lowers; --amount says an amount all the same.",
    }),
  },
  "receipt.no_invoice": {
    fr: ({ file }) => ({
      what: `${file} n'est pas une facture électronique lisible (Factur-X, CII ou UBL).`,
      hint: "Donner le PDF de la facture.",
    }),
    en: ({ file }) => ({
      what: `${file} is no electronic invoice that can be read (Factur-X, CII or UBL).`,
      hint: "Give the PDF of the invoice.",
    }),
  },
  "receipt.quota": {
    fr: ({ file, receipts, bytes }) => ({
      what: `Le justificatif ${file} dépasse ce qu'une personne peut déposer en un jour : ${receipts} ${french.form(receipts, "justificatif", "justificatifs")}, ${Math.round(bytes / 1024 ** 2)} Mio.`,
      hint: "Rien n'est perdu : le redéposer demain.",
    }),
    en: ({ file, receipts, bytes }) => ({
      what: `The receipt ${file} is over what a person may send in a day: ${receipts} ${english.form(receipts, "receipt", "receipts")}, ${Math.round(bytes / 1024 ** 2)} MiB.`,
      hint: "Nothing is lost: send it again tomorrow.",
    }),
  },
};
