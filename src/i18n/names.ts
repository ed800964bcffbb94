import type { Kind } from "../domain/activity.ts";
import type { Mention } from "../domain/contracts/mentions.ts";
import type { ExpenseCategory } from "../domain/expense.ts";
import type { VehicleKind } from "../domain/mileage.ts";
import type { Labels, Role, Scope, State } from "./labels.ts";

/**
 * What codes are called, for the catalogues and for failures: a failure has codes as facts, and no catalogue at hand. Both languages
 * stand together, because who changes one must see the other.
 */
export const stateNames = {
  fr: {
    questioned: "précision demandée",
    withdrawn: "retiré",
    queued: "en attente d'envoi",
    prepared: "prêt à envoyer",
    unknown: "arrivée à vérifier",
    draft: "brouillon",
    submitted: "envoyé",
    "awaiting-client": "chez le client",
    approved: "approuvé",
    refused: "refusé",
    locked: "payé",
    reimbursed: "remboursé",
  },
  en: {
    questioned: "details requested",
    withdrawn: "withdrawn",
    queued: "waiting to be sent",
    prepared: "ready to send",
    unknown: "arrival to be checked",
    draft: "draft",
    submitted: "sent",
    "awaiting-client": "with the client",
    approved: "approved",
    refused: "refused",
    locked: "paid",
    reimbursed: "reimbursed",
  },
} satisfies Readonly<Record<"fr" | "en", Labels<State>>>;

/** What a day or a part of one is spent on. */
export const kindNames = {
  fr: {
    mission: "mission",
    unbilled: "non facturé",
    prospecting: "prospection",
    training: "formation",
    delegation: "délégation",
    "paid-leave": "congés payés",
    "unpaid-leave": "congé sans solde",
    sick: "maladie",
    holiday: "férié",
    intermission: "intermission",
  },
  en: {
    mission: "mission",
    unbilled: "unbilled",
    prospecting: "prospecting",
    training: "training",
    delegation: "delegation",
    "paid-leave": "paid leave",
    "unpaid-leave": "unpaid leave",
    sick: "sick leave",
    holiday: "public holiday",
    intermission: "intermission",
  },
} satisfies Readonly<Record<"fr" | "en", Labels<Kind>>>;

/** What an expense is for. */
export const categoryNames = {
  fr: {
    restaurant: "restaurant",
    "meal-away": "repas en déplacement",
    lodging: "hébergement",
    transport: "transport",
    mileage: "kilomètres",
    telecom: "télécom",
    equipment: "matériel",
    "home-office": "bureau à domicile",
    telework: "télétravail",
    training: "formation",
    other: "autre",
  },
  en: {
    restaurant: "restaurant",
    "meal-away": "meal away",
    lodging: "lodging",
    transport: "transport",
    mileage: "mileage",
    telecom: "telecom",
    equipment: "equipment",
    "home-office": "home office",
    telework: "telework",
    training: "training",
    other: "other",
  },
} satisfies Readonly<Record<"fr" | "en", Labels<ExpenseCategory>>>;

/** What a token lets do. */
export const scopeNames = {
  fr: { read: "consulter", declare: "déclarer", expenses: "envoyer des frais", operator: "gérer la société" },
  en: { read: "read", declare: "declare", expenses: "send expenses", operator: "manage the company" },
} satisfies Readonly<Record<"fr" | "en", Labels<Scope>>>;

/** What somebody is at the company. */
export const roleNames = {
  fr: {
    porte: "salarié porté",
    adviser: "conseiller",
    payroll: "gestionnaire de paie",
    administrator: "administrateur",
  },
  en: { porte: "porté", adviser: "adviser", payroll: "payroll manager", administrator: "administrator" },
} satisfies Readonly<Record<"fr" | "en", Labels<Role>>>;

/** What drives. */
export const vehicleNames = {
  fr: { car: "voiture", motorcycle: "moto", moped: "cyclomoteur" },
  en: { car: "car", motorcycle: "motorcycle", moped: "moped" },
} satisfies Readonly<Record<"fr" | "en", Labels<VehicleKind>>>;

/** What the columns of a file hold; an English name that is its code stands as it is. */
export const columnNames: Readonly<Record<"fr" | "en", Readonly<Record<string, string>>>> = {
  fr: {
    date: "date",
    label: "libellé",
    amount: "montant",
    debit: "débit",
    credit: "crédit",
    currency: "devise",
    km: "kilomètres",
    kind: "nature",
    hours: "heures",
    project: "code projet",
    from: "départ",
    to: "arrivée",
    return: "aller-retour",
    note: "motif",
    startDate: "date de début",
    startTime: "heure de début",
    endDate: "date de fin",
    endTime: "heure de fin",
    duration: "durée",
    otherLabel: "autre libellé",
    fee: "frais",
    feeCurrency: "devise des frais",
    state: "état",
    direction: "sens",
    id: "numéro",
  },
  en: {
    date: "day",
    km: "kilometres",
    project: "project code",
    return: "there and back",
    note: "purpose",
    startDate: "start date",
    startTime: "start time",
    endDate: "end date",
    endTime: "end time",
    otherLabel: "other label",
    feeCurrency: "currency of the fee",
    id: "number",
  },
};

/** Names a code, or shows it as it is written where only a later company knows it. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** The mandatory mentions of contracts. */
export const mentionNames = {
  fr: {
    "porte-identity": "identité du salarié porté",
    skills: "compétences, qualifications et domaines d'expertise",
    service: "description de la prestation et conditions d'exécution",
    term: "terme ou durée minimale de la prestation",
    price: "prix de la prestation",
    "client-responsibility": "responsabilité du client pour la santé, la sécurité et la durée du travail",
    equipment: "équipements de protection individuelle",
    guarantor: "garant financier",
    insurer: "assureur et numéro de police",
    pay: "calcul et versement de la rémunération",
    expenses: "déduction des frais professionnels",
    "paid-leave": "congés payés",
    trial: "durée de la période d'essai",
    "pension-fund": "caisse de retraite complémentaire et prévoyance",
    "report-period": "périodicité du compte rendu d'activité",
    "contract-term": "terme du contrat",
    "client-identity": "identité et adresse du client",
    duration: "durée de la prestation",
    "least-duration": "durée minimale de la prestation",
  },
  en: {
    "porte-identity": "identity of the porté",
    skills: "skills, qualifications and areas of expertise",
    service: "description of the service and how it is carried out",
    term: "end or minimum term of the service",
    price: "price of the service",
    "client-responsibility": "the client's responsibility for health, safety and working hours",
    equipment: "protective equipment",
    guarantor: "financial guarantor",
    insurer: "insurer and policy number",
    pay: "how pay is computed and paid",
    expenses: "how expenses are deducted",
    "paid-leave": "paid leave",
    trial: "length of the trial period",
    "pension-fund": "pension and provident funds",
    "report-period": "how often activity reports are due",
    "contract-term": "end of the contract",
    "client-identity": "identity and address of the client",
    duration: "duration of the service",
    "least-duration": "minimum duration of the service",
  },
} satisfies Readonly<Record<"fr" | "en", Readonly<Record<Mention, string>>>>;
