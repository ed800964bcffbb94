import type { PaymentDoubt } from "../../errors/company.ts";
import { de } from "../elision.ts";
import { nameOf, stateNames } from "../names.ts";
import { englishMissing, frenchMissing, isMonth } from "./missing.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

type Decided = "report" | "expense" | "invoice" | "proposal";

/** What is decided on, as a sentence begins. */
function frenchThing(kind: Decided, what: string): string {
  if (kind === "proposal") return `La proposition « ${what} »`;
  if (kind === "expense") return "Ce frais";
  if (kind === "invoice") return `La facture ${what}`;
  return isMonth(what) ? `Le rapport ${de(french.month(what))}` : "Ce rapport";
}

function englishThing(kind: Decided, what: string): string {
  if (kind === "proposal") return `The proposal "${what}"`;
  if (kind === "expense") return "This expense";
  if (kind === "invoice") return `Invoice ${what}`;
  return isMonth(what) ? `The report for ${english.month(what)}` : "This report";
}

/** States whose name does not follow « est déjà ». */
const frenchAlready: Readonly<Record<string, string>> = {
  questioned: "attend déjà une réponse du salarié porté",
  paid: "est déjà payée",
  cancelled: "est déjà annulée",
};

const englishAlready: Readonly<Record<string, string>> = {
  questioned: "is already waiting for the porté's answer",
  paid: "is already paid",
  cancelled: "is already cancelled",
};

function frenchDoubt(doubt: PaymentDoubt): string {
  switch (doubt.code) {
    case "same-payment":
      return `un paiement du même montant, reçu le ${french.day(doubt.receivedOn)}, est déjà enregistré`;
    case "over-report":
      return `les paiements du mois seraient de ${french.format.euros(doubt.paidCents)}, et le rapport est de ${french.format.euros(doubt.reportCents)}`;
    case "day-ahead":
      return `le ${french.day(doubt.receivedOn)} n'est pas encore passé`;
  }
}

function englishDoubt(doubt: PaymentDoubt): string {
  switch (doubt.code) {
    case "same-payment":
      return `a payment of the same amount, received on ${english.day(doubt.receivedOn)}, is recorded already`;
    case "over-report":
      return `the payments of the month would be ${english.format.euros(doubt.paidCents)}, and its report is ${english.format.euros(doubt.reportCents)}`;
    case "day-ahead":
      return `${english.day(doubt.receivedOn)} has not come yet`;
  }
}

/** The words of what a company refuses, and what is not set up at one. */
export const companyWords: Omit<Words<"company">, "company.refused"> = {
  "company.receipts_place": {
    fr: ({ place }) => ({
      what: `Les justificatifs ne peuvent pas être conservés à « ${place} ».`,
      hint: "Un seau S3 s'écrit s3://seau?endpoint=https://s3.exemple&region=fr-par, avec AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY.",
    }),
    en: ({ place }) => ({
      what: `Receipts cannot be stored at "${place}".`,
      hint: "An S3 bucket is written s3://bucket?endpoint=https://s3.example&region=fr-par, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set.",
    }),
  },
  "company.key": {
    fr: () => ({
      what: "La clé des justificatifs n'est pas valide, ou n'est pas celle de cette société.",
      hint: "PORTE_COMPANY_RECEIPT_KEY : 64 chiffres hexadécimaux (openssl rand -hex 32), toujours les mêmes.",
    }),
    en: () => ({
      what: "The receipt key is not valid, or is not the key of this company.",
      hint: "PORTE_COMPANY_RECEIPT_KEY: 64 hexadecimal digits (openssl rand -hex 32), always the same.",
    }),
  },
  "company.not_found": {
    fr: (facts) => frenchMissing[facts.kind](facts),
    en: (facts) => englishMissing[facts.kind](facts),
  },
  "company.conflict": {
    fr: () => ({
      what: "Une autre personne vient de modifier la même chose : rien n'est enregistré.",
      hint: "Relancer la commande.",
    }),
    en: () => ({
      what: "Someone else has just changed the same thing: nothing was saved.",
      hint: "Run the command again.",
    }),
  },
  "company.precondition": {
    fr: ({ kind, what }) =>
      kind === "upload"
        ? {
            what: "L'envoi du justificatif a été interrompu.",
            hint: "Relancer la commande : il reprend où il s'est arrêté.",
          }
        : {
            what: `${frenchThing(kind, what)} a changé chez la société depuis votre dernière lecture.`,
            hint: kind === "report" ? `Le relire : porte declare show ${what}` : "Le relire, puis recommencer.",
          },
    en: ({ kind, what }) =>
      kind === "upload"
        ? {
            what: "The upload of the receipt was interrupted.",
            hint: "Run the command again: it resumes where it stopped.",
          }
        : {
            what: `${englishThing(kind, what)} has changed at the company since you last read it.`,
            hint: kind === "report" ? `Read it again: porte declare show ${what}` : "Read it again, then start over.",
          },
  },
  "company.idempotency": {
    fr: ({ key }) => ({
      what: `La clé de requête ${key} a déjà servi pour un autre envoi.`,
      hint: "Relancer la commande : elle utilise une nouvelle clé.",
    }),
    en: ({ key }) => ({
      what: `The request key ${key} was already used for another request.`,
      hint: "Run the command again: it uses a new key.",
    }),
  },
  "company.media_type": {
    fr: ({ given, wanted }) => ({
      what: `La société attend un envoi de type ${wanted} et a reçu ${given === "" ? "un envoi sans type" : given}.`,
      hint: "Mettre porte à jour. Si cela continue, le signaler.",
    }),
    en: ({ given, wanted }) => ({
      what: `The company expects ${wanted} and received ${given === "" ? "a body without a media type" : given}.`,
      hint: "Update porte. If this goes on, report it.",
    }),
  },
  "company.invalid": {
    fr: ({ errors }) => ({
      what: `L'envoi n'est pas conforme à ce que la société attend : ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join(" ; ")}.`,
      hint: "Mettre porte à jour. Si cela continue, le signaler.",
    }),
    en: ({ errors }) => ({
      what: `The request is not what the company expects: ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}.`,
      hint: "Update porte. If this goes on, report it.",
    }),
  },
  "company.run_under_way": {
    fr: ({ run }) => ({
      what: `La paie ${run} est en cours, ou arrêtée et à reprendre.`,
      hint: "Relancer la commande dans un instant : personne n'est payé deux fois.",
    }),
    en: ({ run }) => ({
      what: `The payroll run ${run} is in progress, or stopped and to be resumed.`,
      hint: "Run the command again in a moment: nobody is paid twice.",
    }),
  },
  "company.later_payslip": {
    fr: ({ month: ofMonth, later }) => ({
      what: `Le bulletin ${de(french.month(ofMonth))} ne peut pas être annulé : celui ${de(french.month(later))}, plus récent, en dépend.`,
      hint: "Annuler d'abord le bulletin le plus récent.",
    }),
    en: ({ month: ofMonth, later }) => ({
      what: `The payslip for ${english.month(ofMonth)} cannot be reversed: the later one, for ${english.month(later)}, depends on it.`,
      hint: "Reverse the newest payslip first.",
    }),
  },
  "company.already": {
    fr: ({ kind, what, state }) =>
      kind === "access"
        ? { what: `L'accès ${de(what)} a déjà pris fin.` }
        : kind === "proposal"
          ? { what: `La proposition « ${what} » est déjà ${state === "refused" ? "refusée" : "acceptée"}.` }
          : {
              what: `${frenchThing(kind, what)} ${frenchAlready[state] ?? `est déjà ${nameOf(stateNames.fr, state)}`}.`,
            },
    en: ({ kind, what, state }) =>
      kind === "access"
        ? { what: `The access of ${what} has already ended.` }
        : kind === "proposal"
          ? { what: `The proposal "${what}" is already ${state === "refused" ? "refused" : "accepted"}.` }
          : {
              what: `${englishThing(kind, what)} ${englishAlready[state] ?? `is already ${nameOf(stateNames.en, state)}`}.`,
            },
  },
  "company.taken": {
    fr: ({ what }) => ({
      what: `« ${what} » existe déjà.`,
      hint: "Choisir un autre nom.",
    }),
    en: ({ what }) => ({
      what: `"${what}" already exists.`,
      hint: "Choose another name.",
    }),
  },
  "company.contract_open": {
    fr: ({ name, end }) => ({
      what: `Le contrat ${de(name)} est encore en cours${end === null ? "" : `, jusqu'au ${french.day(end)}`}.`,
      hint: "Enregistrer d'abord sa fin : porte-company contracts end",
    }),
    en: ({ name, end }) => ({
      what: `The contract of ${name} is still running${end === null ? "" : `, until ${english.day(end)}`}.`,
      hint: "Record its end first: porte-company contracts end",
    }),
  },
  "company.last_administrator": {
    fr: () => ({
      what: "C'est le dernier administrateur de la société : son accès ne peut pas prendre fin.",
      hint: "Ajouter d'abord un autre administrateur : porte-company people add --role administrator",
    }),
    en: () => ({
      what: "This is the company's last administrator: the access cannot end.",
      hint: "Add another administrator first: porte-company people add --role administrator",
    }),
  },
  "company.access_open": {
    fr: ({ name }) => ({
      what: `${name} a encore accès à la société.`,
      hint: "Mettre d'abord fin à son accès : porte-company people end",
    }),
    en: ({ name }) => ({
      what: `${name} still has access to the company.`,
      hint: "End the access first: porte-company people end",
    }),
  },
  "company.unseen": {
    fr: () => ({
      what: "La version sur laquelle décider n'est pas indiquée.",
      hint: "Afficher d'abord le rapport ou le frais, puis décider.",
    }),
    en: () => ({
      what: "The version to decide on is not given.",
      hint: "Show the report or the expense first, then decide.",
    }),
  },
  "company.changed": {
    fr: ({ what }) => ({
      what: `« ${what} » a changé depuis son dernier affichage ici : aucune décision n'est enregistrée.`,
      hint: "Les changements sont affichés ci-dessus. Pour décider sur cette version, relancer la commande.",
    }),
    en: ({ what }) => ({
      what: `"${what}" has changed since it was last shown here: no decision was recorded.`,
      hint: "The changes are shown above. To decide on this version, run the command again.",
    }),
  },
  "company.paid_out": {
    fr: ({ month: paidWith }) => ({
      what: `Ce paiement a déjà servi à payer le bulletin ${de(french.month(paidWith))}.`,
      hint: "Annuler d'abord ce bulletin : porte-company payroll reverse",
    }),
    en: ({ month: paidWith }) => ({
      what: `This payment was already used to pay the payslip for ${english.month(paidWith)}.`,
      hint: "Reverse that payslip first: porte-company payroll reverse",
    }),
  },
  "company.payment_unconfirmed": {
    fr: ({ amountCents, mission, month: of, doubts }) => ({
      what: `Le paiement de ${french.format.euros(amountCents)} pour ${mission} en ${french.month(of)} n'est pas enregistré : ${doubts.map(frenchDoubt).join(" ; ")}.`,
      hint: "S'il est juste, ajouter --force --reason avec la raison.",
    }),
    en: ({ amountCents, mission, month: of, doubts }) => ({
      what: `The payment of ${english.format.euros(amountCents)} for ${mission} in ${english.month(of)} is not recorded: ${doubts.map(englishDoubt).join("; ")}.`,
      hint: "If it is right, add --force --reason with the reason.",
    }),
  },
  "company.not_invoiceable": {
    fr: ({ month, mission, why }) => ({
      what:
        why === "not-approved"
          ? `Le rapport ${de(french.month(month))} n'est pas approuvé : rien n'est facturé.`
          : `Le rapport ${de(french.month(month))} n'a aucun jour pour la mission ${mission} : rien n'est facturé.`,
      hint:
        why === "not-approved" ? "L'approuver d'abord : porte-company reports list" : "Vérifier la mission et le mois.",
    }),
    en: ({ month, mission, why }) => ({
      what:
        why === "not-approved"
          ? `The report for ${english.month(month)} is not approved: nothing was billed.`
          : `The report for ${english.month(month)} has no day for mission ${mission}: nothing was billed.`,
      hint:
        why === "not-approved" ? "Approve it first: porte-company reports list" : "Check the mission and the month.",
    }),
  },
  "company.no_mail": {
    fr: () => ({
      what: "La relance ne peut pas partir : la société n'envoie pas de courriel.",
      hint: "Démarrer le serveur avec --smtp et --mail-from, ou relancer le client autrement et l'enregistrer sans --send.",
    }),
    en: () => ({
      what: "The reminder cannot be sent: the company sends no mail.",
      hint: "Start the server with --smtp and --mail-from, or remind the client otherwise and record it without --send.",
    }),
  },
  "company.no_recipient": {
    fr: ({ client }) => ({
      what: `Aucune adresse électronique n'est connue pour ${client}.`,
      hint: "L'indiquer : porte-company clients set <id> --contact-email <adresse>",
    }),
    en: ({ client }) => ({
      what: `No mail address is known for ${client}.`,
      hint: "Record it: porte-company clients set <id> --contact-email <address>",
    }),
  },
  "company.invoiced": {
    fr: ({ month, mission, number }) => ({
      what: `La facture ${number} existe déjà pour la mission ${mission}, ${french.month(month)}.`,
      hint: `Pour en faire une autre, annuler celle-ci : porte-company invoices cancel ${number} --reason <raison>`,
    }),
    en: ({ month, mission, number }) => ({
      what: `Invoice ${number} already stands for mission ${mission}, ${english.month(month)}.`,
      hint: `To issue another one, cancel this one: porte-company invoices cancel ${number} --reason <reason>`,
    }),
  },
  "company.invoice_paid": {
    fr: ({ number, paidCents }) => ({
      what: `La facture ${number} n'est pas annulée : ${french.format.euros(paidCents)} en sont payés.`,
      hint: "Annuler d'abord le paiement : porte-company payments list",
    }),
    en: ({ number, paidCents }) => ({
      what: `Invoice ${number} was not cancelled: ${english.format.euros(paidCents)} of it is paid.`,
      hint: "Reverse the payment first: porte-company payments list",
    }),
  },
  "company.reversed": {
    fr: ({ kind, what }) => ({
      what:
        kind === "payment"
          ? "Ce paiement est déjà annulé."
          : `${isMonth(what) ? `Le bulletin ${de(french.month(what))}` : "Ce bulletin"} est déjà annulé.`,
    }),
    en: ({ kind, what }) => ({
      what:
        kind === "payment"
          ? "This payment is already reversed."
          : `${isMonth(what) ? `The payslip for ${english.month(what)}` : "This payslip"} is already reversed.`,
    }),
  },
};
