import { de } from "../elision.ts";
import { english, french } from "./say.ts";
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
  "payslip.none_of_month": {
    fr: ({ month }) => ({
      what: `Aucun bulletin pour ${french.month(month)} sur cette machine.`,
      hint: "Ajouter le bulletin reçu de la société : porte payslips add <fichier>",
    }),
    en: ({ month }) => ({
      what: `There is no payslip for ${english.month(month)} on this machine.`,
      hint: "Add the payslip that the company sent: porte payslips add <file>",
    }),
  },
  "payslip.none_in": {
    fr: ({ file }) => ({
      what: `${file} ne contient aucun PDF.`,
      hint: "Indiquer le fichier du bulletin : porte payslips add <fichier>",
    }),
    en: ({ file }) => ({
      what: `${file} contains no PDF.`,
      hint: "Give the payslip's file: porte payslips add <file>",
    }),
  },
  "payslip.not_pdf": {
    fr: ({ file }) => ({
      what: `${file} n'est pas un PDF : rien n'est enregistré.`,
      hint: "Demander le bulletin en PDF, ou le numériser en PDF.",
    }),
    en: ({ file }) => ({
      what: `${file} is not a PDF: nothing was saved.`,
      hint: "Ask for the payslip as a PDF, or scan it to one.",
    }),
  },
  "payslip.which_month": {
    fr: ({ file }) => ({
      what: `Le mois de ${file} n'est pas connu : ni son nom ni son texte ne l'indiquent avec certitude. Rien n'est enregistré.`,
      hint: "Indiquer le mois : porte payslips add <fichier> --month <mois>",
    }),
    en: ({ file }) => ({
      what: `The month of ${file} is not known: neither its name nor its text states it for sure. Nothing was saved.`,
      hint: "Give the month: porte payslips add <file> --month <month>",
    }),
  },
  "payslip.ahead": {
    fr: ({ month }) => ({
      what: `Le mois ${de(french.month(month))} n'a pas commencé : il ne peut pas avoir de bulletin.`,
      hint: "Indiquer le mois du bulletin : --month <mois>",
    }),
    en: ({ month }) => ({
      what: `${english.month(month)} has not begun: it cannot have a payslip.`,
      hint: "Give the payslip's month: --month <month>",
    }),
  },
  "payslip.changed": {
    fr: ({ file }) => ({
      what: `${file} a été modifié ou supprimé depuis son enregistrement.`,
      hint: "Ajouter de nouveau le bulletin : porte payslips add <fichier>",
    }),
    en: ({ file }) => ({
      what: `${file} was changed or deleted after it was saved.`,
      hint: "Add the payslip again: porte payslips add <file>",
    }),
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
