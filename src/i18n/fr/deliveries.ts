import { de } from "../elision.ts";

/** What is said of what leaves as a document. */
export const frDeliveries = {
  deliveries: {
    ready: (month: string) => `Le rapport ${de(month)} est prêt : il reste à l'envoyer.`,
    by: {
      smtp: (to: string, at: string) => `Envoyé par message à ${to} le ${at}.`,
      folder: (place: string, at: string) => `Enregistré dans ${place} le ${at}.`,
      hand: (at: string) => `Transmis le ${at}.`,
    },
    eml: (place: string, to: string) => `Message à ouvrir, puis à envoyer à ${to} : ${place}`,
    mailto: (place: string, to: string) =>
      `Document à joindre à un message pour ${to} (le lien n'en joint aucun) : ${place}`,
    print: (place: string) => `Document à imprimer, ou à remettre : ${place}`,
    waiting: (to: string) => `En attente d'envoi à ${to}. Pour l'envoyer : porte sync`,
    failed: (to: string, reason: string) => `L'envoi à ${to} est refusé : ${reason}`,
    unknown: (to: string) => `L'arrivée chez ${to} n'est pas connue : la connexion a été coupée pendant l'envoi.`,
    nextSent: (month: string) => `Une fois envoyé : porte declare mark ${month} envoyé`,
    nextAnswer: (month: string) => `Une fois la réponse reçue : porte declare mark ${month} approuvé --file <fichier>`,
    marked: {
      sent: "est enregistré comme envoyé",
      approved: "est enregistré comme approuvé",
      refused: "est enregistré comme refusé",
    },
    markedMonth: (month: string, what: string) => `Le rapport ${de(month)} ${what}.`,
    proofKept: (file: string) => `Pièce enregistrée : ${file}`,
    mailRead: (from: string, at: string, subject: string) => `Message de ${from}, ${at} : ${subject}`,
    clientSent: (month: string) => `Le rapport ${de(month)} est envoyé au client.`,
    clientReady: (month: string) => `Le rapport ${de(month)} est prêt pour le client.`,
    resent: (month: string) => `Le rapport ${de(month)} est renvoyé, sous le même identifiant de message.`,
    withdrawn: (month: string) =>
      `Le rapport ${de(month)} est enregistré comme retiré ; il reste ici comme brouillon. Prévenir le destinataire : son exemplaire ne change pas.`,
    holds: (month: string) => `Les fichiers du rapport ${de(month)} sont tels qu'ils ont été envoyés.`,
    broken: (file: string) => `${file} : absent, ou modifié depuis.`,
    document: "Document",
    hash: "Empreinte (SHA-256)",
    recipient: "Destinataire",
    when: "Date",
    messageId: "Identifiant du message",
    evidence: "Pièce de la réponse",
    version: "Version",
  },
};

/** What is said of the commands and options that deal with it. */
export const frDeliveriesHelp = {
  mark: "enregistrer qu'un mois est envoyé, approuvé ou refusé",
  markWhat: "envoyé, approuvé ou refusé",
  markFile: "ce qui le montre : un PDF signé, un message (.eml), ou leur dossier",
  markReason: "le motif d'un refus",
  markOn: "le jour ; par défaut celui du message, sinon aujourd'hui",
  resend: "envoyer de nouveau un mois tel quel, quand on ne sait pas s'il est arrivé",
  sendClient: "envoyer le mois signé au client, pour qu'il le signe",
  clientMission: "la mission dont le client le reçoit",
  clientTo: "son adresse ; par défaut celle de la mission",
  also: "csv, xlsx : formes jointes au PDF",
};
