import type { Labels, PaymentState } from "../labels.ts";

/** A payment as a list of them shows it. */
interface PaymentLine {
  readonly id: string;
  readonly name: string;
  readonly client: string;
  readonly amount: string;
  readonly day: string;
  readonly state: string;
  /** Why it was taken back. */
  readonly reason: string | null;
}

/** The sentences of the staff's program as a client: what it keeps, what was seen, what is taken back. */
export const frStaff = {
  summaries: {
    show: "montrer en entier, dans l'état présent",
    receipt: "enregistrer le justificatif d'un frais",
    payments: "lister les paiements des clients et ce qu'ils sont devenus",
    reverse: "annuler un paiement par des écritures opposées",
    showRun: "montrer une paie : où elle en est, qui est payé, qui ne l'est pas et pourquoi",
    resumeRun: "reprendre une paie arrêtée, et la suivre jusqu'à sa fin",
    reversePayslip: "annuler le dernier bulletin d'un porté, pour que son mois puisse être payé de nouveau",
  },
  options: {
    token:
      "jeton d'opérateur ; chacun sur cette machine peut le lire ainsi : mieux, PORTE_COMPANY_TOKEN ou --token-file",
    tokenFile: "fichier du jeton, - pour l'entrée standard (ou PORTE_COMPANY_TOKEN_FILE)",
    sendAnew:
      "envoyer de nouveau, comme un autre acte, ce qui est parti il y a un mois sans réponse : vérifier d'abord que ce n'est pas fait",
    timeout: "secondes d'attente d'une réponse",
    seen: "version sur laquelle décider, celle du champ etag de la liste",
    yes: "décider sur ce qui est lu à l'instant, et le montrer",
    output: "fichier à écrire",
    reversalReason: "raison de l'annulation, gardée avec elle",
  },
  answeredBefore: (at: string) =>
    `Réponse à l'envoi du ${at}, qui n'avait pas eu de retour : rien n'a été fait deux fois.`,
  clientDecisions: { approve: "a approuvé", reject: "a refusé", "…": "n'a pas encore répondu" },
  facts: {
    version: "version",
    turnover: "chiffre d'affaires",
    clients: "clients",
    date: "jour",
    amount: "montant",
    category: "catégorie",
    taxable: "part imposable",
    mission: "mission",
    note: "note",
    trip: "trajet",
    receipt: "justificatif",
    question: "question",
    answer: "réponse",
  },
  changes: "Ce qui a changé depuis :",
  ask: { approve: "Approuver ?", reject: "Refuser ?", question: "Poser la question ?" },
  receiptSaved: (file: string) => `Justificatif écrit : ${file}`,
  noPayment: "Aucun paiement.",
  runFollowed: (run: string) =>
    `Paie ${run} en cours. La quitter ne perd rien : porte-company payroll show ${run} dit où elle en est.`,
  runAt: (paid: number, leftOut: number, waiting: number) =>
    `Payés : ${paid} · laissés : ${leftOut} · en attente : ${waiting}`,
  runStopped: (run: string) => `Paie arrêtée : porte-company payroll resume ${run} la reprend.`,
  payslipReversed: (name: string, month: string, balance: string) =>
    `Bulletin de ${name} pour ${month} annulé, solde ${balance}. Le mois peut être payé de nouveau.`,
  paymentStates: { received: "reçu", "paid-out": "versé", reversed: "annulé" } satisfies Labels<PaymentState>,
  payment: ({ id, name, client, amount, day, state, reason }: PaymentLine) =>
    `${id}  ${name}  ${client}, ${amount} le ${day} : ${state}${reason === null ? "" : ` (${reason})`}`,
  reversed: (amount: string, fee: string, balance: string) =>
    `Paiement de ${amount} annulé, frais de gestion rendus ${fee}, solde ${balance}.`,
};
