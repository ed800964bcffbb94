import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { payTransferDay } from "../../domain/banking-days.ts";
import { type FailureCode, PorteError } from "../../errors.ts";
import { entryLabels } from "../../i18n/fr/documents.ts";
import { payrollPostings } from "../../portage/account.ts";
import { entriesOf } from "../account/commands.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { payslipCause } from "../payslips/commands.ts";
import { type PayslipDocument, showPayslip } from "../payslips/document.ts";
import { employerOf, mentionsFrom } from "../payslips/mentions.ts";
import { actorOf, actorSetting } from "../trail/actor.ts";
import { type PayFacts, payFacts } from "./facts.ts";
import { type Pay, type PayTerms, payOf } from "./pay.ts";

/** Why a porté is left out, and of what their pay failed. */
interface LeftOut {
  readonly reason: Schemas["LeftOutReason"];
  readonly failure?: { readonly code: FailureCode; readonly facts: object };
}

/** A run as each of its portés sees it. */
export interface Paying extends PayTerms {
  /** Which version of the company's profile it pays by. */
  readonly companyVersion: number;
  readonly runId: string;
  /** Who asked for it. */
  readonly caller: Pick<Caller, "name" | "email">;
  /** Tells of a failure that is nobody's but this program's. */
  readonly warn: (failure: unknown, personId: string) => void;
}

/**
 * Pays one porté, in a transaction of their own: payslip, entries, report locked, expenses paid back, and what the run says of it. Their
 * row is held in the mode that lets others refer to it, so that nothing they send waits for longer than their own pay. A pay that cannot
 * be worked out leaves this porté out and nobody else.
 */
export async function payPorte(deps: Deps, paying: Paying, personId: string): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { actor: _actor, ...owner } = await trx
      .selectFrom("people")
      .select(["id", "name", "email", actorSetting(actorOf(paying.caller), deps.now()).as("actor")])
      .where("id", "=", personId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const found = await workedOut(trx, paying, owner);
    if ("reason" in found) return leaveOut(trx, paying, personId, found);
    await book(deps, trx, paying, { owner, ...found });
  });
}

interface Worked {
  readonly facts: PayFacts;
  readonly pay: Pay;
}

async function workedOut(trx: Db, paying: Paying, owner: Schemas["Owner"]): Promise<Worked | LeftOut> {
  const facts = await payFacts(trx, owner.id, paying.month).catch(failedOf);
  if (typeof facts === "string") return { reason: facts };
  if ("reason" in facts) return facts;
  try {
    const pay = payOf(paying, facts);
    return typeof pay === "string" ? { reason: pay } : { facts, pay };
  } catch (failure) {
    if (!(failure instanceof PorteError)) paying.warn(failure, owner.id);
    return failedOf(failure instanceof PorteError ? failure : new PorteError("server.fault", { url: "", status: 500 }));
  }
}

/** What the company refuses to work out is said; what else goes wrong is not this porté's. */
function failedOf(failure: unknown): LeftOut {
  if (!(failure instanceof PorteError)) throw failure;
  return { reason: "failed", failure: { code: failure.code, facts: failure.facts } };
}

/** Makes the payslip of a pay that was worked out. */
export function payslipOf(
  terms: PayTerms,
  { contract, days, earlier }: PayFacts,
  { id, owner, pay }: { readonly id: string; readonly owner: Schemas["Owner"]; readonly pay: Pay },
): PayslipDocument {
  const { month, company } = terms;
  const mentions = { employer: employerOf(company), ...mentionsFrom(days, month, contract) };
  const ofYear = earlier.filter((one) => one.month.slice(0, 4) === month.slice(0, 4));
  const transferDate = payTransferDay(month, company.deadlines.transferDay);
  return showPayslip({ id, owner, contract, transferDate, mentions, ...pay }, ofYear);
}

/**
 * Books a pay in one statement: the payslip and its entries, the report that takes no other version, the money and the expenses that
 * take no other payslip, and what the run says of it.
 */
async function book(
  deps: Deps,
  trx: Db,
  paying: Paying,
  { owner, facts, pay }: Worked & { readonly owner: Schemas["Owner"] },
): Promise<void> {
  const { month, caller, today, runId } = paying;
  const { payments, expenses } = facts;
  const document = payslipOf(paying, facts, { id: uuid(), owner, pay });
  const slip = {
    id: document.id,
    person_id: owner.id,
    month,
    document: JSON.stringify(document),
    contract_version: facts.contractVersion,
    company_version: paying.companyVersion,
    replaces: sql<
      string | null
    >`(select payslip_id from payslip_reversals as reversal where reversal.person_id = ${owner.id}
      and reversal.month = ${month} and not exists (select 1 from payslips where replaces = reversal.payslip_id))`,
    recorded_at: deps.now(),
    recorded_by: caller.name,
  };
  const booking = {
    personId: owner.id,
    day: today,
    month,
    label: entryLabels.payslip(month),
    cause: payslipCause(document.id, month),
  };
  const entries = entriesOf(deps, caller, booking, payrollPostings(pay.slip, pay.waterfall));
  const noted = await trx
    .with("slip", (db) => db.insertInto("payslips").values(slip))
    .with("entries", (db) => db.insertInto("account_entries").values(entries))
    .with("report", (db) =>
      db
        .updateTable("activity_reports")
        .set((row) => ({ state: "locked", revision: row("revision", "+", 1) }))
        .where("id", "=", facts.reportId),
    )
    .with("money", (db) => db.updateTable("payments").set({ payslip_month: month }).where("id", "=", oneOf(payments)))
    .with("spent", (db) =>
      db
        .updateTable("expenses")
        .set((row) => ({ state: "reimbursed", payslip_month: month, revision: row("revision", "+", 1) }))
        .where("id", "=", oneOf(expenses)),
    )
    .updateTable("payroll_results")
    .set({ outcome: "paid", payslip_id: document.id })
    .where("run_id", "=", runId)
    .where("person_id", "=", owner.id)
    .where("outcome", "=", "waiting")
    .returning("person_id")
    .executeTakeFirst();
  /** The run may have been carried on by another process meanwhile. */
  if (noted === undefined) throw new Error(`${owner.id} no longer waits in run ${runId}`);
}

function oneOf(rows: readonly { readonly id: string }[]) {
  return sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`;
}

async function leaveOut(trx: Db, { runId }: Paying, personId: string, { reason, failure }: LeftOut): Promise<void> {
  await trx
    .updateTable("payroll_results")
    .set({ outcome: "left-out", reason, failure: failure === undefined ? null : JSON.stringify(failure) })
    .where("run_id", "=", runId)
    .where("person_id", "=", personId)
    .where("outcome", "=", "waiting")
    .execute();
}
