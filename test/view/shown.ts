import type { components } from "../../src/contract/types.ts";
import type { ReportDay } from "../../src/domain/activity.ts";
import type { Watch } from "../../src/domain/contracts/watches.ts";
import { compareMonths } from "../../src/domain/local/history.ts";
import type { MonthGrid } from "../../src/domain/month-grid.ts";
import type { PayslipFacts } from "../../src/domain/payslip-code.ts";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import type { KnownCauses } from "../../src/portage/account-causes.ts";
import { exposureOf } from "../../src/portage/exposure.ts";
import { parcels } from "../../src/portage/parcel.ts";
import type { ShownMission } from "../../src/view/missions.ts";
import type { Identity } from "../../src/view/person.ts";
import type { ShownReport } from "../../src/view/report.ts";

type Schemas = components["schemas"];

/** A month of a person whose figures can be read at a glance: what the pages of this folder show. */
export const MISSION: Schemas["Mission"] = {
  id: "mission-1",
  reference: "ACME",
  client: "ACME SA",
  title: "Refonte du portail des usagers",
  start: "2026-01-05",
  end: null,
  dailyRateCents: 55_000,
  projectCodes: ["PORTAIL", "LOT-2"],
};

export const LONG_MISSION: Schemas["Mission"] = {
  id: "mission-2",
  reference: "METROPOLE-2026",
  client: "Métropole de Nice Côte d'Azur, direction des systèmes d'information",
  title: "Assistance",
  start: "2026-09-01",
  end: "2026-12-31",
  dailyRateCents: 62_050,
  projectCodes: [],
};

const SIGNATURE: Schemas["Signature"] = {
  party: "client",
  name: "Jeanne Dupont",
  email: "jeanne@nice.example",
  until: "2026-12-05T09:00:00.000Z",
  at: "2026-11-23T10:12:00.000Z",
  typedName: "Jeanne Dupont",
  evidence: { signed: "{}", keyId: "key-1", signature: "abc" },
};

const DOCUMENT: Schemas["ContractDocument"] = {
  id: "0199f1d2-6c1a-7b53-9a1e-0d9c54f8a001",
  missionId: "mission-2",
  mission: "METROPOLE-2026",
  client: LONG_MISSION.client,
  kind: "client",
  form: "client",
  part: "contract",
  amends: null,
  start: "2026-09-01",
  end: "2026-12-31",
  state: "sent",
  missing: [],
  sha256: "5d41402abc4b2a76b9719d911017c592ae41e4649b934ca495991b7852b85500",
  bytes: 20_000,
  drawnAt: "2026-11-20T09:00:00.000Z",
  drawnBy: "Odile Martin",
  sentAt: "2026-11-21T09:00:00.000Z",
  replacedAt: null,
  amendedFrom: null,
  signatures: [
    SIGNATURE,
    { ...SIGNATURE, party: "company", name: "Odile Martin", at: null, typedName: null, evidence: null },
  ],
};

export const DOCUMENTS: readonly Schemas["ContractDocument"][] = [
  DOCUMENT,
  {
    ...DOCUMENT,
    id: "0199f1d2-6c1a-7b53-9a1e-1e9c54f8a002",
    kind: "employment",
    form: "cdi",
    part: "amendment",
    amends: "0199f1d2-6c1a-7b53-9a1e-2f9c54f8a003",
    end: null,
    state: "draft",
    missing: ["trial", "pension-fund"],
    sentAt: null,
    signatures: [],
  },
];

const SUBMITTED = {
  reference: "LILLE",
  client: { name: "Mairie de Lille", siret: "21590350100017", address: "1 place Augustin Laurent, 59000 Lille" },
  title: "Schéma directeur",
  start: "2026-12-01",
  end: null,
  dailyRateCents: 60_000,
  daysOrdered: 40,
  purchaseOrder: "BC-118",
};

export const PROPOSALS: readonly Schemas["MissionProposal"][] = [
  {
    id: "0199f1d2-6c1a-7b53-9a1e-3a9c54f8a004",
    kind: "mission",
    reference: "LILLE",
    missionId: null,
    mission: SUBMITTED,
    amendment: null,
    state: "refused",
    reason: "Tarif à revoir",
    submittedAt: "2026-11-25T09:00:00.000Z",
    decidedAt: "2026-11-26T09:00:00.000Z",
    decidedBy: "Odile Martin",
    warnings: [],
  },
  {
    id: "0199f1d2-6c1a-7b53-9a1e-4b9c54f8a005",
    kind: "amendment",
    reference: "METROPOLE-2026",
    missionId: "mission-2",
    mission: null,
    amendment: { agreedOn: "2026-11-02", from: "2026-12-01", dailyRateCents: 65_000 },
    state: "proposed",
    reason: null,
    submittedAt: "2026-11-25T09:00:00.000Z",
    decidedAt: null,
    decidedBy: null,
    warnings: [{ code: "price-late", day: "2026-11-04", isLate: true, source: "art. 21.1" }],
  },
];

export const WATCHES: readonly Watch[] = [
  { code: "client-months", day: "2027-02-28", isLate: false, source: "C. trav., art. L1254-4" },
  { code: "contract-late", day: "2026-12-03", isLate: true, source: "C. trav., art. L1254-22" },
  { code: "first-level", day: "2027-01-30", isLate: false, source: "art. 37" },
  { code: "trial-end", day: "2026-12-14", isLate: false, source: null },
  { code: "days-left", day: "2026-12-04", isLate: false, source: null, left: 4.5 },
  { code: "price-late", day: "2026-11-04", isLate: true, source: "art. 21.1" },
];

export const SHOWN_MISSIONS: readonly ShownMission[] = [
  {
    mission: MISSION,
    state: "running",
    daysLeft: null,
    unbilledDays: null,
    contracts: [],
    proposal: null,
    watches: [],
  },
  {
    mission: {
      ...LONG_MISSION,
      purchaseOrder: "BC-2026-118",
      daysOrdered: 60,
      place: "Nice",
      rates: [
        { from: "2026-09-01", dailyRateCents: 60_000 },
        { from: "2026-11-02", dailyRateCents: 62_050 },
      ],
      clientRecord: {
        name: LONG_MISSION.client,
        siren: "200030195",
        siret: null,
        address: "5 rue de l'Hôtel-de-Ville, 06000 Nice",
        routingCode: null,
        chorusService: "DSI",
        chorusEngagement: "2026-77",
        contactName: "Jeanne Dupont",
        contactEmail: "jeanne@nice.example",
      },
    },
    state: "running",
    daysLeft: 4.5,
    unbilledDays: 1.5,
    contracts: DOCUMENTS,
    proposal: PROPOSALS[1] ?? null,
    watches: WATCHES,
  },
];

export const ACCOUNT: Schemas["Account"] = {
  month: "2026-11",
  balanceCents: 432_100,
  activityCents: 332_100,
  reserveCents: 100_000,
  provisionCents: 12_345,
  advanceCents: 5_000,
  businessContributionCents: 20_000,
  opening: { activityCents: 12_000, reserveCents: 100_000, provisionCents: 12_345 },
  totals: [
    { kind: "client-payment", fund: "activity", amountCents: 1_100_000 },
    { kind: "management-fee", fund: "activity", amountCents: -55_000 },
  ],
};

const recorded = { month: "2026-11", recordedAt: "2026-11-30T17:00:00.000Z", recordedBy: "Alice Bernard" };

export const ENTRIES: readonly Schemas["AccountEntry"][] = [
  {
    ...recorded,
    id: "entry-1",
    day: "2026-11-30",
    kind: "client-payment",
    fund: "activity",
    amountCents: 1_100_000,
    label: "ACME, 20 jours",
  },
  {
    ...recorded,
    id: "entry-2",
    day: "2026-11-30",
    kind: "management-fee",
    fund: "activity",
    amountCents: -55_000,
    label: "5 %",
    cause: { kind: "payment", id: "payment-1", reference: "ACME", invoice: "F2026-0001" },
  },
  {
    ...recorded,
    id: "entry-3",
    day: "2026-11-30",
    kind: "employer-contributions",
    fund: "activity",
    amountCents: -12_000,
    label: "Bulletin de novembre 2026",
    cause: { kind: "payslip", id: "payslip-1", reference: "2026-11" },
  },
  {
    ...recorded,
    id: "entry-4",
    day: "2026-11-30",
    kind: "expense-reimbursement",
    fund: "activity",
    amountCents: -2_100,
    label: "Bulletin de novembre 2026",
    cause: { kind: "payslip", id: "payslip-1", reference: "2026-11" },
  },
];

export const INVOICE: Schemas["Invoice"] = {
  ...{ id: "invoice-1", number: "F2026-0001", mission: "ACME", client: "Acme Conseil", month: "2026-10" },
  ...{ reportVersion: 1, days: 20, amountCents: 1_300_000, vatPpm: 200_000, vatCents: 260_000, issuedOn: "2026-11-02" },
  ...{ dueOn: "2026-12-02", lateRatePpm: null, state: "issued", paidCents: 0, nextReminderOn: "2026-12-10" },
  ...{ reminders: [{ sentOn: "2026-12-03", channel: "mail", by: "Alice Bernard" }], cancellation: null },
  ...{ recordedAt: "2026-11-02T10:00:00.000Z", recordedBy: "Alice Bernard" },
};

const EXPOSED = {
  today: "2026-11-25",
  held: {
    ...{ activity: 321_045, reserve: 100_000, provision: 12_345, "unpaid-pay": 245_000, expenses: 4_200 },
    ...{ unbilled: 650_000, "unpaid-invoices": 1_300_000 },
  },
  guarantee: {
    ...{ guarantor: "Garantie Mutuelle Exemple", amountCents: 50_000_000, expires: "2027-06-30" },
    lastYearPayrollCents: 400_000_000,
  },
  contractStart: "2025-09-01",
  law: LEGISLATION,
};
/** Months that were filed before a login: the same, another, unknown to the company. */
export const COMPARED = compareMonths(
  ["2026-01", "2026-02", "2026-03"].map((month) => comparedMonth(month, 2)),
  [comparedMonth("2026-02", 2), comparedMonth("2026-03", 1)],
);

function comparedMonth(month: string, count: number) {
  const days = Array.from({ length: count }, (_, index) => ({
    date: `${month}-0${index + 2}`,
    entries: [{ kind: "mission" as const, mission: "ACME", amount: 1, projectCode: null }],
  }));
  return { month, state: "submitted", days, turnoverCents: count * 55_000 };
}

export const EXPOSURE = exposureOf(EXPOSED);
export const EXPOSURE_UNSTATED = exposureOf({ ...EXPOSED, guarantee: null });
export const EXPOSURE_UNKNOWN = exposureOf({
  ...EXPOSED,
  held: { ...EXPOSED.held, provision: null },
  guarantee: { ...EXPOSED.guarantee, amountCents: 100, expires: "2026-06-30" },
  contractStart: null,
});

const dayAt = (date: string) => ({
  date,
  entries: [{ kind: "mission" as const, mission: "ACME", projectCode: null, amount: 1 }],
});
/** One month that is late, one that is approved, one that was paid on. */
export const TRACKED = {
  today: "2026-12-20",
  parcels: parcels({
    today: "2026-12-20",
    reports: [
      { month: "2026-11", state: "approved", days: [dayAt("2026-11-02")] },
      { month: "2026-10", state: "locked", days: [dayAt("2026-10-01"), dayAt("2026-10-02")] },
      { month: "2026-09", state: "locked", days: [dayAt("2026-09-01")] },
    ],
    missions: [{ reference: "ACME", client: "Acme Conseil", dailyRateCents: 65_000 }],
    invoices: [{ ...INVOICE, amountCents: 130_000, state: "late", dueOn: "2026-12-02", nextReminderOn: null }],
    payments: [
      {
        ...{ mission: "ACME", month: "2026-09", amountCents: 65_000, receivedOn: "2026-10-05" },
        ...{ payslipMonth: "2026-09", state: "paid-out" },
      },
      {
        ...{ mission: "ACME", month: "2026-10", amountCents: 30_000, receivedOn: "2026-12-10" },
        ...{ payslipMonth: null, state: "received" },
      },
    ],
    payslips: [{ month: "2026-09", transferDate: "2026-10-05" }],
    feePpm: 70_000,
    latePayment: LEGISLATION.claims.latePayment,
  }),
  months: [
    { month: "2026-11", minimumCents: 245_175, transferDate: null },
    { month: "2026-10", minimumCents: null, transferDate: "2026-11-05" },
    { month: "2026-09", minimumCents: 245_175, transferDate: "2026-10-05" },
  ],
  advanceCents: 12_000,
};

export const SHOWN_ACCOUNT = { account: ACCOUNT, entries: ENTRIES, causes: null, isWhole: false };

export const CAUSES: KnownCauses = {
  payslips: [
    {
      id: "payslip-1",
      generalReductionCents: 0,
      lines: [
        { code: "health", employeeCents: 0, employerCents: 9_000 },
        { code: "unemployment", employeeCents: 0, employerCents: 3_000 },
      ],
    },
  ],
  expenses: [
    {
      id: "expense-1",
      date: "2026-11-13",
      category: "restaurant",
      amountCents: 2_000,
      taxableCents: 0,
      payslipMonth: "2026-11",
    },
  ],
};

export const ME: Schemas["Me"] = {
  id: "person-1",
  name: "Claire Martin",
  email: "claire@porte.example",
  role: "porte",
  scopes: ["read", "declare", "expenses"],
  tokenExpiresAt: "2026-12-25T09:00:00.000Z",
  contract: null,
};

export const IDENTITY: Identity = {
  profile: "default",
  url: "https://porte.example",
  company: "Portage Exemple",
  me: ME,
  source: "file",
  renews: false,
  missing: "@napi-rs/keyring",
};

const worked = (date: string, amount: 1 | 0.5 = 1) => ({
  date,
  entries: [{ kind: "mission" as const, mission: "ACME", projectCode: "LOT-2", amount }],
});

export const DAYS: readonly ReportDay[] = [
  { ...worked("2026-11-02"), start: "09:00", end: "17:30" },
  {
    date: "2026-11-03",
    entries: [
      { kind: "mission", mission: "ACME", projectCode: null, amount: 0.5, hours: 4 },
      { kind: "training", mission: null, projectCode: null, amount: 0.5 },
    ],
  },
  { date: "2026-11-04", entries: [{ kind: "paid-leave", mission: null, projectCode: null, amount: 1 }] },
  worked("2026-11-11"),
];

export const REPORT: ShownReport = {
  month: "2026-11",
  state: "awaiting-client",
  version: 2,
  days: DAYS,
  restStatement: { dailyRest: true, weeklyRest: false, restDaysGivenUp: 0.5 },
  turnoverCents: 137_500,
  reason: null,
  receipt: { id: "receipt-1", submittedAt: "2026-11-30T17:00:00.000Z" },
  problems: [],
  clientAnswers: [
    { mission: "ACME", client: "ACME SA", decision: null, reason: null, decidedAt: null },
    {
      mission: "METROPOLE-2026",
      client: "Métropole de Nice",
      decision: "approve",
      reason: null,
      decidedAt: "2026-12-01T08:30:00.000Z",
    },
  ],
  worked: {
    workingTime: "forfait-days",
    hours: null,
    forfaitDays: 201.5,
    forfaitMost: 218,
    warnings: [
      {
        code: "weekly-rest",
        most: 6,
        unit: "days",
        source: "C. trav., art. L3132-2",
        day: "2026-11-11",
        value: 7,
        isEstimate: false,
      },
    ],
  },
};

/** One that holds nothing, as a person sees it before the month begins. */
export const EMPTY_REPORT: ShownReport = {
  month: "2026-12",
  state: "draft",
  version: null,
  days: [],
  restStatement: null,
  turnoverCents: 0,
  reason: null,
  receipt: null,
  problems: [],
  clientAnswers: [],
  worked: { workingTime: "hours", hours: 0, forfaitDays: null, forfaitMost: null, warnings: [] },
};

export const REFUSED_REPORT: ShownReport = {
  ...EMPTY_REPORT,
  month: "2026-10",
  state: "refused",
  version: 1,
  days: DAYS.slice(0, 1).map((day) => ({ ...day, date: "2026-10-05" })),
  turnoverCents: 55_000,
  reason: "Le 5 octobre n'est pas au contrat.\nMerci de le retirer.",
  worked: null,
};

const version = {
  submittedAt: "2026-11-30T17:00:00.000Z",
  submittedBy: "Claire Martin",
  restStatement: null,
  decision: null,
  reason: null,
  decidedAt: null,
};

export const VERSIONS = [
  { ...version, version: 4, days: DAYS, turnoverCents: 137_500 },
  { ...version, version: 3, days: DAYS, turnoverCents: 137_500 },
  { ...version, version: 2, days: DAYS, turnoverCents: 137_500, withdrawnAt: "2026-11-30T17:30:00.000Z" },
  {
    ...version,
    version: 1,
    submittedAt: "2026-11-28T11:00:00.000Z",
    days: DAYS.slice(0, 3),
    turnoverCents: 82_500,
    decision: "reject" as const,
    reason: "Le 11 manque.",
    decidedAt: "2026-11-29T10:00:00.000Z",
  },
];

/** The second day is under the hand, and the first three are selected. */
export const GRID: MonthGrid = {
  terms: { month: "2026-11", alsaceMoselle: false, missions: [MISSION], countsHours: true },
  cursor: "2026-11-04",
  anchor: "2026-11-02",
  cells: Object.fromEntries(DAYS.map(({ date, entries }) => [date, entries])),
  mission: "ACME",
  past: [],
};

export const FACTS: PayslipFacts = {
  v: 1,
  id: "payslip-1",
  month: "2026-11",
  company: "Portage Exemple",
  siret: "12345678900012",
  porte: "Claire Martin",
  gross: 6_543.21,
  netSocial: 5_100.5,
  net: 4_600,
  received: 4_785,
  paidOn: "2026-12-05",
};

export const SIGNED = {
  id: "receipt-1",
  version: 2,
  submittedAt: "2026-11-30T17:00:00.000Z",
  keyId: "3f9a1c",
  signed: "{}",
  signature: "c2lnbmVk",
};
