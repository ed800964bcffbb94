import { isDeepStrictEqual } from "node:util";
import { type Selectable, sql } from "kysely";
import { lastDay } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { idOf } from "../api/paging.ts";
import { companyVersion } from "../company/queries.ts";
import { type ContractRow, contractOn, showContract } from "../contracts/queries.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { PayslipDocument } from "../payslips/document.ts";
import { type PayFacts, standingPayslips } from "./facts.ts";
import { type PayTerms, payOf } from "./pay.ts";
import { payslipOf } from "./porte.ts";

/** A payslip as it is worked out now, and the names of what differs from the one that was kept. */
interface Recomputation {
  readonly payslip: PayslipDocument;
  readonly differences: string[];
}

type Slip = Selectable<Database["payslips"]>;

/**
 * Works a payslip that stands out again, from the terms that it was computed with and the facts that it was paid of, by the law that this
 * company has now; and says in what it differs from the payslip that was kept. Nothing is written.
 * @throws {PorteError} `company.not_found`, `company.reversed` for one that no longer stands, and what the law refuses.
 */
export async function recomputePayslip(deps: Deps, payslipId: string): Promise<Recomputation> {
  return deps.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const slip = await standing(trx, payslipId);
      const facts = await factsOf(trx, slip);
      const terms: PayTerms = {
        company: await companyOf(trx, slip),
        month: slip.month,
        today: dayInParis(slip.recorded_at),
        law: deps.law,
      };
      const { id, document: kept } = slip;
      const pay = payOf(terms, facts);
      if (typeof pay === "string") throw new Error(`${id} was paid, and is now ${pay}`);
      const payslip = payslipOf(terms, facts, { id, owner: kept.owner, pay });
      return { payslip, differences: differencesOf(kept, payslip) };
    });
}

async function standing(trx: Db, payslipId: string): Promise<Slip> {
  const slip = await trx
    .selectFrom("payslips")
    .selectAll()
    .where("id", "=", idOf(payslipId, "payslip"))
    .executeTakeFirst();
  if (slip === undefined) throw new PorteError("company.not_found", { kind: "payslip", what: payslipId });
  const reversal = await trx
    .selectFrom("payslip_reversals")
    .select("reason")
    .where("payslip_id", "=", slip.id)
    .executeTakeFirst();
  if (reversal !== undefined) throw new PorteError("company.reversed", { kind: "payslip", what: payslipId });
  return slip;
}

async function companyOf(trx: Db, { company_version: version, month }: Slip): Promise<Schemas["Company"]> {
  if (version === null) return (await companyVersion(trx, lastDay(month))).profile;
  const row = trx.selectFrom("company_profile").select("profile").where("id", "=", version);
  return (await row.executeTakeFirstOrThrow()).profile;
}

interface Found {
  readonly reportId: string;
  readonly days: Schemas["ReportDay"][];
  readonly payments: readonly { readonly id: string; readonly amountCents: Cents; readonly feeCents: Cents }[];
  readonly expenses: readonly { readonly id: string; readonly amountCents: Cents; readonly taxableCents: Cents }[];
  readonly contract: ContractRow;
}

/** What a payslip was paid of: the report is locked, and what was paid names the month of its payslip. */
async function factsOf(trx: Db, slip: Slip): Promise<PayFacts> {
  const { person_id: personId, month, recorded_at: at, contract_version: version } = slip;
  const contract =
    version === null
      ? sql.raw(contractOn("paid.person_id", `'${lastDay(month)}'::date`))
      : sql`(select * from employment_contracts where person_id = paid.person_id and version = ${version})`;
  const { rows } = await sql<Found>`
    select report.id as "reportId", version.days,
      (select coalesce(jsonb_agg(one order by id), '[]') from (select id, amount_cents as "amountCents", (fee_cents
          + coalesce((select sum(correction.amount_cents) from payment_fee_corrections as correction
            join payment_reversals as reversal on reversal.payment_id = correction.reversed_id
            where correction.payment_id = payments.id and reversal.recorded_at <= ${at}), 0))::bigint as "feeCents"
        from payments where person_id = paid.person_id and payslip_month = paid.month) as one) as payments,
      (select coalesce(jsonb_agg(one order by id), '[]') from (select id, amount_cents as "amountCents",
          taxable_cents as "taxableCents"
        from expenses where person_id = paid.person_id and payslip_month = paid.month) as one) as expenses,
      (select to_jsonb(terms) from ${contract} as terms) as contract
    from payslips as paid
    join activity_reports as report on report.person_id = paid.person_id and report.month = paid.month
    join report_versions as version on version.report_id = report.id and version.version = report.version
    where paid.id = ${slip.id}`.execute(trx);
  const { contract: row, ...found } = rows[0] as Found;
  const earlier = (await standingPayslips(trx, personId, month)).filter((one) => one.month < month);
  return { ...found, earlier, contract: showContract(row), contractVersion: row.version };
}

/** The names of what is not the same in both, as JSON says it. */
function differencesOf(kept: PayslipDocument, now: PayslipDocument): string[] {
  const [before, after] = [kept, now].map((one) => JSON.parse(JSON.stringify(one)) as Record<string, unknown>);
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => !isDeepStrictEqual(before?.[name], after?.[name])).sort();
}
