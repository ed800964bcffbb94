import { ANSWERS } from "../../contract/answers.ts";
import type { components } from "../../contract/types.ts";
import type { Month } from "../../domain/calendar.ts";
import type { KernelSections } from "../../domain/line-section.ts";
import {
  dossierKey,
  FILED_SHAPES,
  type FiledDelivery,
  type FiledDossier,
  type FiledPayslip,
  type FiledReport,
  type Movement,
} from "../../domain/local/filed.ts";
import { type CompanySheet, SHEET } from "../../domain/local/sheet.ts";
import { maybe, type Shape, type Shapes } from "../../domain/shape.ts";

type Schemas = components["schemas"];

/** What the facts of each area say. */
export interface AreaValues {
  /** Who is paid, and the contract of today. */
  readonly person: Schemas["Me"];
  readonly company: Schemas["Company"];
  readonly missions: Schemas["Mission"];
  readonly proposals: Schemas["MissionProposal"];
  /** The contracts of missions, by their identifiers. */
  readonly contracts: Schemas["ContractDocument"];
  readonly leave: Schemas["Leave"];
  readonly reports: Schemas["ActivityReport"];
  /** Every version of a month's report. */
  readonly versions: readonly Schemas["ReportVersion"][];
  readonly expenses: Schemas["Expense"];
  /** The expenses that the company has still to decide on, or has decided on lately. */
  readonly "open-expenses": readonly string[];
  readonly account: Schemas["Account"];
  readonly entries: readonly Schemas["AccountEntry"][];
  readonly invoices: Schemas["Invoice"];
  /** What clients have paid. */
  readonly payments: Schemas["ClientPayment"];
  /** The months of before that the company took over. */
  readonly history: Schemas["ImportedMonth"];
  readonly payslips: Schemas["PayslipSummary"];
  /** A payslip with each of its lines. */
  readonly "whole-payslips": KernelSections<Schemas["Payslip"]>;
  /** What the files beside the facts are; each is its fact's evidence. */
  readonly documents: StoredDocument;
  /** What is known of a company without an API. */
  readonly sheet: CompanySheet;
  /** Months as they left this machine, where no company holds them. */
  readonly "filed-reports": FiledReport;
  /** Expenses that left together, likewise. */
  readonly dossiers: FiledDossier;
  readonly "filed-payslips": FiledPayslip;
  /** What is on its way to somebody, or was. */
  readonly deliveries: FiledDelivery;
  /** Money that was noted by hand, or read from a statement. */
  readonly movements: Movement;
  /** The lists that were read to their end, by what was asked. */
  readonly lists: true;
}

/** A file that is kept beside the facts. */
export interface StoredDocument {
  readonly kind: "payslip" | "contract";
  readonly month: Month;
  readonly bytes: number;
}

export type Area = keyof AreaValues;

/** The key of an area that has one fact. */
export const ONLY = "only";

interface AreaRow<Name extends Area> {
  readonly shape: Shape;
  /** The key of a value, where it has one itself: a list of values is then kept one by one. */
  readonly keyOf?: (value: AreaValues[Name]) => string;
  /** The day or month whose year a value belongs to; that of the day on which it was said where there is none. */
  readonly dayOf?: (value: AreaValues[Name]) => string;
  /** Whether its keys are months, or begin with one, so that a key names its year. */
  readonly isMonthly?: true;
}

/** Each area: what its values must be, and where they lie. */
export const AREAS: { readonly [Name in Area]: AreaRow<Name> } = {
  person: { shape: { named: "Me" } },
  company: { shape: { named: "Company" } },
  missions: { shape: { named: "Mission" }, keyOf: ({ reference }) => reference },
  proposals: { shape: { named: "MissionProposal" }, keyOf: ({ id }) => id, dayOf: ({ submittedAt }) => submittedAt },
  contracts: { shape: { named: "ContractDocument" }, keyOf: ({ id }) => id, dayOf: ({ drawnAt }) => drawnAt },
  leave: { shape: { named: "Leave" }, keyOf: ({ id }) => id, dayOf: ({ start }) => start },
  reports: { shape: { named: "ActivityReport" }, keyOf: ({ month }) => month, isMonthly: true },
  versions: { shape: { list: { named: "ReportVersion" } }, isMonthly: true },
  expenses: { shape: { named: "Expense" }, keyOf: ({ id }) => id, dayOf: ({ date }) => date },
  "open-expenses": { shape: { list: "text" } },
  account: { shape: { named: "Account" }, keyOf: ({ month }) => month, isMonthly: true },
  entries: { shape: { list: { named: "AccountEntry" } }, isMonthly: true },
  invoices: { shape: { named: "Invoice" }, keyOf: ({ id }) => id, dayOf: ({ month }) => month },
  payments: { shape: { named: "ClientPayment" }, keyOf: ({ id }) => id, dayOf: ({ month }) => month },
  history: { shape: { named: "ImportedMonth" }, keyOf: ({ month }) => month, isMonthly: true },
  payslips: { shape: { named: "PayslipSummary" }, keyOf: ({ month }) => month, isMonthly: true },
  "whole-payslips": { shape: { named: "Payslip" }, isMonthly: true },
  documents: {
    shape: { fields: { kind: { words: ["payslip", "contract"] }, month: "month", bytes: "whole" } },
    isMonthly: true,
  },
  sheet: { shape: SHEET },
  "filed-reports": { shape: FILED_SHAPES.report, keyOf: ({ month }) => month, isMonthly: true },
  dossiers: { shape: FILED_SHAPES.dossier, keyOf: dossierKey, isMonthly: true },
  "filed-payslips": { shape: FILED_SHAPES.payslip, isMonthly: true },
  deliveries: { shape: FILED_SHAPES.delivery, keyOf: ({ id }) => id, dayOf: ({ month }) => month },
  movements: { shape: FILED_SHAPES.movement, keyOf: ({ id }) => id, dayOf: ({ day }) => day },
  lists: { shape: "truth" },
};

/** The shapes of the contract, by the names that the areas give. */
export const SHAPES: Shapes = ANSWERS;

/** Who says a fact: the porté, the company, a document. */
export type Source = "me" | "company" | "document";

/** Why a fact is believed. */
export type Evidence =
  /** The company's answer at an address, and its version where it gave one. */
  | { readonly kind: "answer"; readonly url: string; readonly etag: string | null }
  | { readonly kind: "typed" }
  /** A file beside the facts, by its name and its SHA-256, and the address that gave it; null where none did. */
  | { readonly kind: "document"; readonly url: string | null; readonly file: string; readonly sha256: string };

/** One thing that somebody said; null for what its source no longer shows. */
export interface Fact<Name extends Area = Area> {
  readonly schema: 1;
  readonly area: Name;
  readonly key: string;
  readonly source: Source;
  /** The instant at which it was said. */
  readonly at: string;
  readonly evidence: Evidence;
  readonly value: AreaValues[Name] | null;
}

const EVIDENCE: Shape = {
  either: [
    { fields: { kind: { words: ["answer"] }, url: "text", etag: maybe("text") } },
    { fields: { kind: { words: ["typed"] } } },
    { fields: { kind: { words: ["document"] }, url: maybe("text"), file: "text", sha256: "text" } },
  ],
};

/** What a line of an area's file must be. */
export function lineShape(area: Area): Shape {
  return {
    fields: {
      area: { words: [area] },
      key: "text",
      source: { words: ["me", "company", "document"] },
      at: "instant",
      evidence: EVIDENCE,
      value: maybe(AREAS[area].shape),
    },
  };
}

/** The year's file that a fact lies in; `before` is what it no longer says, for a fact without a value. */
export function yearOf<Name extends Area>(
  { area, key, at, value }: Pick<Fact<Name>, "area" | "key" | "at" | "value">,
  before: AreaValues[Name] | null = null,
): string {
  const { isMonthly, dayOf } = AREAS[area] as AreaRow<Name>;
  if (isMonthly === true) return yearIn(key);
  const said = value ?? before;
  return yearIn(said === null || dayOf === undefined ? at : dayOf(said));
}

/** The year of a day, a month or an instant. */
export function yearIn(day: Month | string): string {
  return day.slice(0, 4);
}
