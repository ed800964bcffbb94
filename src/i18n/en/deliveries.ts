import type { frDeliveries, frDeliveriesHelp } from "../fr/deliveries.ts";

/** What is said of what leaves as a document. */
export const enDeliveries: typeof frDeliveries = {
  deliveries: {
    ready: (month: string) => `The report of ${month} is ready: it is still to be sent.`,
    by: {
      smtp: (to: string, at: string) => `Sent by mail to ${to} on ${at}.`,
      folder: (place: string, at: string) => `Saved in ${place} on ${at}.`,
      hand: (at: string) => `Handed over on ${at}.`,
    },
    eml: (place: string, to: string) => `Message to open, then to send to ${to}: ${place}`,
    mailto: (place: string, to: string) =>
      `Document to attach to a message for ${to} (the link attaches none): ${place}`,
    print: (place: string) => `Document to print or hand over: ${place}`,
    waiting: (to: string) => `Waiting to be sent to ${to}. To send it: porte sync`,
    failed: (to: string, reason: string) => `Sending to ${to} was refused: ${reason}`,
    unknown: (to: string) => `Whether it reached ${to} is not known: the connection was cut while it was being sent.`,
    nextSent: (month: string) => `Once it is sent: porte declare mark ${month} sent`,
    nextAnswer: (month: string) => `Once you have the answer: porte declare mark ${month} approved --file <file>`,
    marked: { sent: "is marked as sent", approved: "is marked as approved", refused: "is marked as refused" },
    markedMonth: (month: string, what: string) => `The report of ${month} ${what}.`,
    proofKept: (file: string) => `Evidence saved: ${file}`,
    mailRead: (from: string, at: string, subject: string) => `Message from ${from}, ${at}: ${subject}`,
    clientSent: (month: string) => `The report of ${month} was sent to the client.`,
    clientReady: (month: string) => `The report of ${month} is ready for the client.`,
    resent: (month: string) => `The report of ${month} was sent again, under the same message identifier.`,
    withdrawn: (month: string) =>
      `The report of ${month} is marked as withdrawn; it stays here as a draft. Tell the recipient: their copy does not change.`,
    holds: (month: string) => `The files of the report of ${month} are as they were sent.`,
    broken: (file: string) => `${file}: missing, or changed since.`,
    document: "Document",
    hash: "Hash (SHA-256)",
    recipient: "Recipient",
    when: "Date",
    messageId: "Message identifier",
    evidence: "Evidence of the answer",
    version: "Version",
  },
};

/** What is said of the commands and options that deal with it. */
export const enDeliveriesHelp: typeof frDeliveriesHelp = {
  mark: "mark a month as sent, approved or refused",
  markWhat: "sent, approved or refused",
  markFile: "what shows it: a signed PDF, a message (.eml), or their folder",
  markReason: "the reason of a refusal",
  markOn: "the day; default: that of the message, otherwise today",
  resend: "send a month again as it was, when it is not known whether it arrived",
  sendClient: "send the signed month to the client, to be signed",
  clientMission: "the mission whose client gets it",
  clientTo: "their address; default: that of the mission",
  also: "csv, xlsx: forms that go with the PDF",
};
