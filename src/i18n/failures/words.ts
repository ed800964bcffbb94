import type { Area } from "../../errors/row.ts";
import type { FailureCode, Failures } from "../../errors.ts";

/** A failure's sentences: what happened and why, then what to do. */
export interface FailureMessage {
  readonly what: string;
  readonly hint?: string;
}

type Sentence<Code extends FailureCode> = (facts: Failures[Code]) => FailureMessage;

/** The sentences of every failure, in one language. */
export type FailureWords = { readonly [Code in FailureCode]: Sentence<Code> };

/** The sentences of some areas' failures, in every language. */
export type Words<Of extends Area> = {
  readonly [Code in Extract<FailureCode, `${Of}.${string}`>]: {
    readonly fr: Sentence<Code>;
    readonly en: Sentence<Code>;
  };
};
