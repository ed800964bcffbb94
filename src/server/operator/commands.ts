import type { Command } from "commander";
import type { WorkerFile } from "../../files/workers.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { contactCommands } from "./contacts.ts";
import { decisionCommands } from "./decisions.ts";
import { employmentCommands } from "./employment.ts";
import { paymentCommands } from "./payments.ts";
import { payrollCommands } from "./payroll.ts";

/** What the operator's commands need of the process. */
export interface Desk {
  readonly say: Catalogue;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** What asks a company: this program, its version and what it runs on. */
  readonly agent: string;
  /** Told the version of a company that keeps a later contract than this program. */
  readonly onNewer: (version: string) => void;
  /** Writes the answer: as JSON where asked, else its lines. */
  show(answer: object, lines: readonly string[]): void;
  /** Tells a person something beside the answer. */
  tell(lines: readonly string[]): void;
  /** Where workbooks are read. */
  readonly worker: WorkerFile;
  /** Asks a person for a yes; null where nobody can be asked. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
}

/** Adds what the company's staff does: reports, expenses, payments, payroll. */
export function operatorCommands(program: Command, desk: Desk): void {
  decisionCommands(program, desk);
  paymentCommands(program, desk);
  contactCommands(program, desk);
  employmentCommands(program, desk);
  payrollCommands(program, desk);
}
