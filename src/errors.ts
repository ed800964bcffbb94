import type { FileFailures } from "./errors/files.ts";

/** One fault of an activity report: the day it sits on, a stable code, and the facts its sentence needs. */
export interface ReportProblem {
  readonly day: string;
  readonly code:
    | "day_over_one"
    | "unknown_mission"
    | "outside_mission"
    | "outside_month"
    | "repeated_day"
    | "parts"
    | "unknown_code"
    | "hours_missing"
    | "hours_over_day"
    | "times"
    | "confirm_rest_day";
  readonly value: string;
}

/** A day that two versions of a report do not say alike, each as it can be typed; empty for a day without time. */
export interface DayDifference {
  readonly day: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What can be undone on this machine. */
type LocalActWords =
  | "declare"
  | "restore"
  | "expense-added"
  | "expense-changed"
  | "expense-removed"
  | "receipt-attached"
  | "vehicle"
  | "step-skipped"
  | "step-resumed"
  | "match"
  | "day-length";

/** Every failure a user can meet, with the facts its sentence needs. The codes are API: never renamed. */
export interface Failures extends FileFailures {
  "usage.unknown_command": { program: string; name: string; suggestion: string | null };
  "usage.unknown_option": { option: string; suggestion: string | null };
  "usage.missing_argument": { argument: string; command: string };
  "usage.missing_value": { option: string };
  "usage.excess_argument": { argument: string };
  "usage.missing_option": { option: string; command: string };
  "usage.choice": { option: string; value: string; choices: readonly string[] };
  "usage.conflict": { options: readonly string[] };
  "usage.month_outside": { option: string; month: string; first: string; last: string };
  "usage.one_of": { options: readonly string[] };
  "input.amount": { value: string };
  "input.amount_ambiguous": { value: string; readings: readonly [string, string] };
  "input.amount_range": { value: string; least: string; most: string };
  "input.rate": { value: string; least: string; most: string };
  "input.fraction": { value: string; least: number; most: number };
  "input.cover": { percent: string };
  "input.charge": { value: string };
  "input.lines": { value: string };
  "input.hours": { value: string; least: number; most: number };
  "input.times": { value: string };
  "input.rest_days": { value: string; most: number };
  "input.count": { value: string; least: number; most: number };
  "input.day": { value: string };
  "input.month": { value: string };
  "input.days": { value: string; month: string };
  "input.entry": { value: string };
  "input.text": { value: string; most: number };
  "activity.problems": { month: string; problems: readonly ReportProblem[] };
  "activity.no_mission": Record<never, never>;
  "activity.which_mission": { missions: readonly string[] };
  "activity.unknown_mission": { mission: string; missions: readonly string[] };
  "activity.empty": { month: string };
  "activity.outside_contract": { month: string; first: string; last: string | null };
  "activity.conflict": { month: string; version: number; days: readonly DayDifference[] };
  "activity.no_receipt": { month: string };
  "activity.queued_only": { month: string; reason: string };
  "activity.no_version": { month: string; version: number; versions: readonly number[] };
  "activity.approved": { month: string; version: number };
  "activity.locked": { month: string; state: string };
  "activity.unconfirmed": { days: readonly string[] };
  "expense.future": { date: string };
  "expense.vat": { vat: string; amount: string };
  "expense.vat_rate": { rate: string; rates: string[] };
  "expense.outside_contract": { date: string; first: string };
  "expense.nothing_to_send": Record<never, never>;
  "expense.unknown": { id: string };
  "expense.maybe_sent": { id: string };
  "expense.trip": { id: string };
  "company.receipts_place": { place: string };
  "company.key": Record<never, never>;
  "currency.unknown": { currency: string };
  "currency.rate": { value: string };
  "currency.no_rate": { currency: string; day: string };
  "currency.table": { line: number; value: string };
  "expense.category": { category: string; wanted: string };
  "expense.mileage": { expected: string; amount: string };
  "expense.no_receipt": { id: string };
  "expense.unknown_vehicle": { name: string; names: readonly string[] };
  "expense.vehicle": { kind: string; power: number };
  "expense.distance": { value: string; most: string };
  "undo.nothing": Record<never, never>;
  "undo.changed": { kind: LocalActWords; about: string };
  /** `tables` names what was not checked; there are none for a month before the first row. */
  "law.not_covered": { month: string; first: string; last: string; tables?: readonly string[] };
  "law.file": {
    file: string;
    /** The way to the value inside the JSON, `tables.pmss.steps[0].value`. */
    at: string;
    value: string;
    expected:
      | "json"
      | "object"
      | "list"
      | "text"
      | "schema"
      | "name"
      | "name-free"
      | "table"
      | "fixed"
      | "one-of"
      | "field"
      | "missing"
      | "repeated"
      | "some"
      | "day"
      | "after"
      | "not-before"
      | "link"
      | "size"
      | "depth"
      | "items"
      | "euros"
      | "percent"
      | "mills"
      | "whole"
      | "decimal"
      | "positive"
      | "word"
      | "rising"
      | "last-without-limit";
    /** What goes with what was expected: limits, names that are known, the day to come after. */
    known: readonly string[];
  };
  "law.exists": { name: string; place: string };
  "law.unknown": { name: string; names: readonly string[] };
  "law.unknown_table": { name: string; names: readonly string[] };
  "law.non_resident": { day: string; last: string };
  "payroll.situation": { name: string; month: string; limits: string };
  "payroll.gross_range": { value: string; least: string; most: string };
  "portage.nothing_left": { turnover: string; fee: string; expenses: string };
  "portage.unreachable": { target: string; most: string };
  "simulation.exists": { name: string; file: string };
  "simulation.unknown": { name: string; names: readonly string[] };
  "simulation.name": { name: string };
  "batch.blank": { line: number };
  "batch.line": { line: number; reason: string };
  "batch.lines": { bad: number; all: number };
  "start.database": { address: string; reason: string };
  "start.database_address": { address: string };
  "start.folder": { folder: string; reason: string };
  "start.folder_busy": { folder: string; reason: string };
  "start.setting": { setting: string; fault: "unknown" | "kind" | "file" | "twice" };
  "start.schema_newer": { migrations: readonly string[] };
  "start.listen": { address: string; reason: string };
  "start.receipts_elsewhere": { place: string; known: string; found: string };
  "start.receipts_taken": { place: string; found: string };
  "start.public_url": { value: string };
  "start.trust_proxy": { value: string };
  "backup.not_empty": { place: string };
  "backup.copy": { folder: string; reason: string };
  "backup.damaged": { part: string };
  "backup.format": { format: string };
  "backup.schema": { schema: string };
  "server.unreachable": { url: string; reason: string };
  /** What answers is not known to be the company: `reason` is the library's code. */
  "server.tls": {
    url: string;
    fault: "expired" | "early" | "authority" | "name" | "revoked" | "clear" | "other";
    reason: string;
  };
  /** The proxy that the environment names, without its password, does not let through. */
  "server.proxy": { url: string; proxy: string; fault: "address" | "away" | "refused" | "login"; reason: string };
  "server.never_seen": Record<never, never>;
  "server.timeout": { url: string; seconds: number };
  "server.not_porte": { url: string };
  /** `at` is the way to the part that is not as the contract says; empty where it is the whole. */
  "server.answer": { url: string; fault: "cut" | "json" | "shape" | "large" | "endless" | "file"; at: string };
  /** A login names a page, or its own server, that is not the company's. */
  "server.foreign": { url: string; named: string };
  "server.insecure": { url: string };
  "server.address": { url: string };
  "server.busy": { url: string; retryAfter: number };
  "server.fault": { url: string; status: number };
  "auth.required": { profile: string };
  "auth.refused": { url: string };
  "auth.forbidden": { scope: string };
  "auth.code_expired": Record<never, never>;
  "auth.denied": Record<never, never>;
  "auth.token_empty": Record<never, never>;
  "auth.keyring": { profile: string; reason: string };
  "auth.store": { place: string; reason: string };
  "company.not_found": { what: string };
  "company.conflict": { what: string };
  "company.precondition": { what: string };
  "company.idempotency": { key: string };
  "company.media_type": { given: string; wanted: string };
  "company.invalid": { errors: readonly { pointer: string; message: string }[] };
  /** The run is carried on by another process, or will be by the next one that is asked. */
  "company.run_under_way": { run: string; retryAfter: number };
  /** Payslips are reversed from the newest on: each carries the year so far. */
  "company.later_payslip": { month: string; later: string };
  "company.already": { what: string; state: string };
  "company.taken": { what: string };
  "company.contract_open": { name: string; end: string | null };
  "company.last_administrator": Record<never, never>;
  "company.access_open": { name: string };
  "auth.staff_role": { role: string; roles: readonly string[] };
  "company.unseen": { what: string };
  /** Each change with its name, and what it was and is; empty where this machine had not shown it. */
  "company.changed": { what: string; changes: readonly { name: string; before: string; after: string }[] };
  "company.paid_out": { what: string; month: string };
  "company.reversed": { what: string };
  "company.refused": { detail: string; problem: Problem | null };
  "check.found": { count: number };
  "check.yours": { month: string; steps: readonly string[] };
  "demo.no-company": { package: string };
  "demo.failed": { command: string; code: number };
  "run.interrupted": { kept: boolean };
}

export type FailureCode = keyof Failures;

/** A failure as the company tells it: the same codes, as data. */
export type Problem = { [Code in FailureCode]: { readonly code: Code; readonly facts: Failures[Code] } }[FailureCode];

/** A failure with a code and facts; its words are chosen at the edge. */
export class PorteError<Code extends FailureCode = FailureCode> extends Error {
  override readonly name = "PorteError";
  readonly code: Code;
  readonly facts: Failures[Code];

  constructor(code: Code, facts: Failures[Code], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}
