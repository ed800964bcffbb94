/** What a code begins with. A code of another word does not compile. */
export type Area =
  | "activity"
  | "auth"
  | "backup"
  | "batch"
  | "check"
  | "company"
  | "contract"
  | "csv"
  | "currency"
  | "delivery"
  | "demo"
  | "expense"
  | "file"
  | "import"
  | "input"
  | "law"
  | "local"
  | "payroll"
  | "payslip"
  | "mission"
  | "portage"
  | "receipt"
  | "run"
  | "server"
  | "simulation"
  | "start"
  | "table"
  | "undo"
  | "usage";

/** The exit codes of a failure; the README and `porte help exit-codes` say what each means. */
export type ExitCode = 1 | 2 | 3 | 4 | 5 | 6 | 130;

/** How a failure ends. */
interface Ends {
  /** With what code the program ends. */
  readonly exit: ExitCode;
  /** The HTTP status of a company's answer, where it is not 422. */
  readonly status?: number;
}

/** A failure: how it ends, and the type of the facts that its sentence needs. */
export interface FailureRow<Facts extends object = object> extends Ends {
  /** A type alone: a row holds no facts. */
  readonly facts?: Facts;
}

/** The rows of some areas. */
export type Rows<Of extends Area> = { readonly [Code in `${Of}.${string}`]: FailureRow };

/** Writes the row of a failure with such facts. */
export function row<Facts extends object = Record<never, never>>(ends: Ends): FailureRow<Facts> {
  return ends;
}
