import type { Schemas } from "../../client/company.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseAtHand } from "../../domain/expense.ts";
import {
  type Judgement,
  judge,
  type OperatingMonth,
  operatingMonth,
  type PreflightTerms,
} from "../../domain/preflight.ts";
import type { ExpenseDraft } from "../../store/expense-drafts.ts";
import { Refusals } from "../../store/refusals.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Reader } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { atHand, lacksReceipt, storedExpenses } from "./drafts.ts";
import { basisOf } from "./operating.ts";
import { draftRecurring } from "./recurring.ts";
import { learnRefusals } from "./refusals.ts";

/** Each expense that waits here with what the company is likely to make of it, and what its months may still take. */
export interface Preflight {
  readonly expenses: readonly { readonly expense: ExpenseAtHand; readonly judgement: Judgement }[];
  readonly operating: readonly OperatingMonth[];
  readonly cap: Schemas["Company"]["operatingCap"];
}

/** Judges all that waits here, what comes back each month included. */
export async function preflight(session: Session): Promise<Preflight> {
  await draftRecurring(session);
  return judged(session, await storedExpenses(session), session.reader);
}

/**
 * Judges expenses kept here by the company's terms, the limits of the law, and the refusals that were met.
 * @param company who is asked: the company itself where something is to be sent.
 */
export async function judged(
  session: Session,
  drafts: readonly ExpenseDraft[],
  company: Reader = session.sure,
): Promise<Preflight> {
  const current = monthOf(session.machine.today());
  const [since = current] = [...drafts.map(({ date }) => monthOf(date)), current].sort();
  const terms = await termsOf(session, company, since);
  const judgements = judge(
    drafts.map((draft) => ({
      ...draft,
      lacksReceipt: lacksReceipt(draft),
      receiptHash: draft.receipt?.sha256 ?? null,
    })),
    terms,
  );
  const counted = [...terms.held.filter(({ state }) => state !== "refused"), ...drafts];
  const months = [...new Set([...drafts.map(({ date }) => monthOf(date)), monthOf(session.machine.today())])].sort();
  return {
    expenses: drafts.map((draft, index) => ({ expense: atHand(draft), judgement: judgements[index] as Judgement })),
    operating: months.map((month) => operatingMonth(month, counted, terms)),
    cap: terms.cap,
  };
}

/** What the company has refused is learned from, however long ago; what it holds counts in the months of what is judged. */
async function termsOf(session: Session, company: Reader, since: Month): Promise<PreflightTerms> {
  const { machine, folder } = session;
  const [held, refused, missions, { operatingCap: cap = null, payroll }, reports, payslips, { contract }, law] =
    await Promise.all([
      company.expenses({ since }),
      company.expenses({ state: "refused" }),
      company.missions(),
      company.profile(),
      company.reports({ since }),
      company.payslips(),
      company.me(),
      domainInUse(machine),
    ]);
  await learnRefusals(session, refused);
  const refusals = await new Refusals(folder).list();
  const current = monthOf(machine.today());
  const basisCents = cap === null ? {} : basisOf(cap.basis, { reports, payslips }, current);
  const hasTeleworkAgreement = payroll?.teleworkAgreement ?? false;
  const contractStart = contract?.start ?? null;
  return { held, missions, cap, basisCents, refusals, hasTeleworkAgreement, contractStart, law };
}
