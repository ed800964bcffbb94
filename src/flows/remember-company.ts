import type { Schemas } from "../client/company.ts";
import { dayInParis } from "../domain/paris.ts";
import { PorteError } from "../errors.ts";
import { keepIfPossible } from "../store/files.ts";
import { KnownCompanies, type KnownCompany } from "../store/known-company.ts";
import type { Machine, Session } from "./session.ts";

/** What a company said of a porté. */
interface Said {
  readonly company: Schemas["Company"];
  readonly me: Schemas["Me"];
  readonly payslips: readonly Schemas["PayslipSummary"][];
  readonly missions: readonly Schemas["Mission"][];
}

/** Keeps what a company said, for simulations to come. */
export async function rememberCompany(
  machine: Machine,
  { profile, url }: Pick<Session, "profile" | "url">,
  { company, me, payslips, missions }: Said,
): Promise<KnownCompany> {
  const known: KnownCompany = {
    schema: 1,
    url,
    company,
    contract: me.contract,
    missions,
    payslips: payslips.map(({ month, grossCents, share }) => ({
      month,
      grossCents,
      ...(share === undefined ? {} : { share }),
    })),
    savedAt: machine.now().toISOString(),
  };
  const kept = new KnownCompanies(machine.folders, profile);
  /** What cannot be read is written anew. */
  const before = await kept.find().catch((failure: unknown) => {
    if (!(failure instanceof PorteError)) throw failure;
    return null;
  });
  if (before === null || !isSaidAlready(before, known)) await keepIfPossible(() => kept.keep(known));
  return known;
}

/** The same words on the same day need no other writing. */
function isSaidAlready(before: KnownCompany, known: KnownCompany): boolean {
  const said = (one: KnownCompany) => JSON.stringify({ ...one, savedAt: dayInParis(new Date(one.savedAt)) });
  return said(before) === said(known);
}

/** Asks the company of a session what simulations need, and keeps it. */
export async function askCompany(session: Session): Promise<KnownCompany> {
  const { company: client, machine } = session;
  const [company, me, payslips, missions] = await Promise.all([
    client.profile(),
    client.me(),
    client.payslips(),
    client.missions(),
  ]);
  return rememberCompany(machine, session, { company, me, payslips, missions });
}
