import type { FailureCode, PorteError } from "../errors.ts";

/** The exit code of each room of failures; see the table of exit codes in the README. */
const ROOMS: Readonly<Record<string, number>> = {
  usage: 2,
  input: 2,
  csv: 2,
  table: 2,
  import: 2,
  file: 2,
  receipt: 2,
  payslip: 2,
  activity: 2,
  expense: 2,
  undo: 2,
  bank: 2,
  currency: 2,
  law: 2,
  payroll: 2,
  portage: 2,
  simulation: 2,
  batch: 2,
  start: 2,
  backup: 2,
  server: 4,
  auth: 3,
  company: 5,
  check: 6,
  demo: 1,
  run: 130,
};

/** The codes that leave their room: an address that was typed wrongly is a wrong input, a right that lacks a refusal. */
const EXCEPTIONS: Partial<Record<FailureCode, number>> = {
  "server.insecure": 2,
  "server.address": 2,
  "start.database": 4,
  "activity.conflict": 5,
  "activity.approved": 5,
  "activity.queued_only": 4,
  "auth.forbidden": 5,
  "auth.token_empty": 2,
};

/** Gives the exit code that a failure ends the program with. */
export function exitCodeOf({ code }: PorteError): number {
  return EXCEPTIONS[code] ?? ROOMS[code.slice(0, code.indexOf("."))] ?? 1;
}
