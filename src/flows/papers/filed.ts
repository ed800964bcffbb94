import type { Month } from "../../domain/calendar.ts";
import type { FiledPayslip } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { KnownPayslip } from "../records/reader.ts";
import type { Owner, Session } from "../session.ts";

/** Lists the payslips that were filed from papers, the latest month first, and of one month the one that was added last first. */
export function filedPayslips({ folder }: Pick<Owner, "folder">): FiledPayslip[] {
  return new Records(folder)
    .latest("filed-payslips", OWN)
    .flatMap(({ value }) => value ?? [])
    .sort((one, other) => other.month.localeCompare(one.month) || other.addedAt.localeCompare(one.addedAt));
}

/** The papers of one month, the one that was added last first: it stands. */
export function papersOf(owner: Pick<Owner, "folder">, month: Month): FiledPayslip[] {
  return filedPayslips(owner).filter((one) => one.month === month);
}

/** A payslip of a list, and the papers that were filed of its month. */
export interface ListedPayslip extends KnownPayslip {
  readonly papers: readonly FiledPayslip[];
}

/** Lists every month's payslip, latest first: the company's where it has one, and the papers that were filed. */
export async function listedPayslips(session: Session): Promise<ListedPayslip[]> {
  const [known, papers] = [await session.reader.payslips(), filedPayslips(session)];
  const listed = known.map((one) => ({ ...one, papers: papers.filter(({ month }) => month === one.month) }));
  const months = new Set(known.map(({ month }) => month));
  const alone = papers.filter(({ month }, index) => {
    const isFirst = papers.findIndex((one) => one.month === month) === index;
    return isFirst && !months.has(month);
  });
  return [
    ...listed,
    ...alone.map((one) => ({ ...knownFrom(one), papers: papers.filter(({ month }) => month === one.month) })),
  ].sort((one, other) => other.month.localeCompare(one.month));
}

/** What a paper says, as a payslip of a list: its expenses are not told apart from its pay. */
export function knownFrom({ month, grossCents, netPaidCents, transferDate }: FiledPayslip): KnownPayslip {
  return { id: month, month, grossCents, netPaidCents, transferCents: netPaidCents, transferDate };
}

/** The month of the latest payslip, whoever has it. @throws {PorteError} `payslip.none`. */
export async function latestMonth(session: Session): Promise<Month> {
  const [latest] = await listedPayslips(session);
  if (latest === undefined) throw new PorteError("payslip.none", {});
  return latest.month;
}

/** Gives a paper's bytes and where it lies. @throws {PorteError} `payslip.changed` where it is no longer what was filed. */
export async function paperContent(
  { folder }: Pick<Owner, "folder">,
  { document }: FiledPayslip,
): Promise<{ file: string; bytes: Uint8Array }> {
  const records = new Records(folder);
  const file = records.documentFile(document.file);
  const bytes = await records.document(document);
  if (bytes === null) throw new PorteError("payslip.changed", { file });
  return { file, bytes };
}
