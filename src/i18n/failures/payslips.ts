import type { Words } from "./words.ts";

/** The words of payslips that are checked here. */
export const payslipsWords: Words<"payslip"> = {
  "payslip.unreadable": {
    fr: ({ file, fault }) => ({
      what: `${file} ${
        {
          "not-pdf": "n'est pas un PDF",
          encrypted: "est protégé par un mot de passe",
          damaged: "est endommagé, ou n'a pas été produit par la société",
          "too-large": "est trop volumineux pour un bulletin de paie",
          "no-code": "n'a pas de pièce jointe : ce n'est pas le PDF fourni par la société",
          "two-codes": "a plusieurs pièces jointes : un bulletin n'en a qu'une",
          "not-signed": "a une pièce jointe, mais pas celle d'un bulletin signé",
        }[fault]
      }.`,
      hint: "Télécharger de nouveau le bulletin : porte payslips get <mois> --pdf <fichier>",
    }),
    en: ({ file, fault }) => ({
      what: `${file} ${
        {
          "not-pdf": "is not a PDF",
          encrypted: "is protected by a password",
          damaged: "is damaged, or was not produced by the company",
          "too-large": "is too large for a payslip",
          "no-code": "has no attachment: it is not the PDF provided by the company",
          "two-codes": "has several attachments: a payslip has only one",
          "not-signed": "has an attachment, but not that of a signed payslip",
        }[fault]
      }.`,
      hint: "Download the payslip again: porte payslips get <month> --pdf <file>",
    }),
  },
  "payslip.none": {
    fr: () => ({ what: "Pas encore de bulletin.", hint: "Voir où en est le mois : porte status" }),
    en: () => ({ what: "There is no payslip yet.", hint: "See how the month stands: porte status" }),
  },
  "payslip.key_file": {
    fr: ({ file }) => ({
      what: `${file} ne contient pas la clé publique d'une société.`,
      hint: "Enregistrer telles quelles les clés que la société publie à l'adresse /v1/receipt-keys.",
    }),
    en: ({ file }) => ({
      what: `${file} does not contain a company's public key.`,
      hint: "Save as they are the keys that the company publishes at /v1/receipt-keys.",
    }),
  },
};
