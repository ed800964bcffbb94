import type { Words } from "./words.ts";

/** The words of payslips that are checked here. */
export const payslipsWords: Words<"payslip"> = {
  "payslip.unreadable": {
    fr: ({ file, fault }) => ({
      what: `${file} ${
        {
          "not-pdf": "n'est pas un PDF",
          encrypted: "est chiffré : il demande un mot de passe",
          damaged: "est abîmé, ou n'a pas été écrit par la société",
          "too-large": "est trop gros pour un bulletin de paie",
          "no-code": "n'a pas de pièce jointe : ce n'est pas le PDF que la société a donné",
          "two-codes": "a plusieurs pièces jointes, là où un bulletin n'en a qu'une",
          "not-signed": "a une pièce jointe qui n'est pas celle d'un bulletin signé",
        }[fault]
      }.`,
      hint: "porte payslips get <mois> --pdf <fichier> redonne le bulletin tel que la société l'a fait.",
    }),
    en: ({ file, fault }) => ({
      what: `${file} ${
        {
          "not-pdf": "is not a PDF",
          encrypted: "is encrypted: it asks for a password",
          damaged: "is damaged, or was not written by the company",
          "too-large": "is too large for a payslip",
          "no-code": "has no attachment: it is not the PDF that the company gave",
          "two-codes": "has several attachments where a payslip has one",
          "not-signed": "has an attachment that is not a signed payslip's",
        }[fault]
      }.`,
      hint: "porte payslips get <month> --pdf <file> gives the payslip again as the company made it.",
    }),
  },
  "payslip.none": {
    fr: () => ({ what: "Pas encore de bulletin.", hint: "porte status montre où en est le mois." }),
    en: () => ({ what: "There is no payslip yet.", hint: "porte status shows how the month stands." }),
  },
  "payslip.key_file": {
    fr: ({ file }) => ({
      what: `${file} ne contient pas de clé publique d'une société.`,
      hint: "La société publie ses clés à l'adresse /v1/receipt-keys : les enregistrer telles quelles.",
    }),
    en: ({ file }) => ({
      what: `${file} holds no public key of a company.`,
      hint: "The company publishes its keys at /v1/receipt-keys: save them as they are.",
    }),
  },
};
