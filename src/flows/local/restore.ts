import type { Month } from "../../domain/calendar.ts";
import type { Shape } from "../../domain/shape.ts";
import { type ExpenseDraft, ExpenseDrafts } from "../../store/expense-drafts.ts";
import { EXPENSE_DRAFTS, REPORT_DRAFTS } from "../../store/kept-shapes.ts";
import { type Area, type Fact, lineShape } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { type RecurringRule, RecurringRules, RULE } from "../../store/recurring.ts";
import { type ReportDraft, ReportDrafts } from "../../store/report-drafts.ts";
import { type HeldFacts, heldFacts } from "../export/held-facts.ts";
import { type ExportFault, type OpenedExport, openExport } from "../export/opened.ts";
import { documentsIn, factsPath, OWN_AREAS, type OwnArea } from "../export/own-facts.ts";
import type { Session } from "../session.ts";
import { assertLocal } from "./sheet.ts";

/** What a profile was made of, from an export. */
export interface RestoredProfile {
  readonly folder: string;
  /** The months that were new here, earliest first. */
  readonly months: readonly Month[];
  /** How much was new of each. */
  readonly added: Readonly<Record<OwnArea | "typed", number>>;
  /** What is said otherwise here, and stays: the area and the key. */
  readonly differing: readonly { readonly area: OwnArea; readonly key: string }[];
  /** Files beside the facts that were new. */
  readonly documents: number;
  /** What of the export could not be taken. */
  readonly faults: readonly ExportFault[];
  /** Lists of the export that a profile without a company has no place for: they stay there. */
  readonly left: readonly (typeof OF_A_COMPANY)[number][];
}

/** What only a company has: it stays in the export. */
const OF_A_COMPANY = ["contracts", "events", "invoices", "leave", "payments", "proposals"] as const;

/**
 * Makes a profile without a company of an export, or adds to one: what is said here already stays as it is. A damaged file is named, and the
 * rest goes on; the same export twice is once.
 * @throws {PorteError} `local.connected`; `file.unreadable` where there is no manifest, `file.damaged` for one that is none.
 */
export async function restoreProfile(session: Session, named: string): Promise<RestoredProfile> {
  assertLocal(session);
  const opened = await openExport(named);
  return new Restoring(session, opened).all();
}

class Restoring {
  private readonly session: Session;
  private readonly opened: OpenedExport;
  private readonly records: Records;
  private readonly added: Record<OwnArea | "typed", number>;
  private readonly differing: { area: OwnArea; key: string }[] = [];
  private readonly faults: ExportFault[] = [];
  private months: Month[] = [];
  private documents = 0;

  constructor(session: Session, opened: OpenedExport) {
    this.session = session;
    this.opened = opened;
    this.records = new Records(session.folder);
    const none = Object.fromEntries(OWN_AREAS.map((area) => [area, 0])) as Record<OwnArea, number>;
    this.added = { ...none, typed: 0 };
  }

  async all(): Promise<RestoredProfile> {
    const { opened } = this;
    const held = heldFacts(opened);
    for (const area of OWN_AREAS) {
      const own = opened.lines<Fact>(factsPath(area), lineShape(area));
      /** Of what both tell of, the company's is the later word. */
      await this.take(area, [...own, ...held.facts.filter((one) => one.area === area)], held.receipts);
    }
    await this.typed();
    const left = OF_A_COMPANY.filter((name) => (opened.at(`${name}.jsonl`)?.bytes ?? 0) > 0);
    const { folder } = opened;
    const faults = [...opened.faults, ...this.faults];
    const { months, added, differing, documents } = this;
    return { folder, months: months.sort(), added, differing, documents, faults, left };
  }

  /** Takes over facts of an area with the files that they name: the files first, so that no fact names what is not there. */
  private async take(area: OwnArea, facts: readonly Fact[], receipts: HeldFacts["receipts"]): Promise<void> {
    if (facts.length === 0) return;
    for (const fact of facts) await this.takeFiles(fact, receipts);
    const { added, differing } = await this.records.restore(area as Area, facts as never);
    this.added[area] += added.length;
    if (area === "filed-reports") this.months.push(...added);
    this.differing.push(...differing.map((key) => ({ area, key })));
  }

  private async takeFiles({ area, value }: Fact, receipts: HeldFacts["receipts"]): Promise<void> {
    for (const { file, sha256 } of documentsIn(value)) await this.takeFile(file, this.opened.byHash(sha256));
    const receiptId = area === "expenses" ? (value as { receiptId: string | null } | null)?.receiptId : null;
    if (typeof receiptId !== "string") return;
    await this.takeFile(receiptId, receipts.get(receiptId) ?? this.opened.ofIn("receipts", receiptId));
  }

  /** Puts a file beside the facts; one of that name that is here already stays. */
  private async takeFile(name: string, found: ReturnType<OpenedExport["byHash"]>): Promise<void> {
    if (found === null) {
      this.note(name, "missing");
      return;
    }
    const here = await this.records.document({ file: name, sha256: found.sha256 });
    if (here !== null) return;
    if (this.records.hasDocument(name)) this.note(found.path, "changed");
    else {
      await this.records.keepDocument(name, this.opened.bytes(found));
      this.documents += 1;
    }
  }

  /** A file that is not as it must be is named once, by its place in the export. */
  private note(path: string, fault: ExportFault["fault"]): void {
    const isNamed = this.opened.faults.length > 0 && fault === "missing";
    if (!isNamed && !this.faults.some((one) => one.path === path)) this.faults.push({ path, fault });
  }

  /** Takes over what was typed and not sent: what was to leave is a draft here, so that it never leaves from two machines. */
  private async typed(): Promise<void> {
    const { folder } = this.session;
    const reports = new ReportDrafts(folder);
    const isLocal = this.opened.manifest.company.url === "";
    for (const draft of this.opened.lines<ReportDraft>("typed-reports.jsonl", lastOf(REPORT_DRAFTS)))
      if ((await reports.find(draft.month)) === null) {
        await reports.keep({ ...draft, state: "draft", ...(isLocal ? {} : { base: null }) });
        this.added.typed += 1;
      }
    const expenses = new ExpenseDrafts(folder);
    const here = new Set((await expenses.list()).map(({ id }) => id));
    for (const draft of this.opened.lines<ExpenseDraft>("typed-expenses.jsonl", lastOf(EXPENSE_DRAFTS)))
      if (!here.has(draft.id)) await this.typedExpense(expenses, draft);
    const rules = this.opened.lines<RecurringRule>("recurring-expenses.jsonl", RULE);
    await new RecurringRules(folder).change(async (known) => {
      const news = rules.filter((rule) => !known.some(({ name }) => name === rule.name));
      this.added.typed += news.length;
      return { rules: [...known, ...news], value: null };
    });
  }

  private async typedExpense(drafts: ExpenseDrafts, draft: ExpenseDraft): Promise<void> {
    const { receipt } = draft;
    const found = receipt === null ? null : this.opened.byHash(receipt.sha256);
    if (receipt !== null && found === null) this.note(receipt.name, "missing");
    const given = found === null || receipt === null ? null : { ...receipt, file: this.opened.fileOf(found) };
    const copy = given === null ? null : await drafts.copied(draft.id, given);
    await drafts.keep({ ...draft, receipt: given === null || copy === null ? null : { ...given, file: copy.file } });
    this.added.typed += 1;
  }
}

/** The shape in which this porte writes. */
function lastOf(shapes: readonly Shape[]): Shape {
  return shapes.at(-1) ?? "anything";
}

/** How many things need somebody's eye: what could not be taken, and what is said otherwise here. */
export function openPoints({ faults, differing }: Pick<RestoredProfile, "faults" | "differing">): number {
  return faults.length + differing.length;
}
