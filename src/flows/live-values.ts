import { addMonths, type Month, monthOf } from "../domain/calendar.ts";
import { ExpenseDrafts } from "../store/expense-drafts.ts";
import { ReportDrafts } from "../store/report-drafts.ts";
import { Settings } from "../store/settings.ts";
import { ownFolder } from "./records/holder.ts";
import { knownRecords } from "./records/known.ts";
import type { Machine } from "./session.ts";

/** A value that can be typed, and what it is. */
export interface LiveValue {
  readonly value: string;
  readonly what: string;
}

/** What kinds of values this machine knows. */
export type LiveKind = "profiles" | "missions" | "expenses" | "months" | "vehicles";

const MONTHS_SHOWN = 12;

/** Gives the values of a kind that this machine knows: nobody else is asked. @throws {PorteError} what reading its own files throws. */
export function liveValues(machine: Machine, kind: LiveKind): Promise<readonly LiveValue[]> {
  return READERS[kind](machine);
}

function folderIn(machine: Machine): Promise<string> {
  return ownFolder(machine, new Settings(machine.folders));
}

const READERS: Readonly<Record<LiveKind, (machine: Machine) => Promise<readonly LiveValue[]>>> = {
  profiles: async ({ folders }) => {
    const settings = new Settings(folders);
    return settings.profileNames().map((value) => ({ value, what: settings.profile(value)?.company ?? "" }));
  },
  missions: async (machine) => {
    const missions = (await knownRecords(machine))?.snapshot.missions ?? [];
    return missions.map(({ reference, client }) => ({ value: reference, what: client }));
  },
  expenses: async (machine) => {
    const drafts = await new ExpenseDrafts(await folderIn(machine)).list();
    const sent = (await knownRecords(machine))?.snapshot.expenses ?? [];
    return [...drafts, ...sent].map(({ id, date, note }) => ({
      value: id,
      what: [date, note].filter(Boolean).join(" "),
    }));
  },
  months: async (machine) => {
    const typed = await new ReportDrafts(await folderIn(machine)).waiting();
    const { reports = [], payslips = [] } = (await knownRecords(machine))?.snapshot ?? {};
    const current = monthOf(machine.today());
    const recent = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(current, -index));
    const known: Month[] = [...typed, ...reports, ...payslips].map(({ month }) => month);
    return [...new Set([...recent, ...known])]
      .sort()
      .reverse()
      .map((value) => ({ value, what: "" }));
  },
  vehicles: async ({ folders }) => Object.keys(new Settings(folders).vehicles()).map((value) => ({ value, what: "" })),
};
