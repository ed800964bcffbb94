import type { Schemas, Versioned } from "../../../client/company.ts";
import type { ReportDay } from "../../../domain/activity.ts";
import type { DeclarationFacts } from "../../../domain/declaration/facts.ts";
import type { DomainLaw } from "../../../domain/law-tables.ts";
import type { Reading } from "../../../payroll/law.ts";
import type { ReportDraft } from "../../../store/report-drafts.ts";
import type { KnownCompany } from "../../known-company.ts";
import type { HeldReport } from "../../records/reader.ts";

/** The month as it stands: what a declaration decides on, and what its forms and its answer need beside. */
export interface MonthAtHand extends DeclarationFacts {
  readonly missions: readonly Schemas["Mission"][];
  readonly held: Versioned<HeldReport> | null;
  readonly kept: ReportDraft | null;
  readonly law: DomainLaw;
  /** Leave that the company has granted; empty where it could not be asked. */
  readonly leave: readonly Schemas["Leave"][];
  /** The days of the month before, as the company holds them; null where it holds none, or could not be asked. */
  readonly lastMonth: readonly ReportDay[] | null;
  /** What the company last said of itself; null where it never did here. */
  readonly known: KnownCompany | null;
  /** The law that the month's net is simulated by. */
  readonly reading: Reading;
  /** The porté's own addresses, in small letters; none where the company could not be asked. */
  readonly addresses: readonly string[];
}
