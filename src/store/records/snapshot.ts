import { dirname } from "node:path";
import { maybe, type Shape } from "../../domain/shape.ts";
import { PorteError } from "../../errors.ts";
import { ensureFolder, writeWhole } from "../files.ts";
import { readKept } from "../read.ts";
import { type AreaValues, SHAPES } from "./areas.ts";

/** What is needed of the records at each start, of what one address said: made from them, and made again where it is lost. */
export interface Snapshot {
  readonly schema: 1;
  /** The address that said it. */
  readonly url: string;
  /** The names of the tokens that an earlier porte noted as shown it: it kept the records of everybody in one place. */
  readonly tokens: readonly string[];
  /** When the company last said an area, or a part of it, whether or not it said anything new. */
  readonly confirmed: Readonly<Record<string, string>>;
  readonly person: AreaValues["person"] | null;
  readonly company: AreaValues["company"] | null;
  readonly missions: readonly AreaValues["missions"][];
  /** The reports of the last months, latest first. */
  readonly reports: readonly AreaValues["reports"][];
  /** The expenses that are to be decided on, or were lately. */
  readonly expenses: readonly AreaValues["expenses"][];
  /** The payslips of the last two years, latest first. */
  readonly payslips: readonly AreaValues["payslips"][];
  /** The last month's account that was asked for. */
  readonly account: AreaValues["account"] | null;
}

const SNAPSHOT: Shape = {
  fields: {
    schema: "whole",
    url: "text",
    tokens: { list: "text" },
    confirmed: { each: "instant" },
    person: maybe({ named: "Me" }),
    company: maybe({ named: "Company" }),
    missions: { list: { named: "Mission" } },
    reports: { list: { named: "ActivityReport" } },
    expenses: { list: { named: "Expense" } },
    payslips: { list: { named: "PayslipSummary" } },
    account: maybe({ named: "Account" }),
  },
};

/** Reads a snapshot; null where there is none, or none that can be read: it is then made again from the facts. */
export function readSnapshot(file: string): Snapshot | null {
  try {
    return readKept<Snapshot>(file, [SNAPSHOT], SHAPES);
  } catch (failure) {
    if (failure instanceof PorteError) return null;
    throw failure;
  }
}

/** Writes a snapshot, in one line. @throws {PorteError} `file.unwritable`, `file.no_home`. */
export async function writeSnapshot(file: string, snapshot: Snapshot): Promise<void> {
  ensureFolder(dirname(file));
  await writeWhole(file, `${JSON.stringify(snapshot)}\n`);
}
