const add = "test/flows/expense-add.test.ts";
const account = "test/flows/account.test.ts";
const declare = "test/flows/declare.test.ts";
const effects = "test/flows/expense-effects.test.ts";
const kept = "test/store/kept.test.ts";
const monthEnd = "test/flows/month-end.test.ts";
const month = "test/flows/outbox.test.ts";

/** Each program that decides, and the tests that must notice, those that cost least first. */
export const FLOWS = [
  ["src/domain/declaration/plan.ts", "test/domain/declaration-plan.test.ts"],
  ["src/domain/declaration/facts.ts", "test/domain/declaration-plan.test.ts", declare],
  ["src/domain/month-guess.ts", "test/domain/month-guess.test.ts"],
  ["src/domain/month-end.ts", "test/domain/month-end.test.ts"],
  ["src/domain/month-end-plan.ts", "test/domain/month-end-plan.test.ts"],
  ["src/flows/month-end/read.ts", monthEnd],
  ["src/flows/month-end/end-month.ts", monthEnd],
  ["src/portage/input-checks.ts", "test/portage/inputs.test.ts"],
  ["src/flows/simulation/plan.ts", "test/flows/simulation-plan.test.ts"],
  ["src/flows/simulation/simulate.ts", "test/flows/simulation.test.ts"],
  ["src/flows/activity/declare/declare.ts", declare],
  ["src/flows/activity/import/read.ts", "test/flows/imports.test.ts", "test/flows/table-kinds.test.ts"],
  ["src/flows/activity/import/trackers.ts", "test/flows/imports.test.ts", "test/flows/table-kinds.test.ts"],
  ["src/flows/activity/timesheet-csv.ts", "test/flows/tables.test.ts", "test/flows/table-kinds.test.ts"],
  ["src/flows/activity/match-rules.ts", account],
  ["src/flows/activity/outbox.ts", month],
  ["src/flows/activity/proof.ts", month],
  ["src/flows/activity/queued.ts", month],
  ["src/flows/activity/reports.ts", month],
  ["src/flows/activity/versions.ts", month],
  ["src/flows/activity/worked.ts", month],
  ["src/flows/expenses/add-plan.ts", "test/flows/expense-plan.test.ts"],
  ["src/flows/expenses/proposal.ts", "test/flows/expense-plan.test.ts"],
  ["src/flows/expenses/add.ts", add],
  ["src/flows/expenses/edit.ts", "test/flows/expense-plan.test.ts", add],
  ["src/flows/expenses/said.ts", "test/flows/expense-plan.test.ts", add],
  ["src/flows/expenses/bank-content.ts", "test/flows/bank-layouts.test.ts", "test/flows/bank.test.ts"],
  ["src/flows/expenses/bank-reader.ts", "test/flows/bank.test.ts", "test/flows/bank-layouts.test.ts"],
  ["src/flows/expenses/rates-table.ts", "test/flows/table-kinds.test.ts"],
  ["src/flows/expenses/trips-table.ts", "test/flows/table-kinds.test.ts"],
  ["src/flows/expenses/trips-ics.ts", "test/flows/trips-ics.test.ts"],
  ["src/flows/expenses/dossier.ts", effects],
  ["src/flows/expenses/drafts.ts", effects],
  ["src/flows/expenses/export.ts", "test/flows/expenses.test.ts", effects],
  ["src/flows/expenses/operating.ts", effects],
  ["src/flows/expenses/preflight.ts", effects],
  ["src/flows/expenses/recurring.ts", "test/flows/expenses.test.ts", effects],
  ["src/flows/expenses/refusals.ts", effects],
  ["src/flows/expenses/submit.ts", effects],
  ["src/flows/expenses/trips.ts", effects],
  ["src/flows/known-company.ts", account],
  ["src/flows/login.ts", account],
  ["src/flows/overview.ts", account],
  ["src/flows/own-addresses.ts", account],
  ["src/flows/profile.ts", account],
  ["src/flows/remember-company.ts", account],
  ["src/flows/session.ts", account],
  ["src/store/company-keys.ts", kept],
  ["src/store/expense-drafts.ts", kept],
  ["src/store/files.ts", kept],
  ["src/store/folders.ts", kept],
  ["src/store/law-files.ts", kept],
  ["src/store/local-acts.ts", kept, "test/store/races.test.ts"],
  ["src/store/rates.ts", kept],
  ["src/store/read.ts", kept, "test/store/damaged.test.ts"],
  ["src/store/recurring.ts", kept],
  ["src/store/refusals.ts", kept],
  ["src/store/report-drafts.ts", kept],
  ["src/store/settings.ts", kept],
  ["src/store/simulations.ts", kept],
  ["src/store/skipped-steps.ts", kept],
  ["src/store/table-layouts.ts", kept],
];

const WITH_COMPANY = [account, add, declare, effects, month, monthEnd];

/** Those whose tests need no company: what a short check draws from. */
export const QUICK = FLOWS.filter(([, ...tests]) => !tests.some((test) => WITH_COMPANY.includes(test)));
