import { parseEmail, parseSentText } from "../../domain/typed/sent-text.ts";
import { type HelpKey, type InputSpec, value } from "../command.ts";

type Sent<Term extends string> = InputSpec<string, Term extends `<${string}` ? true : false>;

/** The most characters of a reason, and of a question. */
export const REASON_MAX = 500;

const optionIn = (term: string) => /^--[a-z-]+/.exec(term)?.[0] ?? term;

/** An option whose text is sent on one line: a name, a title, an address. @throws {PorteError} what `parseSentText` throws. */
export function line<const Term extends string>(term: Term, help: HelpKey | null, most: number): Sent<Term> {
  return value(term, help, (typed) => parseSentText(optionIn(term), typed, { most, hasLines: false })) as Sent<Term>;
}

/** The same of a text that may have several lines: a reason, a question, skills. @throws {PorteError} what `parseSentText` throws. */
export function lines<const Term extends string>(term: Term, help: HelpKey | null, most: number): Sent<Term> {
  return value(term, help, (typed) => parseSentText(optionIn(term), typed, { most, hasLines: true })) as Sent<Term>;
}

/** An option that takes a mail address. @throws {PorteError} `usage.email`. */
export function email<const Term extends string>(term: Term, help: HelpKey | null): Sent<Term> {
  return value(term, help, (typed) => parseEmail(optionIn(term), typed)) as Sent<Term>;
}
