import * as delivery from "../../src/view/delivery.ts";
import { sentText } from "../../src/view/report.ts";
import * as dossiers from "../../src/view/sent-dossier.ts";
import { each, type Pages } from "./faces.ts";
import * as shown from "./shown.ts";

const LEFT = {
  ...{ id: "1f0c", about: "report", month: "2026-11", at: "2026-11-30T17:00:00.000Z", place: null, reason: null },
  documents: [
    {
      file: "1f0c_cra-2026-11-claire-morel.pdf",
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
  ],
} as const;

/** Each way in which a month can leave as a document, and how it can stand. */
const DELIVERIES: readonly delivery.ShownDelivery[] = [
  { ...LEFT, state: "delivered", by: "mail", via: "smtp", to: "paie@portage.example", messageId: "<1f0c@example.fr>" },
  {
    ...LEFT,
    state: "delivered",
    by: "folder",
    via: null,
    to: "/srv/portage",
    messageId: null,
    place: "/srv/portage/cra-2026-11.pdf",
  },
  { ...LEFT, state: "delivered", by: "print", via: null, to: null, messageId: null },
  {
    ...LEFT,
    state: "prepared",
    by: "print",
    via: null,
    to: null,
    messageId: null,
    place: "/home/claire/cra-2026-11.pdf",
  },
  {
    ...LEFT,
    state: "prepared",
    by: "mail",
    via: "eml",
    to: "paie@portage.example",
    messageId: "<1f0c@example.fr>",
    place: "/home/claire/cra-2026-11.eml",
  },
  {
    ...LEFT,
    state: "prepared",
    by: "mail",
    via: "mailto",
    to: "paie@portage.example",
    messageId: null,
    place: "/home/claire/cra-2026-11.pdf",
  },
  {
    ...LEFT,
    state: "waiting",
    by: "mail",
    via: "smtp",
    to: "paie@portage.example",
    messageId: "<1f0c@example.fr>",
    reason: "ECONNREFUSED",
  },
  {
    ...LEFT,
    state: "failed",
    by: "mail",
    via: "smtp",
    to: "paie@portage.example",
    messageId: "<1f0c@example.fr>",
    reason: "550 no such user",
  },
  {
    ...LEFT,
    state: "unknown",
    by: "mail",
    via: "smtp",
    to: "paie@portage.example",
    messageId: "<1f0c@example.fr>",
    reason: "ECONNRESET",
  },
];

/** What shows that a month left: all of it, and with a file that is gone. */
const OWN_PROOFS = [
  {
    month: "2026-11",
    version: 1,
    delivery: {
      ...LEFT,
      state: "delivered" as const,
      by: "folder" as const,
      via: null,
      to: "/srv/portage",
      messageId: null,
    },
    proof: null,
    faults: [],
  },
  {
    ...{
      month: "2026-11",
      version: 2,
      delivery: {
        ...LEFT,
        state: "prepared" as const,
        by: "mail" as const,
        via: "eml" as const,
        to: "paie@portage.example",
        messageId: "<1f0c@example.fr>",
      },
      faults: ["2026-11-9f86d081_reply.eml"],
    },
    proof: {
      file: "2026-11-9f86d081_reply.eml",
      sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    },
  },
];

/** The expenses of a month that leave together, each way. */
const DOSSIERS = DELIVERIES.map((one, index) => ({
  dossier: {
    month: "2026-11",
    number: 1,
    expenses: [{ id: "e1" }, { id: "e2" }].slice(index % 2),
    amountCents: 18_420,
  },
  delivery: { ...one, about: "expenses" },
}));

/** The pages of what leaves as a document. */
const EVIDENCE = [
  {
    read: { from: "compta@sud.example", date: "2026-12-01T09:00:00.000Z", subject: "Re: CRA" },
    proof: { file: "2026-11-1a2b3c4d_reponse.eml" },
  },
  { read: { from: null, date: null, subject: null }, proof: null },
];

export const DELIVERY_PAGES: Pages = {
  delivery: {
    deliveryText: each(DELIVERIES, delivery.deliveryText),
    deliveryLine: each(DELIVERIES, delivery.deliveryLine),
    evidenceLines: each(EVIDENCE, (look, shown) => delivery.evidenceLines(look, shown).join("\n")),
    deliveryJson: each(DELIVERIES, (_look, one) => delivery.deliveryJson(one)),
    ownProofText: each(OWN_PROOFS, delivery.ownProofText),
    ownProofJson: each(OWN_PROOFS, (_look, one) => delivery.ownProofJson(one)),
  },
  "sent-dossier": {
    dossierText: each(DOSSIERS, dossiers.dossierText),
    dossierJson: each(DOSSIERS, (_look, one) => dossiers.dossierJson(one)),
    openDossiers: [(look) => dossiers.openDossiers(look, DOSSIERS).join("\n")],
  },
};

/** The same month as each of them has it. */
export const LEFT_MONTHS = DELIVERIES.map(
  (one) => (look: Parameters<typeof sentText>[0]) =>
    sentText(look, { ...shown.REPORT, receipt: null, delivery: one }, true),
);
