import { expect, test } from "vitest";
import { dayInParis } from "../../src/domain/paris.ts";
import { askedFrom, type StatusFacts } from "../../src/domain/status/facts.ts";
import type { StatusKind } from "../../src/domain/status/items.ts";
import { commandFor, overviewOf, STATUS_KINDS } from "../../src/domain/status/kinds.ts";

type Facts = Partial<Omit<StatusFacts, "said">> & { readonly said?: Partial<StatusFacts["said"]> };

const SAID: StatusFacts["said"] = {
  me: { contract: { start: "2024-01-02", alsaceMoselle: false, level: "senior", end: null } },
  company: { deadlines: { reportDueDay: 25, transferDay: 5 } },
  missions: [],
  activityReports: [],
  expenses: [],
  payslips: [],
  account: { balanceCents: 0, reserveCents: 0 },
};

const report = (state: string, month = "2026-11") => ({
  ...{ month, state, reason: "why", decidedAt: "2026-11-20T09:00:00Z" },
  receipt: { submittedAt: "2026-11-18T09:00:00Z" },
});
const paid = (month: string) => report("locked", month);
const typed = (state: string) => ({ month: "2026-11", state, savedAt: "2026-11-17T23:30:00Z" });
const expense = (state: string, decidedAt: string | null = null) => ({
  ...{ id: "e1", amountCents: 700, state, question: "which?", reason: "no" },
  ...{ submittedAt: "2026-11-10T23:30:00Z", decidedAt },
});
const draft = (lacksReceipt: boolean) => ({ amountCents: 500, savedAt: "2026-11-12T09:00:00Z", lacksReceipt });
const slip = (transferDate: string) => ({ month: "2026-10", transferCents: 900, transferDate });

/** At an instant, with last month paid: what a test does not speak of waits for nobody. */
function at(instant: string, { said = {}, ...facts }: Facts = {}): StatusFacts {
  const today = dayInParis(new Date(instant));
  const reports = said.activityReports ?? [];
  const last = `${today.slice(0, 5)}${String(Number(today.slice(5, 7)) - 1).padStart(2, "0")}`;
  const others = reports.some(({ month }) => month === last) ? [] : [paid(last)];
  return {
    ...{
      today,
      contracts: [],
      invoices: [],
      payments: [],
      proposals: [],
      minimums: [],
      untold: [],
      drafts: [],
      typed: [],
      noted: new Set(),
      daysUsed: new Map(),
      own: null,
    },
    ...facts,
    said: { ...SAID, ...said, activityReports: [...reports, ...others] },
  };
}

const holding = (...activityReports: ReturnType<typeof report>[]) => ({ said: { activityReports } });
const spent = (...expenses: ReturnType<typeof expense>[]) => ({ said: { expenses } });

const employed = (level: string, trialMonths: number) => ({
  said: { me: { contract: { start: "2026-09-01", alsaceMoselle: false, level, end: null, trialMonths } } },
});
const signing = (...waiting: string[]) => ({
  contracts: [
    {
      ...{ id: "c1", mission: "ACME", kind: "client" as const, state: "sent", sentAt: "2026-11-17T23:30:00Z" },
      signatures: ["porte", "client", "company"].map((party) => ({
        ...{ party, at: waiting.includes(party) ? null : "2026-11-19T09:00:00Z" },
      })),
    },
  ],
});

const invoice = (paidCents: number, state = "issued", number = "F2026-0001") => ({
  ...{ id: `i${number}`, number, mission: "ACME", month: "2026-09", amountCents: 1_000_000, paidCents, state },
  ...{ dueOn: "2026-10-24", nextReminderOn: "2026-11-02", reminders: [{ sentOn: "2026-10-26" }] },
  cancellation: state === "cancelled" ? { recordedAt: "2026-10-01T22:30:00Z" } : null,
});
const billed = (paidCents: number, state = "issued") => ({ invoices: [invoice(paidCents, state)] });
const withFee = (advanceCents: number) => ({
  company: { deadlines: { reportDueDay: 25, transferDay: 5 }, fee: { ratePpm: 50_000 } },
  account: { balanceCents: 0, reserveCents: 0, advanceCents },
});
const received = (payslipMonth: string | null, state = "recorded") => ({
  payments: [{ amountCents: 500_000, receivedOn: "2026-10-20", payslipMonth, state }],
});
const proposed = (kind: "mission" | "amendment", state: string, codes: readonly string[] = []) => ({
  proposals: [
    {
      ...{ id: "p1", kind, reference: "ACME", state, submittedAt: "2026-11-17T23:30:00Z" },
      warnings: codes.map((code) => ({ code })),
    },
  ],
});
const ordering = (used: number) => ({
  said: {
    missions: [
      { id: "m1", reference: "ACME", client: "Acme", start: "2026-09-01", end: null as string | null, daysOrdered: 60 },
    ],
  },
  daysUsed: new Map([["ACME", used]]),
});
const withMission = (start: string, end: string | null) => ({
  said: { missions: [{ id: "m1", reference: "ACME", client: "Acme", start, end }] },
});

/** A profile without a company. */
const alone = (own: Partial<NonNullable<StatusFacts["own"]>>) => ({
  own: { isEmpty: false, askedSince: "2026-01", deliveries: [], unpaid: [], ...own },
});
const sentBy = (state: "unknown") => ({
  about: "report" as const,
  month: "2026-10",
  state,
  at: "2026-10-26T09:00:00Z",
});

/** Each kind: what makes it appear, with its days, and what makes it go. */
const PAIRS: {
  readonly [Kind in StatusKind]: readonly (readonly [appears: StatusFacts, goes: StatusFacts, days?: object])[];
} = {
  "report-due": [
    /** 25 November 2026 is a Wednesday; the third working day before it is the Friday before. */
    [at("2026-11-20T08:00:00Z"), at("2026-11-19T08:00:00Z"), { since: "2026-11-20", due: "2026-11-25" }],
    /** On the day itself until midnight in Paris, which in winter is 23:00 UTC. */
    [at("2026-11-25T22:59:59Z"), at("2026-11-25T23:00:00Z"), { due: "2026-11-25" }],
    /** A Sunday in October, the day on which summer time ends: midnight of the Saturday was 22:00 UTC, that of the Sunday is 23:00. */
    [at("2026-10-25T22:59:59Z"), at("2026-10-25T23:00:00Z"), { since: "2026-10-21", due: "2026-10-25" }],
    [at("2026-10-20T22:00:00Z"), at("2026-10-20T21:59:59Z"), { since: "2026-10-21" }],
    /** Around a public holiday: 11 November 2026 is one, and the company that wants its reports on the 13th asks from the 9th on. */
    [
      at("2026-11-09T08:00:00Z", { said: { company: { deadlines: { reportDueDay: 13, transferDay: 5 } } } }),
      at("2026-11-08T08:00:00Z", { said: { company: { deadlines: { reportDueDay: 13, transferDay: 5 } } } }),
      { since: "2026-11-09", due: "2026-11-13" },
    ],
    [at("2026-11-24T08:00:00Z"), at("2026-11-24T08:00:00Z", holding(report("submitted")))],
  ],
  "contract-to-sign": [
    [
      at("2026-11-18T09:00:00Z", signing("porte", "company")),
      at("2026-11-18T09:00:00Z", signing("company")),
      { since: "2026-11-18" },
    ],
  ],
  "contract-at-others": [
    [
      at("2026-11-18T09:00:00Z", signing("client", "company")),
      at("2026-11-18T09:00:00Z", signing("porte", "company")),
      { since: "2026-11-18", waitingOn: "client" },
    ],
    [at("2026-11-18T09:00:00Z", signing("company")), at("2026-11-18T09:00:00Z", signing()), { waitingOn: "company" }],
  ],
  /** Three months from 1 September end on 30 November, whose midnight in Paris is 23:00 UTC. */
  "trial-end": [
    [
      at("2026-11-30T22:59:59Z", employed("senior", 3)),
      at("2026-11-30T23:00:00Z", employed("senior", 3)),
      { day: "2026-11-30", due: "2026-11-30" },
    ],
    [at("2026-11-15T09:00:00Z", employed("senior", 3)), at("2026-11-14T09:00:00Z", employed("senior", 3))],
  ],
  "first-level": [
    [
      at("2028-08-01T09:00:00Z", employed("first", 0)),
      at("2028-08-01T09:00:00Z", employed("junior", 0)),
      { day: "2028-08-31", waitingOn: "company" },
    ],
  ],
  /** Due on Saturday 24 October 2026, whose midnight in Paris is 22:00 UTC; the Sunday after it has 25 hours. */
  "invoice-late": [
    [
      at("2026-10-24T22:00:00Z", billed(0)),
      at("2026-10-24T21:59:59Z", billed(0)),
      { daysLate: 1, amountCents: 1_000_000, since: "2026-10-25", waitingOn: "client", nextReminderOn: "2026-11-02" },
    ],
    [at("2026-10-25T23:00:00Z", billed(999_999)), at("2026-10-25T23:00:00Z", billed(1_000_000)), { daysLate: 2 }],
    [at("2026-11-24T09:00:00Z", billed(0, "late")), at("2026-11-24T09:00:00Z", billed(0, "cancelled"))],
  ],
  /** From Friday 10 July 2026: the next two days that are neither a Sunday nor a public holiday, of which the 14th is one, are 11 and 13 July. */
  "contract-late": [
    [
      at("2026-07-13T22:00:00Z", { ...withMission("2026-07-10", null), ...signing("company") }),
      at("2026-07-13T22:00:00Z", { ...withMission("2026-07-10", null), ...signing() }),
      { day: "2026-07-13", isPast: true, waitingOn: "company" },
    ],
    [
      at("2026-07-03T09:00:00Z", { ...withMission("2026-07-10", null), ...signing("company") }),
      at("2026-07-02T09:00:00Z", { ...withMission("2026-07-10", null), ...signing("company") }),
      { isPast: false },
    ],
    [
      at("2026-07-11T21:59:59Z", { ...withMission("2026-07-13", null), ...signing("client") }),
      at("2026-07-11T21:59:59Z", withMission("2026-07-13", null)),
      { day: "2026-07-16", isPast: false },
    ],
  ],
  /** Thirty-six months from 1 March 2024 end on 28 February 2027; they are told from 90 days before. */
  "client-months": [
    [
      at("2026-11-30T09:00:00Z", withMission("2024-03-01", null)),
      at("2026-11-29T09:00:00Z", withMission("2024-03-01", null)),
      { day: "2027-02-28", isPast: false, waitingOn: "company" },
    ],
    [
      at("2026-11-10T09:00:00Z", withMission("2024-03-01", "2027-03-01")),
      at("2026-11-10T09:00:00Z", withMission("2024-03-01", "2027-02-28")),
    ],
  ],
  "invoice-cancelled": [
    [
      at("2026-10-12T09:00:00Z", billed(0, "cancelled")),
      at("2026-10-12T09:00:00Z", { invoices: [invoice(0, "cancelled"), invoice(0, "issued", "F2026-0002")] }),
      { number: "F2026-0001", since: "2026-10-02", waitingOn: "company" },
    ],
    /** Two that were cancelled one after the other are told once. */
    [
      at("2026-10-12T09:00:00Z", { invoices: [invoice(0, "cancelled"), invoice(0, "cancelled", "F2026-0002")] }),
      at("2026-10-12T09:00:00Z", billed(0)),
      { number: "F2026-0002" },
    ],
  ],
  /** Until midnight of its day in Paris, after which it is late. */
  "invoice-due": [
    [
      at("2026-10-24T21:59:59Z", billed(400_000)),
      at("2026-10-24T22:00:00Z", billed(400_000)),
      { amountCents: 600_000, day: "2026-10-24" },
    ],
    [at("2026-10-12T09:00:00Z", billed(0)), at("2026-10-12T09:00:00Z", billed(1_000_000))],
  ],
  complement: [
    [
      at("2026-10-12T09:00:00Z", { ...billed(0), said: withFee(200_000) }),
      at("2026-10-12T09:00:00Z", { ...billed(1_000_000), said: withFee(200_000) }),
      { amountCents: 750_000, advanceCents: 200_000 },
    ],
    /** What is late is still to come, and no more was advanced than is taken back. */
    [
      at("2026-11-12T09:00:00Z", { ...billed(900_000), said: withFee(200_000) }),
      at("2026-11-12T09:00:00Z", { ...billed(900_000, "cancelled"), said: withFee(200_000) }),
      { amountCents: 0 },
    ],
  ],
  collected: [
    [
      at("2026-11-12T09:00:00Z", received(null)),
      at("2026-11-12T09:00:00Z", received("2026-10")),
      { amountCents: 500_000, count: 1, since: "2026-10-20" },
    ],
    [at("2026-11-12T09:00:00Z", received(null)), at("2026-11-12T09:00:00Z", received(null, "reversed"))],
  ],
  /** Pay of November leaves on Friday 4 December. */
  "minimum-owed": [
    [
      at("2026-11-26T09:00:00Z", { minimums: [{ month: "2026-11", amountCents: 245_175 }] }),
      at("2026-11-26T09:00:00Z"),
      { amountCents: 245_175, promisedBy: "2026-12-04" },
    ],
  ],
  "proposal-waits": [
    [
      at("2026-11-18T09:00:00Z", proposed("mission", "proposed")),
      at("2026-11-18T09:00:00Z", proposed("mission", "accepted")),
      { since: "2026-11-18", waitingOn: "company", proposes: "mission", isToldLate: false },
    ],
    [
      at("2026-11-18T09:00:00Z", proposed("amendment", "proposed", ["price-late"])),
      at("2026-11-18T09:00:00Z", proposed("amendment", "refused", ["price-late"])),
      { proposes: "amendment", isToldLate: true },
    ],
  ],
  /** Agreed on Friday 23 October: 48 hours from its midnight end on the Sunday, which has 25 hours. */
  "price-to-tell": [
    [
      at("2026-10-24T09:00:00Z", {
        untold: [{ mission: "ACME", agreedOn: "2026-10-23", dailyRateCents: 70_050, savedAt: "2026-10-23T22:30:00Z" }],
      }),
      at("2026-10-24T09:00:00Z"),
      { due: "2026-10-25", since: "2026-10-24" },
    ],
  ],
  /** A tenth of sixty days; the sixth working day after Friday 6 November, of which Wednesday the 11th is none. */
  "days-left": [
    [
      at("2026-11-06T09:00:00Z", ordering(54)),
      at("2026-11-06T09:00:00Z", ordering(53.5)),
      { left: 6, due: "2026-11-17", isPast: false },
    ],
    [
      at("2026-11-06T09:00:00Z", ordering(61)),
      at("2026-11-06T09:00:00Z", { ...ordering(61), said: withMission("2026-09-01", "2026-11-05").said }),
      { left: -1, due: "2026-11-06", isPast: true },
    ],
  ],
  "report-late": [
    [at("2026-11-25T23:00:00Z"), at("2026-11-25T22:59:59Z"), { since: "2026-11-25", due: "2026-11-25" }],
    [at("2026-11-28T09:00:00Z"), at("2026-11-28T09:00:00Z", { typed: [typed("draft")] })],
    [at("2026-11-28T09:00:00Z", holding(report("withdrawn"))), at("2026-11-28T09:00:00Z", holding(report("approved")))],
  ],
  "report-draft": [
    [
      at("2026-11-18T09:00:00Z", { typed: [typed("draft")] }),
      at("2026-11-18T09:00:00Z", { typed: [typed("sent")], ...holding(report("submitted")) }),
      { since: "2026-11-18", due: "2026-11-25" },
    ],
  ],
  "report-queued": [
    [
      at("2026-11-18T09:00:00Z", { typed: [typed("queued")] }),
      at("2026-11-18T09:00:00Z", { typed: [typed("sent")] }),
      { since: "2026-11-18", due: "2026-11-25" },
    ],
  ],
  "report-refused": [
    [
      at("2026-11-24T09:00:00Z", holding(report("refused"))),
      at("2026-11-24T09:00:00Z", { ...holding(report("refused")), typed: [typed("queued")] }),
      { since: "2026-11-20", due: "2026-11-25" },
    ],
    [at("2026-12-02T09:00:00Z", holding(report("refused"))), at("2027-02-02T09:00:00Z", holding(report("refused")))],
  ],
  "expense-questioned": [
    [
      at("2026-11-24T09:00:00Z", spent(expense("questioned"))),
      at("2026-11-24T09:00:00Z", spent(expense("submitted"))),
      { due: "2026-11-25" },
    ],
    /** Once this month's day has passed, the next month's pay is the one that can still bring it. */
    [at("2026-11-25T23:30:00Z", spent(expense("questioned"))), at("2026-11-25T23:30:00Z"), { due: "2026-12-25" }],
  ],
  "receipts-missing": [
    [
      at("2026-11-14T09:00:00Z", { drafts: [draft(true), draft(false)] }),
      at("2026-11-14T09:00:00Z", { drafts: [draft(false)] }),
      { since: "2026-11-12", due: "2026-11-25" },
    ],
  ],
  "expenses-to-send": [
    [
      at("2026-11-14T09:00:00Z", { drafts: [draft(true), draft(false)] }),
      at("2026-11-14T09:00:00Z", { drafts: [draft(true)] }),
      { since: "2026-11-12", due: "2026-11-25" },
    ],
  ],
  "expense-refused": [
    [
      at("2026-11-24T09:00:00Z", spent(expense("refused", "2026-11-01T09:00:00Z"))),
      at("2026-11-24T09:00:00Z", { ...spent(expense("refused", "2026-11-01T09:00:00Z")), noted: new Set(["e1"]) }),
      { since: "2026-11-01" },
    ],
    [
      at("2026-12-31T09:00:00Z", spent(expense("refused", "2026-11-01T09:00:00Z"))),
      at("2027-02-01T09:00:00Z", spent(expense("refused", "2026-11-01T09:00:00Z"))),
    ],
  ],
  "report-at-client": [
    [
      at("2026-11-24T09:00:00Z", holding(report("awaiting-client"))),
      at("2026-11-24T09:00:00Z", holding(report("submitted"))),
      { since: "2026-11-18", waitingOn: "client" },
    ],
  ],
  "report-waits": [
    [
      at("2026-11-24T09:00:00Z", holding(report("submitted"))),
      at("2026-11-24T09:00:00Z", holding(report("approved"))),
      { since: "2026-11-18", waitingOn: "company" },
    ],
  ],
  "report-approved": [
    /** Pay of November leaves on Friday 4 December: the 5th, which the company promised, is a Saturday. */
    [
      at("2026-11-24T09:00:00Z", holding(report("approved"))),
      at("2026-11-24T09:00:00Z", holding(report("locked"))),
      { since: "2026-11-20", waitingOn: "company", promisedBy: "2026-12-04" },
    ],
  ],
  setup: [[at("2026-11-10T09:00:00Z", alone({ isEmpty: true })), at("2026-11-10T09:00:00Z", alone({}))]],
  "mission-missing": [
    [
      at("2026-11-10T09:00:00Z", alone({})),
      at("2026-11-10T09:00:00Z", { ...alone({}), ...withMission("2026-01-01", null) }),
    ],
  ],
  "delivery-to-check": [
    [
      at("2026-11-10T09:00:00Z", alone({ deliveries: [sentBy("unknown")] })),
      at("2026-11-10T09:00:00Z", alone({})),
      { month: "2026-10", about: "report", state: "unknown", since: "2026-10-26" },
    ],
  ],
  /** Pay of October leaves on Thursday 5 November. */
  "payslip-missing": [
    [
      at("2026-11-06T09:00:00Z", alone({ unpaid: [{ month: "2026-10", turnoverCents: 1_000 }] })),
      at("2026-11-05T09:00:00Z", alone({ unpaid: [{ month: "2026-10", turnoverCents: 1_000 }] })),
      { day: "2026-11-05", since: "2026-11-05" },
    ],
  ],
  "pay-expected": [
    [
      at("2026-11-01T09:00:00Z", alone({ unpaid: [{ month: "2026-10", turnoverCents: 1_000 }] })),
      at("2026-11-01T09:00:00Z", alone({})),
      { day: "2026-11-05", turnoverCents: 1_000, due: "2026-11-05" },
    ],
  ],
  "expenses-read": [
    [
      at("2026-11-24T09:00:00Z", spent(expense("submitted"))),
      at("2026-11-24T09:00:00Z", spent(expense("approved"))),
      { since: "2026-11-11", waitingOn: "company" },
    ],
  ],
  transfer: [
    [
      at("2026-11-05T22:59:59Z", { said: { payslips: [slip("2026-11-05")] } }),
      at("2026-11-05T23:00:00Z", { said: { payslips: [slip("2026-11-05")] } }),
    ],
  ],
  transferred: [
    [
      at("2026-11-05T23:00:00Z", { said: { payslips: [slip("2026-11-05")] } }),
      at("2026-11-05T22:59:59Z", { said: { payslips: [slip("2026-11-05")] } }),
    ],
  ],
  /** What lies on the account is always known. */
  balance: [],
};

/** Those that nothing takes away. */
const LASTING: readonly StatusKind[] = ["balance"];
const SECTIONS = ["todo", "waiting", "money"] as const;

test.each(Object.keys(STATUS_KINDS) as StatusKind[])("%s appears and goes", (kind) => {
  const { section } = STATUS_KINDS[kind];
  expect(PAIRS[kind].length > 0).toBe(!LASTING.includes(kind));
  for (const [appears, goes, days = {}] of PAIRS[kind]) {
    const found = overviewOf(appears)[section].filter((item) => item.kind === kind);
    expect(found).toEqual([expect.objectContaining(days)]);
    expect(SECTIONS.flatMap((name) => overviewOf(goes)[name]).filter((item) => item.kind === kind)).toEqual([]);
  }
});

test("what costs most to leave comes first, and each thing has the command that ends it", () => {
  const { todo } = overviewOf(
    at("2026-11-26T09:00:00Z", {
      drafts: [draft(true), draft(false)],
      said: {
        activityReports: [report("refused", "2026-10")],
        expenses: [expense("refused", "2026-11-01T09:00:00Z"), { ...expense("questioned"), id: "e2" }],
      },
    }),
  );
  expect(todo.map((item) => [item.kind, commandFor(item, (id) => id)])).toEqual([
    ["report-refused", "porte declare 2026-10"],
    ["report-late", "porte declare 2026-11"],
    ["expense-questioned", "porte expenses answer e2"],
    ["receipts-missing", "porte expenses list --missing"],
    ["expenses-to-send", "porte expenses submit"],
    ["expense-refused", "porte expenses remove e1"],
  ]);
});

test("nothing is to do on a day on which nothing is", () => {
  expect(overviewOf(at("2026-11-10T09:00:00Z")).todo).toEqual([]);
  expect(overviewOf(at("2026-11-10T09:00:00Z")).waiting).toEqual([]);
});

test("a month is asked for three working days before its day, over a weekend, a public holiday and Christmas", () => {
  expect(["2026-05", "2026-11", "2026-12"].map((month) => askedFrom(at("2026-11-10T09:00:00Z"), month))).toEqual([
    "2026-05-20",
    "2026-11-20",
    "2026-12-22",
  ]);
});
