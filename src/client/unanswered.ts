import { isFailure, PorteError } from "../errors.ts";

/** Says whether a company gave no answer to what it was asked: it is away, does not know who asks, refuses, or there is none. */
export function isUnanswered(failure: unknown): failure is PorteError {
  return (
    failure instanceof PorteError && /^((server|auth)\.|company\.refused$|local\.no_other_end$)/.test(failure.code)
  );
}

/** Says whether a company is away: nobody was reached, or nothing that could answer for it. One that answers otherwise than its contract is there. */
export function isAway(failure: unknown): failure is PorteError {
  return isFailure(failure, ...AWAY) || (isFailure(failure, "server.answer") && failure.facts.fault === "cut");
}

const AWAY = [
  "server.unreachable",
  "server.tls",
  "server.proxy",
  "server.timeout",
  "server.busy",
  "server.fault",
  "server.not_porte",
] as const;
