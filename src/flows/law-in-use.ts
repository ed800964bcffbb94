import type { DomainLaw } from "../domain/law-tables.ts";
import type { PorteError } from "../errors.ts";
import type { Reading } from "../payroll/law.ts";
import { LawFiles } from "../store/law-files.ts";
import type { Machine } from "./session.ts";

/** A kept file of law that is not used, and why. */
export interface LeftOut {
  readonly file: string;
  readonly failure: PorteError;
}

/** The law as a simulation reads it: it may go past what was checked. */
export interface LawInUse {
  readonly reading: Reading;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds the law that simulations read: the release's, what is kept on this machine, and a draft for this answer alone, which stands in for
 * a kept file of its name. Where there is no file, nothing is loaded to read one.
 * @throws {PorteError} `law.file`, `file.unreadable` for a draft.
 */
export async function lawInUse({ folders }: Pick<Machine, "folders">, draft?: string): Promise<LawInUse> {
  if (draft === undefined && new LawFiles(folders).files().length === 0)
    return { reading: { mayEstimate: true }, leftOut: [] };
  const { checkLaw, machineLaw } = await import("./law.ts");
  const { law, leftOut } = draft === undefined ? machineLaw(folders) : checkLaw(folders, draft);
  return { reading: { law, mayEstimate: true }, leftOut };
}

/** Gives the tables that the rules of reports and expenses read, of a law that was found. */
export async function domainOf({ law }: Reading): Promise<DomainLaw> {
  return law?.domain ?? (await import("../domain/law-tables.ts")).DOMAIN_LAW;
}

/** Finds the tables that the rules of reports and expenses read on this machine. */
export async function domainInUse(machine: Pick<Machine, "folders">): Promise<DomainLaw> {
  return domainOf((await lawInUse(machine)).reading);
}
