import { type ContractForm, MENTIONS, type Mention, missingMentions } from "../../domain/contracts/mentions.ts";
import { contractWords as words } from "../../i18n/fr/contract-documents.ts";
import { fr } from "../../i18n/fr.ts";
import type { Schemas } from "../deps.ts";

const { format: f } = fr;

/** What the contracts of a mission are drawn from. */
export interface ContractSources {
  readonly company: Schemas["Company"];
  readonly porte: string;
  readonly employment: Schemas["EmploymentContract"];
  readonly mission: Schemas["Mission"];
  readonly leastDays: number | null;
  readonly form: ContractForm;
}

/** What stands in a contract, value by value; null for what nobody said. */
export type ContractValues = Readonly<Record<string, string | null>>;

/** Says in French what each place of a contract is filled with. */
export function contractValues(sources: ContractSources): ContractValues {
  return { ...partyValues(sources), ...missionValues(sources), ...employmentValues(sources) };
}

function partyValues({ company, porte, employment, mission }: ContractSources): ContractValues {
  const { clientRecord: client = null } = mission;
  const { guarantor, amountCents, expires } = company.guarantee;
  const { insurer, policyNumber, pensionFund, providentFund } = company.contractTerms ?? {};
  return {
    company: company.name,
    companyNumber: words.siret(company.siret),
    companyAddress: company.address,
    porte,
    job: employment.job,
    client: mission.client,
    clientNumber:
      client?.siret != null ? words.siret(client.siret) : client?.siren == null ? null : words.siren(client.siren),
    clientAddress: client?.address ?? null,
    guarantor: words.guarantor(guarantor, f.euros(amountCents), words.day(expires)),
    insurer: insurer === undefined || policyNumber === undefined ? null : words.insurer(insurer, policyNumber),
    pensionFund: pensionFund === undefined ? null : words.funds([pensionFund, providentFund]),
  };
}

function missionValues({ mission, leastDays }: ContractSources): ContractValues {
  const { start, end, daysOrdered = null, purchaseOrder = null } = mission;
  const least = leastDays === null ? null : words.days(leastDays);
  const days = daysOrdered === null ? null : words.days(daysOrdered);
  return {
    reference: mission.reference,
    title: mission.title,
    place: mission.place ?? null,
    skills: mission.skills ?? null,
    equipment: mission.equipment ?? null,
    term: words.term(words.day(start), end === null ? null : words.day(end), least),
    leastDuration: end === null ? least : words.exactTerm,
    price: words.price(f.euros(mission.dailyRateCents), days),
    invoicing: words.invoicing(purchaseOrder, mission.clientRecord ?? null),
  };
}

function employmentValues({ company, employment, mission }: ContractSources): ContractValues {
  const { fee, payroll, operatingCap, deadlines } = company;
  const cap = operatingCap === null ? null : { ...operatingCap, rate: f.percent(operatingCap.ratePpm) };
  const { start, end, trialMonths } = employment;
  return {
    position: employment.position,
    contractStart: words.day(start),
    contractTerm: end === null ? (mission.end === null ? null : words.day(mission.end)) : words.day(end),
    pay: words.pay({
      fee: f.percent(fee.ratePpm),
      monthlyCap: fee.monthlyCapCents === null ? null : f.euros(fee.monthlyCapCents),
      reserve: employment.kind === "cdi" ? f.percent(payroll.reservePpm) : null,
      transferDay: deadlines.transferDay,
    }),
    expenses: words.expenses(cap),
    paidLeave: words.paidLeave(payroll.leave ?? "paid"),
    trial: trialMonths === undefined ? null : words.trial(trialMonths),
    reportDay: String(deadlines.reportDueDay),
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
