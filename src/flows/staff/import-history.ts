import { randomUUID } from "node:crypto";
import { call } from "../../client/call.ts";
import type { components } from "../../contract/types.ts";
import type { Month } from "../../domain/calendar.ts";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { plainLine } from "../../domain/plain-text.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import { endOf } from "../export/documents.ts";
import { type OpenedExport, openExport } from "../export/opened.ts";
import { type PastMonth, type PastPaper, pastMonths } from "../export/past-months.ts";
import { act, type Office, read, readAll } from "./act.ts";
import { addPerson } from "./people.ts";

type Schemas = components["schemas"];
type Submission = Schemas["ImportedMonthSubmission"];

/** Whose history it is, as typed; what the export says where nothing is. */
export interface HistoryOwner {
  readonly email: string | undefined;
  readonly name: string | undefined;
}

/** A paper that the company was not given, and why. */
export interface PaperLeft {
  readonly month: Month;
  readonly path: string;
  readonly reason: "missing" | "type" | "size" | "refused";
}

/** A month that the company took, or had taken before. */
export interface TakenMonth {
  readonly month: Month;
  readonly company: string;
  readonly turnoverCents: number;
  readonly payslips: number;
  readonly expenses: number;
  readonly papers: number;
}

/** What became of a history. */
export interface ImportedHistory {
  readonly person: Schemas["Person"] & { readonly password?: string };
  readonly added: readonly TakenMonth[];
  /** Those that the company had taken over before, just as they are. */
  readonly known: readonly TakenMonth[];
  readonly refused: readonly { readonly month: Month; readonly failure: PorteError }[];
  readonly left: readonly PaperLeft[];
  /** Why it ended before its end; null where it did not. */
  readonly ended: unknown;
}

/**
 * Has a company take over what an export tells of a porté: a month after the other, oldest first, each with its papers. A month that the
 * company holds otherwise is named, and nothing of it is changed. The same export twice is once.
 * @throws {PorteError} `file.export_faults` for an export that is not as its manifest says or is not whole, `file.export_empty`,
 * `usage.missing_option` where nothing says whose it is; then nothing was sent.
 */
export async function importHistory(office: Office, folder: string, owner: HistoryOwner): Promise<ImportedHistory> {
  const opened = await openExport(folder);
  const months = pastMonths(opened);
  const { faults, manifest } = opened;
  if (faults.length > 0 || !manifest.isWhole)
    throw new PorteError("file.export_faults", { folder: opened.folder, isWhole: manifest.isWhole, faults });
  if (months.length === 0) throw new PorteError("file.export_empty", { folder: opened.folder });
  const person = await personFor(office, ownerIn(opened, owner));
  const known = await readAll(office, "listPersonHistory", { params: { personId: person.id } });
  return new Import(office, opened, person, new Set(known.map(({ month }) => month))).all(months);
}

/** Whose history it is. @throws {PorteError} `usage.missing_option`. */
function ownerIn(opened: OpenedExport, typed: HistoryOwner): { email: string; name: string } {
  const [me] = opened.lines<{ email: string; name: string }>("me.jsonl", { fields: { email: "text", name: "text" } });
  const email = typed.email ?? me?.email ?? "";
  const name = typed.name ?? me?.name ?? "";
  if (email === "")
    throw new PorteError("usage.missing_option", { option: "--email", command: "porte-company people import" });
  return { email, name };
}

/** Finds a porté by an address, or adds them. @throws {PorteError} `usage.missing_option` for a new one without a name. */
async function personFor(
  office: Office,
  { email, name }: { email: string; name: string },
): Promise<ImportedHistory["person"]> {
  const [known] = (await read(office, "listPeople", { query: { email } })).items;
  if (known !== undefined) return known;
  if (name === "")
    throw new PorteError("usage.missing_option", { option: "--name", command: "porte-company people import" });
  return addPerson(office, { email, name });
}

/** One run: what the company took, and what it did not. */
class Import {
  private readonly office: Office;
  private readonly opened: OpenedExport;
  private readonly person: ImportedHistory["person"];
  private readonly knownBefore: ReadonlySet<Month>;
  private readonly papers = new Map<string, string | PaperLeft["reason"]>();
  private readonly left: PaperLeft[] = [];

  constructor(office: Office, opened: OpenedExport, person: ImportedHistory["person"], known: ReadonlySet<Month>) {
    this.office = office;
    this.opened = opened;
    this.person = person;
    this.knownBefore = known;
  }

  async all(months: readonly PastMonth[]): Promise<ImportedHistory> {
    const added: TakenMonth[] = [];
    const known: TakenMonth[] = [];
    const refused: { month: Month; failure: PorteError }[] = [];
    const done = (ended: unknown) => ({ person: this.person, added, known, refused, left: this.left, ended });
    for (const month of months) {
      try {
        const taken = await this.take(month);
        (this.knownBefore.has(month.month) ? known : added).push(taken);
      } catch (failure) {
        /** Whatever else goes wrong goes wrong for the next months too; what was taken is shown first. */
        if (!isFailure(failure, "company.refused")) return done(failure);
        refused.push({ month: month.month, failure });
      }
    }
    return done(null);
  }

  private async take(past: PastMonth): Promise<TakenMonth> {
    const { month, company, report } = past;
    const sent = async (paper: PastPaper | null) => (paper === null ? null : this.send(month, paper));
    const papers: string[] = [];
    for (const paper of report?.papers ?? []) papers.push(...one(await sent(paper)));
    const payslips: Submission["payslips"] = [];
    for (const { paper, name, ...said } of past.payslips) {
      const id = await sent(paper);
      if (paper === null) this.leave(month, `payslips/${month}.pdf`, "missing");
      if (id !== null) payslips.push({ ...said, name: paperName(name), paper: id });
    }
    const expenses: Submission["expenses"] = [];
    for (const { paper, whole: _whole, ...said } of past.expenses) expenses.push({ ...said, paper: await sent(paper) });
    const body: Submission = {
      month,
      company: company.slice(0, MAX_COMPANY),
      report: report === null ? null : { ...report, days: [...report.days] as Schemas["ReportDay"][], papers },
      payslips,
      expenses,
    };
    await act(this.office, "importMonth", { params: { personId: this.person.id }, body });
    const named = [...papers, ...payslips.map(({ paper }) => paper), ...expenses.flatMap(({ paper }) => paper ?? [])];
    return {
      month,
      company,
      turnoverCents: report?.turnoverCents ?? 0,
      payslips: payslips.length,
      expenses: expenses.length,
      papers: new Set(named).size,
    };
  }

  /** Gives a paper to the company, once; null for one that it cannot have, which is noted. */
  private async send(month: Month, { file, name }: PastPaper): Promise<string | null> {
    const before = this.papers.get(file.sha256);
    if (before !== undefined) return isReason(before) ? null : before;
    const bytes = this.opened.bytes(file);
    const reason = endOf(bytes) === "" ? "type" : bytes.length > RECEIPT_MOST_BYTES ? "size" : null;
    const id = reason ?? (await this.upload(bytes, paperName(name)));
    this.papers.set(file.sha256, id);
    if (!isReason(id)) return id;
    this.leave(month, file.path, id);
    return null;
  }

  private async upload(bytes: Buffer, name: string): Promise<string> {
    const form = async () => {
      const { File, FormData } = await import("node-fetch");
      const data = new FormData();
      data.set("file", new File([new Uint8Array(bytes)], name));
      return data;
    };
    try {
      const params = { personId: this.person.id };
      /** The company takes the same paper once, by what it holds: no key need be known again. */
      const asked = { params, form, idempotencyKey: randomUUID() };
      return (await call(this.office.connection, "importPaper", asked)).value.id;
    } catch (failure) {
      if (!isRefusal(failure, "receipt.fault") && !isRefusal(failure, "receipt.wrong_type")) throw failure;
      return "refused";
    }
  }

  private leave(month: Month, path: string, reason: PaperLeft["reason"]): void {
    this.left.push({ month, path, reason });
  }
}

const REASONS: ReadonlySet<string> = new Set(["missing", "type", "size", "refused"] satisfies PaperLeft["reason"][]);

function isReason(id: string): id is PaperLeft["reason"] {
  return REASONS.has(id);
}

function one(id: string | null): string[] {
  return id === null ? [] : [id];
}

const MAX_COMPANY = 120;
const MAX_NAME = 200;

/** What a file is called, as a company takes it. */
function paperName(name: string): string {
  return plainLine(name).slice(0, MAX_NAME) || "document";
}
