import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { ExpenseAtHand } from "../../src/domain/expense.ts";
import { EMPTY_SHEET } from "../../src/domain/local/sheet.ts";
import { changeSheet } from "../../src/domain/local/sheet-facts.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { describeFailure } from "../../src/i18n/describe.ts";
import { printable } from "../../src/i18n/printable.ts";
import { accountText } from "../../src/view/account-text.ts";
import { ledgerText } from "../../src/view/answer/ledger.ts";
import { bankLinesText } from "../../src/view/bank.ts";
import { comparedMonthsText } from "../../src/view/compared.ts";
import { contractProofText, contractsText, contractText } from "../../src/view/contracts.ts";
import { deliveryText, ownProofText, type ShownDelivery } from "../../src/view/delivery.ts";
import { checksText } from "../../src/view/doctor.ts";
import { draw } from "../../src/view/draw.ts";
import { expensesText, monthsText } from "../../src/view/expenses.ts";
import { exportedText, exportFaultText, verifiedText } from "../../src/view/export.ts";
import { exposureText } from "../../src/view/exposure.ts";
import { PLAIN, type RenderOptions } from "../../src/view/look.ts";
import { missionsText, missionText, wholeMissionText } from "../../src/view/missions.ts";
import { trackedText } from "../../src/view/money.ts";
import { monthText, previewText } from "../../src/view/month.ts";
import { addedText, paperMonthText } from "../../src/view/papers.ts";
import { linesText } from "../../src/view/payslip.ts";
import { payslipProofText } from "../../src/view/payslip-proof.ts";
import { identityText } from "../../src/view/person.ts";
import { preflightText, rulesText } from "../../src/view/preflight.ts";
import { conflictText, proofText } from "../../src/view/proof.ts";
import { remindedText } from "../../src/view/reminder.ts";
import { dayText, reportText, type ShownReport, sentText, versionsText } from "../../src/view/report.ts";
import { restoredText } from "../../src/view/restored.ts";
import { dossierText } from "../../src/view/sent-dossier.ts";
import { sheetChangesText, sheetText } from "../../src/view/sheet.ts";
import { storedText } from "../../src/view/simulation/kept.ts";
import { comparedText } from "../../src/view/simulation/promise.ts";
import {
  clientsText,
  contractTermsText,
  documentsText,
  documentText,
  proposalsText,
  proposalText,
} from "../../src/view/staff/contracts.ts";
import { historyText } from "../../src/view/staff/history.ts";
import { invoicesText } from "../../src/view/staff/invoices.ts";
import {
  employmentContractsText,
  ownedMissionsText,
  paymentsText,
  peopleText,
  tokensText,
  waitingText,
} from "../../src/view/staff/lists.ts";
import { changesText, decidedText } from "../../src/view/staff/owned.ts";
import { trailText } from "../../src/view/staff/trail.ts";
import { wholeText } from "../../src/view/staff/whole.ts";
import { statusText } from "../../src/view/status.ts";
import { aligned } from "../../src/view/table.ts";
import { watchText } from "../../src/view/watches.ts";
import { EXPOSURE, INVOICE, TRACKED } from "./shown.ts";

/** A text that comes from elsewhere: it obeys nobody, and begins no line of an answer. */
const EVIL =
  "Nice\u001b[2J\u001b]8;;http://evil\u0007\u001b]52;c;eA==\u0007\u009b1m\u202e\r\0\nOWNED: x\r\nOWNED\tx\u2028OWNED";
const DAY = "2026-11-02";
const INSTANT = "2026-11-02T09:00:00.000Z";
const MISSION = {
  id: EVIL,
  reference: EVIL,
  client: EVIL,
  title: EVIL,
  start: DAY,
  end: null,
  dailyRateCents: 50_000,
  projectCodes: [EVIL],
};
const EXPENSE: ExpenseAtHand = {
  id: EVIL,
  date: DAY,
  category: "telecom",
  amountCents: 100,
  vat: [],
  mission: EVIL,
  merchant: EVIL,
  note: EVIL,
  units: 1,
  department: null,
  trip: null,
  state: "refused",
  reason: EVIL,
  question: EVIL,
  isMissingReceipt: false,
  payslipMonth: null,
  draftId: null,
};
const DAYS = [
  { date: DAY, entries: [{ kind: "mission" as const, mission: EVIL, projectCode: EVIL, amount: 1 as const }] },
];
const VERSION = {
  version: 1,
  submittedAt: INSTANT,
  submittedBy: EVIL,
  days: DAYS,
  restStatement: null,
  turnoverCents: 1,
  decision: "reject" as const,
  reason: EVIL,
  decidedAt: INSTANT,
};
const REPORT: ShownReport = {
  month: "2026-11",
  state: "refused",
  version: 1,
  days: DAYS,
  restStatement: null,
  turnoverCents: 1,
  reason: EVIL,
  receipt: { id: EVIL, submittedAt: INSTANT },
  problems: [],
  clientAnswers: [{ mission: EVIL, client: EVIL, decision: "reject", reason: EVIL, decidedAt: INSTANT }],
  worked: null,
};
const DELIVERY: ShownDelivery = {
  ...{
    id: "1",
    about: "report",
    month: "2026-11",
    state: "delivered" as const,
    by: "folder" as const,
    via: null,
    to: EVIL,
    at: INSTANT,
  },
  ...{ messageId: EVIL, documents: [{ file: EVIL, sha256: EVIL }], place: EVIL, reason: EVIL },
};
const FACTS = {
  month: "2026-11",
  company: EVIL,
  siret: EVIL,
  porte: EVIL,
  gross: 1,
  netSocial: 1,
  net: 1,
  received: 1,
  paidOn: DAY,
};
const SIGNED = { id: EVIL, version: 1, submittedAt: INSTANT, keyId: EVIL };
const LINE = {
  code: "of-tomorrow",
  section: "tomorrow",
  label: EVIL,
  baseCents: 1,
  employeePpm: 1,
  employeeCents: 1,
  employerPpm: 1,
  employerCents: 1,
};
const PAPER = {
  month: "2026-11",
  netPaidCents: null,
  grossCents: null,
  transferDate: null,
  name: EVIL,
  document: { sha256: "0" },
  addedAt: INSTANT,
};
const OWNED = {
  owner: { id: EVIL, name: EVIL, email: EVIL },
  etag: EVIL,
  expense: { ...EXPENSE, taxableCents: 0, receiptId: EVIL, answer: EVIL },
} as never;
const CLIENT = {
  ...{ name: EVIL, siren: EVIL, siret: null, address: EVIL, routingCode: EVIL, chorusService: EVIL },
  ...{ chorusEngagement: EVIL, contactName: EVIL, contactEmail: EVIL },
};
const SIGNER = { party: "client", name: EVIL, email: EVIL, at: INSTANT, typedName: EVIL, holds: true };
const DOCUMENT = {
  ...{ id: EVIL, mission: EVIL, client: EVIL, kind: "client", part: "contract", amends: EVIL, start: DAY, end: null },
  ...{ state: "sent", missing: [EVIL], sha256: EVIL, signatures: [SIGNER, { ...SIGNER, at: null }] },
};
const WATCH = { code: "days-left", day: DAY, isLate: false, left: 1 };
const GIVEN = {
  ...{ reference: EVIL, client: CLIENT, title: EVIL, start: DAY, end: null, dailyRateCents: 1 },
  place: EVIL,
};
const PROPOSAL = {
  ...{
    id: EVIL,
    kind: "mission",
    reference: EVIL,
    mission: { ...GIVEN, skills: EVIL, equipment: EVIL, purchaseOrder: EVIL },
  },
  ...{ amendment: null, state: "refused", reason: EVIL, warnings: [WATCH] },
};
const PERSON = { id: EVIL, name: EVIL, email: EVIL };
const OWNED_PROPOSAL = { owner: PERSON, proposal: PROPOSAL, etag: EVIL };
const OWNED_DOCUMENT = { owner: PERSON, document: DOCUMENT };
const SHOWN_MISSION = {
  mission: {
    ...{ reference: EVIL, client: EVIL, title: EVIL, start: DAY, end: null, dailyRateCents: 1, projectCodes: [EVIL] },
    ...{ purchaseOrder: EVIL, daysOrdered: 1, place: EVIL, skills: EVIL, equipment: EVIL, clientRecord: CLIENT },
  },
  ...{ state: "refused", daysLeft: 1, unbilledDays: 2, contracts: [DOCUMENT], proposal: PROPOSAL, watches: [] },
};
const CONTRACT_PROOF = { contract: EVIL, kind: "client", sha256: EVIL, signatures: [SIGNER], faults: [], unsigned: [] };
const PROMISED = { name: EVIL, kind: "promise" as const, savedAt: INSTANT };

const GRID = {
  terms: { month: "2026-11", alsaceMoselle: false, missions: [], countsHours: false },
  cursor: DAY,
  anchor: null,
  cells: { [DAY]: DAYS[0]?.entries ?? [] },
  mission: EVIL,
  past: [],
};
const WORTH = { turnoverCents: 1, netPaidCents: 1, isEstimate: false, hours: null };

/** Each view that shows what a company, a file, a bank or a calendar said. */
const SHEET = changeSheet(EMPTY_SHEET, { company: EVIL, name: EVIL });

const VIEWS: Readonly<Record<string, (look: RenderOptions) => string>> = {
  sheetText: (look) => sheetText(look, SHEET),
  sheetChangesText: (look) => sheetChangesText(look, { before: EMPTY_SHEET, after: SHEET, changes: ["company"] }),
  checksText: (look) => checksText(look, [{ name: "settings", ok: false, level: "broken", detail: EVIL, mend: EVIL }]),
  accountText: (look) =>
    accountText(look, {
      account: { month: "2026-11", totals: [] } as never,
      entries: [
        { id: EVIL, day: DAY, month: "2026-11", kind: "fee", fund: "activity", amountCents: 1, label: EVIL } as never,
        {
          ...{ id: EVIL, day: DAY, month: "2026-11", kind: "net-pay", fund: "activity", amountCents: 1, label: EVIL },
          cause: { kind: "payment", id: EVIL, reference: EVIL },
        } as never,
      ],
      causes: { payslips: [], expenses: null },
      isWhole: false,
    }),
  exposureText: (look) =>
    exposureText(look, { ...EXPOSURE, guarantee: { ...EXPOSURE.guarantee, guarantor: EVIL, text: EVIL } }),
  trackedText: (look) =>
    trackedText(look, {
      ...TRACKED,
      parcels: TRACKED.parcels.map((one) => ({
        ...one,
        mission: EVIL,
        invoice: one.invoice && {
          ...one.invoice,
          number: EVIL,
          reminders: [{ sentOn: DAY, channel: "mail", by: EVIL }],
        },
      })),
    }),
  ledgerText: () =>
    ledgerText("hledger", {
      months: [],
      entries: [
        {
          ...{ id: EVIL, day: DAY, month: "2026-11", kind: "fee", heading: "other", fund: "activity", amount: 1 },
          ...{ label: EVIL, cause: { kind: "payment", id: EVIL, reference: EVIL }, reverses: null },
        } as never,
      ],
    }),
  invoicesText: (look) =>
    invoicesText(look, [
      {
        owner: { id: EVIL, name: EVIL, email: EVIL },
        invoice: {
          ...INVOICE,
          number: EVIL,
          client: EVIL,
          reminders: [{ sentOn: DAY, channel: "mail", by: EVIL }],
        },
        etag: EVIL,
      },
    ]),
  bankLinesText: ({ say }) => bankLinesText(say, [{ line: 1, date: DAY, label: EVIL, amountCents: 1 }]),
  dayText: ({ say }) => dayText(say, DAYS[0] as never),
  expensesText: (look) => expensesText(look, [EXPENSE, { ...EXPENSE, state: "questioned" }]),
  monthsText: (look) => monthsText(look, [EXPENSE]),
  missionsText: (look) => missionsText(look, [SHOWN_MISSION as never]),
  missionText: (look) => missionText(look, { mission: MISSION as never }, 7),
  wholeMissionText: (look) => wholeMissionText(look, SHOWN_MISSION as never, 7),
  contractsText: (look) => contractsText(look, [DOCUMENT as never]),
  contractText: (look) => contractText(look, DOCUMENT as never),
  contractProofText: (look) => contractProofText(look, CONTRACT_PROOF as never),
  exportedText: (look) =>
    exportedText(look, {
      folder: EVIL,
      written: 1,
      manifest: { at: DAY, isOffline: false, files: [], missing: [{ path: EVIL, code: EVIL, reason: EVIL }] },
    }),
  restoredText: (look) =>
    restoredText(look, {
      ...{ folder: EVIL, months: [], documents: 1, left: [] },
      added: { missions: 1 } as never,
      differing: [{ area: "missions", key: EVIL }],
      faults: [{ path: EVIL, fault: "line" }],
    }),
  exportFaultText: ({ say }) => exportFaultText(say, { path: EVIL, fault: "line" }),
  verifiedText: (look) =>
    verifiedText(look, {
      ...{ folder: EVIL, at: DAY, isWhole: false, files: 1 },
      faults: [{ path: EVIL, fault: "missing" }],
    }),
  watchText: (look) => watchText(look, WATCH as never, EVIL),
  proposalsText: (look) => proposalsText(look, [OWNED_PROPOSAL as never]),
  proposalText: (look) => proposalText(look, OWNED_PROPOSAL as never),
  documentsText: (look) => documentsText(look, [OWNED_DOCUMENT as never]),
  documentText: (look) => documentText(look, OWNED_DOCUMENT as never),
  contractTermsText: (look) =>
    contractTermsText(look, { insurer: EVIL, policyNumber: EVIL, pensionFund: { name: EVIL, address: EVIL } }),
  clientsText: (look) => clientsText(look, [{ id: EVIL, client: CLIENT } as never]),
  monthText: (look) => monthText(look, GRID, WORTH, { height: 40, shift: null, message: "" }).text,
  previewText: (look) => previewText(look, null, GRID, WORTH),
  linesText: (look) => linesText(look, {} as never, [LINE as never]),
  payslipProofText: (look) =>
    payslipProofText(look, {
      facts: FACTS as never,
      keyId: EVIL,
      faults: [],
      differences: [{ fact: "company", signed: EVIL, printed: EVIL } as never],
      since: { reversal: { reversedAt: INSTANT, reason: EVIL, replacedBy: EVIL } },
    }),
  identityText: (look) =>
    identityText(look, {
      profile: EVIL,
      url: EVIL,
      company: EVIL,
      me: { name: EVIL, email: EVIL, scopes: [], tokenExpiresAt: INSTANT } as never,
      source: "file",
      renews: false,
      missing: EVIL,
    }),
  preflightText: (look) =>
    preflightText(look, {
      expenses: [
        {
          expense: EXPENSE,
          judgement: {
            verdict: "likely-refused",
            rule: "refused-before",
            source: EVIL,
            amountCents: 1,
            isEstimate: false,
            notes: [{ code: "trip-from-home", source: EVIL }],
          },
        },
      ],
      operating: [],
      cap: null,
    }),
  rulesText: (look) => rulesText(look, [{ id: "r1", category: "telecom", since: DAY, reason: EVIL }]),
  deliveryText: (look) => deliveryText(look, DELIVERY),
  dossierText: (look) =>
    dossierText(look, {
      dossier: { month: "2026-11", number: 1, expenses: [{ id: "e1" }], amountCents: 1 },
      delivery: DELIVERY,
    }),
  ownProofText: (look) =>
    ownProofText(look, { month: "2026-11", version: 1, delivery: DELIVERY, proof: null, faults: [EVIL] }),
  proofText: (look) => proofText(look, { month: "2026-11", receipt: SIGNED, reportHash: EVIL, faults: [] } as never),
  conflictText: (look) =>
    conflictText(look, { month: "2026-11", version: 1, days: [{ day: DAY, mine: EVIL, theirs: EVIL }] }),
  reportText: (look) => reportText(look, REPORT),
  sentText: (look) => sentText(look, REPORT, true),
  versionsText: (look) => versionsText(look, "2026-11", [VERSION, { ...VERSION, version: 0, days: [] }]),
  comparedText: (look) => comparedText(look, { promised: PROMISED, actual: { kind: "kept", name: EVIL }, drifts: [] }),
  storedText: (look) => storedText(look, [{ ...PROMISED, month: null, figures: {} }]),
  remindedText: (look) =>
    remindedText(look, [{ kind: "expense-questioned", id: EVIL, amountCents: 1, question: EVIL }], "2026-11-27", true),
  statusText: (look) =>
    statusText(
      look,
      {
        todo: [
          { kind: "report-refused", month: "2026-11", reason: EVIL },
          { kind: "expense-questioned", id: EVIL, amountCents: 1, question: EVIL },
          { kind: "expense-refused", id: "e1", amountCents: 1, reason: EVIL },
        ],
        waiting: [],
        money: [],
      },
      "2026-11-27",
    ),
  historyText: (look) =>
    historyText(look, {
      person: { id: "1", email: EVIL, name: EVIL, password: "x" },
      added: [{ month: "2026-08", company: EVIL, turnoverCents: 1, payslips: 1, expenses: 0, papers: 1 }],
      ...{ known: [], refused: [{ month: "2026-09", message: EVIL }] },
      left: [{ month: "2026-08", path: EVIL, reason: "type" }],
    }),
  peopleText: (look) => peopleText(look, [{ email: EVIL, name: EVIL, staffRole: null, endedAt: INSTANT } as never]),
  employmentContractsText: (look) =>
    employmentContractsText(look, [
      {
        owner: { name: EVIL },
        contract: { kind: "cdi", category: "cadre", level: "senior", job: EVIL, start: DAY, end: null },
      } as never,
    ]),
  ownedMissionsText: (look) => ownedMissionsText(look, [{ owner: { name: EVIL }, mission: MISSION } as never]),
  tokensText: (look) =>
    tokensText(look, [{ id: EVIL, name: EVIL, owner: { email: EVIL }, scopes: [], expiresAt: INSTANT } as never]),
  comparedMonthsText: (look) => comparedMonthsText(look, [], EVIL),
  addedText: (look) =>
    addedText(look, { added: [{ paper: PAPER, file: EVIL, others: 0, paid: [], likely: [] }], known: [] }),
  paperMonthText: (look) =>
    paperMonthText(look, { month: "2026-11", papers: [{ paper: PAPER, file: EVIL }], expected: "fee" }),
  trailText: (look) =>
    trailText(look, [{ at: INSTANT, by: EVIL, act: "update", table: "t", before: { a: EVIL }, after: null } as never]),
  waitingText: (look) => waitingText(look, [OWNED]),
  decidedText: ({ say }) => decidedText(say, OWNED),
  wholeText: (look) => wholeText(look, OWNED),
  changesText: ({ say }) => changesText(say, [{ name: EVIL, before: EVIL, after: EVIL }]),
  paymentsText: (look) =>
    paymentsText(look, [
      {
        id: EVIL,
        owner: { name: EVIL },
        client: EVIL,
        month: "2026-11",
        amountCents: 1,
        receivedOn: DAY,
        state: "reversed",
        reversal: { reason: EVIL },
      } as never,
    ]),
};

/** These show figures, days and words of the catalogue, or are shown inside others. */
const OF_OURS = new Set([
  "movementText",
  "gapText",
  "termText",
  "inputText",
  "firstStepsText",
  "settingsText",
  "topicText",
  "assumptionsText",
  "erasureText",
  "explainedText",
  "fullPayslipText",
  "lawText",
  "lawUsedText",
  "marginsText",
  "monthEndText",
  "operatingText",
  "plotText",
  "reportsText",
  "restText",
  "runText",
  "simulationText",
  "summariesText",
  "tableText",
  "timerText",
  "warningText",
]);

test("every view is either tried here or shows nothing of elsewhere", async () => {
  const folder = join(import.meta.dirname, "../../src/view");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.d)\.ts$/.test(name));
  const rooms = await Promise.all(files.map((name) => import(join(folder, name)) as Promise<object>));
  const texts = rooms.flatMap((room) => Object.keys(room)).filter((name) => name.endsWith("Text"));
  expect(texts.filter((name) => !(name in VIEWS) && !OF_OURS.has(name))).toEqual([]);
});

describe.each(["fr", "en"] as const)("in %s,", (lang) => {
  describe.each([
    ["on a terminal", 80],
    ["in a pipe", null],
  ] as const)("%s,", (_place, width) => {
    test.each(Object.entries(VIEWS))("%s shows a text of elsewhere and lets it do nothing", async (_name, view) => {
      const say = await catalogueOf(lang);
      const shown = printable(view({ say, width, paint: PLAIN, draw: width === null ? null : draw }));

      expect(shown).toMatch(/Nice|N…|OWN/);
      expect(shown).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}|\u2028/u);
      expect(shown.split("\n").filter((line) => line.startsWith("OWNED"))).toEqual([]);
    });
  });

  test("a reason of several lines keeps them, each under the first", async () => {
    const look = { say: await catalogueOf(lang), width: null, paint: PLAIN, draw: null };
    expect(reportText(look, { ...REPORT, reason: `first\nsecond ${"x".repeat(3_000)}` })).toMatch(
      /first\n {4}second x{3000}/,
    );
  });

  test("so does a refusal", async () => {
    const { failures } = await catalogueOf(lang);
    const said = describeFailure(failures, {
      code: "company.refused",
      facts: { detail: "first\nsecond", problem: null },
    }).what;
    expect(said).toContain("first\nsecond");
  });
});

test("a painted cell is shown with its own colours alone, on each of its lines", async () => {
  const { ownColours } = await import("../../src/i18n/printable.ts");
  const good = (text: string) => ownColours(`\u001b[32m${text}\u001b[39m`);
  const say = await catalogueOf("fr");
  const look = { say, width: 30, paint: { ...PLAIN, good }, draw };
  const shown = printable(
    aligned(look, [{}, { gives: "never" }], [[`  ${good("✓ un état qui passe à la ligne")}`, good("fait")]]),
  );

  expect(stripVTControlCharacters(shown)).toBe("  ✓ un état qui passe à  fait\n    la ligne");
});
