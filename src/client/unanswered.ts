import { PorteError } from "../errors.ts";

/** Says whether a company gave no answer to what it was asked: it is away, does not know who asks, or refuses. */
export function isUnanswered(failure: unknown): failure is PorteError {
  return failure instanceof PorteError && /^((server|auth)\.|company\.refused$)/.test(failure.code);
}
