import { type Day, monthOf } from "../../domain/calendar.ts";
import { frenchFormat } from "../format.ts";
import { frenchForm as form } from "../plural.ts";

interface FundWords {
  readonly name: string;
  readonly address: string;
}

/** Where a client's invoices go; what nobody said is null. */
interface Routing {
  readonly routingCode: string | null;
  readonly chorusService: string | null;
  readonly chorusEngagement: string | null;
}

/** The words of contracts as PDF: the law wants them in French, and their clauses are in `templates/contract-*.json`. */
export const contractWords = {
  /** Where something is to be written that nobody has said yet. */
  blank: ".".repeat(30),
  /** A day as a contract writes it: `1er décembre 2026`. */
  day: (day: Day) => `${day.endsWith("-01") ? "1er" : Number(day.slice(8))} ${frenchFormat.month(monthOf(day))}`,
  siret: (siret: string) => `SIRET ${siret}`,
  siren: (siren: string) => `SIREN ${siren}`,
  /** The client's order, and where its invoices go. */
  invoicing: (order: string | null, client: Routing) =>
    [
      order ?? "sans référence",
      client.routingCode === null ? null : `adresse de facturation électronique ${client.routingCode}`,
      client.chorusService === null ? null : `code service Chorus Pro ${client.chorusService}`,
      client.chorusEngagement === null ? null : `numéro d'engagement ${client.chorusEngagement}`,
    ]
      .filter((part) => part !== null)
      .join(" ; "),
  guarantor: (name: string, amount: string, until: string) => `${name}, à hauteur de ${amount}, jusqu'au ${until}`,
  insurer: (name: string, policy: string) => `${name}, police n° ${policy}`,
  funds: ([pension, provident]: readonly [FundWords, FundWords | null]) =>
    `Retraite complémentaire : ${pension.name}, ${pension.address}${
      provident === null ? "" : ` ; prévoyance : ${provident.name}, ${provident.address}`
    }`,
  term: (start: string, end: string | null, least: string | null): string | null => {
    if (end !== null) return `du ${start} au ${end}`;
    return least === null ? null : `à partir du ${start}, sans terme précis, pour une durée minimale de ${least}`;
  },
  exactTerm: "sans objet, le terme étant précis",
  price: (rate: string, days: string | null) =>
    `${rate} hors taxes par jour${days === null ? "" : `, pour ${days} ${days.startsWith("1 ") ? "commandé" : "commandés"}`}`,
  /** Days, whole or half, in a word. */
  days: (count: number) => `${String(count).replace(".", ",")} ${form(count, "jour", "jours")}`,
  pay: (facts: {
    readonly fee: string;
    readonly monthlyCap: string | null;
    readonly reserve: string | null;
    readonly transferDay: number;
  }) =>
    `au prix encaissé sont retirés les frais de gestion (${facts.fee} du chiffre d'affaires${
      facts.monthlyCap === null ? "" : `, au plus ${facts.monthlyCap} par mois`
    }), les frais professionnels, les cotisations sociales et le prélèvement à la source ; l'indemnité d'apport d'affaires est de 5 % de la rémunération${
      facts.reserve === null ? "" : ` ; une réserve financière de ${facts.reserve} est mise de côté`
    } ; la paie est versée au plus tard le ${facts.transferDay} du mois suivant`,
  expenses: (cap: { readonly basis: "gross" | "turnover"; readonly rate: string } | null) =>
    `sur justificatifs, par remboursement sur le compte d'activité${
      cap === null
        ? ""
        : ` ; les frais de fonctionnement ne dépassent pas ${cap.rate} ${cap.basis === "gross" ? "du salaire brut" : "du chiffre d'affaires"}`
    }`,
  paidLeave: (how: "paid" | "provisioned") =>
    `2,5 jours ouvrables par mois de travail, ${
      how === "paid"
        ? "payés chaque mois par une indemnité de 10 %"
        : "mis de côté chaque mois et payés quand ils sont pris"
    }`,
  trial: (months: number) => (months === 0 ? "aucune" : `${months} ${form(months, "mois", "mois")}`),
  parties: "Entre",
  part: (part: "contract" | "amendment", reference: string) =>
    part === "contract" ? `Mission ${reference}` : `Avenant · mission ${reference}`,
  drawn: (day: string) => `Établi le ${day}`,
  signers: "Signature électronique",
  signs: { client: "Pour le client", porte: "Le salarié porté", company: "Pour la société" },
  signedBy: "Signature par un lien personnel ; la preuve accompagne ce document.",
} as const;
