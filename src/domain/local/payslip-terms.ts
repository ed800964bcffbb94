import { parsePercent } from "../money.ts";
import { plainLine } from "../plain-text.ts";
import { daysIn, guessPayslip, only, plain } from "./payslip-reading.ts";
import type { SaidFacts } from "./sheet-facts.ts";

/** What a payslip can say of a company and of a contract. */
type PayslipTerms = Pick<
  SaidFacts,
  "company" | "contract" | "category" | "level" | "since" | "fee" | "taxRate" | "payDay"
>;

const EMPLOYER = /^\s*(?:employeur|raison sociale|societe|entreprise|nom de l'employeur)\s*:?\s*/;
/** What a company's name has in it, where nothing says that it is one. */
const LEGAL_FORM = /\b(?:sasu?|sarl|eurl|scop|s\.a\.s\.?|s\.a\.r\.l\.?)(?![a-z])|\bportage\b(?! salarial)/;
const FIRST_LINES = 8;
const STATUS = /statut|categorie|classification|qualification|position|emploi|college|cadre/;
const CONTRACT = /contrat|salarie porte|nature|cdi|cdd|duree (?:in)?determinee/;
const ENTRY = /date d'entree|entree le|entre le|embauche|date d'anciennete|anciennete (?:depuis|au)|en cd[id] depuis/;
const FEE = /frais de gestion/;
const TAX = /preleve(?:ment)? a la source|taux (?:personnalise|non personnalise|neutre|pas)\b|impot sur le revenu/;
const RATE = /(\d{1,2}(?:[.,]\d{1,2})?)\s*%/g;

/** Reads what a payslip says of the company and of the contract: guesses for whoever confirms them; what has no reading, or two, is left out. */
export function guessTerms(lines: readonly (readonly string[])[]): PayslipTerms {
  const texts = lines.map((pieces) => plain(pieces.join(" ")));
  const of = (pattern: RegExp) => texts.filter((text) => pattern.test(text));
  const { transferDate } = guessPayslip("", lines);
  const read = {
    company: named(companyIn(lines)),
    contract: only(of(CONTRACT).flatMap(kindIn)),
    category: only(of(STATUS).flatMap(categoryIn)),
    level: only(of(STATUS).flatMap(levelIn)),
    since: only(of(ENTRY).flatMap((text) => daysIn(text).slice(0, 1))),
    fee: only(of(FEE).flatMap(ratesIn)),
    taxRate: only(of(TAX).flatMap(ratesIn)),
    payDay: transferDate === null ? null : Number(transferDate.slice(8)),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
}

/** A name as it can be shown and kept. */
function named(text: string | null): string | null {
  const name = text === null ? "" : plainLine(text).replace(/\s+/g, " ").trim();
  return name === "" || name.length > NAME_MAX ? null : name;
}

const NAME_MAX = 120;

/** The name after its word; else the one of the first lines that has a company's form in it. */
function companyIn(lines: readonly (readonly string[])[]): string | null {
  const pieces = lines.map((line) => line.join(" ").trim());
  const said = pieces.flatMap((text) => {
    const word = EMPLOYER.exec(plain(text))?.[0] ?? "";
    const name = text.slice(word.length).trim();
    return word === "" || !/\p{L}/u.test(name) ? [] : [name];
  });
  if (said.length > 0) return only(said);
  return (
    lines
      .slice(0, FIRST_LINES)
      .flat()
      .find((text) => LEGAL_FORM.test(plain(text)))
      ?.trim() ?? null
  );
}

function kindIn(text: string): ("cdi" | "cdd")[] {
  const isOpen = /\bcdi\b|duree indeterminee/.test(text);
  const isFixed = /\bcdd\b|duree determinee/.test(text);
  return [...(isOpen ? ["cdi" as const] : []), ...(isFixed ? ["cdd" as const] : [])];
}

function categoryIn(text: string): ("cadre" | "non-cadre")[] {
  if (/non[\s-]?cadre/.test(text)) return ["non-cadre"];
  return /\bcadre\b/.test(text) ? ["cadre"] : [];
}

function levelIn(text: string): ("junior" | "senior" | "expert")[] {
  return (["junior", "senior", "expert"] as const).filter((level) => new RegExp(`\\b${level}\\b`).test(text));
}

function ratesIn(text: string): number[] {
  return [...text.matchAll(RATE)].map(([, rate = ""]) => parsePercent(rate));
}
