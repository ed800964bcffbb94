import { join } from "node:path";
import type { components } from "../contract/types.ts";
import type { ReportDay } from "../domain/activity.ts";
import type { Month } from "../domain/calendar.ts";
import type { AlsoSent } from "../domain/local/sheet.ts";
import type { RestStatement } from "../domain/rest-statement.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { REPORT_DRAFTS } from "./kept-shapes.ts";
import { namesIn, readVersioned } from "./read.ts";

type Receipt = components["schemas"]["SubmissionReceipt"];

/** What the company said of a month that it accepted. */
export interface Acceptance {
  readonly version: number;
  readonly etag: string | null;
  /** What it accepted: a later draft leaves it as it was. */
  readonly days: readonly ReportDay[];
  readonly restStatement: RestStatement | null;
  /** Null for a month sent by an earlier porte, which did not keep it. */
  readonly receipt: Receipt | null;
}

/** A month as typed on this machine, with its way to the company. */
export interface ReportDraft {
  readonly schema: 3;
  readonly month: Month;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  /** Null where nothing is stated. */
  readonly restStatement: RestStatement | null;
  /** Being typed; said finished and to be sent; accepted by the company. */
  readonly state: "draft" | "queued" | "sent";
  /** Made when these days were kept; it serves every try to send them. */
  readonly key: string;
  /** The company's version that these days replace, as it was last seen here; null where it held none. */
  readonly base: string | null;
  readonly savedAt: string;
  /** Whether it is to leave as a document; absent for one that a company's API is to have. */
  readonly end?: "document";
  /** In which forms it goes beside its PDF, where that was said for this month. */
  readonly also?: readonly AlsoSent[];
  /** The last acceptance of this month that this machine knows of. */
  readonly sent: Acceptance | null;
}

/** As porte wrote it before a month held what is stated of rest. */
type SecondDraft = Omit<ReportDraft, "schema" | "restStatement" | "sent"> & {
  readonly schema: 2;
  readonly sent: Omit<Acceptance, "restStatement"> | null;
};

/** As the first version of porte wrote it. */
interface FirstDraft {
  readonly schema: 1;
  readonly month: Month;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  readonly key: string;
  readonly savedAt: string;
  readonly sentVersion: number | null;
}

type AnyDraft = ReportDraft | SecondDraft | FirstDraft;

/** How long a process waits for the others that declare the same month: each takes about a second. */
const TURN_MS = 90_000;

/** The months typed on this machine for one profile: what waits here is the outbox. */
export class ReportDrafts {
  private readonly folder: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "reports");
  }

  fileOf(month: Month): string {
    return join(this.folder, `${month}.json`);
  }

  /** @throws {PorteError} `file.damaged`; `file.newer` for a draft of a later porte. The file is left alone. */
  async find(month: Month): Promise<ReportDraft | null> {
    const file = this.fileOf(month);
    const found = await readVersioned<AnyDraft>(file, REPORT_DRAFTS);
    return found === null ? null : migrated(found);
  }

  /** Lists what is typed here and not accepted, oldest month first. */
  async waiting(): Promise<ReportDraft[]> {
    const months = namesIn(this.folder).flatMap((name) => /^(\d{4}-\d{2})\.json$/.exec(name)?.[1] ?? []);
    const drafts = await Promise.all(months.sort().map((month) => this.find(month)));
    return drafts.filter((draft) => draft !== null).filter(({ state }) => state !== "sent");
  }

  /** Keeps a month: on disk, whole, before this returns. */
  async keep(draft: ReportDraft): Promise<ReportDraft> {
    await writeJsonFile(this.fileOf(draft.month), draft);
    return draft;
  }

  /** Does something with a month while no other process of this machine does. @throws {PorteError} `file.busy`. */
  inTurn<Value>(month: Month, work: () => Promise<Value>): Promise<Value> {
    return whileLocked(this.fileOf(month), work, TURN_MS);
  }
}

function migrated(found: AnyDraft): ReportDraft {
  if (found.schema === 3) return found;
  const second = found.schema === 2 ? found : secondOf(found);
  const sent = second.sent === null ? null : { ...second.sent, restStatement: null };
  return { ...second, schema: 3, restStatement: null, sent };
}

function secondOf({ sentVersion, ...first }: FirstDraft): SecondDraft {
  const sent = sentVersion === null ? null : { version: sentVersion, etag: null, days: first.days, receipt: null };
  return { ...first, schema: 2, state: sent === null ? "draft" : "sent", base: null, sent };
}
