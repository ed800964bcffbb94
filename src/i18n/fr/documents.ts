import type { Day } from "../../domain/calendar.ts";
import { de } from "../elision.ts";
import { frenchFormat } from "../format.ts";
import { frenchForm as form } from "../plural.ts";

/** The models of payslip, by the year since which each is compulsory. */
type Model = "2023" | "2027";

interface ModelWords {
  readonly head: readonly string[];
  readonly gross: string;
  readonly beforeTax: string;
  readonly received: string;
}

const compulsory = "Cotisations statutaires ou prévues par la convention collective";
const csgDeductible = "CSG déductible de l'impôt sur le revenu";
const csgCrdsNonDeductible = "CSG/CRDS non déductible de l'impôt sur le revenu";

/** The words of a payslip. The law wants them in French, and most are the order's own: other languages have none. */
export const payslipWords = {
  models: {
    "2023": {
      head: ["Cotisations et contributions sociales", "Base", "Taux", "Part salarié", "Part employeur"],
      gross: "Salaire brut",
      beforeTax: "Net à payer avant impôt sur le revenu",
      received: "Net payé",
    },
    "2027": {
      head: ["Cotisations et contributions sociales obligatoires", "Base", "Taux", "Salarié", "Employeur"],
      gross: "Montant brut",
      beforeTax: "Montant net à payer avant impôt sur le revenu",
      received: "Montant net à payer",
    },
  } satisfies Readonly<Record<Model, ModelWords>>,
  slots: {
    "2023": {
      health: "Santé",
      healthInsurance: "Sécurité sociale – Maladie Maternité Invalidité Décès",
      healthPlan: "Complémentaire – Santé",
      provident: "Complémentaire – Incapacité Invalidité Décès",
      workAccident: "Accidents du travail – Maladies professionnelles",
      retirement: "Retraite",
      oldAgeCapped: "Sécurité sociale plafonnée",
      oldAgeUncapped: "Sécurité sociale déplafonnée",
      supplementaryT1: "Complémentaire Tranche 1",
      supplementaryT2: "Complémentaire Tranche 2",
      family: "Famille",
      unemployment: "Assurance chômage",
      branch: compulsory,
      employer: "Autres contributions dues par l'employeur",
      csgDeductible,
      csgCrdsNonDeductible,
    },
    "2027": {
      health: "Santé",
      healthInsurance: "Sécurité Sociale Maladie Maternité Invalidité Décès",
      healthPlan: "Complémentaire garanties frais de santé obligatoire",
      workAccident: "Accidents du travail & maladies professionnelles",
      retirement: "Retraite",
      oldAgeCapped: "Sécurité Sociale Vieillesse plafonnée",
      oldAgeUncapped: "Sécurité Sociale Vieillesse déplafonnée",
      supplementaryT1: "Retraite complémentaire, CEG et CET T1",
      supplementaryT2: "Retraite complémentaire, CEG et CET T2",
      family: "Famille",
      unemployment: "Assurance chômage",
      apec: "Apec",
      employer: "Autres charges dues par l'employeur",
      branch: compulsory,
      csgDeductible,
      csgCrdsNonDeductible,
      provident: "Prévoyance, Incapacité, Invalidité, Décès",
    },
  },
  reversed: (month: string) => `${month} · ANNULÉ`,
  job: (job: string) => `Emploi : ${job}`,
  position: (position: string) => `Classification : ${position}`,
  contract: (kind: string, start: string, end: string | null) =>
    `Salarié porté en ${kind.toUpperCase()} depuis le ${start}${end === null ? "" : ` jusqu'au ${end}`}`,
  activityCode: "Code APE",
  workingTime: "Durée du travail",
  agreement: "Convention collective",
  agreementOf: (agreement: string) => `Portage salarial (${agreement})`,
  leave: "Congés payés pris",
  noLeave: "aucun ce mois-ci",
  onDay: (day: string) => `le ${day}`,
  fromDayToDay: (start: string, end: string) => `du ${start} au ${end}`,
  forfait: (days: number) => `forfait annuel de ${days} ${form(days, "jour", "jours")}`,
  hoursAWeek: (hours: number) => `${figure(hours)} h par semaine`,
  hoursAMonth: (hours: number, week: string) => `${figure(hours)} h par mois (${week})`,
  hoursOfWhole: (hours: number, week: string) => `${figure(hours)} h au taux normal (${week})`,
  hoursOfPart: (hours: number, whole: number) => `${figure(hours)} h au taux normal, sur ${figure(whole)} h`,
  exemptions: "Exonérations de cotisations employeur",
  exemptionsAndReliefs: "Exonérations et allègements de cotisations",
  total: "Total des cotisations et contributions",
  totalCompulsory: "Total des cotisations et contributions obligatoires",
  optional: "Cotisations et contributions sociales facultatives",
  ofWhich: (label: string, amount: string) => `dont ${label} : ${amount}`,
  paidBack: "Remboursements et déductions diverses",
  expenses: "Frais professionnels remboursés",
  mealVouchers: (count: number) => `Titres-restaurant, part du salarié (${count})`,
  netSocial: "Montant net social",
  tax: "Impôt sur le revenu",
  netTaxable: "Montant net imposable",
  withholding: "Impôt sur le revenu prélevé à la source",
  cost: "Total versé par l'employeur",
  toDate: {
    gross: "Brut cumulé",
    netTaxable: "Net imposable cumulé",
    withholding: "Impôt prélevé cumulé",
    netPaid: "Salaire net cumulé",
  },
  recovered: "Avance reprise",
  advanced: "Avance de la société",
  code: [
    "Code vérifiable : mois, noms et montants signés par la société, dans ce code et en pièce jointe.",
    "Vérifier sans réseau, par la clé que la société publie : porte payslips verify bulletin.pdf",
  ],
  attachment: "Bulletin signé",
} as const;

function figure(value: number): string {
  return String(value).replace(".", ",");
}

/** The words of a month's report as a PDF, which the client reads. */
export const reportWords = {
  porte: "Salarié porté",
  siren: (siren: string) => `SIREN ${siren}`,
  state: (state: string, version: number) => `${state} · version ${version}`,
  version: (version: number) => `Version ${version}`,
  replaces: (version: number, before: number) => `Version ${version} · remplace la version ${before}`,
  client: "Client",
  mission: "Mission",
  order: "Bon de commande",
  /** Where it is written by hand. */
  blank: ".".repeat(48),
  columns: ["Jour", "Mission ou absence", "Code projet", "Temps", "Heures"],
  total: (kind: string) => `Total ${kind}`,
  signs: {
    porte: "Le salarié porté",
    client: "Pour le client",
    named: "Nom et qualité :",
    dated: "Date et signature :",
    signed: (at: string) => `Signé le ${at}`,
  },
  none: "Aucune activité ce mois",
  statement: "Déclaration",
  interview: "Entretien",
  receipt: "Reçu signé par la société",
  ownSignature: "Signé par le salarié porté",
  receiptId: "Reçu",
  signedOn: "Signé le",
  hash: "Empreinte",
  key: "Clé",
  signature: "Signature",
} as const;

/** What a mail tells of the month that it carries. */
interface MailFacts {
  readonly month: string;
  readonly name: string;
  readonly version: number;
  readonly replaces: number | null;
}

/** The mail that a month leaves with. */
export const reportMail = {
  /** The first word of the name of its files. */
  fileWord: "cra",
  subject: ({ month, name, version, replaces }: MailFacts) =>
    [`Compte rendu d'activité ${de(month)}`, name, replaces === null ? "" : `version ${version}`]
      .filter((part) => part !== "")
      .join(" · "),
  text: ({
    month,
    name,
    version,
    replaces,
    totals,
    client,
  }: MailFacts & { readonly totals: readonly string[]; readonly client: string | null }) =>
    [
      "Bonjour,",
      "",
      name === ""
        ? `Mon compte rendu d'activité ${de(month)} est joint à ce message.`
        : `Le compte rendu d'activité ${de(month)} de ${name} est joint à ce message, signé.`,
      ...(replaces === null ? [] : [`Cette version ${version} remplace la version ${replaces}.`]),
      "",
      ...totals,
      "",
      ...(client === null
        ? []
        : ["Merci de le relire, de le signer, puis de répondre à ce message avec le document signé.", ""]),
      "Cordialement,",
      ...(name === "" ? [] : [name]),
      "",
    ].join("\n"),
} as const;

/** What a mail tells of the expenses that it carries. */
interface ExpensesMailFacts {
  readonly month: string;
  readonly name: string;
  readonly number: number;
  readonly expenses: number;
  readonly receipts: number;
  readonly total: string;
}

/** The mail that a month's expenses leave with. */
export const expensesMail = {
  /** The first word of the name of its files. */
  fileWord: "frais",
  /** The folder of the receipts in the archive. */
  receipts: "justificatifs",
  subject: ({ month, name, number }: ExpensesMailFacts) =>
    `Frais ${de(month)} · ${name}${number === 1 ? "" : ` · envoi ${number}`}`,
  text: ({ month, name, number, expenses, receipts, total }: ExpensesMailFacts) =>
    [
      "Bonjour,",
      "",
      `Le dossier de frais ${de(month)} de ${name} est joint à ce message : ${expenses} frais, ${total}.`,
      ...(number === 1 ? [] : [`Cet envoi ${number} complète ${number === 2 ? "le précédent" : "les précédents"}.`]),
      "",
      `L'archive contient le dossier en PDF, le tableau des frais (CSV)${receipts === 0 ? "" : ` et ${receipts} ${form(receipts, "justificatif", "justificatifs")}`}.`,
      "",
      "Cordialement,",
      name,
      "",
    ].join("\n"),
} as const;

/** The labels of entries of a porté's account, which are kept as they were written. */
export const entryLabels = {
  payslip: (month: string) => `Bulletin ${de(frenchFormat.month(month))}`,
  payslipReversed: (month: string) => `Annulation du bulletin ${de(frenchFormat.month(month))}`,
  paymentReversed: (client: string, day: string) => `Annulation : ${client}, paiement du ${day}`,
  otherFees: "Frais de gestion des autres paiements du mois",
} as const;

/** The words of an invoice: the law wants them in French. */
export const invoiceWords = {
  number: (number: string) => `n° ${number}`,
  day: (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  siren: (siren: string) => `SIREN ${siren}`,
  siret: (siret: string) => `SIRET ${siret}`,
  vatNumber: (number: string) => `TVA intracommunautaire ${number}`,
  cancelled: (reason: string) => `Facture annulée : ${reason}`,
  issued: "Date d'émission",
  due: "À payer le",
  period: "Période",
  service: "Prestation",
  of: (title: string, porte: string, mission: string) => `${title}, réalisée par ${porte} (mission ${mission})`,
  order: "Bon de commande",
  routing: "Adresse électronique",
  chorusService: "Service Chorus Pro",
  chorusEngagement: "Engagement",
  head: ["Désignation", "Quantité", "Prix unitaire HT", "TVA", "Montant HT"],
  line: "Jours de prestation",
  beforeVat: "Total HT",
  vat: (rate: string) => `TVA ${rate}`,
  toPay: "Total TTC à payer",
  noDiscount: "Aucun escompte n'est accordé pour un paiement anticipé.",
  late: (rate: string | null) =>
    `Pénalités de retard, dues sans rappel dès le lendemain de l'échéance : ${
      rate === null ? "taux de refinancement de la Banque centrale européenne, majoré de dix points" : `${rate} par an`
    } (code de commerce, article L441-10).`,
  fixed: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 € (code de commerce, article D441-5).",
  category: "Catégorie de l'opération : prestation de services.",
} as const;
