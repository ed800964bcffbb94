import type { Day } from "../../domain/calendar.ts";
import type { Cents } from "../../domain/money.ts";
import { isTwin } from "../../domain/preflight.ts";
import { SentNames } from "../../store/sent-names.ts";
import type { Session } from "../session.ts";
import { storedExpenses } from "./drafts.ts";

/** Another expense of this person that one kept here may repeat: it has the same receipt, or says the same. */
export interface Repeat {
  readonly by: "receipt" | "facts";
  readonly date: Day;
  readonly amountCents: Cents;
  /** Whether it was sent from this machine; else it waits here too. */
  readonly isSent: boolean;
}

/** Finds what an expense kept here may repeat, among what waits here and what was sent from here, without asking the company. */
export async function repeatOf(session: Session, id: string): Promise<Repeat | null> {
  const kept = await storedExpenses(session);
  const draft = kept.find((one) => one.id === id);
  if (draft === undefined) return null;
  const sent = await new SentNames(session.folder).said();
  const others = [
    ...kept
      .filter((one) => one !== draft)
      .map((one) => ({ ...one, receipt: one.receipt?.sha256 ?? null, isSent: false })),
    ...sent.map((one) => ({ ...one, isSent: true })),
  ];
  const hash = draft.receipt?.sha256 ?? null;
  const told = (by: Repeat["by"], { date, amountCents, isSent }: (typeof others)[number]) => ({
    ...{ by, date, amountCents, isSent },
  });
  const sameReceipt = hash === null ? undefined : others.find(({ receipt }) => receipt === hash);
  if (sameReceipt !== undefined) return told("receipt", sameReceipt);
  const twin = others.find((one) => isTwin(one, draft));
  return twin === undefined ? null : told("facts", twin);
}
