/** What may be typed for one value: French words, then English ones. The first of each language is the one that is proposed. */
interface TypedWords {
  readonly fr: readonly string[];
  readonly en: readonly string[];
}

/** The months from January. */
export const MONTH_NAMES: readonly TypedWords[] = [
  { fr: ["janvier", "janv", "jan"], en: ["january", "jan"] },
  { fr: ["février", "févr", "fév"], en: ["february", "feb"] },
  { fr: ["mars", "mar"], en: ["march", "mar"] },
  { fr: ["avril", "avr"], en: ["april", "apr"] },
  { fr: ["mai"], en: ["may"] },
  { fr: ["juin"], en: ["june", "jun"] },
  { fr: ["juillet", "juil"], en: ["july", "jul"] },
  { fr: ["août"], en: ["august", "aug"] },
  { fr: ["septembre", "sept", "sep"], en: ["september", "sept", "sep"] },
  { fr: ["octobre", "oct"], en: ["october", "oct"] },
  { fr: ["novembre", "nov"], en: ["november", "nov"] },
  { fr: ["décembre", "déc"], en: ["december", "dec"] },
];

/** The days of the week from Monday. */
export const WEEKDAY_NAMES: readonly TypedWords[] = [
  { fr: ["lundi", "lun"], en: ["monday", "mon"] },
  { fr: ["mardi", "mar"], en: ["tuesday", "tue", "tues"] },
  { fr: ["mercredi", "mer"], en: ["wednesday", "wed"] },
  { fr: ["jeudi", "jeu"], en: ["thursday", "thu", "thur", "thurs"] },
  { fr: ["vendredi", "ven"], en: ["friday", "fri"] },
  { fr: ["samedi", "sam"], en: ["saturday", "sat"] },
  { fr: ["dimanche", "dim"], en: ["sunday", "sun"] },
];

/** Months by how far they are from today's. */
export const MONTHS_FROM_NOW: Readonly<Record<"0" | "-1", TypedWords>> = {
  "0": {
    fr: ["courant", "en cours", "actuel", "ce mois", "ce mois-ci", "mois courant", "mois en cours"],
    en: ["current", "this month"],
  },
  "-1": {
    fr: ["dernier", "précédent", "mois dernier", "mois précédent", "le mois dernier"],
    en: ["last", "previous", "last month"],
  },
};

/** Days by how far they are from today. */
export const DAYS_FROM_NOW: Readonly<Record<"0" | "-1" | "-2" | "1", TypedWords>> = {
  "0": { fr: ["aujourd'hui", "aujourdhui"], en: ["today"] },
  "-1": { fr: ["hier"], en: ["yesterday"] },
  "-2": { fr: ["avant-hier"], en: ["day before yesterday"] },
  "1": { fr: ["demain"], en: ["tomorrow"] },
};

export const YES_NO: Readonly<Record<"yes" | "no", TypedWords>> = {
  yes: { fr: ["oui", "o"], en: ["yes", "y"] },
  no: { fr: ["non", "n"], en: ["no", "n"] },
};

/** The words of what an option may be; a value that is not here is typed as it is. */
export const CHOICE_WORDS: Readonly<Record<string, TypedWords>> = {
  /** Kinds of time. */
  mission: { fr: ["mission", "prestation", "facturé"], en: ["mission", "billed"] },
  unbilled: { fr: ["offert", "non-facturé", "mission-offerte"], en: ["unbilled"] },
  prospecting: { fr: ["prospection", "commercial"], en: ["prospecting"] },
  training: { fr: ["formation"], en: ["training"] },
  delegation: { fr: ["délégation", "heures-de-délégation"], en: ["delegation"] },
  "paid-leave": {
    fr: ["congés", "congé", "congés-payés", "congé-payé", "CP", "vacances"],
    en: ["paid-leave", "leave"],
  },
  "unpaid-leave": { fr: ["sans-solde", "congé-sans-solde", "congés-sans-solde"], en: ["unpaid-leave"] },
  sick: { fr: ["maladie", "arrêt-maladie", "malade"], en: ["sick", "sick-leave"] },
  holiday: { fr: ["férié", "fériés", "jour-férié"], en: ["holiday", "public-holiday"] },
  intermission: { fr: ["intercontrat", "inter-contrat"], en: ["intermission"] },
  /** Categories of expenses. */
  restaurant: { fr: ["restaurant", "resto", "repas"], en: ["restaurant", "meal"] },
  "meal-away": { fr: ["repas-en-déplacement", "déplacement", "repas"], en: ["meal-away", "meal"] },
  lodging: { fr: ["hébergement", "hôtel", "nuit", "logement"], en: ["lodging", "hotel"] },
  transport: {
    fr: ["transport", "transports", "train", "avion", "taxi", "métro", "bus", "parking", "péage"],
    en: ["transport", "train", "plane", "taxi", "bus", "parking", "toll"],
  },
  mileage: { fr: ["kilomètres", "kilométrique", "indemnités-kilométriques", "IK", "km"], en: ["mileage", "km"] },
  telecom: { fr: ["télécom", "téléphone", "mobile", "internet", "forfait"], en: ["telecom", "phone", "internet"] },
  equipment: { fr: ["matériel", "équipement", "ordinateur", "fournitures"], en: ["equipment", "supplies"] },
  "home-office": { fr: ["bureau-à-domicile", "bureau"], en: ["home-office"] },
  telework: { fr: ["télétravail"], en: ["telework"] },
  other: { fr: ["autre", "autres", "divers"], en: ["other"] },
  /** Vehicles. */
  car: { fr: ["voiture", "auto"], en: ["car"] },
  motorcycle: { fr: ["moto"], en: ["motorcycle", "motorbike"] },
  moped: { fr: ["cyclomoteur", "scooter", "vélomoteur"], en: ["moped"] },
  /** Rest, as a month states it. */
  respected: { fr: ["respecté", "respectés"], en: ["respected"] },
  "daily-not": { fr: ["pas-quotidien"], en: ["daily-not"] },
  "weekly-not": { fr: ["pas-hebdomadaire"], en: ["weekly-not"] },
  neither: { fr: ["ni-l'un-ni-l'autre", "aucun"], en: ["neither"] },
  unsaid: { fr: ["non-dit"], en: ["unsaid"] },
  /** Steps of a month's end. */
  declare: { fr: ["déclarer", "déclaration"], en: ["declare"] },
  receipts: { fr: ["justificatifs", "justificatif"], en: ["receipts"] },
  send: { fr: ["envoi", "envoyer"], en: ["send"] },
  approval: { fr: ["accord", "validation"], en: ["approval"] },
  payslip: { fr: ["bulletin"], en: ["payslip"] },
  /** A simulation. */
  paid: { fr: ["payés", "payé"], en: ["paid"] },
  provisioned: { fr: ["provisionnés", "provisionné"], en: ["provisioned"] },
  first: { fr: ["débutant"], en: ["first"] },
  none: { fr: ["aucune", "aucun"], en: ["none"] },
  neutral: { fr: ["neutre"], en: ["neutral"] },
  "non-resident": { fr: ["non-résident"], en: ["non-resident"] },
  "base-pay": { fr: ["salaire-de-base"], en: ["base-pay"] },
  "minimum-and-reserve": { fr: ["minimum-et-réserve"], en: ["minimum-and-reserve"] },
  calendar: { fr: ["calendaire"], en: ["calendar"] },
  turnover: { fr: ["chiffre-d'affaires", "CA"], en: ["turnover"] },
  "turnover-less-expenses": {
    fr: ["chiffre-d'affaires-moins-frais", "CA-moins-frais"],
    en: ["turnover-less-expenses"],
  },
  days: { fr: ["jours"], en: ["days"] },
  hours: { fr: ["heures"], en: ["hours"] },
  "forfait-days": { fr: ["forfait-jours"], en: ["forfait-days"] },
  "non-cadre": { fr: ["non-cadre", "non-cadres"], en: ["non-cadre"] },
  /** How documents leave. */
  mail: { fr: ["mail", "courriel", "e-mail", "mél"], en: ["mail", "email"] },
  folder: { fr: ["dossier", "répertoire"], en: ["folder", "directory"] },
  print: { fr: ["imprimer", "impression", "papier"], en: ["print", "paper"] },
  /** What became of a month. */
  sent: { fr: ["envoyé"], en: ["sent"] },
  approved: { fr: ["approuvé", "accepté", "validé"], en: ["approved"] },
  refused: { fr: ["refusé"], en: ["refused"] },
  /** Tables. */
  bank: { fr: ["banque"], en: ["bank"] },
  timesheet: { fr: ["relevé"], en: ["timesheet"] },
  trips: { fr: ["trajets"], en: ["trips"] },
  rates: { fr: ["cours"], en: ["rates"] },
};

/** Every word that may be typed for a value, in both languages. */
export function allWords({ fr, en }: TypedWords): readonly string[] {
  return [...fr, ...en];
}
