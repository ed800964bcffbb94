import type { ReportDay } from "../activity.ts";
import type { Day, Month } from "../calendar.ts";
import type { Cents } from "../money.ts";
import type { RestStatement } from "../rest-statement.ts";
import { maybe, type Shape } from "../shape.ts";
import { MAIL_WAYS, type Way } from "./sheet.ts";

/** A file beside the facts: its name there, and the SHA-256 of what it holds. */
export interface FiledDocument {
  readonly file: string;
  readonly sha256: string;
}

/** What somebody says became of a month. */
export const MARKS = ["sent", "approved", "refused"] as const;
export type Mark = (typeof MARKS)[number];

/** What somebody says became of the expenses that left together. */
export const EXPENSE_MARKS = ["sent", "paid", "refused"] as const;
export type ExpenseMark = (typeof EXPENSE_MARKS)[number];

/** How far what leaves has come: `waiting` is tried again by `sync`, `failed` only when it is asked for. */
export const DELIVERY_STATES = ["waiting", "sending", "prepared", "delivered", "failed", "unknown"] as const;

/**
 * One document on its way. `sending` is written before it leaves: found later, it may have arrived or not, and is `unknown`. `prepared`
 * is a file or a link made for somebody who sends it. What is `unknown` is never sent again unasked.
 */
export interface FiledDelivery {
  readonly id: string;
  readonly about: "report" | "expenses" | "client";
  readonly month: Month;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly by: Way["by"];
  /** How a mail leaves; null for what is none. */
  readonly via: (typeof MAIL_WAYS)[number] | null;
  /** An address, or a folder; null where it is printed. */
  readonly to: string | null;
  readonly at: string;
  /** What names the mail wherever it goes: the same when it is sent again. */
  readonly messageId: string | null;
  readonly documents: readonly FiledDocument[];
  /** What a mail says; empty for what is none. */
  readonly subject: string;
  readonly text: string;
  /** Where it lies on this machine: in the folder that it went to, or ready to be sent by hand; null for what left by mail. */
  readonly place: string | null;
  /** Why it failed, or why nobody knows; null otherwise. */
  readonly reason: string | null;
}

/** The way that a delivery took, to be taken again. */
export function wayOf({ by, via, to }: Pick<FiledDelivery, "by" | "via" | "to">): Way {
  if (by === "mail") return { by, to: to ?? "", via: via ?? "eml" };
  return by === "folder" ? { by, folder: to ?? "" } : { by };
}

/** A month's report as it left this machine, without a company that holds it. */
export interface FiledReport {
  readonly month: Month;
  /** 1, 2, …: one more each time that the month is filed again. */
  readonly version: number;
  readonly state: "submitted" | "awaiting-client" | "approved" | "refused" | "withdrawn";
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  readonly restStatement: RestStatement | null;
  readonly turnoverCents: Cents;
  readonly submittedAt: string;
  /** What was said of the decision, and when; null where nobody said. */
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** The documents that left. */
  readonly documents: readonly FiledDocument[];
  /** What its decision rests on: a signed page, a mail; null where it was only said. */
  readonly proof: FiledDocument | null;
  readonly delivery: string;
}

/**
 * Expenses of a month that leave together as one archive, without a company that holds them. It is written before anything leaves; the
 * expenses are drafts until it has left, or may have.
 */
export interface FiledDossier {
  readonly month: Month;
  /** 1, 2, …: one more each time that more expenses of the month leave. */
  readonly number: number;
  /** Each expense with the key of the draft that it was: one that was changed since is another. */
  readonly expenses: readonly { readonly id: string; readonly key: string }[];
  readonly amountCents: Cents;
  readonly at: string;
  /** What its decision rests on; null where there is none, or it was only said. */
  readonly proof: FiledDocument | null;
  readonly delivery: string;
}

/** The key of a dossier among those of every month. */
export function dossierKey({ month, number }: Pick<FiledDossier, "month" | "number">): string {
  return number === 1 ? month : `${month}-${number}`;
}

/** A payslip that was filed from somewhere; what nobody said of it is null. */
export interface FiledPayslip {
  readonly month: Month;
  readonly netPaidCents: Cents | null;
  readonly grossCents: Cents | null;
  readonly transferDate: Day | null;
  /** What it was called where it came from. */
  readonly name: string;
  readonly document: FiledDocument;
  readonly addedAt: string;
}

/** Money that was noted by hand or read from a statement; cents, less than nothing for what leaves the account. */
export interface Movement {
  readonly id: string;
  readonly month: Month;
  readonly day: Day;
  readonly kind: MovementKind;
  readonly amountCents: Cents;
  readonly label: string;
  /** Whether somebody noted it, or a company's statement says it. */
  readonly source: "typed" | "statement";
}

/** What money that is noted is for; what is set aside leaves what may be spent, and is kept in the reserve. */
export const MOVEMENT_KINDS = [
  "payment",
  "fee",
  "charge",
  "expense",
  "pay",
  "contributions",
  "reserve",
  "other",
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

const DOCUMENT: Shape = { fields: { file: "text", sha256: "text" } };

/** What each must be when it is read from the records. */
export const FILED_SHAPES = {
  delivery: {
    fields: {
      id: "text",
      about: { words: ["report", "expenses", "client"] },
      month: "month",
      state: { words: DELIVERY_STATES },
      by: { words: ["mail", "folder", "print"] },
      via: maybe({ words: MAIL_WAYS }),
      to: maybe("text"),
      at: "instant",
      messageId: maybe("text"),
      documents: { list: DOCUMENT },
      subject: "text",
      text: "text",
      place: maybe("text"),
      reason: maybe("text"),
    },
  },
  report: {
    fields: {
      month: "month",
      version: "whole",
      state: { words: ["submitted", "awaiting-client", "approved", "refused", "withdrawn"] },
      days: { list: { named: "ReportDay" } },
      restDaysConfirmed: "truth",
      restStatement: maybe({ named: "RestStatement" }),
      turnoverCents: "whole",
      submittedAt: "instant",
      decidedAt: maybe("instant"),
      reason: maybe("text"),
      documents: { list: DOCUMENT },
      proof: maybe(DOCUMENT),
      delivery: "text",
    },
  },
  dossier: {
    fields: {
      month: "month",
      number: { kind: "whole", least: 1, most: 10_000 },
      expenses: { list: { fields: { id: "text", key: "text" } } },
      amountCents: "whole",
      at: "instant",
      proof: maybe(DOCUMENT),
      delivery: "text",
    },
  },
  payslip: {
    fields: {
      month: "month",
      netPaidCents: maybe("whole"),
      grossCents: maybe("whole"),
      transferDate: maybe("day"),
      name: "text",
      document: DOCUMENT,
      addedAt: "instant",
    },
  },
  movement: {
    fields: {
      id: "text",
      month: "month",
      day: "day",
      kind: { words: MOVEMENT_KINDS },
      amountCents: "whole",
      label: "text",
      source: { words: ["typed", "statement"] },
    },
  },
} as const satisfies Readonly<Record<string, Shape>>;
