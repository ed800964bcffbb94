import type { Day, Month } from "../../domain/calendar.ts";
import type { FiledPayslip } from "../../domain/local/filed.ts";
import type { Cents } from "../../domain/money.ts";
import { Records } from "../../store/records/records.ts";
import { tellOne } from "../records/tellings.ts";
import type { Session } from "../session.ts";
import { filedPayslips } from "./filed.ts";
import type { FoundPayslip } from "./sources.ts";

/** What is said of a payslip: null for what nobody said. */
export interface PayslipSaid {
  readonly month: Month;
  readonly netPaidCents: Cents | null;
  readonly grossCents: Cents | null;
  readonly transferDate: Day | null;
}

/** A payslip on this machine: where it lies, and how many other papers of its month do. */
export interface StoredPaper {
  readonly paper: FiledPayslip;
  readonly file: string;
  readonly others: number;
}

/** Tells what lies here already from what does not: the same file twice is one. */
export function splitKnown(
  session: Pick<Session, "folder">,
  found: readonly FoundPayslip[],
): { news: FoundPayslip[]; known: { found: FoundPayslip; paper: FiledPayslip }[] } {
  const papers = filedPayslips(session);
  const once = found.filter(({ sha256 }, index) => found.findIndex((one) => one.sha256 === sha256) === index);
  const paperOf = ({ sha256 }: FoundPayslip) => papers.find(({ document }) => document.sha256 === sha256);
  return {
    news: once.filter((one) => paperOf(one) === undefined),
    known: once.flatMap((one) => {
      const paper = paperOf(one);
      return paper === undefined ? [] : [{ found: one, paper }];
    }),
  };
}

/**
 * Files a payslip under its month. A second paper of a month is filed beside the first, and stands.
 * @throws {PorteError} `file.unwritable`, `file.busy`, `file.no_home`.
 */
export async function filePayslip(session: Session, found: FoundPayslip, said: PayslipSaid): Promise<StoredPaper> {
  const records = new Records(session.folder);
  const before = filedPayslips(session).filter(({ month }) => month === said.month);
  const count = before.length + 1;
  const document = await records.keepDocument(paperName(said.month, count), found.bytes);
  const at = session.machine.now().toISOString();
  /** Two that are filed at once stand in the order in which they were. */
  const addedAt = before.some((one) => one.addedAt >= at) ? after(before, at) : at;
  const paper: FiledPayslip = { ...said, name: found.name, document, addedAt };
  await keepPaper(session, paperKey(said.month, count), paper);
  return { paper, file: records.documentFile(document.file), others: before.length };
}

/** Adds what nobody said yet, or said otherwise, of a payslip that lies here. */
export async function correctPayslip(
  session: Session,
  paper: FiledPayslip,
  said: Partial<Omit<PayslipSaid, "month">>,
): Promise<StoredPaper> {
  const records = new Records(session.folder);
  const changed = { ...paper, ...said };
  const [, count = 1] = /^payslip-\d{4}-\d\d-(\d+)\.pdf$/.exec(paper.document.file) ?? [];
  if (JSON.stringify(changed) !== JSON.stringify(paper))
    await keepPaper(session, paperKey(paper.month, Number(count)), changed);
  const others = filedPayslips(session).filter(({ month }) => month === paper.month).length - 1;
  return { paper: changed, file: records.documentFile(paper.document.file), others };
}

async function keepPaper(session: Session, key: string, paper: FiledPayslip): Promise<void> {
  const evidence = { kind: "document", url: null, ...paper.document } as const;
  const telling = tellOne("filed-payslips", key, paper);
  await new Records(session.folder).keepOwn("me", session.machine.now().toISOString(), evidence, telling);
}

function paperName(month: Month, count: number): string {
  return `payslip-${paperKey(month, count)}.pdf`;
}

function paperKey(month: Month, count: number): string {
  return count === 1 ? month : `${month}-${count}`;
}

function after(papers: readonly FiledPayslip[], at: string): string {
  const last =
    papers
      .map(({ addedAt }) => addedAt)
      .sort()
      .at(-1) ?? at;
  return new Date(Date.parse(last) + 1).toISOString();
}
