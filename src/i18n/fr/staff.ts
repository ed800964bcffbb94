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
    show: "afficher en détail, dans son état actuel",
    receipt: "enregistrer le justificatif d'un frais",
    payments: "lister les paiements des clients, avec leur état",
    reverse: "annuler un paiement, par des écritures inverses",
    showRun: "voir où en est une paie : qui est payé, qui ne l'est pas et pourquoi",
    resumeRun: "reprendre une paie arrêtée, et la suivre jusqu'à sa fin",
    reversePayslip: "annuler le dernier bulletin d'un porté, pour que son mois puisse être payé de nouveau",
  },
  options: {
    token:
      "jeton d'opérateur ; visible par les autres utilisateurs de cette machine : préférer PORTE_COMPANY_TOKEN ou --token-file",
    tokenFile: "fichier du jeton, - pour l'entrée standard (ou PORTE_COMPANY_TOKEN_FILE)",
    sendAnew:
      "envoyer de nouveau ce qui est resté sans réponse plus de 30 jours ; vérifier d'abord que ce n'est pas fait",
    timeout: "attente maximale d'une réponse, en secondes",
    seen: "version sur laquelle décider (champ etag de la liste)",
    yes: "décider sans confirmation sur la version actuelle",
    output: "fichier à écrire",
    reversalReason: "raison de l'annulation, enregistrée avec elle",
  },
  answeredBefore: (at: string) => `Réponse à l'envoi du ${at}, resté sans réponse : rien n'a été fait deux fois.`,
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
    vat: "TVA",
    units: "nombre",
    department: "département",
    reason: "raison",
  },
  noReceipt: "aucun",
  changes: "Ce qui a changé depuis :",
  ask: { approve: "Approuver ?", reject: "Refuser ?", question: "Poser la question ?" },
  receiptSaved: (file: string) => `Justificatif enregistré : ${file}`,
  noPayment: "Aucun paiement.",
  runFollowed: (run: string) =>
    `Paie ${run} en cours. Elle continue si vous quittez. Pour la suivre : porte-company payroll show ${run}`,
  runAt: (paid: number, leftOut: number, waiting: number) =>
    `Payés : ${paid} · non payés : ${leftOut} · en attente : ${waiting}`,
  runStopped: (run: string) => `Paie arrêtée. Pour la reprendre : porte-company payroll resume ${run}`,
  payslipReversed: (name: string, month: string, balance: string) =>
    `Bulletin de ${name} pour ${month} annulé. Solde : ${balance}. Le mois peut être payé de nouveau.`,
  paymentStates: { received: "reçu", "paid-out": "versé", reversed: "annulé" } satisfies Labels<PaymentState>,
  payment: ({ id, name, client, amount, day, state, reason }: PaymentLine) =>
    `${id}  ${name}  ${client}, ${amount} le ${day} : ${state}${reason === null ? "" : ` (${reason})`}`,
  reversed: (amount: string, fee: string, balance: string) =>
    `Paiement de ${amount} annulé. Frais de gestion restitués : ${fee}. Solde : ${balance}.`,
};
