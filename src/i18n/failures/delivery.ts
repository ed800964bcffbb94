import { de } from "../elision.ts";
import { stateNames } from "../names.ts";
import { englishReason, frenchReason } from "./reasons.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchMissing = {
  host: { what: "Aucun serveur de messagerie n'est réglé.", hint: "porte config set mail.host <serveur>" },
  from: { what: "L'adresse de l'expéditeur n'est pas connue.", hint: "porte config set mail.from <adresse>" },
  password: {
    what: "Le mot de passe du serveur de messagerie n'est pas enregistré.",
    hint: "porte config set mail.password -",
  },
};

const englishMissing = {
  host: { what: "No mail server is set.", hint: "porte config set mail.host <server>" },
  from: { what: "The sender's address is not known.", hint: "porte config set mail.from <address>" },
  password: { what: "The password of the mail server is not saved.", hint: "porte config set mail.password -" },
};

const frenchAbout = (about: "report" | "expenses" | "client", month: string) =>
  ({
    report: `Le rapport ${de(french.month(month))}`,
    expenses: `Le dossier de frais ${de(french.month(month))}`,
    client: `Le rapport ${de(french.month(month))} pour le client`,
  })[about];

const englishAbout = (about: "report" | "expenses" | "client", month: string) =>
  ({
    report: `The report of ${english.month(month)}`,
    expenses: `The expense file of ${english.month(month)}`,
    client: `The report of ${english.month(month)} for the client`,
  })[about];

/** The command that says of what was cut that it arrived, or sends it again. */
const commandOf = (about: "report" | "expenses" | "client") => (about === "expenses" ? "expenses" : "declare");

const markedAs = {
  fr: { sent: "envoyé", paid: "remboursé", refused: "refusé" },
  en: { sent: "sent", paid: "paid back", refused: "refused" },
};

const frenchFaults = {
  kind: "ce n'est ni un PDF ni un message (.eml)",
  none: "aucun PDF ni message de ce mois n'y est",
  several: "plusieurs fichiers peuvent convenir",
};

const englishFaults = {
  kind: "it is neither a PDF nor a message (.eml)",
  none: "no PDF and no message of this month is there",
  several: "several files may be meant",
};

/** The words of what leaves as a document. */
export const deliveryWords: Words<"delivery"> = {
  "delivery.no_server": { fr: ({ missing }) => frenchMissing[missing], en: ({ missing }) => englishMissing[missing] },
  "delivery.plain": {
    fr: ({ host }) => ({
      what: `Le serveur ${host} n'est pas sur cette machine : un envoi sans chiffrement est refusé.`,
      hint: "porte config set mail.security starttls",
    }),
    en: ({ host }) => ({
      what: `The server ${host} is not on this machine: sending without encryption is refused.`,
      hint: "porte config set mail.security starttls",
    }),
  },
  "delivery.address": {
    fr: ({ address }) => ({
      what: `« ${address} » n'est pas une adresse de messagerie.`,
      hint: "Écrire l'adresse en entier, par exemple paie@exemple.fr",
    }),
    en: ({ address }) => ({
      what: `“${address}” is not a mail address.`,
      hint: "Write the whole address, for example payroll@example.com",
    }),
  },
  "delivery.secret": {
    fr: () => ({
      what: "Un mot de passe écrit dans la commande reste dans l'historique du terminal : il n'est pas enregistré.",
      hint: "Le donner sur l'entrée standard : porte config set mail.password -",
    }),
    en: () => ({
      what: "A password written in the command stays in the history of the terminal: it was not saved.",
      hint: "Give it on standard input: porte config set mail.password -",
    }),
  },
  "delivery.away": {
    fr: ({ to, reason }) => ({
      what: `L'envoi à ${to} n'a pas pu se faire (${frenchReason(reason)}).`,
      hint: "Rien n'est perdu. Pour l'envoyer : porte sync",
    }),
    en: ({ to, reason }) => ({
      what: `It could not be sent to ${to} (${englishReason(reason)}).`,
      hint: "Nothing is lost. To send it: porte sync",
    }),
  },
  "delivery.refused": {
    fr: ({ to, reason }) => ({
      what: `L'envoi à ${to} est refusé : ${frenchReason(reason)}. Rien n'est arrivé.`,
      hint: "Corriger l'adresse (porte company set) ou le serveur (porte config list), puis relancer la commande.",
    }),
    en: ({ to, reason }) => ({
      what: `Sending to ${to} was refused: ${englishReason(reason)}. Nothing arrived.`,
      hint: "Fix the address (porte company set) or the server (porte config list), then run the command again.",
    }),
  },
  "delivery.unknown": {
    fr: ({ about, month, to, reason }) => ({
      what: `${frenchAbout(about, month)} est peut-être arrivé chez ${to}, peut-être pas : la connexion a été coupée pendant l'envoi (${frenchReason(reason)}). Il ne sera pas renvoyé sans votre accord.`,
      hint: `Demander au destinataire. S'il l'a reçu : porte ${commandOf(about)} mark ${month} envoyé. Sinon : porte ${commandOf(about)} resend ${month}`,
    }),
    en: ({ about, month, to, reason }) => ({
      what: `${englishAbout(about, month)} may have reached ${to}, or not: the connection was cut while it was being sent (${englishReason(reason)}). It will not be sent again unless you ask.`,
      hint: `Ask the recipient. If it arrived: porte ${commandOf(about)} mark ${month} sent. If not: porte ${commandOf(about)} resend ${month}`,
    }),
  },
  "delivery.of_company": {
    fr: ({ month }) => ({
      what: `Le rapport ${de(french.month(month))} est en attente d'envoi à une société reliée : il n'est pas envoyé d'une autre manière.`,
      hint: `Pour l'envoyer à cette société : porte login. Pour l'envoyer comme document : porte declare ${month}`,
    }),
    en: ({ month }) => ({
      what: `The report of ${english.month(month)} is waiting to be sent to a connected company: it is not sent in another way.`,
      hint: `To send it to that company: porte login. To send it as a document: porte declare ${month}`,
    }),
  },
  "delivery.by_company": {
    fr: ({ command }) => ({
      what: `porte ${command} sert sans société reliée : la vôtre indique elle-même ce que devient le mois.`,
      hint: "porte declare list",
    }),
    en: ({ command }) => ({
      what: `porte ${command} is for when no company is connected: yours says itself what becomes of the month.`,
      hint: "porte declare list",
    }),
  },
  "delivery.also": {
    fr: ({ month }) => ({
      what: "--also joint un tableau au PDF d'un mois envoyé comme document : la société reliée reçoit le mois sans fichier.",
      hint: `Relancer sans --also. Pour enregistrer le PDF ensuite : porte declare get ${month} --pdf`,
    }),
    en: ({ month }) => ({
      what: "--also adds a table to the PDF of a month that leaves as a document: the connected company takes the month without a file.",
      hint: `Run it again without --also. To save the PDF then: porte declare get ${month} --pdf`,
    }),
  },
  "delivery.of_document": {
    fr: ({ month }) => ({
      what: `Le rapport ${de(french.month(month))} devait partir comme document : il n'est pas envoyé à la société reliée.`,
      hint: `Pour l'envoyer à cette société : porte declare ${month}`,
    }),
    en: ({ month }) => ({
      what: `The report of ${english.month(month)} was to leave as a document: it is not sent to the connected company.`,
      hint: `To send it to that company: porte declare ${month}`,
    }),
  },
  "delivery.state": {
    fr: ({ month, state }) => ({
      what: `Le rapport ${de(french.month(month))} est à l'état « ${stateNames.fr[state as keyof typeof stateNames.fr] ?? state} » : cette action n'est pas possible.`,
      hint:
        state === "queued"
          ? "L'envoyer d'abord : porte sync"
          : state === "draft"
            ? `L'envoyer d'abord : porte declare ${month}`
            : `Voir où il en est : porte declare show ${month}`,
    }),
    en: ({ month, state }) => ({
      what: `The report of ${english.month(month)} is “${stateNames.en[state as keyof typeof stateNames.en] ?? state}”: this cannot be done.`,
      hint:
        state === "queued"
          ? "Send it first: porte sync"
          : state === "draft"
            ? `Send it first: porte declare ${month}`
            : `See where it stands: porte declare show ${month}`,
    }),
  },
  "delivery.no_dossier": {
    fr: ({ month }) => ({
      what: `Aucun frais ${de(french.month(month))} n'a été envoyé.`,
      hint: `Pour l'envoyer : porte expenses submit ${month}`,
    }),
    en: ({ month }) => ({
      what: `No expense of ${english.month(month)} has been sent.`,
      hint: `To send it: porte expenses submit ${month}`,
    }),
  },
  "delivery.nothing_to_mark": {
    fr: ({ month, mark }) => ({
      what: `Aucun frais envoyé ${de(french.month(month))} ne peut devenir « ${markedAs.fr[mark]} » : tous ont déjà leur réponse.`,
      hint: `porte expenses list ${month}. Pour changer la réponse d'un frais : --only <identifiant>`,
    }),
    en: ({ month, mark }) => ({
      what: `No expense sent of ${english.month(month)} can become “${markedAs.en[mark]}”: each has its answer.`,
      hint: `porte expenses list ${month}. To change the answer of one expense: --only <id>`,
    }),
  },
  "delivery.evidence": {
    fr: ({ file, month, fault }) => ({
      what: `${file} ne prouve rien pour ${french.month(month)} : ${frenchFaults[fault]}.`,
      hint: "Donner le fichier lui-même : --file <fichier.pdf|message.eml>",
    }),
    en: ({ file, month, fault }) => ({
      what: `${file} proves nothing for ${english.month(month)}: ${englishFaults[fault]}.`,
      hint: "Give the file itself: --file <file.pdf|message.eml>",
    }),
  },
  "delivery.no_client": {
    fr: ({ month, clients }) => ({
      what:
        clients.length > 1
          ? `Le rapport ${de(french.month(month))} a plusieurs clients : ${french.lists.or(clients)}.`
          : `L'adresse du client n'est pas connue pour ${french.month(month)}.`,
      hint:
        clients.length > 1
          ? `porte declare send-client ${month} --for <mission>`
          : `porte declare send-client ${month} --to <adresse>`,
    }),
    en: ({ month, clients }) => ({
      what:
        clients.length > 1
          ? `The report of ${english.month(month)} has several clients: ${english.lists.or(clients)}.`
          : `The client's address is not known for ${english.month(month)}.`,
      hint:
        clients.length > 1
          ? `porte declare send-client ${month} --for <mission>`
          : `porte declare send-client ${month} --to <address>`,
    }),
  },
};
