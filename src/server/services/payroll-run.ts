import { v7 as uuid } from "uuid";
import { daysAtWork, paidDays, totalsOf } from "../../domain/activity.ts";
import { addMonths, type Day, type Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import type { Payslip } from "../../payroll/payslip.ts";
import { payrollPostings } from "../../portage/account.ts";
import { questionFrom } from "../../portage/asked.ts";
import { knownTerms } from "../../portage/company-terms.ts";
import type { MealVouchers } from "../../portage/meal-vouchers.ts";
import { type Holding, holdingAfter, NO_HOLDING, releasedOf, yearToDateOf } from "../../portage/run.ts";
import { lawOf, type Question, settle } from "../../portage/simulate.ts";
import { minimumPayOf } from "../../portage/terms.ts";
import { keptSum, NOTHING_KEPT, type Waterfall } from "../../portage/waterfall.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { post } from "./account.ts";
import type { Answer } from "./idempotency.ts";
import { unpaidUpTo } from "./payments.ts";
import { mentionsOf } from "./payslip-mentions.ts";
import { advanceOf, showPayslip, summaryOf } from "./payslips.ts";
import { companyProfile, contractOf } from "./people.ts";
import { getReport } from "./reports.ts";

type LeftOut = Schemas["PayrollRun"]["leftOut"][number];

/** Every payslip of a porté before a month, oldest first. */
async function earlierPayslips(trx: Db, personId: string, month: Month): Promise<Schemas["Payslip"][]> {
  const rows = await trx
    .selectFrom("payslips")
    .select("document")
    .where("person_id", "=", personId)
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
  readonly leaveDaysTaken: number;
  readonly paymentIds: readonly string[];
  readonly mealVouchers: MealVouchers | null;
}

interface Owed {
  readonly deps: Deps;
  readonly trx: Db;
  readonly personId: string;
  readonly month: Month;
  readonly company: Schemas["Company"];
  readonly expensesCents: number;
}

/**
 * Works out one porté's pay, or says why there is none this month: what the clients have paid and no payslip was paid with yet, and the
 * month's minimum whatever they have paid (agreement, art. 21.3). It is the simulation of the same contract.
 */
async function payOf({ deps, trx, personId, month, company, expensesCents }: Owed): Promise<Pay | LeftOut["reason"]> {
  const report = await reportOf(trx, personId, month);
  if (typeof report === "string") return report;
  const money = await unpaidUpTo(trx, personId, month);
  const contract = await contractOf(trx, personId);
  const earlier = await earlierPayslips(trx, personId, month);
  const leaveDaysTaken = totalsOf(report.days)["paid-leave"] ?? 0;
  const reading = { law: deps.law };
  const { question } = questionFrom(
    { turnover: money.amountCents, expenses: expensesCents, date: month },
    { ...knownTerms(company, contract), paidDays: paidDays(report.days), daysAtWork: daysAtWork(report.days) },
    {
      today: dayInParis(deps.now()),
      reading,
      yearToDate: (of, situation) => yearToDateOf(earlier, of, situation, reading),
    },
  );
  const released = releasedOf(holdingOf(earlier), leaveDaysTaken, question);
  const asked = {
    ...question,
    feeCents: money.feeCents,
    owesMinimum: true,
    otherProvisionsCents: advanceOf(earlier.at(-1)),
    released,
  };
  const law = lawOf(asked);
  if (money.amountCents + keptSum(released) === 0 && minimumPayOf(law.agreement, asked.terms) === 0)
    return "nothing-due";
  const settled = payable(asked, law);
  if (settled === null) return "not-enough";
  return {
    earlier,
    law,
    ...settled,
    contract,
    leaveDaysTaken,
    paymentIds: money.ids,
    mealVouchers: question.mealVouchers,
  };
}

/** A month's approved report, or why there is none. */
async function reportOf(
  trx: Db,
  personId: string,
  month: Month,
): Promise<Schemas["ActivityReport"] | "no-report" | "report-not-approved"> {
  const filed = await getReport(trx, personId, month).catch((failure: unknown) => {
    if (failure instanceof PorteError && failure.code === "company.not_found") return null;
    throw failure;
  });
  if (filed === null) return "no-report";
  return filed.report.state === "approved" ? filed.report : "report-not-approved";
}

/** What the account holds for later pay after the payslips so far. */
function holdingOf(earlier: readonly Schemas["Payslip"][]): Holding {
  return earlier.reduce(
    (holding, { kept = NOTHING_KEPT, released = NOTHING_KEPT, leaveDaysTaken = 0 }) =>
      holdingAfter(holding, { kept, released, leaveDaysTaken }),
    NO_HOLDING,
  );
}

/** The money and the payslip of a month; null where nothing is left to pay. */
function payable(question: Question, law: BoundLaw): { waterfall: Waterfall; slip: Payslip } | null {
  try {
    const { waterfall, payslip: slip } = settle(question, law);
    return waterfall === null ? null : { waterfall, slip };
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === "portage.nothing_left") return null;
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
    const expensesCents = sum(expenses.map((row) => row.amount_cents - row.taxable_cents));
    const pay = await payOf({ deps, trx, personId: owner.id, month, company, expensesCents });
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
  const ofYear = pay.earlier.filter((one) => one.month.slice(0, 4) === month.slice(0, 4));
  const document = showPayslip({ id: uuid(), owner, transferDate, mentions, ...pay }, ofYear);
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
  if (pay.paymentIds.length > 0)
    await trx
      .updateTable("payments")
      .set({ payslip_month: month })
      .where("id", "in", [...pay.paymentIds])
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
