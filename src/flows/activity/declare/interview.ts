import type { Schemas } from "../../../client/company.ts";
import type { Kind, ReportDay } from "../../../domain/activity.ts";
import type { Month } from "../../../domain/calendar.ts";
import type { Answers, Question } from "../../../domain/declaration/plan.ts";
import type { ImportNote } from "../../../domain/time-intervals.ts";
import type { TimeWarning } from "../../../domain/working-time.ts";
import type { MonthNotice } from "../../../errors/activity.ts";
import type { PorteError } from "../../../errors.ts";
import type { TableReader } from "../../../files/tables/reader.ts";
import type { Imported } from "../import/read.ts";
import type { ReportAtHand } from "../reports.ts";
import type { CsvReading } from "../timesheet-csv.ts";
import type { MonthForm } from "./month-form.ts";

/** What a declaration tells whoever reads along, before its answer. */
export type Notice =
  | { readonly type: "read"; readonly format: Imported["format"]; readonly days: number }
  | { readonly type: "reading"; readonly reading: CsvReading }
  | { readonly type: "asides"; readonly asides: CsvReading["asides"] }
  | { readonly type: "note"; readonly note: ImportNote }
  | { readonly type: "limit"; readonly warning: TimeWarning }
  | { readonly type: "month"; readonly month: Month; readonly notice: MonthNotice }
  | { readonly type: "draftKept"; readonly file: string };

/** A question of a plan; whether to send is asked of the month as it is shown. */
export type ShownQuestion =
  | Exclude<Question, { readonly type: "send" }>
  | { readonly type: "send"; readonly report: ReportAtHand; readonly isDespite: boolean };

/** What a step of the plain questions does to the days it names. */
export type PlainStep = Kind | "done" | "clear" | "undo";

/** The plain questions that fill a month, one after the other. Each rejects where it is interrupted. */
export interface PlainQuestions {
  /** The days worked, as they are typed; `proposed` stands where nothing is. What `check` refuses is asked again. */
  worked(proposed: string, check: (typed: string) => unknown): Promise<string>;
  /** What else the month holds. */
  more(canUndo: boolean): Promise<PlainStep>;
  whichDays(what: Kind | "clear", check: (typed: string) => unknown): Promise<string>;
  mission(missions: readonly Schemas["Mission"][]): Promise<string>;
  isHalf(): Promise<boolean>;
  hours(usual: number): Promise<string>;
}

/** Whoever a declaration asks, and tells what it does: a terminal, or a test. */
export interface Interview {
  /** Whether somebody can answer. */
  readonly canAsk: boolean;
  readonly plain: PlainQuestions;
  month(current: Month): Promise<Month>;
  /** Asks whether a sheet was read as it is meant. */
  agreesReading(): Promise<boolean>;
  /** Asks what a plan leaves open. */
  ask(question: ShownQuestion): Promise<Answers>;
  /** Fills a month on a screen; null where there is none, or where a reader needs plain questions. */
  onScreen(form: () => Promise<MonthForm>): Promise<readonly ReportDay[] | null>;
  /** Opens a file, or stdin for `-`; what its columns are is asked where it is not known. */
  openTable(file: string, layout: string | undefined): Promise<TableReader>;
  tell(notice: Notice): void;
  /** Notes that what was typed is safe on this machine. */
  kept(): void;
  wait<Value>(work: Promise<Value>): Promise<Value>;
  /** Words a failure in one sentence. */
  describe(failure: PorteError): string;
}
