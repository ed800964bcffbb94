import type { Kind } from "../domain/activity.ts";
import type { ExpenseCategory } from "../domain/expense.ts";
import type { Labels, State } from "./labels.ts";

/**
 * What codes are called, for the catalogues and for failures: a failure has codes as facts, and no catalogue at hand. Both languages
 * stand together, because who changes one must see the other.
 */
export const stateNames = {
  fr: {
    questioned: "précision demandée",
    withdrawn: "retiré",
    queued: "en attente d'envoi",
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

/** Names a code, or shows it as it is written where only a later company knows it. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}
