import { daysOf, weekday } from "../../src/domain/calendar.ts";
import { isRestDay } from "../../src/domain/holidays.ts";
import type { FiledReport } from "../../src/domain/local/filed.ts";
import { type CompanySheet, EMPTY_SHEET } from "../../src/domain/local/sheet.ts";
import { dayInParis } from "../../src/domain/paris.ts";
import { tellOne } from "../../src/flows/records/tellings.ts";
import { type Machine, openSession, type Session } from "../../src/flows/session.ts";
import { foldersFrom } from "../../src/store/folders.ts";
import { type Area, type AreaValues, ONLY } from "../../src/store/records/areas.ts";
import { Records } from "../../src/store/records/records.ts";
import type { Telling } from "../../src/store/records/told.ts";
import type { Home } from "./programs.ts";

/** A machine of a home that never met a company, as flows take it. */
function localMachine({ folder, env }: Home, now: () => Date): Machine {
  return {
    folders: foldersFrom(env, folder),
    env,
    now,
    today: () => dayInParis(now()),
    timeoutMs: 30_000,
    profile: undefined,
    agent: "porte/test",
    onNewer: () => undefined,
    onClockOff: () => undefined,
    reads: "usual",
    onRecorded: () => undefined,
    onOthers: () => undefined,
  };
}

/** The session of a home that never met a company. */
export function localSession(home: Home, now = () => new Date(home.env.PORTE_NOW ?? "")): Promise<Session> {
  return openSession(localMachine(home, now));
}

/** Says something in the records of a session. */
async function say<Name extends Area>(
  { folder, machine }: Session,
  area: Name,
  key: string,
  value: AreaValues[Name],
): Promise<void> {
  await new Records(folder).keepOwn("me", machine.now().toISOString(), { kind: "typed" }, tellOne(area, key, value));
}

/** Says several things of an area at once. */
export async function sayAll<Name extends Area>(
  { folder, machine }: Session,
  area: Name,
  values: readonly AreaValues[Name][],
  keyOf: (value: AreaValues[Name]) => string,
): Promise<void> {
  const telling = { area, scope: area, facts: values.map((value) => ({ key: keyOf(value), value })) } as Telling;
  await new Records(folder).keepOwn("me", machine.now().toISOString(), { kind: "typed" }, telling);
}

/** What is said of a company in a test: a permanent contract of a manager at 7 %. */
function sheetWith(said: Partial<CompanySheet>): CompanySheet {
  return {
    ...EMPTY_SHEET,
    company: { name: "Portage Plus", siren: null, address: null },
    person: { name: "Jeanne Martin", email: "jeanne@example.org" },
    contract: {
      kind: "cdi",
      category: "cadre",
      level: "senior",
      start: "2026-01-01",
      end: null,
      alsaceMoselle: false,
      taxRatePpm: 0,
    },
    fee: { ratePpm: 70_000, monthlyCapCents: null, base: "turnover" },
    deadlines: { reportDueDay: 25, transferDay: 5 },
    ...said,
  };
}

/** Says a company's sheet. */
export function saySheet(session: Session, said: Partial<CompanySheet> = {}): Promise<void> {
  return say(session, "sheet", ONLY, sheetWith(said));
}

/** Says a mission at a daily rate. */
export function sayMission(
  session: Session,
  reference: string,
  dailyRateCents: number,
  said: { readonly daysOrdered?: number } = {},
): Promise<void> {
  return say(session, "missions", reference, {
    id: reference,
    reference,
    client: `${reference} SA`,
    title: "",
    projectCodes: [],
    dailyRateCents,
    start: "2026-01-01",
    end: null,
    ...said,
  } as AreaValues["missions"]);
}

/** Says that a month was sent: its first working days for a mission. */
export function sayReport(
  session: Session,
  month: string,
  {
    mission,
    days,
    rateCents,
    ...other
  }: { mission: string; days: number; rateCents: number } & Omit<Partial<FiledReport>, "days">,
): Promise<void> {
  const worked = daysOf(month)
    .filter((date) => !isRestDay(date, false) && weekday(date) < 6)
    .slice(0, days);
  return say(session, "filed-reports", month, {
    month,
    version: 1,
    state: "submitted",
    days: worked.map((date) => ({ date, entries: [{ kind: "mission", mission, amount: 1, projectCode: null }] })),
    restDaysConfirmed: false,
    restStatement: null,
    turnoverCents: days * rateCents,
    submittedAt: `${month}-25T16:00:00.000Z`,
    decidedAt: null,
    reason: null,
    documents: [],
    proof: null,
    delivery: month,
    ...other,
  } as FiledReport);
}
