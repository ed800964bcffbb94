import type { VehicleKind } from "../../domain/mileage.ts";
import type { Verdict } from "../../domain/preflight.ts";
import type { ReceiptDifference } from "../../domain/receipt/from-invoice.ts";
import type { ReceiptReading } from "../../domain/receipt/reading.ts";
import { de } from "../elision.ts";
import { frenchFormat } from "../format.ts";
import type { Labels } from "../labels.ts";
import { vehicleNames } from "../names.ts";
import { frenchForm as form } from "../plural.ts";

interface VehicleWords {
  readonly name: string;
  readonly kind: VehicleKind;
  readonly power: number;
  readonly electric: boolean;
}

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
    fileWord: "frais",
    removed: (amount: string) => `Frais de ${amount} supprimé.`,
    refusalNoted: (amount: string) => `Refus du frais de ${amount} pris en compte : il n'est plus à faire.`,
    stay: (count: number) =>
      `${count} frais ${form(count, "n'est pas parti : il reste enregistré", "ne sont pas partis : ils restent enregistrés")} ici.`,
    lacking: (count: number) =>
      `${count} frais ${form(count, "n'est pas parti : il lui", "ne sont pas partis : il leur")} manque un justificatif.`,
    attachTo: (id: string) => `Pour le joindre : porte expenses attach ${id} <fichier>`,
    seeLacking: "Pour voir lesquels : porte expenses list --missing",
    kept: (amount: string, category: string) => `Frais enregistré : ${amount}, ${category}. Rien n'est encore envoyé.`,
    sendHint: "Pour l'envoyer : porte expenses submit",
    sent: (count: number, total: string) =>
      `${count} ${form(count, "frais envoyé", "frais envoyés")}, ${total}. Pour suivre leur état : porte expenses list`,
    dossierSent: (month: string, count: number, total: string) =>
      `Dossier de frais ${de(month)} envoyé : ${count} frais, ${total}`,
    dossierReady: (month: string, count: number, total: string) =>
      `Dossier de frais ${de(month)} prêt (${count} frais, ${total}) : il reste à l'envoyer.`,
    dossierWaits: (month: string, reason: string) =>
      `Dossier de frais ${de(month)} en attente d'envoi. ${reason} Pour l'envoyer : porte sync`,
    dossierStands: (month: string, how: string) => `Dossier de frais ${de(month)} : ${how}`,
    nextSent: (month: string) => `Une fois envoyé : porte expenses mark ${month} envoyé`,
    nextPaid: (month: string) => `Une fois remboursé : porte expenses mark ${month} payé`,
    resent: (month: string) => `Le dossier de frais ${de(month)} est renvoyé, sous le même identifiant de message.`,
    marked: {
      sent: (count: number, total: string, _payslip: string) =>
        `${count} frais (${total}) ${form(count, "est enregistré comme envoyé", "sont enregistrés comme envoyés")}.`,
      paid: (count: number, total: string, payslip: string) =>
        `${count} frais (${total}) ${form(count, "est enregistré comme remboursé", "sont enregistrés comme remboursés")} avec le bulletin ${de(payslip)}.`,
      refused: (count: number, total: string, _payslip: string) =>
        `${count} frais (${total}) ${form(count, "est enregistré comme refusé", "sont enregistrés comme refusés")}.`,
    },
    alreadyKept: "Un frais identique est déjà enregistré avec ce justificatif : rien n'est ajouté.",
    none: (month: string | null) => (month === null ? "Aucun frais pour l'instant." : `Aucun frais en ${month}.`),
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
      `${syntax === null ? "Lu sur le justificatif (à vérifier)" : `Lu dans la facture électronique (${syntax})`} : ${readParts(reading).join(" · ")}`,
    amountDiffers: (typed: string, read: string) =>
      `Le justificatif indique ${read}, et le montant saisi est ${typed} : vérifier le montant et le justificatif.`,
    readOtherwise: (page: ReceiptReading, differences: readonly ReceiptDifference[]) =>
      `La page indique autre chose : ${differences.map((field) => readField(page, field)).join(", ")}. C'est la facture électronique qui compte.`,
    invoiceDoubts: {
      several: "Cette facture électronique contient plusieurs documents ou plusieurs totaux : vérifier le montant.",
      unread: "Cette facture électronique contient un montant ou une date illisible.",
      "no-total": "Cette facture électronique n'indique pas de total : vérifier le montant sur la page.",
      sums: "Les montants de cette facture électronique ne donnent pas son total : les vérifier.",
    },
    foreignVat:
      "La TVA de cette facture n'est pas française : elle n'est pas déductible en France et n'est pas enregistrée.",
    vatUnsure: "La TVA n'a pas pu être lue avec certitude et n'est pas enregistrée. Pour l'indiquer : --vat 20=2,00",
    isCredit: "Ce justificatif est un avoir (un remboursement).",
    datedAsRead: (day: string) => `Date lue sur le justificatif : ${day}.`,
    askCurrency: "Devise du justificatif",
    receiptToCome: (id: string) =>
      `Il lui manque un justificatif. Pour le joindre : porte expenses attach ${id} ticket.jpg`,
    pageToCome: (id: string) =>
      `Un fichier XML seul n'est pas un justificatif. Joindre le PDF de la facture : porte expenses attach ${id} <facture.pdf>`,
    notRead: {
      "no-text": "Aucun texte n'a pu être lu sur ce justificatif.",
      "no-tesseract": "Pour lire les photos, installer tesseract et ses données françaises (tesseract-ocr-fra).",
    },
    askDate: "Date du justificatif",
    recurring: (name: string, category: string, amount: string, day: number) =>
      `${name} · ${category} · ${amount}, le ${day} de chaque mois`,
    noRecurring: "Aucun frais récurrent.",
    exported: (count: number, file: string) => `${count} ${form(count, "frais exporté", "frais exportés")} : ${file}`,
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
    sheet: {
      heads: {
        date: "date",
        category: "catégorie",
        amount: "montant",
        vat: "TVA",
        mission: "mission",
        merchant: "commerçant",
        state: "état",
        note: "note",
        kilometres: "kilomètres",
        from: "départ",
        to: "arrivée",
        payslip: "bulletin",
        id: "identifiant",
      },
      vatHead: (ratePpm: number) => `TVA ${String(ratePpm / 10_000).replace(".", ",")} %`,
    },
    total: "Total",
    notDrawn: "Ce justificatif ne peut pas être affiché ici : son fichier est joint à ce document.",
    noRate: "Aucun cours de change enregistré.",
    number: "N°",
    id: "Identifiant",
    attached: (amount: string) => `Justificatif joint au frais de ${amount}.`,
    noneMissing: "Aucun justificatif ne manque.",
    receiptMissing: "justificatif à joindre",
    answered: "Réponse envoyée à la société.",
    stays: (day: string, amount: string, reason: string | null) =>
      `  ${day}, ${amount} :${reason === null ? "" : ` ${reason}`}`,
    receiptAgain: (day: string, amount: string, isSent: boolean) =>
      isSent
        ? `Ce justificatif a déjà été envoyé avec un autre frais, du ${day} (${amount}).`
        : `Ce justificatif est déjà joint à un autre frais enregistré ici, du ${day} (${amount}).`,
    expenseAgain: (day: string, amount: string, isSent: boolean, id: string) =>
      `Un frais semblable ${isSent ? "a déjà été envoyé" : "est déjà enregistré ici"}, du ${day} (${amount}). Si c'est le même, supprimer celui-ci : porte expenses remove ${id}`,
    paidBack: (month: string) => `remboursé sur le bulletin ${de(month)}`,
    kilometres: (count: number) => `${String(count).replace(".", ",")} km`,
    tripsKept: (count: number, total: string) =>
      `${count} ${form(count, "trajet enregistré", "trajets enregistrés")}, ${total}. Rien n'est encore envoyé.`,
    eventsAside: (count: number) =>
      `${count} ${form(count, "événement ignoré", "événements ignorés")} : sans distance, ou à venir.`,
    noDrive: "Aucun trajet dans cet agenda pour ce mois.",
    noVehicle: "Aucun véhicule enregistré. Pour en ajouter un : porte expenses vehicle clio --power 5",
    vehicle: ({ name, kind, power, electric }: VehicleWords) =>
      [
        name,
        vehicleNames.fr[kind],
        ...(kind === "moped" ? [] : [`${power} CV`]),
        ...(electric ? ["électrique"] : []),
      ].join(" · "),
    nothingToCheck: "Aucun frais à vérifier.",
    verdicts: {
      accepted: "devrait être accepté",
      taxable: "imposable en partie",
      capped: "plafonné",
      "likely-refused": "sera sans doute refusé",
    } satisfies Labels<Verdict>,
    noted: (count: number, text: string) => `  ${count} frais : ${text}`,
    notes: {
      "trip-from-home": (source: string) =>
        `trajet compté depuis le domicile, faute de lieu de travail habituel · ${source}`,
      "same-receipt": (day: string) => `le même justificatif sert à un autre frais, du ${day}`,
      "law-unchecked": (day: string) =>
        `montants légaux vérifiés jusqu'au ${day} ; ensuite, estimation avec les derniers connus`,
    },
    rules: {
      receipt: () => "il manque le justificatif",
      contract: () => "sa date est avant le début de votre contrat",
      duplicate: () => "un frais identique est déjà chez la société",
      "duplicate-here": () => "un frais identique est déjà enregistré ici",
      "refused-before": () => "un frais du même genre a déjà été refusé",
      vat: () => "cette TVA n'est pas déductible",
      cap: (over: string) => `${over} au-dessus du plafond de fonctionnement du mois`,
      limit: (over: string) => `${over} au-dessus de la limite d'exonération, traités comme du salaire`,
      none: () => "",
    },
    bases: { gross: "du salaire brut", turnover: "du chiffre d'affaires" },
    cap: (month: string, left: string, most: string, rate: number, basis: string) =>
      `Frais de fonctionnement ${de(month)} : il reste ${left} sur ${most} (${String(rate).replace(".", ",")} % ${basis}).`,
    capUnknown: (month: string, basis: string) =>
      `Frais de fonctionnement ${de(month)} : plafond pas encore connu (il est calculé sur une part ${basis}).`,
    noRule: "Aucun refus enregistré.",
    rule: (id: string, category: string, since: string, reason: string) =>
      `${category}, depuis le ${since} : ${reason} (${id})`,
    askResume: (what: string, since: string) =>
      `Reprendre le frais commencé le ${since}${what === "" ? "" : ` (${what})`} ?`,
    askReceipt: "Justificatif (fichier ; Entrée : plus tard)",
    askAmount: "Montant TTC",
    askVat: "TVA (par exemple 10=3,64 20=1,20 ; 0 s'il n'y en a pas)",
    askMission: "Refacturé à quelle mission ?",
    noMission: "aucune : frais de fonctionnement",
    missionLater:
      "La société ne répond pas. Pour indiquer la mission plus tard : porte expenses edit <identifiant> --mission <référence>",
    askNights: "Nombre de nuits",
    askDays: "Nombre de jours de télétravail",
    askDepartment: "Département des nuits (- : non précisé)",
    askMeals: "Nombre de repas",
    proposed: (category: string) => `${category} (d'après le justificatif)`,
    guessed: {
      category: (category: string) => `catégorie ${category}`,
      units: (count: number) => `nombre ${count}`,
      department: (department: string) => `département ${department}`,
      all: (what: string) => `Lu sur le justificatif : ${what}. porte expenses edit le change.`,
    },
    askSend: "Envoyer quand même ?",
    ruleMet: (which: string, why: string) => `  ${which} : ${why}`,
    edited: (amount: string, category: string) => `Frais modifié : ${amount}, ${category}. Rien n'est encore envoyé.`,
    monthOf: (month: string, count: number, total: string) => `${month} · ${count} frais · ${total}`,
    askCategory: "Catégorie",
  },
};

/** The help of expenses. */
export const frExpensesHelp = {
  expenses: {
    add: "enregistrer un frais et son justificatif, à envoyer plus tard",
    remove: "supprimer un frais pas encore envoyé, ou prendre en compte un refus",
    id: "identifiant du frais",
    list: "lister ses frais",
    submit: "vérifier les frais enregistrés, puis les envoyer",
    mark: "enregistrer que les frais d'un mois sont envoyés, remboursés ou refusés",
    markMonth: "le mois des frais",
    markWhat: "envoyé, payé ou refusé",
    markFile: "ce qui le montre : un PDF, un message (.eml), ou leur dossier",
    markPayslip: "le mois du bulletin qui les rembourse ; par défaut celui des frais",
    markOnly: "un frais seulement, comme la liste le nomme ; répétable",
    resend: "envoyer de nouveau les frais d'un mois tels quels, quand on ne sait pas s'ils sont arrivés",
    submitYes: "envoyer sans confirmation ce qui peut être refusé, plafonné ou imposé",
    onlyMonth: "seulement ceux de ce mois",
    edit: "modifier un frais enregistré ; le reste ne change pas",
    operating: "frais de fonctionnement, non refacturé",
    receipt: "justificatif : PDF, JPEG, PNG ou WebP, 10 Mio au plus",
    addWords: "dans l'ordre voulu : justificatif (PDF, JPEG, PNG ou WebP, 10 Mio au plus), montant, catégorie, jour",
    amount: "montant TTC, par exemple 21,40",
    date: "date du justificatif",
    category: "catégorie",
    vat: "TVA comprise dans le montant : 4,84, ou par taux 10=3,64 (autant de fois que de taux)",
    mission: "mission à laquelle le refacturer",
    merchant: "commerçant : qui a été payé",
    note: "note",
    units: "repas, nuits ou jours de télétravail que couvre le frais (1 par défaut)",
    department: "département des nuits d'hôtel, par exemple 75",
    import: "importer des paiements d'un relevé bancaire CSV, justificatifs à joindre ensuite",
    bankFile: "relevé CSV de la banque, tel quel",
    layout: "disposition à utiliser (porte expenses layouts les affiche)",
    lines: "lignes à importer : 3,7-9",
    take: "importer les libellés qui contiennent ce mot : sncf=transport (autant de fois qu'il faut)",
    read: "lire sur le justificatif ce qui n'est pas indiqué : montant, date, TVA",
    recurring: "voir les frais qui reviennent chaque mois, en ajouter ou en supprimer un",
    recurringName: "nom du frais : forfait mobile",
    recurringDay: "jour du mois où il est payé (1 par défaut, 28 au plus)",
    forgetRecurring: "supprimer ce frais récurrent ; les frais déjà préparés restent",
    export: "enregistrer les frais d'un mois, pour soi",
    exportMonth: "mois : 2026-11, 11/2026, courant ou dernier",
    exportCsv: "fichier CSV à écrire, pour un tableur ; sans nom : frais-2026-11-jeanne-martin.csv",
    exportPdf:
      "dossier PDF à écrire : un récapitulatif, puis les justificatifs ; sans nom : frais-2026-11-jeanne-martin.pdf",
    rates: "voir les cours de change enregistrés, ou en importer une table",
    ratesFile: "CSV ou XML de la BCE (Date,USD,GBP… ou SDMX), ou date,currency,rate ; - pour l'entrée standard",
    currency: "monnaie du montant : USD, GBP…",
    rate: "unités de cette monnaie pour 1 € ; par défaut : la table importée",
    attach: "joindre un justificatif à un frais enregistré",
    missing: "seulement ceux sans justificatif",
    answer: "répondre à une question de la société",
    answerText: "la réponse",
    check: "voir à l'avance ce qui sera accepté, plafonné ou refusé, et pourquoi",
    rules: "voir les refus déjà reçus, utilisés pour avertir des suivants",
    forgetRule: "supprimer cette règle",
    mileage: "enregistrer un ou plusieurs trajets, au barème kilométrique",
    kilometres: "kilomètres : 42 ou 42,5",
    vehicleName: "nom du véhicule",
    tripDate: "jour du trajet",
    return: "aller et retour : deux fois la distance",
    from: "lieu de départ",
    to: "lieu d'arrivée",
    tripsIcs:
      "agenda dont les événements sont des trajets : « Grenoble 106 km A/R », ou avec --match ceux d'une même distance ; - pour l'entrée standard",
    tripsMonth: "mois de l'agenda (le mois courant par défaut)",
    tripsMatch: "mot des événements à importer, tous de la distance indiquée",
    tripsCsv:
      "plusieurs trajets : date, km, et si besoin depart, arrivee, retour, mission, note ; - pour l'entrée standard",
    vehicle: "voir les véhicules enregistrés, en ajouter ou en supprimer un",
    power: "puissance fiscale (P.6 de la carte grise)",
    vehicleKind: "car (voiture), motorcycle (moto), moped (cyclomoteur)",
    electric: "véhicule électrique",
    forgetVehicle: "supprimer ce véhicule",
  },
};
