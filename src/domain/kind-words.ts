import { KINDS, type Kind } from "./activity.ts";
import { plainWord } from "./columns.ts";

/** What people write for a kind of time in their own sheets, in French or in English, without accents and in small letters. */
const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  mission: ["prestation", "facture", "billed"],
  unbilled: ["offert", "non facture", "mission offerte"],
  prospecting: ["prospection", "commercial"],
  training: ["formation"],
  delegation: ["heures de delegation"],
  "paid-leave": ["conge", "conges", "conge paye", "conges payes", "cp", "paid leave", "leave"],
  "unpaid-leave": ["conge sans solde", "sans solde", "unpaid leave"],
  sick: ["maladie", "arret maladie", "sick leave"],
  holiday: ["ferie", "jour ferie", "public holiday"],
  intermission: ["intercontrat", "inter-contrat", "intermission"],
};

/** Finds the kind of time that a word means; null for none. */
export function kindFromWord(text: string): Kind | null {
  const word = plainWord(text);
  return KINDS.find((kind) => kind === word || WORDS[kind].includes(word)) ?? null;
}
