import { de } from "../elision.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of what a company refuses, and what is not set up at one. */
export const companyWords: Omit<Words<"company">, "company.refused"> = {
  "company.receipts_place": {
    fr: ({ place }) => ({
      what: `Les justificatifs ne peuvent être gardés à « ${place} ».`,
      hint: "s3://bucket?endpoint=https://s3.exemple&region=fr-par, avec AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY.",
    }),
    en: ({ place }) => ({
      what: `Receipts cannot be kept at "${place}".`,
      hint: "s3://bucket?endpoint=https://s3.example&region=fr-par, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set.",
    }),
  },
  "company.key": {
    fr: () => ({
      what: "La clé des justificatifs n'est pas la bonne, ou n'est pas une clé.",
      hint: "PORTE_COMPANY_RECEIPT_KEY : 64 chiffres hexadécimaux (openssl rand -hex 32), toujours les mêmes.",
    }),
    en: () => ({
      what: "The key of receipts is not the right one, or is no key.",
      hint: "PORTE_COMPANY_RECEIPT_KEY: 64 hexadecimal digits (openssl rand -hex 32), always the same.",
    }),
  },
  "company.not_found": {
    fr: ({ what }) => ({
      what: `La société ne connaît pas « ${french.month(what)} ».`,
      hint: "Vérifier le mois ou l'identifiant.",
    }),
    en: ({ what }) => ({
      what: `The company does not know "${english.month(what)}".`,
      hint: "Check the month or the identifier.",
    }),
  },
  "company.conflict": {
    fr: ({ what }) => ({ what: `« ${what} » a changé entre-temps.`, hint: "Relire, puis recommencer." }),
    en: ({ what }) => ({
      what: `"${what}" has changed meanwhile.`,
      hint: "Read it again, then start over.",
    }),
  },
  "company.precondition": {
    fr: ({ what }) => ({
      what: `Le rapport ${de(french.month(what))} a changé chez la société depuis la dernière lecture.`,
      hint: `porte declare show ${what}, puis recommencer.`,
    }),
    en: ({ what }) => ({
      what: `The report of ${english.month(what)} has changed at the company since it was last read.`,
      hint: `porte declare show ${what}, then start over.`,
    }),
  },
  "company.idempotency": {
    fr: ({ key }) => ({
      what: `La clé ${key} a déjà servi pour un autre envoi.`,
      hint: "Relancer la commande : une nouvelle clé sera faite.",
    }),
    en: ({ key }) => ({
      what: `The key ${key} has served for another request.`,
      hint: "Run the command again: a new key will be made.",
    }),
  },
  "company.media_type": {
    fr: ({ given, wanted }) => ({
      what: `La société prend ici ${wanted}, et a reçu ${given === "" ? "un envoi sans type" : given}.`,
      hint: "Mettre porte à jour, ou le signaler.",
    }),
    en: ({ given, wanted }) => ({
      what: `The company takes ${wanted} here, and was sent ${given === "" ? "something without a media type" : given}.`,
      hint: "Update porte, or report it.",
    }),
  },
  "company.invalid": {
    fr: ({ errors }) => ({
      what: `La société n'a pas compris l'envoi : ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join(" ; ")}.`,
      hint: "Mettre porte à jour, ou le signaler.",
    }),
    en: ({ errors }) => ({
      what: `The company did not understand what was sent: ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}.`,
      hint: "Update porte, or report it.",
    }),
  },
  "company.run_under_way": {
    fr: ({ run }) => ({
      what: `La paie ${run} est en cours, ou attend d'être reprise.`,
      hint: "Refaire la même demande dans un instant : personne n'est payé deux fois.",
    }),
    en: ({ run }) => ({
      what: `The payroll run ${run} is under way, or waits to be taken up again.`,
      hint: "Send the same request again in a moment: nobody is paid twice.",
    }),
  },
  "company.later_payslip": {
    fr: ({ month: ofMonth, later }) => ({
      what: `Le bulletin ${de(french.month(ofMonth))} est suivi de celui ${de(french.month(later))}, qui compte à partir de lui.`,
      hint: "Annuler d'abord le plus récent.",
    }),
    en: ({ month: ofMonth, later }) => ({
      what: `The payslip of ${english.month(ofMonth)} has a later one after it, of ${english.month(later)}, that counts on from it.`,
      hint: "Reverse the newest one first.",
    }),
  },
  "company.already": {
    fr: ({ what, state }) => ({
      what: `« ${french.month(what)} » est déjà ${state}.`,
      hint: "Il n'y a rien à décider.",
    }),
    en: ({ what, state }) => ({
      what: `"${english.month(what)}" is already ${state}.`,
      hint: "There is nothing to decide.",
    }),
  },
  "company.taken": {
    fr: ({ what }) => ({
      what: `« ${what} » existe déjà.`,
      hint: "Lister ce qui existe, ou choisir un autre nom.",
    }),
    en: ({ what }) => ({
      what: `“${what}” already exists.`,
      hint: "List what exists, or choose another name.",
    }),
  },
  "company.contract_open": {
    fr: ({ name, end }) => ({
      what: `Le contrat de ${name} court encore${end === null ? "" : ` jusqu'au ${end}`}.`,
      hint: "Dire d'abord sa fin : porte-company contracts end",
    }),
    en: ({ name, end }) => ({
      what: `The contract of ${name} still runs${end === null ? "" : ` until ${end}`}.`,
      hint: "Say its end first: porte-company contracts end",
    }),
  },
  "company.last_administrator": {
    fr: () => ({
      what: "La société doit garder un administrateur.",
      hint: "Ajouter un autre administrateur d'abord : porte-company people add --role administrator",
    }),
    en: () => ({
      what: "The company must keep an administrator.",
      hint: "Add another administrator first: porte-company people add --role administrator",
    }),
  },
  "company.access_open": {
    fr: ({ name }) => ({
      what: `${name} a encore un accès.`,
      hint: "Y mettre fin d'abord : porte-company people end",
    }),
    en: ({ name }) => ({
      what: `${name} still has an access.`,
      hint: "End it first: porte-company people end",
    }),
  },
  "company.unseen": {
    fr: ({ what }) => ({
      what: `Une décision dit la version qui a été vue, et celle sur « ${what} » n'en dit pas.`,
      hint: "Lister ou montrer, puis décider.",
    }),
    en: ({ what }) => ({
      what: `A decision names the version that was seen, and the one on "${what}" names none.`,
      hint: "List it or show it, then decide.",
    }),
  },
  "company.changed": {
    fr: ({ what }) => ({
      what: `« ${what} » a changé depuis que cette machine l'a montré : rien n'est décidé.`,
      hint: "Ce qui a changé est plus haut ; relancer la commande décide sur ce qui y est montré.",
    }),
    en: ({ what }) => ({
      what: `"${what}" has changed since this machine showed it: nothing is decided.`,
      hint: "What has changed is above; the same command, run again, decides on what is shown there.",
    }),
  },
  "company.paid_out": {
    fr: ({ what, month: paidWith }) => ({
      what: `Le bulletin ${de(french.month(paidWith))} a été payé avec « ${what} ».`,
      hint: "Annuler d'abord ce bulletin.",
    }),
    en: ({ what, month: paidWith }) => ({
      what: `The payslip of ${english.month(paidWith)} was paid with "${what}".`,
      hint: "Reverse that payslip first.",
    }),
  },
  "company.reversed": {
    fr: ({ what }) => ({ what: `« ${what} » est déjà annulé.`, hint: "Il n'y a rien à annuler." }),
    en: ({ what }) => ({ what: `"${what}" is already reversed.`, hint: "There is nothing to reverse." }),
  },
};
