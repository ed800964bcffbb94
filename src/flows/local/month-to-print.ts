import type { FiledReport } from "../../domain/local/filed.ts";
import { type AlsoSent, type CompanySheet, EMPTY_SHEET, type Way } from "../../domain/local/sheet.ts";
import { type MonthToPrint, monthMail, monthPapers } from "../../papers/month-papers.ts";
import { ONLY } from "../../store/records/areas.ts";
import { Records } from "../../store/records/records.ts";
import { OWN } from "../../store/records/told.ts";
import type { Session } from "../session.ts";
import { tidy } from "../tidy-file.ts";
import type { Parcel } from "./deliver.ts";
import { ownLayout } from "./own-layout.ts";

/** A month with where it goes. */
export interface MonthToSend extends MonthToPrint {
  readonly way: Way;
}

/** Gives what is known of the company and the contract. */
export function sheetOf({ folder }: Pick<Session, "folder">): CompanySheet {
  return new Records(folder).find("sheet", ONLY, OWN)?.value ?? EMPTY_SHEET;
}

/** A month is saved, to be printed or handed over, where nobody said where it goes. */
const USUAL_WAY: Way = { by: "print" };

/**
 * Gathers what a month is printed with.
 * @param also in which forms it goes beside its PDF; those of the sheet where nothing was said.
 * @throws {PorteError} `file.damaged` for a layout of one's own that cannot be read.
 */
export async function monthToPrint(
  session: Pick<Session, "machine" | "folder" | "reader">,
  report: FiledReport,
  also?: readonly AlsoSent[],
): Promise<MonthToSend> {
  const sheet = sheetOf(session);
  const [missions, { name }, own] = await Promise.all([
    session.reader.missions(),
    session.reader.me(),
    ownLayout(session.machine),
  ]);
  const named = new Set(report.days.flatMap(({ entries }) => entries.map(({ mission }) => mission)));
  return {
    ...own,
    way: sheet.delivery.reports ?? USUAL_WAY,
    printed: {
      company: { ...sheet.company, name: sheet.company.name ?? "" },
      porte: name,
      missions: missions.filter((one) => named.has(one.reference)),
      report: {
        ...{ month: report.month, version: report.version, state: report.state },
        ...{ days: [...report.days] as MonthToPrint["printed"]["report"]["days"], restStatement: report.restStatement },
        ...{ clientAnswers: [], decidedBy: null, decidedAt: null },
      },
    },
    signedAt: report.submittedAt,
    replaces: report.version === 1 ? null : report.version - 1,
    also: also ?? sheet.delivery.also ?? [],
  };
}

/** Makes a parcel of a month, for the company. @param id of its delivery. */
export function parcelOf(print: MonthToSend, id: string): Parcel {
  const { month, version } = print.printed.report;
  return {
    ...{ id, about: "report", month, way: print.way, ...monthMail(print, null) },
    draw: () => monthPapers(print, stemOf(month, print.printed.porte, version)),
  };
}

/** The name of a month's files, without their ends. */
export function stemOf(month: string, name: string, version: number): string {
  return tidy(`cra-${month}-${name}${version === 1 ? "" : `-v${version}`}`);
}
