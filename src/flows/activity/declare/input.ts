import type { Month } from "../../../domain/calendar.ts";
import type { DeclarationTerms } from "../../../domain/declaration/plan.ts";
import type { AlsoSent } from "../../../domain/local/sheet.ts";
import type { MonthWords } from "../../../domain/month-words.ts";
import type { MatchRule } from "../../../domain/time-intervals.ts";

/** Where the days of a month come from: exactly one of the ways to say them. */
export type DaysSource =
  | { readonly from: "words"; readonly words: MonthWords }
  | { readonly from: "list"; readonly days: string; readonly mission: string | undefined }
  | FilesSource
  | { readonly from: "nothing" }
  /** Whoever sits there: on a screen, or by questions one after the other; what waits here where nobody does. */
  | { readonly from: "person"; readonly mission: string | undefined; readonly isPlain: boolean };

/** Files of other programs. */
export interface FilesSource {
  readonly from: "files";
  readonly files: readonly string[];
  /** Whether the file was said to be a sheet: what it lacks as one is then named. */
  readonly isSheet: boolean;
  readonly layout: string | undefined;
  readonly includeDeclined: boolean;
  readonly rules: readonly MatchRule[];
}

/** All that is said of a declaration before it begins. */
export interface DeclareInput extends DeclarationTerms {
  /** The month that is declared; the current one, or the one that is asked for, where none is named. */
  readonly month: Month | undefined;
  readonly asksMonth: boolean;
  readonly source: DaysSource;
  /** Whether nobody is to be asked: the company, or this machine alone. */
  readonly isOffline: boolean;
  /** Whether a month that only waits here is a failure. */
  readonly requiresSent: boolean;
  /** In which forms a month that leaves as a document goes beside its PDF; undefined where nothing was said. */
  readonly also?: readonly AlsoSent[] | undefined;
}
