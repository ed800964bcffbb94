import type { components } from "../../contract/types.ts";
import type { Labels } from "../labels.ts";

type Schemas = components["schemas"];

/** What is said of invoices, to the staff that issues them. */
export const frInvoices = {
  summaries: {
    group: "facturer les clients, les relancer",
    list: "lister les factures, leur échéance et ce qui en est payé",
    issue: "facturer un mois approuvé d'une mission",
    get: "enregistrer le PDF d'une facture",
    remind: "enregistrer une relance du client, ou l'envoyer",
    cancel: "annuler une facture que personne n'a payée",
    terms: "fixer le délai de paiement et la facturation automatique",
  },
  options: {
    days: "délai de paiement en jours, 60 au plus ; par défaut : celui de la société, sinon 30",
    vat: "taux de TVA ; par défaut : le taux normal",
    channel: "moyen de la relance : mail, phone ou letter ; par défaut : mail",
    sentOn: "jour de la relance ; par défaut : aujourd'hui",
    next: "jour de la prochaine relance",
    send: "envoyer la relance par courriel, avec la facture",
    reason: "raison de l'annulation, enregistrée avec elle",
    automatic: "facturer chaque mois dès son approbation : oui ou non",
    lateRate: "taux annuel dû par un client en retard ; par défaut : le taux légal",
    invoice: "numéro de la facture payée, à la place du salarié porté, de la mission et du mois",
  },
  none: "Aucune facture.",
  states: {
    issued: "à payer",
    "part-paid": "payée en partie",
    paid: "payée",
    late: "en retard",
    cancelled: "annulée",
  } satisfies Labels<Schemas["InvoiceState"]>,
  number: "Facture",
  client: "Client",
  month: "Mois",
  porte: "Salarié porté",
  amount: "Montant HT",
  due: "Échéance",
  paid: "Payé HT",
  state: "État",
  reminded: "Relances",
  issued: (number: string, client: string, amount: string, due: string) =>
    `Facture ${number} de ${amount} HT pour ${client} enregistrée. À payer au plus tard le ${due}.`,
  remindedOn: (number: string, by: string, next: string | null) =>
    `Relance de la facture ${number} enregistrée, faite par ${by}.${next === null ? "" : ` Prochaine relance : ${next}.`}`,
  remindedByMail: (number: string, next: string | null) =>
    `La relance de la facture ${number} part par courriel au client, avec la facture.${next === null ? "" : ` Prochaine relance : ${next}.`}`,
  saved: (file: string) => `Facture enregistrée : ${file}`,
  cancelled: (number: string) => `Facture ${number} annulée. Le mois peut être facturé de nouveau.`,
  terms: (days: number, isAutomatic: boolean) =>
    `Délai de paiement des clients : ${days} jours. Facturation dès l'approbation : ${isAutomatic ? "oui" : "non"}.`,
};
