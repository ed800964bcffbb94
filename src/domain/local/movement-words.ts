import type { MovementKind } from "./filed.ts";

/** What a line of a company's statement is, by its words: the first that fits, in this order. */
const WORDS: readonly (readonly [RegExp, MovementKind])[] = [
  [/frais de gestion|commission|management fee/, "fee"],
  [/reserve|provision/, "reserve"],
  [
    /cotisation|charges? (?:patronale|salariale|sociale)|urssaf|prelevement a la source|impot|contribution/,
    "contributions",
  ],
  [/note de frais|frais (?:pro|de mission|de deplacement|rembours)|remboursement|expense/, "expense"],
  [/salaire|net (?:a payer|paye)|paie|net pay|salary/, "pay"],
  [/reglement|paiement|encaissement|facture|chiffre d'affaires|honoraires|client|invoice|payment/, "payment"],
  [/charge|assurance|mutuelle|taxe/, "charge"],
];

/** Finds what a line of a statement is for; `other` where its words say nothing. */
export function movementOfLabel(label: string): MovementKind {
  const plain = label
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}
