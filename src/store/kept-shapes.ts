import { KINDS } from "../domain/activity.ts";
import { EXPENSE_CATEGORIES } from "../domain/expense.ts";
import { ALSO_SENT } from "../domain/local/sheet.ts";
import { maybe, type Shape } from "../domain/shape.ts";

const ENTRY: Shape = {
  fields: {
    kind: { words: KINDS },
    mission: maybe("text"),
    "projectCode?": maybe("text"),
    amount: "number",
    "hours?": "number",
  },
};
const DAYS: Shape = {
  list: { fields: { date: "day", entries: { list: ENTRY }, "start?": "clock", "end?": "clock" } },
};
const REST: Shape = maybe({ fields: { dailyRest: "truth", weeklyRest: "truth", restDaysGivenUp: "number" } });
const RECEIPT: Shape = maybe({
  fields: {
    id: "text",
    reportHash: "text",
    version: "whole",
    submittedAt: "text",
    signed: "text",
    keyId: "text",
    signature: "text",
  },
});
const SENT = { version: "whole", etag: maybe("text"), days: DAYS, receipt: RECEIPT } as const;
const TYPED = { month: "month", days: DAYS, restDaysConfirmed: "truth", key: "text", savedAt: "text" } as const;
const ON_ITS_WAY = { ...TYPED, state: { words: ["draft", "queued", "sent"] }, base: maybe("text") } as const;

/** A month as each version of porte wrote it. */
export const REPORT_DRAFTS: readonly Shape[] = [
  { fields: { ...TYPED, sentVersion: maybe("whole") } },
  { fields: { ...ON_ITS_WAY, sent: maybe({ fields: SENT }) } },
  {
    fields: {
      ...ON_ITS_WAY,
      restStatement: REST,
      "end?": { words: ["document"] },
      "also?": { list: { words: ALSO_SENT } },
      sent: maybe({ fields: { ...SENT, restStatement: REST } }),
    },
  },
];

const KEPT_RECEIPT: Shape = maybe({
  fields: { file: "text", mediaType: "text", name: "text", sha256: "text", key: "text" },
});
/** The trip of an expense; null where it is none. */
export const TRIP: Shape = maybe({
  fields: {
    vehicle: { fields: { kind: { words: ["car", "motorcycle", "moped"] }, power: "whole", electric: "truth" } },
    metres: "whole",
    from: maybe("text"),
    to: maybe("text"),
  },
});
const SPENT = {
  id: "text",
  date: "day",
  category: { words: EXPENSE_CATEGORIES },
  amountCents: "whole",
  mission: maybe("text"),
  note: maybe("text"),
  receipt: KEPT_RECEIPT,
  key: "text",
  savedAt: "text",
} as const;
const TAKEN = { units: "whole", department: maybe("text"), trip: TRIP, source: maybe("text") } as const;
const VAT: Shape = { list: { fields: { ratePpm: maybe("whole"), vatCents: "whole" } } };

/** An expense as each version of porte wrote it. */
export const EXPENSE_DRAFTS: readonly Shape[] = [
  { fields: { ...SPENT, vatCents: "whole" } },
  { fields: { ...SPENT, ...TAKEN, vatCents: "whole" } },
  { fields: { ...SPENT, ...TAKEN, "merchant?": maybe("text"), vat: VAT, isTried: "truth", "isRepeated?": "truth" } },
];
