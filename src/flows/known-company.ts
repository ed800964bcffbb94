import type { Schemas } from "../client/company.ts";
import type { Month } from "../domain/calendar.ts";
import type { Cents } from "../domain/money.ts";
import type { Reading } from "../payroll/law.ts";
import type { Situation } from "../payroll/situation.ts";
import { NEW_YEAR, type YearToDate } from "../payroll/year.ts";
import { yearToDateOf } from "../portage/run.ts";
import type { Snapshot } from "../store/records/snapshot.ts";
import { knownRecords } from "./records/known.ts";
import type { Machine, Session } from "./session.ts";

/** What the company last said of itself, of the contract and of the pay: simulations need no network then. */
export interface KnownCompany {
  readonly url: string;
  readonly company: Schemas["Company"];
  readonly contract: Schemas["EmploymentContract"] | null;
  readonly missions: readonly Schemas["Mission"][];
  readonly payslips: readonly {
    readonly month: Month;
    readonly grossCents: Cents;
    readonly share?: Schemas["PayShare"];
  }[];
  /** The instant at which it was last said. */
  readonly savedAt: string;
}

/** Finds what is known of the company in use without asking anybody; null where nothing is, or where another one said it. */
export async function knownCompany(machine: Machine): Promise<KnownCompany | null> {
  const known = await knownRecords(machine);
  return known === null ? null : companyIn(known.snapshot);
}

/** Gives what a snapshot says of a company; null where it never said who it is. */
export function companyIn({ url, company, person, missions, payslips, confirmed }: Snapshot): KnownCompany | null {
  if (company === null || person === null) return null;
  return { url, company, contract: person.contract, missions, payslips, savedAt: confirmed.company ?? "" };
}

/** Asks the company of a session what simulations need: it is kept. */
export async function askCompany({ company: client, url, machine }: Session): Promise<KnownCompany> {
  const [company, me, payslips, missions] = await Promise.all([
    client.profile(),
    client.me(),
    client.payslips(),
    client.missions(),
  ]);
  return { url, company, contract: me.contract, missions, payslips, savedAt: machine.now().toISOString() };
}

/** What the payslips of the year leave to a month: the year to date of the company's own payroll. */
export function yearToDateFrom(
  known: KnownCompany | null,
  reading: Reading,
): (month: Month, situation: Situation) => YearToDate {
  return (month, situation) => (known === null ? NEW_YEAR : yearToDateOf(known.payslips, month, situation, reading));
}
