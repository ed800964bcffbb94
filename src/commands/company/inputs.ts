import { parseCount } from "../../domain/money.ts";
import { argument, byDefault, conflicting, day, flag, mandatory, text, value } from "../command.ts";
import { email, lines, REASON_MAX } from "../sent/readers.ts";

const DEFAULT_TIMEOUT_S = 15;
const MAX_TIMEOUT_S = 600;

/** Which company is asked, by whom, and how long it is waited for. */
export const CONNECTION = {
  url: text("--url <url>", "company.options.url"),
  token: text("--token <token>", "staff.options.token"),
  tokenFile: text("--token-file <file>", "staff.options.tokenFile"),
  sendAnew: flag("--send-anew", "staff.options.sendAnew"),
  timeout: byDefault(
    value("--timeout <seconds>", "staff.options.timeout", (typed) => parseCount(typed, 1, MAX_TIMEOUT_S)),
    DEFAULT_TIMEOUT_S,
  ),
};

/** From which day on something holds. */
export const HOLDS_FROM = { from: day("--from <day>", "company.options.holdsFrom", "either") };

/** The company that is asked, and which version a decision is made on. */
export const DECISION = {
  ...CONNECTION,
  seen: text("--seen <version>", "staff.options.seen"),
  yes: conflicting(flag("--yes", "staff.options.yes"), "seen"),
};

/** One report or expense, as it is read and decided on. */
export const ONE = { id: argument("<id>"), ...CONNECTION };
export const APPROVAL = { id: argument("<id>"), ...DECISION };
export const REJECTION = {
  id: argument("<id>"),
  reason: mandatory(lines("--reason <text>", "company.options.reason", REASON_MAX)),
  ...DECISION,
};

/** Whose people, contracts, missions or tokens are listed; everybody's where nobody is named. */
export const LISTING = { email: email("--email <address>", "administration.options.email"), ...CONNECTION };

/** The file whose rows are added. */
export const IMPORTING = { file: argument("<file>"), ...CONNECTION };

/** Of whom something ends, and on which day. */
export const ENDING = {
  porte: mandatory(email("--porte <email>", "administration.options.porte")),
  on: mandatory(day("--on <day>", "administration.options.on", "either")),
};
