import { type PrintedLines, readCode } from "../domain/payslip-code.ts";
import { PorteError } from "../errors.ts";
import type { PayslipFault } from "../files/payslip.ts";
import { readPlain } from "../files/plain.ts";
import { askOnce, type WorkerFile } from "../files/workers.ts";

/** A payslip's file as it was read: its bytes, its signed document and what its pages print. */
export interface PayslipFile {
  readonly bytes: Uint8Array;
  /** The attachment, as it stands in the file. */
  readonly text: string;
  readonly code: NonNullable<ReturnType<typeof readCode>>;
  readonly lines: PrintedLines;
}

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_ATTACHED = 8 * 1024;

type Fault = PayslipFault | "no-code" | "two-codes" | "not-signed";

/**
 * Reads a payslip's PDF and asks nobody.
 * @throws {PorteError} `file.unreadable`, and `payslip.unreadable` for a file that is not a payslip with its signed facts.
 */
export async function readPayslipFile(worker: WorkerFile, file: string): Promise<PayslipFile> {
  const refuse = (fault: Fault) => new PorteError("payslip.unreadable", { file, fault });
  const bytes = readPlain(file, MAX_BYTES, () => refuse("too-large"));
  const read = await askOnce(worker, "payslip", bytes);
  if (read === null) throw refuse("damaged");
  if (typeof read === "string") throw refuse(read);
  const [attached, ...others] = read.attachments;
  if (attached === undefined) throw refuse("no-code");
  if (others.length > 0) throw refuse("two-codes");
  const text = attached.length > MAX_ATTACHED ? "" : new TextDecoder().decode(attached);
  const code = readCode(text);
  if (code === null) throw refuse("not-signed");
  return { bytes, text, code, lines: read.lines };
}
