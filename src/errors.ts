import type { failures } from "./errors/failures.ts";
import type { FailureRow } from "./errors/row.ts";

type Table = typeof failures;

/** The code of a failure that a user can meet. The codes are API: never renamed. */
export type FailureCode = keyof Table;

/** The facts that the sentence of each failure needs. */
export type Failures = {
  [Code in FailureCode]: Table[Code] extends FailureRow<infer Facts> ? Facts : never;
};

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

/** Says whether a failure is one with this code, or one of these: its facts are then known. */
export function isFailure<Code extends FailureCode>(
  failure: unknown,
  ...codes: readonly Code[]
): failure is PorteError<Code> {
  return failure instanceof PorteError && (codes as readonly FailureCode[]).includes(failure.code);
}

/** Says whether a company refused for this reason. */
export function isRefusal(failure: unknown, reason: FailureCode): boolean {
  return isFailure(failure, "company.refused") && failure.facts.problem?.code === reason;
}
