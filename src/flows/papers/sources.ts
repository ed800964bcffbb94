import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { guessPayslip, type PayslipGuess } from "../../domain/local/payslip-reading.ts";
import { fromEuros } from "../../domain/money.ts";
import { type PrintedLines, readCode } from "../../domain/payslip-code.ts";
import { PorteError } from "../../errors.ts";
import { readPlain } from "../../files/plain.ts";
import { FileWorkers, type WorkerFile } from "../../files/workers.ts";
import { namesIn } from "../../store/read.ts";

/** Where payslips are taken from: files, the PDFs of a folder, those that are attached to a mail. */
export interface PayslipsFrom {
  readonly files: readonly string[];
  readonly folder: string | undefined;
  readonly mail: string | undefined;
}

/** A payslip as it was found. */
export interface FoundPayslip {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly guess: PayslipGuess;
  /** What its pages print; nothing where that cannot be read. */
  readonly lines: PrintedLines;
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 500;

/**
 * Reads payslips, each with what it seems to say: in a worker, because anybody may have made them.
 * @throws {PorteError} `file.unreadable`, `payslip.unreadable` for what is no PDF, `usage.one_of` for nothing at all.
 */
export async function findPayslips(from: PayslipsFrom, worker: WorkerFile): Promise<FoundPayslip[]> {
  const named = await contentOf(from);
  const workers = new FileWorkers(worker, { most: 1, maxWaiting: named.length });
  try {
    const found: FoundPayslip[] = [];
    for (const one of named) found.push(await readPayslip(one, workers));
    return found;
  } finally {
    await workers.close();
  }
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function contentOf({ files, folder, mail }: PayslipsFrom): Promise<Named[]> {
  const inFolder = folder === undefined ? [] : pdfsIn(folder).map((name) => join(folder, name));
  const named = [...files, ...inFolder].map((file) => ({ name: basename(file), bytes: readPlain(file, MAX_BYTES) }));
  const attached = mail === undefined ? [] : await attachedTo(mail);
  const all = [...named, ...attached];
  if (all.length === 0)
    throw folder === undefined && mail === undefined
      ? new PorteError("usage.one_of", { options: ["<file>", "--from", "--mail"] })
      : new PorteError("payslip.none_in", { file: folder ?? mail ?? "" });
  return all;
}

function pdfsIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => /\.pdf$/i.test(name))
    .sort()
    .slice(0, MAX_FILES);
}

async function attachedTo(file: string): Promise<Named[]> {
  const { default: PostalMime } = await import("postal-mime");
  const { attachments } = await PostalMime.parse(readPlain(file, MAX_BYTES));
  return attachments.flatMap(({ filename, mimeType, content }) => {
    const isPdf = mimeType === "application/pdf" || /\.pdf$/i.test(filename ?? "");
    const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
    return isPdf ? [{ name: basename(filename ?? "payslip.pdf"), bytes }] : [];
  });
}

async function readPayslip({ name, bytes }: Named, workers: FileWorkers): Promise<FoundPayslip> {
  const read = await workers.ask("payslip", bytes);
  if (read === "not-pdf") throw new PorteError("payslip.not_pdf", { file: name });
  /** One that opens with a password, or that nobody can read, is a payslip all the same. */
  const { attachments, lines } = read === null || typeof read === "string" ? NO_CONTENT : read;
  const signed = attachments.length === 1 ? readCode(new TextDecoder().decode(attachments[0]).slice(0, 8192)) : null;
  const guess = guessPayslip(name, lines);
  return {
    name,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    guess: signed === null ? guess : guessOf(signed.facts),
    lines,
  };
}

const NO_CONTENT = { attachments: [], lines: [] } as const;

/** What a company of the API has signed says it itself. */
function guessOf({ month, gross, net, paidOn }: NonNullable<ReturnType<typeof readCode>>["facts"]): PayslipGuess {
  return { month, netPaidCents: fromEuros(net), grossCents: fromEuros(gross), transferDate: paidOn };
}
