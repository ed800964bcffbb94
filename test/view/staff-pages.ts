import type { components } from "../../src/contract/types.ts";
import * as contracts from "../../src/view/staff/contracts.ts";
import { historyJson, historyText } from "../../src/view/staff/history.ts";
import { invoicesText } from "../../src/view/staff/invoices.ts";
import * as items from "../../src/view/staff/items.ts";
import * as lists from "../../src/view/staff/lists.ts";
import * as owned from "../../src/view/staff/owned.ts";
import { runJson, runText } from "../../src/view/staff/payroll-run.ts";
import { trailText } from "../../src/view/staff/trail.ts";
import { wholeText } from "../../src/view/staff/whole.ts";
import { each, type Pages } from "./faces.ts";
import * as shown from "./shown.ts";

type Schemas = components["schemas"];

const OWNER: Schemas["Owner"] = { id: "person-1", name: "Claire Martin", email: "claire@porte.example" };

const ITEMS: readonly object[] = [
  { id: "person-1", name: "Claire Martin", email: OWNER.email, role: "porte", staffRole: null, endedAt: null },
  { id: "person-2", name: "Odile", email: "odile@porte.example", staffRole: null, endedAt: "2026-11-30T10:00:00.000Z" },
  { id: "person-3", name: "Alice Bernard", email: "alice@porte.example", staffRole: null, password: "secret" },
  { owner: OWNER, mission: shown.LONG_MISSION },
  {
    owner: OWNER,
    contract: { kind: "cdi", category: "cadre", level: "senior", job: "Architecte", start: "2026-01-05", end: null },
  },
  { id: "token-1", name: "portable", owner: OWNER, scopes: ["read", "declare"], expiresAt: "2026-12-25T09:00:00.000Z" },
];

const PROPOSALS = shown.PROPOSALS.map((proposal) => ({ owner: OWNER, proposal, etag: '"1"' }));
const DOCUMENTS = shown.DOCUMENTS.map((document) => ({ owner: OWNER, document }));
const CLIENTS = shown.SHOWN_MISSIONS.flatMap(({ mission: { clientRecord: client } }) =>
  client == null ? [] : [{ id: "0199f1d2-6c1a-7b53-9a1e-5c9c54f8a006", client }],
);
const PEOPLE = ITEMS.slice(0, 2) as readonly Schemas["Person"][];
const CONTRACT = ITEMS[4] as Schemas["OwnedContract"];
const TOKEN = ITEMS[5] as Schemas["Token"];
const REVERSAL = { reason: "Saisi deux fois.", recordedAt: "2026-12-01T09:00:00.000Z", recordedBy: "Alice Bernard" };

const AUDIT: readonly Schemas["AuditEntry"][] = [
  {
    id: "audit-1",
    at: "2026-11-30T17:00:00.000Z",
    by: "Alice Bernard",
    act: "update",
    table: "missions",
    row: "mission-1",
    person: OWNER.id,
    before: { end: null },
    after: { end: "2026-12-31" },
  },
];

const ERASURE = {
  erased: ["expenses", "tokens"],
  kept: [{ what: "payslips", until: "2076-12-31", text: "C. trav., art. D3243-8" }],
} as Pick<Schemas["Erasure"], "erased" | "kept"> as Schemas["Erasure"];

const REPORT = {
  owner: OWNER,
  etag: '"2"',
  report: {
    id: "report-1",
    month: "2026-11",
    version: 2,
    state: "awaiting-client",
    turnoverCents: 137_500,
    days: shown.DAYS,
    clientAnswers: shown.REPORT.clientAnswers,
    reason: null,
  },
} as unknown as owned.Owned;

const EXPENSE = {
  owner: OWNER,
  etag: '"1"',
  expense: {
    id: "expense-1",
    date: "2026-11-10",
    category: "restaurant",
    amountCents: 4_850,
    taxableCents: 350,
    mission: "ACME",
    note: "Déjeuner",
    trip: null,
    receiptId: "receipt-1",
    vat: [{ ratePpm: 100_000, vatCents: 441 }],
    units: 2,
    department: null,
    reason: null,
    question: "À combien ?",
    answer: null,
    state: "questioned",
  },
} as unknown as owned.Owned;

const PAYMENT: Schemas["OwnedPayment"] = {
  id: "payment-1",
  owner: OWNER,
  client: "ACME SA",
  mission: "ACME",
  month: "2026-11",
  amountCents: 1_100_000,
  feeCents: 55_000,
  receivedOn: "2026-11-30",
  recordedAt: "2026-11-30T17:00:00.000Z",
  recordedBy: "Alice Bernard",
  payslipMonth: null,
  state: "received",
  reversal: null,
};

const RUN = {
  nextCursor: null,
  run: { id: "run-1", month: "2026-11", state: "stopped", counts: { paid: 1, leftOut: 1, waiting: 3 } },
  items: [
    {
      owner: OWNER,
      payslip: { id: "payslip-1", netPaidCents: 460_000, transferDate: "2026-12-05" },
      reason: null,
    },
    { owner: { ...OWNER, name: "Karim Petit" }, payslip: null, reason: "no-report" },
  ],
} as unknown as Schemas["PayrollRunResults"];

const CHANGES = owned.changesOf(owned.sightOf(EXPENSE).facts, {
  amount: "40.00",
  note: "Déjeuner",
  date: "2026-11-10",
});

const TAKEN = {
  ...{ month: "2026-08", company: "Portage du Sud", turnoverCents: 1_235_000 },
  ...{ payslips: 1, expenses: 2, papers: 3 },
};
const HISTORIES: readonly Parameters<typeof historyText>[1][] = [
  {
    person: { ...OWNER, password: "a-password" },
    added: [TAKEN, { ...TAKEN, month: "2026-09", payslips: 2, expenses: 0, papers: 1 }],
    known: [],
    refused: [],
    left: [{ month: "2026-08", path: "reports/2026-08.csv", reason: "type" }],
  },
  {
    person: OWNER,
    added: [],
    known: [TAKEN],
    refused: [{ month: "2026-10", message: "La société a déjà « 2026-10 »." }],
    left: [
      { month: "2026-08", path: "reports/2026-08.answer.pdf", reason: "refused" },
      { month: "2026-09", path: "payslips/2026-09.pdf", reason: "missing" },
    ],
  },
];

/** Every function that a file of `src/view/staff` exports, and what it is shown with. */
export const STAFF_PAGES: Pages = {
  "staff/items": {
    itemLine: each(ITEMS, ({ say }, one) => items.itemLine(say, one)),
    erasureText: [({ say }) => items.erasureText(say, ERASURE)],
  },
  "staff/history": {
    historyText: each(HISTORIES, historyText),
    historyJson: HISTORIES.map((one) => () => historyJson(one)),
  },
  "staff/owned": {
    titleOf: each([REPORT, EXPENSE], ({ say }, one) => owned.titleOf(say, one)),
    decidedText: each([REPORT, EXPENSE], ({ say }, one) => owned.decidedText(say, one)),
    shortIdOf: [() => owned.shortIdOf("01a21c04-2090-7abc-8def-3f9a11112222")],
    changesText: [({ say }) => owned.changesText(say, CHANGES)],
    idOf: each([REPORT, EXPENSE], (_look, one) => owned.idOf(one)),
    sightOf: each([REPORT, EXPENSE], (_look, one) => owned.sightOf(one)),
    changesOf: [() => CHANGES],
  },
  "staff/contracts": {
    proposalsText: [(look) => contracts.proposalsText(look, PROPOSALS), (look) => contracts.proposalsText(look, [])],
    proposalText: each(PROPOSALS, (look, one) => contracts.proposalText(look, one)),
    documentsText: [(look) => contracts.documentsText(look, DOCUMENTS), (look) => contracts.documentsText(look, [])],
    documentText: each(DOCUMENTS, (look, one) => contracts.documentText(look, one)),
    contractTermsText: [
      (look) => contracts.contractTermsText(look, {}),
      (look) =>
        contracts.contractTermsText(look, {
          insurer: "Assurances Exemple",
          policyNumber: "RC-1",
          pensionFund: { name: "Caisse Exemple", address: "Paris" },
        }),
    ],
    clientsText: [(look) => contracts.clientsText(look, CLIENTS), (look) => contracts.clientsText(look, [])],
  },
  "staff/whole": {
    wholeText: each([REPORT, EXPENSE], wholeText),
  },
  "staff/trail": { trailText: each([AUDIT, []], trailText) },
  "staff/invoices": {
    invoicesText: [
      (look) =>
        invoicesText(
          look,
          [shown.INVOICE, { ...shown.INVOICE, number: "F2026-0002", state: "late" as const, paidCents: 100_000 }].map(
            (invoice) => ({ owner: OWNER, invoice, etag: '"1"' }),
          ),
        ),
      (look) => invoicesText(look, []),
    ],
  },
  "staff/lists": {
    peopleText: each([PEOPLE, PEOPLE.slice(0, 1), []], lists.peopleText),
    employmentContractsText: each([[CONTRACT], []], lists.employmentContractsText),
    ownedMissionsText: each([[{ owner: OWNER, mission: shown.LONG_MISSION }]], lists.ownedMissionsText),
    tokensText: each([[TOKEN], []], lists.tokensText),
    paymentsText: each(
      [[PAYMENT, { ...PAYMENT, id: "payment-2", state: "reversed", reversal: REVERSAL }], []],
      lists.paymentsText,
    ),
    waitingText: each([[REPORT], [EXPENSE], []], lists.waitingText),
  },
  "staff/payroll-run": {
    runText: [({ say }) => runText(say, RUN), ({ say }) => runText(say, { ...RUN, items: [] })],
    runJson: [() => runJson(RUN)],
  },
};
