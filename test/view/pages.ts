import { readFileSync } from "node:fs";
import type { components } from "../../src/contract/types.ts";
import type { KernelSections } from "../../src/domain/line-section.ts";
import { stepsOf } from "../../src/domain/month-end.ts";
import type { Overview } from "../../src/domain/status/items.ts";
import { detailedLines } from "../../src/payroll/detail.ts";
import { readLaws } from "../../src/payroll/law-rows.ts";
import { lawTables } from "../../src/payroll/legislation.ts";
import * as account from "../../src/view/account.ts";
import { accountText } from "../../src/view/account-text.ts";
import { ledgerText } from "../../src/view/answer/ledger.ts";
import * as bank from "../../src/view/bank.ts";
import * as compared from "../../src/view/compared.ts";
import * as contracts from "../../src/view/contracts.ts";
import { companyDossier, dossierSummary } from "../../src/view/dossier.ts";
import { draw } from "../../src/view/draw.ts";
import { sheetForm } from "../../src/view/expense-sheet.ts";
import * as expenses from "../../src/view/expenses.ts";
import * as exported from "../../src/view/export.ts";
import * as exposure from "../../src/view/exposure.ts";
import { fitColumns } from "../../src/view/fit.ts";
import { formatExamples } from "../../src/view/help.ts";
import { calendarFile } from "../../src/view/ics.ts";
import * as law from "../../src/view/law.ts";
import * as missions from "../../src/view/missions.ts";
import * as money from "../../src/view/money.ts";
import { monthText, previewText } from "../../src/view/month.ts";
import { monthEndJson, monthEndText } from "../../src/view/month-end.ts";
import * as payslip from "../../src/view/payslip.ts";
import * as payslipProof from "../../src/view/payslip-proof.ts";
import * as payslips from "../../src/view/payslips.ts";
import * as person from "../../src/view/person.ts";
import * as preflight from "../../src/view/preflight.ts";
import * as proof from "../../src/view/proof.ts";
import { proposalJson } from "../../src/view/proposals.ts";
import { readJson } from "../../src/view/receipt-read.ts";
import { remindedJson, remindedText, timerText } from "../../src/view/reminder.ts";
import * as report from "../../src/view/report.ts";
import { restoredJson, restoredText } from "../../src/view/restored.ts";
import { itemsJson, statusJson, statusLine, statusText, watchLines } from "../../src/view/status.ts";
import { sentenceOf } from "../../src/view/status-words.ts";
import { aligned, pairs, table } from "../../src/view/table.ts";
import { watchJson, watchText } from "../../src/view/watches.ts";
import { breakLine, hung, indentOf, lengthOf, longestWord, wrapLines, wrapParts } from "../../src/view/wrap.ts";
import { DELIVERY_PAGES, LEFT_MONTHS } from "./delivery-pages.ts";
import { each, type Pages } from "./faces.ts";
import { LOCAL_PAGES } from "./local-pages.ts";
import { PAPER_PAGES } from "./paper-pages.ts";
import { PROGRAM_PAGES } from "./program-pages.ts";
import * as shown from "./shown.ts";
import { EXPENSES, PREFLIGHT, RECEIPT_READ, RULES } from "./shown-expenses.ts";
import { MONTH } from "./simulated.ts";
import { SIMULATION_PAGES } from "./simulation-pages.ts";
import { STAFF_PAGES } from "./staff-pages.ts";

const SLIP: KernelSections<components["schemas"]["Payslip"]> = JSON.parse(
  readFileSync(new URL("../cases/payslips/company-lines.json", import.meta.url), "utf8"),
);

const LAW = readLaws([
  {
    file: "/home/claire/2027.json",
    text: JSON.stringify({
      schema: 1,
      name: "2027",
      tables: {
        pmss: {
          checkedUntil: "2027-12-31",
          steps: [
            {
              from: "2027-01-01",
              value: 5_000,
              text: { title: "Loi inventée", of: "2026-12-20", published: null, link: null },
            },
          ],
        },
      },
    }),
  },
]);
const TABLES = lawTables(LAW.law).filter(({ name }) => ["pmss", "smic", "csa", "neutralRate.metropole"].includes(name));

const STATUS: Overview = {
  todo: [
    { kind: "contract-to-sign", id: "01hf4a7c-0009", mission: "ACME", since: "2026-11-24" },
    { kind: "report-due", month: "2026-11", day: "2026-11-30" },
    { kind: "report-refused", month: "2026-10", reason: "Le 5 octobre n'est pas au contrat." },
    { kind: "expenses-to-send", count: 2, amountCents: 124_850, since: "2026-11-12", due: "2026-11-30" },
    { kind: "receipts-missing", count: 1 },
    {
      ...{ kind: "price-to-tell", mission: "ACME", agreedOn: "2026-11-26", dailyRateCents: 70_050 },
      ...{ since: "2026-11-26", due: "2026-11-28" },
    },
    {
      ...{ kind: "days-left", id: "01hf4a7c-0016", mission: "ACME", left: 4.5, day: "2026-12-03", isPast: false },
      due: "2026-12-03",
    },
    { kind: "setup" },
    { kind: "mission-missing" },
    { kind: "delivery-to-check", month: "2026-10", about: "report", state: "prepared", since: "2026-10-26" },
    { kind: "delivery-to-check", month: "2026-10", about: "expenses", state: "unknown", since: "2026-10-26" },
    { kind: "payslip-missing", month: "2026-09", day: "2026-10-05", since: "2026-10-05" },
    { kind: "expense-questioned", id: "01hf4a7c-0004", amountCents: 9_900, question: "Combien de nuits ?" },
    { kind: "expense-refused", id: "01hf3b2d-0005", amountCents: 4_850, reason: "Sans reçu" },
  ],
  waiting: [
    {
      ...{ kind: "invoice-cancelled", id: "01hf4a7c-0013", number: "F2026-0006", mission: "ACME", month: "2026-08" },
      ...{ amountCents: 99_000, since: "2026-11-20", waitingOn: "company" },
    },
    {
      ...{ kind: "proposal-waits", id: "01hf4a7c-0014", mission: "SUD", proposes: "mission", isToldLate: false },
      ...{ since: "2026-11-20", waitingOn: "company" },
    },
    {
      ...{ kind: "proposal-waits", id: "01hf4a7c-0015", mission: "ACME", proposes: "amendment", isToldLate: true },
      ...{ since: "2026-11-21", waitingOn: "company" },
    },
    { kind: "report-queued", month: "2026-09" },
    { kind: "contract-at-others", id: "01hf4a7c-0010", mission: "NORD", since: "2026-11-24", waitingOn: "client" },
    { kind: "first-level", day: "2026-12-31", isPast: false, waitingOn: "company" },
    {
      ...{ kind: "invoice-late", id: "01hf4a7c-0011", number: "F2026-0007", mission: "ACME", month: "2026-08" },
      ...{ amountCents: 1_250_000, daysLate: 12, remindedOn: null, nextReminderOn: "2026-12-01" },
      ...{ since: "2026-11-13", waitingOn: "client" },
    },
    {
      ...{ kind: "contract-late", id: "01hf4a7c-0012", mission: "NORD", day: "2026-11-04", isPast: true },
      waitingOn: "company",
    },
    {
      ...{ kind: "client-months", id: "01hf4a7c-0013", mission: "ACME", day: "2027-01-31", isPast: false },
      waitingOn: "company",
    },
    { kind: "report-at-client", month: "2026-08", since: "2026-09-02", waitingOn: "client" },
    {
      ...{
        kind: "report-approved",
        month: "2026-07",
        since: "2026-08-03",
        waitingOn: "company",
        promisedBy: "2026-08-05",
      },
    },
    { kind: "expenses-read", count: 1, amountCents: 6_360, since: "2026-11-20", waitingOn: "company" },
  ],
  money: [
    { kind: "minimum-owed", month: "2026-11", amountCents: 245_175, promisedBy: "2026-12-04" },
    { kind: "collected", count: 2, amountCents: 715_000, since: "2026-11-18" },
    {
      ...{ kind: "invoice-due", id: "01hf4a7c-0017", number: "F2026-0008", mission: "ACME", month: "2026-10" },
      ...{ amountCents: 1_430_000, day: "2026-12-10" },
    },
    { kind: "complement", amountCents: 1_128_450, advanceCents: 200_000 },
    { kind: "transfer", amountCents: 478_500, day: "2026-12-05" },
    { kind: "pay-expected", month: "2026-10", turnoverCents: 1_170_000, day: "2026-11-05", due: "2026-11-05" },
    { kind: "pay-expected", month: "2026-09", turnoverCents: 1_170_000, day: null },
    { kind: "balance", balanceCents: 432_100, reserveCents: 100_000 },
  ],
};

const MONTH_END = {
  month: "2026-11",
  steps: stepsOf({
    kept: null,
    held: { state: "awaiting-client", since: "2026-11-30T17:00:00.000Z" },
    expenses: [{ id: "01hf4a7c-0002", question: null, state: "missing", since: "2026-11-10T08:00:00.000Z" }],
    transferDate: null,
    skipped: ["send"],
  }),
  transferDate: null,
  restStatement: shown.REPORT.restStatement,
};

const WORTH = { turnoverCents: 137_500, netPaidCents: 70_000, isEstimate: true, hours: 21 };
const PROOF = { facts: shown.FACTS, keyId: "3f9a1c", faults: [], differences: [], since: { reversal: null } };
const FALSE_PROOF = {
  ...PROOF,
  faults: ["file", "page"] as const,
  differences: [{ fact: "net", signed: 4_600, printed: 4_700 } as const],
  since: { reversal: { reversedAt: "2026-12-10T09:00:00.000Z", reason: "Taux corrigé", replacedBy: null } },
};
const SIGNATURES = [
  { party: "client", name: "Jeanne Dupont", email: "jeanne@nice.example", at: "2026-11-23T10:12:00.000Z", holds: true },
  {
    party: "company",
    name: "Odile Martin",
    email: "odile@portage.example",
    at: "2026-11-24T08:00:00.000Z",
    holds: true,
  },
];
const CONTRACT_PROOF = {
  contract: "0199f1d2-6c1a-7b53-9a1e-0d9c54f8a001",
  kind: "client" as const,
  sha256: "5d41402abc4b2a76b9719d911017c592ae41e4649b934ca495991b7852b85500",
  signatures: SIGNATURES,
  faults: [] as const,
  unsigned: [] as const,
};
const EXPORTED = [{ path: "me.jsonl", bytes: 120, sha256: "9f86d081884c7d65" }];
const EXPORTS = [
  {
    folder: "/home/claire/porte",
    written: 1,
    manifest: { at: "2026-11-25T16:40:00.000Z", isOffline: false, files: EXPORTED, missing: [] },
  },
  {
    folder: "/home/claire/porte",
    written: 0,
    manifest: {
      at: "2026-11-25T16:40:00.000Z",
      isOffline: true,
      files: EXPORTED,
      missing: [{ path: "events.jsonl", code: "server.never_seen", reason: "Cela n'a jamais été reçu." }],
    },
  },
];
const NONE = { sheet: 0, missions: 0, expenses: 0, "filed-reports": 0, dossiers: 0, "filed-payslips": 0 } as const;
const RESTORED: readonly Parameters<typeof restoredText>[1][] = [
  {
    ...{ folder: "/home/claire/dossier", months: ["2026-10", "2026-11"], documents: 7 },
    added: { ...NONE, sheet: 1, missions: 2, expenses: 40, "filed-reports": 2, deliveries: 3, movements: 1, typed: 1 },
    differing: [
      { area: "sheet", key: "only" },
      { area: "filed-reports", key: "2026-09" },
    ],
    faults: [{ path: "payslips/2026-09.pdf", fault: "changed" }],
    left: ["contracts", "invoices"],
  },
  {
    ...{ folder: "/home/claire/dossier", months: [], documents: 0, differing: [], faults: [], left: [] },
    added: { ...NONE, deliveries: 0, movements: 0, typed: 0 },
  },
];

const VERIFIED_EXPORTS = [
  { folder: "/home/claire/porte", at: "2026-11-25T16:40:00.000Z", isWhole: true, files: 42, faults: [] },
  {
    folder: "/home/claire/porte",
    at: "2026-11-25T16:40:00.000Z",
    isWhole: false,
    files: 42,
    faults: (["missing", "changed", "link", "path"] as const).map((fault) => ({ path: `${fault}.jsonl`, fault })),
  },
];

const PROOFS = [
  CONTRACT_PROOF,
  { ...CONTRACT_PROOF, signatures: SIGNATURES.slice(0, 1), unsigned: ["company"] as const },
  { ...CONTRACT_PROOF, faults: ["document", "key", "signature", "facts"] as const },
];
const RECEIPT = { month: "2026-11", receipt: shown.SIGNED, reportHash: "9c1185a5c5e9", faults: [] };
const CONFLICT = {
  month: "2026-11",
  version: 2,
  days: [
    { day: "2026-11-03", mine: "ACME/LOT-2:1", theirs: "ACME/LOT-2:0.5" },
    { day: "2026-11-04", mine: "", theirs: "paid-leave:1" },
  ],
};
const [takes] = PREFLIGHT.operating;
const REFUSED_RECEIPT = { ...RECEIPT, faults: ["report", "key"] as const };
const SUMMARY = {
  id: "payslip-1",
  month: "2026-11",
  grossCents: 654_321,
  netPaidCents: 460_000,
  transferCents: 478_500,
  transferDate: "2026-12-05",
};
const ANSWER = MONTH.month.answer;
const LINES = detailedLines(ANSWER.law, ANSWER.payslip);
const ROWS = [
  ["ACME", "direction des systèmes d'information et de la transformation", "550,00 €"],
  ["NICE", "régie", "1 620,50 €"],
];
const COLUMNS = [{ title: "Mission" }, { title: "Client" }, { title: "Tarif", isRight: true }];
const SENTENCE =
  "Le mois de novembre « vaut » 1 375,00 € : il est envoyé au client, qui a sept jours pour l'approuver !";

const YIELDING = [{ gives: "never" }, {}, { isRight: true }, { gives: "middle", drops: 1 }] as const;
const YIELDED = [
  ["13/11/2026", "Accidents du travail et maladies professionnelles", "1 375,00", "bulletin-novembre-2026.pdf"],
  ["Une ligne qui passe par-dessus toutes les colonnes"],
];

/** A company reads French, whatever language the run speaks. */
const COMPANY_DOSSIER = await companyDossier();

/** Every function that a file of `src/view` exports, and what it is shown with. */
export const PAGES: Pages = {
  account: {
    accountJson: [(look) => account.accountJson(look, shown.SHOWN_ACCOUNT)],
    monthsOf: [() => account.monthsOf(shown.SHOWN_ACCOUNT)],
    partName: [(look) => account.partName(look, { kind: "reduction", amountCents: 1 })],
  },
  "account-text": {
    accountText: [
      (look) => accountText(look, shown.SHOWN_ACCOUNT),
      (look) => accountText(look, { ...shown.SHOWN_ACCOUNT, causes: shown.CAUSES }),
      (look) => accountText(look, { ...shown.SHOWN_ACCOUNT, isWhole: true }),
      (look) =>
        accountText(look, {
          account: { ...shown.ACCOUNT, provisionCents: 0, advanceCents: 0, businessContributionCents: 0 },
          entries: [],
          causes: null,
          isWhole: false,
        }),
    ],
  },
  compared: {
    comparedJson: [() => shown.COMPARED.map(compared.comparedJson)],
    comparedMonthsText: [(look) => compared.comparedMonthsText(look, shown.COMPARED, "Exemple Portage")],
  },
  exposure: {
    exposureJson: [
      () => exposure.exposureJson(shown.EXPOSURE, 2_000_000),
      () => exposure.exposureJson(shown.EXPOSURE_UNSTATED, null),
    ],
    exposureText: [
      (look) => exposure.exposureText(look, shown.EXPOSURE),
      (look) => exposure.exposureText(look, shown.EXPOSURE_UNKNOWN),
      (look) => exposure.exposureText(look, shown.EXPOSURE_UNSTATED),
    ],
  },
  money: {
    trackedJson: [() => money.trackedJson(shown.TRACKED)],
    trackedText: [
      (look) => money.trackedText(look, shown.TRACKED),
      (look) => money.trackedText(look, { ...shown.TRACKED, parcels: [], months: [] }),
    ],
  },
  "answer/ledger": {
    ledgerText: [
      (look) => ledgerText("hledger", account.accountJson(look, shown.SHOWN_ACCOUNT)),
      (look) => ledgerText("beancount", account.accountJson(look, shown.SHOWN_ACCOUNT)),
    ],
  },
  bank: {
    bankLinesText: [
      ({ say }) =>
        bank.bankLinesText(say, [{ line: 12, date: "2026-11-10", label: "CB BRASSERIE DU PORT", amountCents: -4_850 }]),
    ],
  },
  draw: { draw: [() => draw(["Mission", "Client", "Tarif"], ROWS, [false, false, true])] },
  expenses: {
    kindOf: each(EXPENSES.slice(0, 3), expenses.kindOf),
    noteOf: each(EXPENSES.slice(0, 3), (_look, one) => expenses.noteOf(one)),
    standingOf: each(EXPENSES, expenses.standingOf),
    expensesText: [(look) => expenses.expensesText(look, EXPENSES)],
    monthsText: [(look) => expenses.monthsText(look, EXPENSES)],
    expenseJson: each(EXPENSES.slice(0, 3), (_look, one) => expenses.expenseJson(one)),
  },
  "expense-sheet": {
    sheetForm: [
      ({ say }, lang) => {
        const { heads, vatHead, delimiter, ...form } = sheetForm({ say, lang });
        const cells = [
          form.day("2026-11-10"),
          form.category("meal-away"),
          form.decimal("21.40"),
          form.state("submitted"),
        ];
        return [...Object.values(heads), vatHead(55_000), ...cells, form.month("2026-11")].join(delimiter);
      },
    ],
  },
  help: { formatExamples: [({ say }) => formatExamples(say.help.exitCodes, 80)] },
  law: {
    lawText: [(look) => law.lawText(look, LAW, TABLES, "2026-11-25")],
    tableText: each(
      TABLES.filter(({ name }) => name === "pmss" || name === "csa"),
      (look, one) => law.tableText(look, LAW, one),
    ),
    lawJson: [
      () =>
        law.lawJson(
          LAW,
          TABLES.filter(({ name }) => name === "pmss" || name === "csa"),
        ),
    ],
  },
  missions: {
    missionsText: [(look) => missions.missionsText(look, shown.SHOWN_MISSIONS)],
    missionText: each([shown.MISSION, shown.LONG_MISSION], (look, mission) =>
      missions.missionText(look, { mission }, 7.5),
    ),
    wholeMissionText: each(shown.SHOWN_MISSIONS, (look, one) => missions.wholeMissionText(look, one, 7.5)),
    missionJson: [() => missions.missionJson(shown.MISSION)],
    shownMissionJson: shown.SHOWN_MISSIONS.map((one) => () => missions.shownMissionJson(one)),
    termText: [(look) => missions.termText(look, "2026-09-01", null)],
  },
  contracts: {
    contractsText: [(look) => contracts.contractsText(look, shown.DOCUMENTS)],
    contractText: each(shown.DOCUMENTS, (look, one) => contracts.contractText(look, one)),
    contractJson: shown.DOCUMENTS.map((one) => () => contracts.contractJson(one)),
    contractsJson: [() => contracts.contractsJson(shown.DOCUMENTS, shown.WATCHES.slice(2, 4))],
    contractProofText: each(PROOFS, (look, one) => contracts.contractProofText(look, one)),
    contractProofJson: PROOFS.map((one) => () => contracts.contractProofJson(one)),
  },
  export: {
    exportForms: [(look) => exported.exportForms(look).csv([{ id: "a", amountCents: 1250, client: { name: "Acme" } }])],
    exportedJson: EXPORTS.map((one) => () => exported.exportedJson(one)),
    exportedText: each(EXPORTS, (look, one) => exported.exportedText(look, one)),
    verifiedJson: VERIFIED_EXPORTS.map((one) => () => exported.verifiedJson(one)),
    verifiedText: each(VERIFIED_EXPORTS, (look, one) => exported.verifiedText(look, one)),
    exportFaultText: [({ say }) => exported.exportFaultText(say, { path: "me.jsonl", fault: "line" })],
  },
  restored: {
    restoredText: each(RESTORED, restoredText),
    restoredJson: RESTORED.map((one) => () => restoredJson(one)),
  },
  proposals: { proposalJson: shown.PROPOSALS.map((one) => () => proposalJson(one)) },
  watches: {
    watchText: each(shown.WATCHES, (look, one) => watchText(look, one, "METROPOLE-2026")),
    watchJson: shown.WATCHES.slice(3).map((one) => () => watchJson(one, null)),
  },
  month: {
    monthText: [
      (look) => monthText(look, shown.GRID, WORTH, { height: 40, shift: null, message: "" }).text,
      (look) =>
        monthText(
          look,
          { ...shown.GRID, anchor: null, cells: {} },
          { ...WORTH, hours: null, netPaidCents: null },
          { height: 40, shift: null, message: "?" },
        ).text,
      (look) => monthText(look, shown.GRID, WORTH, { height: 9, shift: null, message: look.say.grid.askUnseen }).text,
      (look) => monthText(look, shown.GRID, WORTH, { height: 12, shift: 99, message: "" }).text,
    ],
    previewText: each([null, shown.REPORT.restStatement], (look, restStatement) =>
      previewText(look, restStatement, shown.GRID, WORTH),
    ),
  },
  "month-end": {
    monthEndText: each([MONTH_END, { ...MONTH_END, transferDate: "2026-12-05", restStatement: null }], monthEndText),
    monthEndJson: [() => monthEndJson(MONTH_END)],
  },
  payslip: {
    linesText: [(look) => payslip.linesText(look, SLIP, SLIP.lines.slice(0, 8))],
    explainedText: [(look) => payslip.explainedText(look, ANSWER)],
    netRows: [(look) => aligned(look, [{}, { isRight: true }], payslip.netRows(look, SLIP))],
    labelOf: [
      (look) => payslip.labelOf(look, { code: "csa" }),
      (look) => payslip.labelOf(look, { code: "of-tomorrow" }),
    ],
    payslipJson: [(look) => payslip.payslipJson(look, ANSWER.payslip, LINES.slice(0, 4))],
    payslipTotals: [() => payslip.payslipTotals(SLIP)],
    lineFigures: each(SLIP.lines.slice(0, 2), (_look, line) => payslip.lineFigures(line)),
  },
  "payslip-proof": {
    payslipProofText: each([PROOF, FALSE_PROOF, { ...PROOF, since: null }], payslipProof.payslipProofText),
    payslipProofJson: each([PROOF, FALSE_PROOF], (_look, one) => payslipProof.payslipProofJson("a.pdf", one)),
  },
  payslips: {
    summariesText: [(look) => payslips.summariesText(look, [SUMMARY, { ...SUMMARY, month: "2026-10" }])],
    fullPayslipText: [
      (look) => payslips.fullPayslipText(look, { ...SLIP, remainderCents: -5_000, recoveredCents: 1_000 }),
    ],
    summaryJson: [() => payslips.summaryJson(SUMMARY)],
    fullPayslipJson: [(look) => payslips.fullPayslipJson(look, { ...SLIP, lines: SLIP.lines.slice(0, 2) })],
  },
  person: {
    identityText: each([shown.IDENTITY, { ...shown.IDENTITY, renews: true, missing: null }], person.identityText),
    identityJson: [() => person.identityJson(shown.IDENTITY)],
  },
  preflight: {
    preflightText: [(look) => preflight.preflightText(look, PREFLIGHT)],
    rulesText: [(look) => preflight.rulesText(look, RULES)],
    operatingText: [
      (look) => (takes ? preflight.operatingText(look, takes, { basis: "turnover", ratePpm: 150_000 }) : ""),
    ],
    preflightJson: [() => preflight.preflightJson({ ...PREFLIGHT, expenses: PREFLIGHT.expenses.slice(1, 2) })],
    judgementJson: each(PREFLIGHT.expenses, (_look, { judgement }) => preflight.judgementJson(judgement)),
    operatingJson: each(PREFLIGHT.operating, (_look, one) => preflight.operatingJson(one)),
  },
  proof: {
    proofText: each([RECEIPT, REFUSED_RECEIPT], proof.proofText),
    conflictText: [(look) => proof.conflictText(look, CONFLICT)],
    proofJson: each([RECEIPT, REFUSED_RECEIPT], (_look, one) => proof.proofJson(one)),
  },
  "receipt-read": { readJson: each([RECEIPT_READ, null], (_look, one) => readJson(one)) },
  report: {
    reportText: each([shown.REPORT, shown.REFUSED_REPORT, shown.EMPTY_REPORT], report.reportText),
    sentText: [
      (look) => report.sentText(look, shown.REPORT, true),
      (look) => report.sentText(look, shown.REPORT, false),
      ...LEFT_MONTHS,
    ],
    dayText: each(shown.REPORT.days, ({ say }, day) => report.dayText(say, day)),
    restText: [(look) => report.restText(look, { dailyRest: true, weeklyRest: true, restDaysGivenUp: 0 })],
    versionsText: [(look) => report.versionsText(look, "2026-11", shown.VERSIONS)],
    reportsText: [(look) => report.reportsText(look, [shown.EMPTY_REPORT, shown.REPORT, shown.REFUSED_REPORT])],
    reportJson: [() => report.reportJson(shown.REPORT)],
    versionJson: each(shown.VERSIONS.slice(1), (_look, one) => report.versionJson(one)),
    versionsJson: [() => report.versionsJson(shown.VERSIONS)],
  },
  ics: {
    calendarFile: [
      () =>
        calendarFile(
          [
            {
              uid: "report-2026-11@portage.example",
              day: "2026-12-31",
              title: "Rapport; d'août, « très » long ".repeat(4),
              text: "a\nb",
            },
          ],
          new Date("2026-11-27T09:00:00.000Z"),
        ),
    ],
  },
  reminder: {
    remindedJson: [() => remindedJson(STATUS.todo.slice(0, 1))],
    remindedText: each([true, false], (look, hasCommands) =>
      remindedText(look, STATUS.todo, "2026-11-27", hasCommands),
    ),
    timerText: each(["0 9 * * 1-5 porte remind"], (look, cron) =>
      timerText(look, cron, [{ file: "porte-remind.timer", text: "[Timer]\n" }]),
    ),
  },
  "status-words": {
    sentenceOf: each([...STATUS.todo, ...STATUS.waiting, ...STATUS.money], (look, item) => sentenceOf(look, item)),
  },
  status: {
    statusText: each([STATUS, { todo: [], waiting: [], money: [] }], (look, one) =>
      statusText(look, one, "2026-11-27"),
    ),
    watchLines: [
      () =>
        watchLines(
          { todo: [], waiting: [], money: [] },
          {
            asOf: "2026-11-27T09:00:00.000Z",
            events: [{ id: "12", at: "2026-11-27T09:00:00.000Z", kind: "report-approved", about: "2026-11" }],
            away: null,
          },
        ),
    ],
    itemsJson: [() => itemsJson(STATUS.waiting)],
    statusLine: each(STATUS.todo, (look, item) => statusLine(look, item, "2026-11-27")),
    statusJson: [() => statusJson(STATUS, "2026-11-27T09:00:00.000Z")],
  },
  table: {
    table: [(look) => table(look, COLUMNS, ROWS), (look) => table(look, COLUMNS, ROWS, { keepsTitles: true })],
    aligned: [(look) => aligned(look, [{}, { gives: "never" }], [["  ● un rapport qui attend", "porte declare"]])],
    pairs: [
      (look) =>
        pairs(look, [
          ["Client", "ACME SA"],
          ["Tarif", "550,00 €"],
        ]),
    ],
  },
  dossier: {
    companyDossier: [
      () => ({
        ...COMPANY_DOSSIER,
        summary: COMPANY_DOSSIER.summary({
          ...{ month: "2026-11", person: "Claire Morel", company: "Portage Exemple" },
          expenses: EXPENSES.slice(0, 1),
        }),
      }),
    ],
    dossierSummary: each([EXPENSES, []], (look, held) =>
      dossierSummary(look, { month: "2026-11", person: "Claire Morel", company: "Portage Exemple", expenses: held }),
    ),
  },
  fit: {
    fitColumns: each([80, 50, 30, 20], (_look, width) => {
      const { kept, heads, rows } = fitColumns(YIELDING, ["Jour", "Libellé", "Montant (€)", "Fichier"], YIELDED, width);
      return { kept, heads, rows };
    }),
  },
  wrap: {
    wrapLines: [(look) => wrapLines(`  ${SENTENCE}\nun\ten colonnes   ${SENTENCE}`, look.width ?? 40)],
    breakLine: [
      ...each([16, 30, 400], (_look, width) => breakLine("le ven. 13/11/2026 : 1 375,00 € et 2 frais", width)),
      /** A mark and its word are never parted, whatever their colours. */
      ...each(["✓", "\u001b[32m✓\u001b[39m", "\u001b[2m·\u001b[22m"], (_look, mark) =>
        breakLine(`  ${mark} approbation`, 8),
      ),
    ],
    wrapParts: each([20, 34, 60], (_look, width) =>
      wrapParts(["flèches : aller", "f : remplir", "q : quitter"], width),
    ),
    hung: [(look) => hung(look, "  à faire  ", SENTENCE)],
    indentOf: [() => indentOf("\u001b[2m  ● à faire")],
    lengthOf: [() => lengthOf("\u001b[2m1 375,00 €\u001b[22m")],
    longestWord: [() => longestWord("le 13 novembre 2026, porte")],
  },
  ...DELIVERY_PAGES,
  ...PAPER_PAGES,
  ...PROGRAM_PAGES,
  ...LOCAL_PAGES,
  ...SIMULATION_PAGES,
  ...STAFF_PAGES,
};
