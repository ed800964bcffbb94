import type { FindingCode, Level } from "../../domain/doctor.ts";
import { PorteError } from "../../errors.ts";

/** What a look found, in the words of the catalogue under its code, or as a failure that has words of its own. */
export type Finding =
  | { readonly level: Level; readonly code: FindingCode; readonly facts: readonly string[] }
  | { readonly level: "broken"; readonly failure: PorteError };

export function fine(code: FindingCode, ...facts: readonly string[]): Finding {
  return { level: "fine", code, facts };
}

export function better(code: FindingCode, ...facts: readonly string[]): Finding {
  return { level: "better", code, facts };
}

export function broken(code: FindingCode, ...facts: readonly string[]): Finding {
  return { level: "broken", code, facts };
}

export function skipped(code: FindingCode): Finding {
  return { level: "skipped", code, facts: [] };
}

/** Looks, and takes a known failure as what was found. @throws what is no known failure. */
export async function looked(look: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (failure) {
    if (!(failure instanceof PorteError)) throw failure;
    return { level: "broken", failure };
  }
}
