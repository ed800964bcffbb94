import { v7 as uuid } from "uuid";
import { addMonths, type Day, type Month } from "../../domain/calendar.ts";
import { workingDays } from "../../domain/holidays.ts";
import { sum } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { type BoundLaw, bindLaw } from "../../payroll/law.ts";
import { type Payslip, payslip } from "../../payroll/payslip.ts";
import type { Situation } from "../../payroll/situation.ts";
import { payrollPostings } from "../../portage/account.ts";
import { yearToDateOf } from "../../portage/run.ts";
import type { Terms } from "../../portage/terms.ts";
import { solve, type Waterfall } from "../../portage/waterfall.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { post } from "./account.ts";
import type { Answer } from "./idempotency.ts";
import { paidFor } from "./payments.ts";
import { mentionsOf } from "./payslip-mentions.ts";
import { showPayslip, summaryOf } from "./payslips.ts";
import { companyProfile, contractOf } from "./people.ts";
import { getReport } from "./reports.ts";

type LeftOut = Schemas["PayrollRun"]["leftOut"][number];

/** What payroll knows of a porté: the contract and the company's own parameters. */
function situationOf(contract: Schemas["EmploymentContract"], { payroll }: Schemas["Company"]): Situation {
  return {
    category: contract.category,
    contract: contract.kind,
    isShort: false,
    workTimePpm: 1_000_000,
    presentDays: null,
    alsaceMoselle: contract.alsaceMoselle,
    headcount: payroll.headcount,
    workAccidentPpm: payroll.workAccidentPpm,
    mobilityPpm: payroll.mobilityPpm,
    apprenticeSharePpm: payroll.apprenticeSharePpm,
    healthPlanCents: payroll.healthPlanCents,
    healthPlanEmployerPpm: payroll.healthPlanEmployerPpm,
    providentPpm: contract.category === "cadre" ? payroll.providentPpm : 0,
  };
}

/** The payslips a porté was paid in a year before a month. */
async function earlierPayslips(trx: Db, personId: string, month: Month): Promise<Schemas["Payslip"][]> {
  const rows = await trx
    .selectFrom("payslips")
    .select("document")
    .where("person_id", "=", personId)
    .where("month", "like", `${month.slice(0, 4)}-%`)
    .where("month", "<", month)
    .orderBy("month")
    .execute();
  return rows.map(({ document }) => document);
}

interface Pay {
  readonly earlier: readonly Schemas["Payslip"][];
  readonly law: BoundLaw;
  readonly slip: Payslip;
  readonly waterfall: Waterfall;
  readonly contract: Schemas["EmploymentContract"];
}

/** Works out one porté's pay, or says why there is none this month. */
async function payOf(
  trx: Db,
  personId: string,
  month: Month,
  company: Schemas["Company"],
  expensesCents: number,
): Promise<Pay | LeftOut["reason"]> {
  const filed = await getReport(trx, personId, month).catch((failure: unknown) => {
    if (failure instanceof PorteError && failure.code === "company.not_found") return null;
    throw failure;
  });
  if (filed === null) return "no-report";
  const { report } = filed;
  if (report.state !== "approved") return "report-not-approved";
  const paid = await paidFor(trx, personId, month);
  if (paid.amountCents < report.turnoverCents || paid.amountCents === 0) return "client-not-paid";
  const contract = await contractOf(trx, personId);
  const situation = situationOf(contract, company);
  const earlier = await earlierPayslips(trx, personId, month);
  const law = bindLaw(month, situation, yearToDateOf(earlier, month, situation));
  const daysWorked = sum(report.days.flatMap(({ entries }) => entries.map(({ amount }) => amount)));
  const share = Math.min(1, daysWorked / workingDays(month, contract.alsaceMoselle).length);
  const terms: Terms = {
    feePpm: company.fee.ratePpm,
    feeCapCents: company.fee.monthlyCapCents,
    feeBase: "turnover",
    leave: "paid",
    reservePpm: company.payroll.reservePpm,
    level: contract.level,
    workedPpm: Math.round(share * 1_000_000),
  };
  try {
    const waterfall = solve(law, { turnoverCents: paid.amountCents, expensesCents, otherProvisionsCents: 0 }, terms);
    return {
      earlier,
      law,
      waterfall,
      contract,
      slip: payslip(law, waterfall.grossCents, contract.taxRatePpm ?? "neutral"),
    };
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === "portage.nothing_left") return "not-enough";
    throw failure;
  }
}

/** Pays a month: each porté's payslip, its entries, its report locked and its expenses paid back, in one transaction. */
export async function runPayroll(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { month }: Schemas["PayrollRunRequest"],
): Promise<Answer> {
  const company = await companyProfile({ db: trx });
  const transferDate = `${addMonths(month, 1)}-${String(company.deadlines.transferDay).padStart(2, "0")}`;
  const owners = await trx
    .selectFrom("people")
    .select(["id", "name", "email"])
    .where("role", "=", "porte")
    .where("id", "not in", (select) => select.selectFrom("payslips").select("person_id").where("month", "=", month))
    .orderBy("id")
    .forUpdate()
    .execute();
  const paid: Schemas["PayrollRun"]["paid"] = [];
  const leftOut: LeftOut[] = [];
  for (const owner of owners) {
    /** What passes its limit stays in the envelope, and is paid as gross pay. */
    const expenses = await trx
      .selectFrom("expenses")
      .select(["id", "amount_cents", "taxable_cents"])
      .where("person_id", "=", owner.id)
      .where("state", "=", "approved")
      .forUpdate()
      .execute();
    const pay = await payOf(
      trx,
      owner.id,
      month,
      company,
      sum(expenses.map((row) => row.amount_cents - row.taxable_cents)),
    );
    if (typeof pay === "string") leftOut.push({ owner, reason: pay });
    else
      paid.push({
        owner,
        payslip: await book(deps, trx, caller, {
          owner,
          month,
          transferDate,
          pay,
          expenseIds: expenses.map(({ id }) => id),
        }),
      });
  }
  return { status: 201, body: { month, paid, leftOut } satisfies Schemas["PayrollRun"], etag: null };
}

interface Booked {
  readonly owner: Schemas["Owner"];
  readonly month: Month;
  readonly transferDate: Day;
  readonly pay: Pay;
  readonly expenseIds: readonly string[];
}

async function book(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { owner, month, transferDate, pay, expenseIds }: Booked,
): Promise<Schemas["PayslipSummary"]> {
  const mentions = await mentionsOf(trx, owner.id, month, pay.contract);
  const document = showPayslip({ id: uuid(), owner, transferDate, mentions, ...pay }, pay.earlier);
  const recorded = { recorded_at: deps.now(), recorded_by: caller.name };
  await trx
    .insertInto("payslips")
    .values({ id: document.id, person_id: owner.id, month, document: JSON.stringify(document), ...recorded })
    .execute();
  const today = dayInParis(deps.now());
  await post(
    deps,
    trx,
    caller,
    { personId: owner.id, day: today, month, label: `Bulletin ${month}` },
    payrollPostings(pay.slip, pay.waterfall),
  );
  await trx
    .updateTable("activity_reports")
    .set((row) => ({ state: "locked", revision: row("revision", "+", 1) }))
    .where("person_id", "=", owner.id)
    .where("month", "=", month)
    .execute();
  if (expenseIds.length > 0) {
    await trx
      .updateTable("expenses")
      .set((row) => ({ state: "reimbursed", payslip_month: month, revision: row("revision", "+", 1) }))
      .where("id", "in", [...expenseIds])
      .execute();
  }
  return summaryOf(document);
}
