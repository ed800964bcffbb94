/** What tells what was paid, by how much it says. */
const LABELS = [
  "label",
  "detail de l ecriture",
  "libelle operation",
  "libelle de l operation",
  "libelle complet",
  "libelle",
  "libelle simplifie",
  "libelle court",
  "description",
  "payee",
  "partner name",
  "counterparty name",
  "nom de la contrepartie",
  "counterparty",
  "contrepartie",
  "target name",
  "beneficiaire",
  "tiers",
  "merchant",
  "commercant",
  "marchand",
  "enseigne",
  "etablissement",
  "destinataire",
  "designation",
  "objet",
  "intitule",
  "nature de l operation",
  "nature",
  "operation",
  "detail",
  "details",
  "communication",
  "communications",
  "motif",
  "narrative",
  "memo",
  "payment reference",
  "reference",
  "name",
  "nom",
  "transaction",
] as const;

/**
 * What the columns of a bank's file are called, in plain words: the first name that a file has is taken, in the order of what says most.
 * From the exports of BNP Paribas, BoursoBank, Caisse d'Épargne, Crédit Agricole, Crédit Mutuel, Fortuneo, La Banque Postale, LCL,
 * N26, Qonto, Revolut, Shine, Société Générale and Wise.
 */
export const BANK_TITLES = {
  date: [
    "dateop",
    "date",
    "date operation",
    "date de l operation",
    "date d operation",
    "date comptable",
    "date de comptabilisation",
    "completed date",
    "date completed",
    "date de fin",
    "booking date",
    "settlement date",
    "date de reglement",
    "operation date",
    "transaction date",
    "date de transaction",
    "date transaction",
    "date d achat",
    "date de paiement",
    "date du paiement",
    "payment date",
    "date de la transaction",
    "posting date",
    "posted date",
    "finished on",
    "jour",
    "day",
    "started date",
    "date started",
    "date de debut",
    "created on",
    "emitted date",
    "date d emission",
    "date heure",
    "date time",
    "date de valeur",
    "date de la valeur",
    "date valeur",
    "dateval",
    "value date",
  ],
  label: LABELS,
  /** What else says it, for a line whose first is empty. */
  otherLabel: LABELS,
  amount: [
    "total amount",
    "montant total",
    "montant ttc",
    "amount",
    "montant",
    "montant operation",
    "montant de l operation",
    "montant de la transaction",
    "transaction amount",
    "source amount",
    "somme",
  ],
  debit: [
    "debit",
    "debits",
    "montant debit",
    "montant debite",
    "montant au debit",
    "debit amount",
    "paid out",
    "money out",
    "outflow",
    "sortie",
    "sorties",
    "depense",
    "depenses",
    "withdrawal",
    "withdrawals",
  ],
  credit: [
    "credit",
    "credits",
    "montant credit",
    "montant credite",
    "montant au credit",
    "credit amount",
    "paid in",
    "money in",
    "inflow",
    "entree",
    "entrees",
    "recette",
    "recettes",
    "deposit",
    "deposits",
  ],
  fee: ["fee", "fees", "frais", "commission", "commissions", "source fee amount"],
  feeCurrency: ["source fee currency", "fee currency", "devise des frais"],
  currency: ["currency", "devise", "monnaie", "payment currency", "source currency", "account currency"],
  state: ["state", "status", "statut", "etat", "statut de l operation", "etat de l operation"],
  direction: ["direction", "sens", "side", "debit credit", "credit debit", "transaction type", "type"],
  id: ["transaction id", "identifiant de transaction", "identifiant", "transferwise id", "id", "transaction hash"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type BankColumn = keyof typeof BANK_TITLES;

/** Amounts that hold their fee already: it is not added to them. */
const WITH_FEES = /\b(total|ttc)\b/i;

/** Whose money a column's title says it is in, where it is not the euro: "Amount (USD)". */
const CODE = /\b(USD|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|BTC|ETH|XAF|XOF|MAD|TND)\b/i;

/** Where the columns of a bank's file stand, from 0, and what their titles say beside. */
export interface BankPlaces {
  readonly at: Readonly<Partial<Record<BankColumn, number>>>;
  /** A currency that is not the euro; null where none is said. */
  readonly currency: string | null;
  /** Whether a fee is to be added to the amount. */
  readonly addsFee: boolean;
}

/** Completes the columns that were found with what the title of their amount says beside. */
export function bankPlaces(at: BankPlaces["at"], titles: Readonly<Partial<Record<BankColumn, string>>>): BankPlaces {
  const title = titles.amount ?? titles.debit ?? "";
  return {
    at,
    currency: CODE.exec(title)?.[0].toUpperCase() ?? null,
    addsFee: at.fee !== undefined && !WITH_FEES.test(title),
  };
}
