import { type ContractForm, MENTIONS, type Mention, missingMentions } from "../../domain/contracts/mentions.ts";
import { contractWords as words } from "../../i18n/fr/contract-documents.ts";
import { fr } from "../../i18n/fr.ts";
import type { ContractTerms } from "./terms.ts";

const { format: f } = fr;

/** What stands in a contract, value by value; null for what nobody said. */
export type ContractValues = Readonly<Record<string, string | null>>;

/** Says in French what each place of a contract is filled with. */
export function contractValues(terms: ContractTerms): ContractValues {
  return { ...partyValues(terms), ...missionValues(terms), ...employmentValues(terms) };
}

function partyValues(terms: ContractTerms): ContractValues {
  const { company, companyAddress, porte, job, client, clientSiret, clientSiren, clientAddress } = terms;
  const { guarantor, guaranteeCents, guaranteeUntil, insurer, policyNumber, pensionFund, providentFund } = terms;
  const clientNumber =
    clientSiret !== null ? words.siret(clientSiret) : clientSiren === null ? null : words.siren(clientSiren);
  return {
    ...{ company, companyAddress, porte, job, client, clientNumber, clientAddress },
    companyNumber: words.siret(terms.companySiret),
    guarantor: words.guarantor(guarantor, f.euros(guaranteeCents), words.day(guaranteeUntil)),
    insurer: insurer === null || policyNumber === null ? null : words.insurer(insurer, policyNumber),
    pensionFund: pensionFund === null ? null : words.funds([pensionFund, providentFund]),
  };
}

function missionValues(terms: ContractTerms): ContractValues {
  const { reference, title, place, skills, equipment, start, end, leastDays, daysOrdered, purchaseOrder } = terms;
  const least = leastDays === null ? null : words.days(leastDays);
  const days = daysOrdered === null ? null : words.days(daysOrdered);
  return {
    ...{ reference, title, place, skills, equipment },
    term: words.term(words.day(start), end === null ? null : words.day(end), least),
    leastDuration: end === null ? least : words.exactTerm,
    price: words.price(f.euros(terms.dailyRateCents), days),
    invoicing: words.invoicing(purchaseOrder, terms),
  };
}

function employmentValues(terms: ContractTerms): ContractValues {
  const { operatingCap, employmentStart, employmentEnd, end, trialMonths, feeCapCents } = terms;
  const cap = operatingCap === null ? null : { ...operatingCap, rate: f.percent(operatingCap.ratePpm) };
  const last = employmentEnd ?? end;
  return {
    position: terms.position,
    contractStart: words.day(employmentStart),
    contractTerm: last === null ? null : words.day(last),
    pay: words.pay({
      fee: f.percent(terms.feePpm),
      monthlyCap: feeCapCents === null ? null : f.euros(feeCapCents),
      reserve: terms.employment === "cdi" ? f.percent(terms.reservePpm) : null,
      transferDay: terms.transferDay,
    }),
    expenses: words.expenses(cap),
    paidLeave: words.paidLeave(terms.leave),
    trial: trialMonths === null ? null : words.trial(trialMonths),
    reportDay: String(terms.reportDueDay),
  };
}

/** One clause of a contract: which mention it is, its title, and its sentences, with the places of values in braces. */
export interface Clause {
  readonly mention: Mention | null;
  /** Which contracts have it, where it is no mandatory mention; all where nothing is said. */
  readonly forms?: readonly ContractForm[];
  readonly title: string;
  readonly text: readonly string[];
}

const PLACE = /\{\{(\w+)\}\}/g;

/** Fills the places of a sentence; what nobody said is a blank. */
export function filled(sentence: string, values: ContractValues): string {
  return sentence.replaceAll(PLACE, (_place, name: string) => values[name] ?? words.blank);
}

/** Lists the mandatory mentions that no clause says whole. */
export function missingIn(form: ContractForm, clauses: readonly Clause[], values: ContractValues): Mention[] {
  const isSaid = ({ text }: Clause) =>
    text.every((sentence) => [...sentence.matchAll(PLACE)].every(([, name = ""]) => values[name] != null));
  const said = clauses.flatMap((clause) => (clause.mention !== null && isSaid(clause) ? [clause.mention] : []));
  return missingMentions(form, new Set(said));
}

/** The clauses that a form has: those of its own mentions, and those that are none. */
export function clausesOf(form: ContractForm, clauses: readonly Clause[]): Clause[] {
  const own = new Set(MENTIONS[form].map(({ mention }) => mention));
  return clauses.filter(({ mention, forms }) =>
    mention === null ? (forms?.includes(form) ?? true) : own.has(mention),
  );
}
