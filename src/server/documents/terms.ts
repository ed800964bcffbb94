import { isDeepStrictEqual } from "node:util";
import type { ContractForm } from "../../domain/contracts/mentions.ts";
import type { Schemas } from "../deps.ts";

/** What the contracts of a mission are drawn from. */
export interface ContractSources {
  readonly company: Schemas["Company"];
  readonly porte: string;
  readonly employment: Schemas["EmploymentContract"];
  readonly mission: Schemas["Mission"];
  readonly leastDays: number | null;
  readonly form: ContractForm;
}

/**
 * What a contract says, before it is put into words: two that say the same are one contract, however they are worded. Null is what nobody
 * said. A document's words are made of this and nothing else.
 */
export function contractTerms({ company, porte, employment, mission, leastDays, form }: ContractSources) {
  return {
    ...{ form, porte, leastDays },
    ...companyTerms(company),
    ...employmentTerms(employment),
    ...missionTerms(mission),
  };
}
export type ContractTerms = Readonly<ReturnType<typeof contractTerms>>;

function companyTerms({ guarantee, contractTerms: own, fee, payroll, deadlines, ...company }: Schemas["Company"]) {
  return {
    company: company.name,
    companySiret: company.siret,
    companyAddress: company.address,
    guarantor: guarantee.guarantor,
    guaranteeCents: guarantee.amountCents,
    guaranteeUntil: guarantee.expires,
    insurer: own?.insurer ?? null,
    policyNumber: own?.policyNumber ?? null,
    pensionFund: own?.pensionFund ?? null,
    providentFund: own?.providentFund ?? null,
    feePpm: fee.ratePpm,
    feeCapCents: fee.monthlyCapCents,
    reservePpm: payroll.reservePpm,
    leave: payroll.leave ?? ("paid" as const),
    operatingCap: company.operatingCap,
    transferDay: deadlines.transferDay,
    reportDueDay: deadlines.reportDueDay,
  };
}

function employmentTerms({ kind, job, position, start, end, trialMonths }: Schemas["EmploymentContract"]) {
  return {
    ...{ employment: kind, job, position, trialMonths: trialMonths ?? null },
    ...{ employmentStart: start, employmentEnd: end },
  };
}

function missionTerms({ clientRecord: record = null, ...mission }: Schemas["Mission"]) {
  return {
    reference: mission.reference,
    title: mission.title,
    place: mission.place ?? null,
    skills: mission.skills ?? null,
    equipment: mission.equipment ?? null,
    client: mission.client,
    clientSiret: record?.siret ?? null,
    clientSiren: record?.siren ?? null,
    clientAddress: record?.address ?? null,
    routingCode: record?.routingCode ?? null,
    chorusService: record?.chorusService ?? null,
    chorusEngagement: record?.chorusEngagement ?? null,
    purchaseOrder: mission.purchaseOrder ?? null,
    start: mission.start,
    end: mission.end,
    daysOrdered: mission.daysOrdered ?? null,
    dailyRateCents: mission.dailyRateCents,
  };
}

/** A contract that was drawn: its terms, and its words where they were not kept yet. */
export interface DrawnTerms {
  readonly terms: ContractTerms | null;
  readonly facts: Readonly<Record<string, string | null>>;
}

/** Says whether a contract that was drawn says what would be drawn now. */
export function saysTheSame(
  drawn: DrawnTerms,
  now: { readonly terms: ContractTerms; readonly facts: DrawnTerms["facts"] },
) {
  return isDeepStrictEqual(drawn.terms ?? drawn.facts, drawn.terms === null ? now.facts : now.terms);
}
