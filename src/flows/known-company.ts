import type { Schemas } from "../client/company.ts";
import type { Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import type { Reading } from "../payroll/law.ts";
import type { Situation } from "../payroll/situation.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { knownTerms } from "../portage/company-terms.ts";
import type { Known } from "../portage/inputs.ts";
import { yearToDateOf } from "../portage/run.ts";
import type { Snapshot } from "../store/records/snapshot.ts";
import { isConnected } from "./profile-in-use.ts";
import { knownRecords } from "./records/known.ts";
import type { Machine, Session } from "./session.ts";

/** What is known of the company, of the contract and of the pay, so that simulations need no network: as it was last said. */
export interface KnownCompany {
  readonly url: string;
  /** Null where nobody said it. */
  readonly name: string | null;
  /** What its API said, or its porté, in the words of a simulation. */
  readonly terms: Known;
  readonly missions: readonly Pick<Schemas["Mission"], "reference" | "start" | "end" | "dailyRateCents">[];
  readonly payslips: readonly {
    readonly month: Month;
    readonly grossCents: Cents;
    readonly share?: Schemas["PayShare"];
  }[];
  /** The instant at which it was last said. */
  readonly savedAt: string;
  /** Whether its porté said it, because it has no API. */
  readonly isSheet: boolean;
}

/** Finds what is known of the company in use without asking anybody; null where nothing is, or where another one said it. */
export async function knownCompany(machine: Machine): Promise<KnownCompany | null> {
  if (!isConnected(machine) && !machine.env.PORTE_API_URL) {
    const own = await (await import("./local/company-known.ts")).companyOfSheet(machine);
    if (own !== null) return own;
  }
  const known = await knownRecords(machine);
  return known === null ? null : companyIn(known.snapshot);
}

/** Gives what a snapshot says of a company; null where it never said who it is. */
export function companyIn({ url, company, person, missions, payslips, confirmed }: Snapshot): KnownCompany | null {
  if (company === null || person === null) return null;
  const terms = knownTerms(company, person.contract);
  const savedAt = confirmed.company ?? "";
  return { url, name: company.name, terms, missions, payslips, savedAt, isSheet: false };
}

/** Asks the company of a session what simulations need: it is kept. */
export async function askCompany({ company: client, url, machine }: Session): Promise<KnownCompany> {
  const [company, me, payslips, missions] = await Promise.all([
    client.profile(),
    client.me(),
    client.payslips(),
    client.missions(),
  ]);
  const savedAt = machine.now().toISOString();
  const terms = knownTerms(company, me.contract);
  return { url, name: company.name, terms, missions, payslips, savedAt, isSheet: false };
}

/** What the payslips of the year leave to a month: the year to date of the company's own payroll. */
export function yearToDateFrom(
  known: KnownCompany | null,
  reading: Reading,
): (month: Month, situation: Situation) => YearToDate {
  return (month, situation) => (known === null ? NEW_YEAR : yearToDateOf(known.payslips, month, situation, reading));
}
