import type { AsideReason } from "../../domain/bank-entry.ts";
import type { VehicleKind } from "../../domain/mileage.ts";
import type { Verdict } from "../../domain/preflight.ts";
import type { ReceiptDifference } from "../../domain/receipt/from-invoice.ts";
import type { ReceiptReading } from "../../domain/receipt/reading.ts";
import { de } from "../elision.ts";
import { frenchFormat } from "../format.ts";
import type { Labels } from "../labels.ts";
import { frenchForm as form } from "../plural.ts";

/** A line of a bank's file that is no payment to take. */
interface BankAsideWords {
  readonly line: number;
  readonly reason: AsideReason;
  readonly text: string;
}

/** Money that came back. */
interface BankRefundWords {
  readonly line: number;
  readonly date: string;
  readonly amount: string;
}

const bankReasons = {
  currency: "autre monnaie que l'euro",
  declined: "paiement refusé ou annulé",
  pending: "paiement en attente",
  amount: "montant illisible",
  date: "date illisible",
  both: "débit et crédit à la fois",
  future: "jour à venir",
  range: "montant hors limites",
  balance: "solde ou total, pas un paiement",
} satisfies Labels<AsideReason>;

interface VehicleWords {
  readonly name: string;
  readonly kind: VehicleKind;
  readonly power: number;
  readonly electric: boolean;
}

const vehicleKinds = { car: "voiture", motorcycle: "moto", moped: "cyclomoteur" } satisfies Labels<VehicleKind>;

/** What a receipt says, each part as it is written; what is not sure has a question mark. */
function readParts({ date, totalCents, vat, merchant, number, currency, confidence }: ReceiptReading): string[] {
  const unsure = (of: "total" | "date") => (confidence[of] === "doubtful" ? " ?" : "");
  const total = totalCents === null ? null : `${moneyOf(totalCents, currency)}${unsure("total")}`;
  const day = date === null ? null : `${frenchFormat.day(date)}${unsure("date")}`;
  return [merchant, number, total, day, ...vat.map(taxOf)].filter((part) => part !== null);
}

function taxOf({ ratePpm, vatCents }: ReceiptReading["vat"][number]): string {
  const rate = ratePpm === null ? "" : `${String(ratePpm / 10_000).replace(".", ",")} % `;
  return `TVA ${rate}${frenchFormat.euros(vatCents)}`;
}

function moneyOf(cents: number, currency: string | null): string {
  const euros = frenchFormat.euros(cents);
  return currency === null || currency === "EUR" ? euros : euros.replace("€", currency);
}

function readField({ totalCents, date, currency, vat }: ReceiptReading, field: ReceiptDifference): string {
  if (field === "total") return totalCents === null ? "pas de total" : moneyOf(totalCents, currency);
  if (field === "date") return date === null ? "pas de date" : frenchFormat.day(date);
  if (field === "currency") return currency ?? "pas de devise";
  return vat.length === 0 ? "pas de TVA" : vat.map(taxOf).join(" + ");
}

/** What is said of expenses. */
export const frExpenses = {
  expenses: {
    removed: (amount: string) => `Frais de ${amount} oublié.`,
    stay: (count: number) =>
      `${count} frais ${form(count, "refusé : gardé", "refusés : gardés")} ici, rien n'est perdu.`,
    kept: (amount: string, category: string) => `Frais gardé : ${amount}, ${category}. Rien n'est encore envoyé.`,
    sendHint: "porte expenses submit pour l'envoyer",
    sent: (count: number, total: string) =>
      `${count} ${form(count, "frais envoyé", "frais envoyés")}, ${total}. La société les lit ; porte expenses list dira la suite.`,
    alreadyKept: "Ce justificatif est déjà gardé pour un frais identique : rien n'est ajouté.",
    none: "Aucun frais pour l'instant.",
    date: "Date",
    category: "Catégorie",
    expense: "Frais",
    note: "Commerçant, note",
    verdict: "Avis",
    amount: "Montant",
    state: "État",
    mission: "Mission",
    reason: "Raison",
    read: (reading: ReceiptReading, syntax: string | null) =>
      `${syntax === null ? "Lu sur le justificatif, à vérifier" : `Lu dans la facture électronique (${syntax})`} : ${readParts(reading).join(" · ")}`,
    readOtherwise: (page: ReceiptReading, differences: readonly ReceiptDifference[]) =>
      `La page dit autrement : ${differences.map((field) => readField(page, field)).join(", ")}. La facture électronique est retenue.`,
    invoiceDoubts: {
      several:
        "Cette facture électronique contient plusieurs documents ou plusieurs totaux : lequel compte n'est pas sûr.",
      unread: "Cette facture électronique contient un montant ou une date illisible.",
      "no-total": "Cette facture électronique ne dit pas son total : seule la page peut le dire.",
      sums: "Les montants de cette facture électronique ne s'additionnent pas.",
    },
    foreignVat: "La TVA de cette facture n'est pas française : elle ne se récupère pas ici, rien n'en est gardé.",
    vatUnsure: "La TVA n'est pas lue sûrement, rien n'en est gardé : --vat 20=2,00 la dit.",
    isCredit: "Ce justificatif est un avoir : il rend de l'argent.",
    datedAsRead: (day: string) => `Daté du ${day}, lu sur le justificatif.`,
    askCurrency: "Devise du justificatif",
    receiptToCome: (id: string) => `Il lui manque un justificatif : porte expenses attach ${id} ticket.jpg`,
    pageToCome: (id: string) => `porte expenses attach ${id} <facture.pdf> : une facture XML seule ne se joint pas.`,
    notRead: {
      "no-text": "Rien ne se lit sur ce justificatif.",
      "no-tesseract": "Pour lire les photos : installer tesseract et ses données françaises (tesseract-ocr-fra).",
    },
    askDate: "Date du justificatif",
    recurring: (name: string, category: string, amount: string, day: number) =>
      `${name} · ${category} · ${amount}, le ${day} de chaque mois`,
    noRecurring: "Aucun frais récurrent.",
    exported: (count: number, file: string) =>
      `${count} ${form(count, "frais enregistré", "frais enregistrés")} : ${file}`,
    converted: (how: string, euros: string) => `${how} : ${euros}`,
    dossier: {
      title: (month: string) => `Frais ${de(month)}`,
      person: "Salarié porté",
      company: "Société",
      month: "Mois",
      count: "Nombre de frais",
      number: "N°",
      vat: "TVA",
      vatTotal: "dont TVA",
      totalLessRefused: "Total, sans les frais refusés",
      missingTitle: "Ce qui manque",
      nothingMissing: "Rien : chaque frais a son justificatif.",
      noReceipt: (number: number, amount: string) => `N° ${number}, ${amount} : le justificatif est à joindre.`,
      questioned: (number: number, question: string) => `N° ${number} : la société demande : ${question}`,
    },
    total: "Total",
    notDrawn: "Ce justificatif ne se reproduit pas ici : son fichier est joint à celui-ci.",
    noRate: "Aucun cours gardé.",
    bankAside: ({ line, reason, text }: BankAsideWords) =>
      `Ligne ${line} laissée de côté (${bankReasons[reason]}) : ${text}`,
    bankAsides: (count: number) => `${count} ${form(count, "autre ligne laissée", "autres lignes laissées")} de côté.`,
    bankRefund: (line: number, amount: string, { line: other, date, amount: back }: BankRefundWords) =>
      `Ligne ${line}, ${amount} : ${back} rendus le ${date} (ligne ${other}). Un remboursement n'est pas un frais ; ce qui a été rendu n'est pas à déclarer.`,
    bankNothing: "Aucun paiement à prendre.",
    bankChoose: (others: number) =>
      `Rien n'est gardé : --lines ou --take choisissent.${others === 0 ? "" : ` ${others} ${form(others, "autre paiement non montré", "autres paiements non montrés")}.`}`,
    bankKept: (added: number, known: number, sent: number) =>
      `${added} ${form(added, "frais gardé", "frais gardés")}${known === 0 ? "" : `, ${known} déjà là`}${sent === 0 ? "" : `, ${sent} ${form(sent, "déjà envoyé", "déjà envoyés")}`}. Les justificatifs sont à joindre.`,
    askLines: "Quels paiements ?",
    id: "Identifiant",
    attached: (amount: string) => `Justificatif joint au frais de ${amount}.`,
    noneMissing: "Aucun justificatif ne manque.",
    receiptMissing: "justificatif à joindre",
    answered: "Réponse envoyée : la société reprend la lecture.",
    stays: (day: string, amount: string, reason: string) => `  ${day}, ${amount} : ${reason}`,
    paidBack: (month: string) => `remboursé sur le bulletin ${de(month)}`,
    kilometres: (count: number) => `${String(count).replace(".", ",")} km`,
    tripsKept: (count: number, total: string) =>
      `${count} ${form(count, "trajet gardé", "trajets gardés")}, ${total}. Rien n'est encore envoyé.`,
    eventsAside: (count: number) =>
      `${count} ${form(count, "événement laissé", "événements laissés")} de côté : sans distance, ou à venir.`,
    noDrive: "Aucun trajet dans cet agenda pour ce mois.",
    noVehicle: "Aucun véhicule : porte expenses vehicle clio --power 5 en garde un.",
    vehicle: ({ name, kind, power, electric }: VehicleWords) =>
      [
        name,
        vehicleKinds[kind],
        ...(kind === "moped" ? [] : [`${power} CV`]),
        ...(electric ? ["électrique"] : []),
      ].join(" · "),
    nothingToCheck: "Aucun frais n'attend ici.",
    verdicts: {
      accepted: "devrait passer",
      taxable: "en partie imposable",
      capped: "plafonné",
      "likely-refused": "refus probable",
    } satisfies Labels<Verdict>,
    noted: (count: number, text: string) => `  ${count} frais : ${text}`,
    notes: {
      "trip-from-home": (source: string) => `le trajet part du domicile, faute de lieu de travail habituel · ${source}`,
      "law-unchecked": (day: string) =>
        `loi vérifiée jusqu'au ${day} ; après, c'est une estimation d'après les derniers montants connus`,
    },
    rules: {
      receipt: () => "il manque le justificatif",
      contract: () => "son jour est avant votre contrat",
      duplicate: () => "un frais identique est déjà chez la société",
      "refused-before": () => "un frais de cette nature a été refusé",
      vat: () => "cette TVA ne se récupère pas",
      cap: (over: string) => `${over} au-dessus du plafond de fonctionnement du mois`,
      limit: (over: string) => `${over} au-dessus de la limite d'exonération, payés comme salaire`,
      none: () => "",
    },
    bases: { gross: "du salaire brut", turnover: "du chiffre d'affaires" },
    cap: (month: string, left: string, most: string, rate: number, basis: string) =>
      `Frais de fonctionnement ${de(month)} : il reste ${left} sur ${most} (${String(rate).replace(".", ",")} % ${basis}).`,
    capUnknown: (month: string, basis: string) =>
      `Frais de fonctionnement ${de(month)} : le plafond se calcule sur une part ${basis}, qui n'est pas encore connu.`,
    noRule: "Aucun refus reçu.",
    rule: (id: string, category: string, since: string, reason: string) =>
      `${category}, depuis le ${since} : ${reason} (${id})`,
    askReceipt: "Justificatif (fichier ; Entrée : plus tard)",
    askAmount: "Montant TTC",
    askVat: "TVA (10=3,64 20=1,20 ; 0 : aucune)",
    askMission: "Refacturé à quelle mission ?",
    noMission: "aucune : frais de fonctionnement",
    missionLater: "La société ne répond pas : porte expenses edit <identifiant> --mission <référence> dira la mission.",
    askNights: "Nombre de nuits",
    askDays: "Nombre de jours de télétravail",
    askDepartment: "Département des nuits",
    askSend: "Envoyer quand même ?",
    ruleMet: (which: string, why: string) => `  ${which} : ${why}`,
    edited: (amount: string, category: string) => `Frais changé : ${amount}, ${category}. Rien n'est encore envoyé.`,
    monthOf: (month: string, count: number, total: string) => `${month} · ${count} frais · ${total}`,
    askCategory: "Catégorie",
  },
};

/** The help of expenses. */
export const frExpensesHelp = {
  expenses: {
    add: "garder un frais et son justificatif, à envoyer plus tard",
    remove: "oublier un frais qui n'est gardé qu'ici",
    id: "identifiant du frais",
    list: "lister ses frais",
    submit: "dire ce que la société fera des frais gardés, puis les envoyer",
    submitYes: "envoyer sans demander ce qui peut être refusé, plafonné ou imposé",
    onlyMonth: "seulement ceux de ce mois",
    edit: "changer un frais gardé ; ce qui n'est pas dit reste",
    operating: "ne plus le refacturer : frais de fonctionnement",
    receipt: "justificatif : PDF, JPEG, PNG ou WebP, 10 Mio au plus",
    addWords: "dans l'ordre voulu : justificatif (PDF, JPEG, PNG ou WebP, 10 Mio au plus), montant, catégorie, jour",
    amount: "montant TTC, par exemple 21,40",
    date: "date du justificatif",
    category: "catégorie",
    vat: "TVA comprise dans le montant : 4,84, ou par taux 10=3,64 (autant de fois que de taux)",
    mission: "mission à laquelle le refacturer",
    note: "note",
    units: "repas, nuits ou jours de télétravail que couvre le frais (1 par défaut)",
    department: "département des nuits d'hôtel, par exemple 75",
    import: "prendre des paiements d'un relevé bancaire CSV, justificatifs à joindre ensuite",
    bankFile: "relevé CSV de la banque, tel quel",
    layout: "disposition retenue à suivre : porte expenses layouts",
    lines: "lignes à prendre : 3,7-9",
    take: "prendre les libellés qui contiennent ce mot : sncf=transport (autant de fois qu'il faut)",
    read: "prendre du justificatif ce qui n'est pas dit : montant, date, TVA",
    recurring: "voir les frais qui reviennent chaque mois, en garder un, ou l'oublier",
    recurringName: "nom du frais : forfait mobile",
    recurringDay: "jour du mois où il est payé (1 par défaut, 28 au plus)",
    forgetRecurring: "oublier ce frais récurrent ; ce qu'il a préparé reste",
    export: "enregistrer les frais d'un mois, pour soi",
    exportMonth: "mois : 2026-11, 11/2026, current ou last",
    exportCsv: "fichier CSV à écrire",
    exportPdf: "dossier PDF à écrire : un récapitulatif, puis les justificatifs",
    rates: "voir les cours gardés, ou importer une table ; rien n'est demandé à internet",
    ratesFile: "CSV ou XML de la BCE (Date,USD,GBP… ou SDMX), ou date,currency,rate ; - pour l'entrée standard",
    currency: "monnaie du montant : USD, GBP…",
    rate: "unités de cette monnaie pour 1 € ; sans lui, la table importée",
    attach: "joindre son justificatif à un frais gardé",
    missing: "ceux à qui il manque un justificatif",
    answer: "répondre à une question de la société",
    answerText: "la réponse",
    check: "voir d'avance ce que la société en fera, et par quelle règle",
    rules: "les refus déjà reçus, qui avertissent des suivants",
    forgetRule: "oublier cette règle",
    mileage: "garder un ou plusieurs trajets, au barème kilométrique",
    kilometres: "kilomètres : 42 ou 42,5",
    vehicleName: "nom du véhicule",
    tripDate: "jour du trajet",
    return: "aller et retour : deux fois la distance",
    from: "lieu de départ",
    to: "lieu d'arrivée",
    tripsIcs:
      "agenda dont les événements sont des trajets : « Grenoble 106 km A/R », ou avec --match ceux d'une même distance ; - pour l'entrée standard",
    tripsMonth: "mois de l'agenda (le mois courant par défaut)",
    tripsMatch: "mot des événements à prendre, tous de la distance donnée",
    tripsCsv:
      "plusieurs trajets : date, km, et si besoin depart, arrivee, retour, mission, note ; - pour l'entrée standard",
    vehicle: "voir les véhicules gardés, en garder un, ou l'oublier",
    power: "puissance fiscale (P.6 de la carte grise)",
    vehicleKind: "car (voiture), motorcycle (moto), moped (cyclomoteur)",
    electric: "véhicule électrique",
    forgetVehicle: "oublier ce véhicule",
  },
};
