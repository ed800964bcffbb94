import type { ExpenseCategory } from "../expense.ts";
import { folded, receiptLines } from "./words.ts";

/** What the words of a receipt let one guess of its expense: proposed, shown, and refused with an option. */
export interface ReceiptGuess {
  readonly category: ExpenseCategory | null;
  /** The meals or the nights that are counted on it; null where nothing is counted. */
  readonly units: number | null;
  /** The department of the seller's postcode. */
  readonly department: string | null;
}

/** What is guessed of a receipt that says nothing. */
export const NO_GUESS: ReceiptGuess = { category: null, units: null, department: null };

/** What sellers are called, by what is bought there: names of chains and words of trades, without accents. The first that is met decides. */
const SELLERS: readonly (readonly [ExpenseCategory, RegExp])[] = [
  [
    "lodging",
    /\b(hotel|ibis|novotel|mercure|campanile|kyriad|b&b hotels|premiere classe|airbnb|gite|auberge de jeunesse|residence hoteliere|appart'?city|adagio|formule 1|booking\.com|nuitees?)\b/,
  ],
  [
    "transport",
    /\b(sncf|ouigo|inoui|thalys|eurostar|trainline|ratp|navigo|tcl|tisseo|taxi|uber(?! eats)|bolt|heetch|vtc|blablacar|flixbus|air france|easyjet|transavia|ryanair|peage|vinci autoroutes|sanef|aprr|cofiroute|parking|indigo|effia|q-park|station total|totalenergies|esso|carburant)\b/,
  ],
  [
    "restaurant",
    /\b(bistrot?|bistro|brasserie|restaurant|resto|pizzeria|creperie|cafe|auberge|trattoria|sushi|burger|mcdonald'?s|kfc|paul|la mie caline|brioche doree|flunch|courtepaille|hippopotamus|uber eats|deliveroo|traiteur|boulangerie|salon de the)\b/,
  ],
  ["telecom", /\b(orange|sfr|bouygues telecom|free mobile|free|sosh|red by sfr|ovh|ovhcloud)\b/],
  ["equipment", /\b(fnac|darty|boulanger|ldlc|apple store|amazon|dell|materiel\.net|top office|bureau vallee|ikea)\b/],
  ["training", /\b(formation|udemy|openclassrooms|coursera|conference|seminaire)\b/],
];

/** The line where a seller's name stands: before what is bought. */
const HEAD_LINES = 6;
const MEALS =
  /\b(\d{1,2}) ?x? ?(?:menus?|formules?|couverts?|repas|dejeuners?|diners?|pax)\b|\bcouverts? ?:? ?(\d{1,2})\b/;
const NIGHTS = /\b(\d{1,2}) ?x? ?(?:nuits?|nuitees?|nights?)\b|\bnuit(?:ee)?s? ?:? ?(\d{1,2})\b/;
const POSTCODE = /(?:^|[\s,-])(?:f-)?(\d{5})\s+\p{L}{2,}/u;

/**
 * Guesses what a receipt was for, how many meals or nights are counted on it, and where it was bought.
 * @param seller the name that an invoice gives; null for a page alone.
 */
export function guessFrom(text: string, seller: string | null): ReceiptGuess {
  const lines = receiptLines(text).map(folded);
  const head = [...(seller === null ? [] : [folded(seller)]), ...lines.slice(0, HEAD_LINES)];
  const category = categoryOf(head);
  const counted = category === "lodging" ? NIGHTS : category === "restaurant" ? MEALS : null;
  return {
    category,
    units: counted === null ? null : countOf(lines, counted),
    department: departmentOf(lines),
  };
}

/** Guesses what is bought from a merchant; null for one whose name does not tell. */
export function categoryFromMerchant(merchant: string): ExpenseCategory | null {
  return categoryOf([folded(merchant)]);
}

function categoryOf(lines: readonly string[]): ExpenseCategory | null {
  for (const line of lines) {
    const found = SELLERS.find(([, words]) => words.test(line));
    if (found !== undefined) return found[0];
  }
  return null;
}

function countOf(lines: readonly string[], words: RegExp): number | null {
  for (const line of lines) {
    const found = words.exec(line);
    const count = Number(found?.[1] ?? found?.[2] ?? 0);
    if (count > 0) return count;
  }
  return null;
}

/** The first postcode that stands before a place; those of Corsica and overseas have departments of their own. */
function departmentOf(lines: readonly string[]): string | null {
  const found = lines.map((line) => POSTCODE.exec(line)?.[1]).find((code) => code !== undefined);
  if (found === undefined || found < "01000") return null;
  if (/^9[78]/.test(found)) return found.slice(0, 3);
  if (!found.startsWith("20")) return found.slice(0, 2);
  return found < "20200" ? "2A" : "2B";
}
