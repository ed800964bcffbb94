import type { Context } from "../../cli/context.ts";
import type { ReportDay } from "../../domain/activity.ts";
import { type Day, parseDays } from "../../domain/calendar.ts";
import { isRestDay } from "../../domain/holidays.ts";
import { hasWords, type MonthWords } from "../../domain/month-words.ts";
import type { MatchRule } from "../../domain/stretches.ts";
import { PorteError } from "../../errors.ts";
import type { MonthAtHand } from "../../flows/activity/declare.ts";
import type { Owner } from "../../flows/activity/outbox.ts";
import type { CsvReading } from "../../flows/activity/timesheet-csv.ts";
import { noteWords } from "../import-notes.ts";
import { tableReader } from "../tables.ts";

/** The ways to say what was worked. */
export interface DaysOptions extends MonthWords {
  readonly csv?: string;
  readonly days?: string;
  readonly mission?: string;
  readonly empty?: boolean;
  readonly restDays?: boolean;
  readonly linear?: boolean;
  readonly from?: readonly string[];
  readonly ics?: string;
  readonly layout?: string;
  readonly includeDeclined?: boolean;
  readonly match?: readonly MatchRule[];
  readonly dayLength?: number;
  /** Answers every question beforehand. */
  readonly yes?: boolean;
}

/** What was worked, and whether saying it was also saying that it is finished. */
export interface DaysSaid {
  readonly days: readonly ReportDay[];
  readonly isFinished: boolean;
}

interface Asked {
  readonly context: Context;
  readonly owner: Owner;
  readonly atHand: MonthAtHand;
}

/** The words among the options. */
export function wordsOf({ all, except, half, leave, day }: DaysOptions): MonthWords {
  const said = Object.entries({ all, except, half, leave, day }).filter(([, word]) => word !== undefined);
  return Object.fromEntries(said);
}

/**
 * Reads what was worked from the options, else from the form on a terminal, else from a draft that was not sent.
 * @throws {PorteError} `usage.conflict`, `activity.empty`, `csv.malformed`, `input.days`, `input.entry`,
 * `activity.unknown_mission`.
 */
export async function daysGiven(asked: Asked, options: DaysOptions): Promise<DaysSaid> {
  const typed = await typedDaysGiven(asked, options);
  if (typed !== null) return { days: typed, isFinished: false };
  const screen = options.linear ? null : await asked.context.screen();
  if (screen === null) return { days: await askedDays(asked, options), isFinished: false };
  const { fillMonth } = await import("./month.ts");
  return { days: await fillMonth(asked, screen), isFinished: true };
}

/** What the options say; null where they say nothing. */
async function typedDaysGiven(asked: Asked, options: DaysOptions): Promise<readonly ReportDay[] | null> {
  assertOneWay(options);
  const { atHand } = asked;
  const flow = await import("../../flows/activity/declare.ts");
  const sources = options.from ?? [options.ics ?? options.csv].flatMap((file) => file ?? []);
  if (sources.length > 0) return importedDays(asked, sources, options);
  if (options.empty) return [];
  if (hasWords(options))
    return flow.daysFromWords(atHand, wordsOf(options), flow.dayHoursOf(atHand, options.dayLength));
  if (options.days !== undefined) {
    const mission = flow.missionFor(atHand, options.mission);
    return flow.missionDays(typedDays(asked, options.days, options.restDays), mission);
  }
  return null;
}

/** Asks for the days in plain questions, one after the other; where nobody can answer, takes what waits here. */
async function askedDays(asked: Asked, options: DaysOptions): Promise<readonly ReportDay[]> {
  const { context, atHand } = asked;
  const flow = await import("../../flows/activity/declare.ts");
  const prompt = await context.prompt();
  if (prompt === null) return draftDays(asked);
  const mission = await flow.chosenMission(atHand, options.mission, (missions) =>
    prompt.choice(
      context.say.declare.askMission,
      missions.map(({ reference, client }) => ({ name: `${reference} · ${client}`, value: reference })),
    ),
  );
  const { askMonth } = await import("./linear.ts");
  return askMonth({ context, owner: asked.owner, prompt, atHand, restDays: options.restDays === true }, mission);
}

/** Ranges mean working days, unless work on rest days was confirmed. */
function typedDays({ atHand }: Asked, text: string, restDays = false): Day[] {
  const { month, alsaceMoselle } = atHand;
  const days = parseDays(text, month, (day) => restDays || !isRestDay(day, alsaceMoselle));
  if (days.length === 0) throw new PorteError("activity.empty", { month });
  return days;
}

function assertOneWay(options: DaysOptions): void {
  const { csv, days, mission, empty, from, ics } = options;
  const word = Object.keys(wordsOf(options))[0];
  const ways = [
    ...(from === undefined ? [] : ["--from"]),
    ...(ics === undefined ? [] : ["--ics"]),
    ...(csv === undefined ? [] : ["--csv"]),
    ...(days === undefined ? [] : ["--days"]),
    ...(empty ? ["--empty"] : []),
    ...(word === undefined ? [] : [`--${word}`]),
  ];
  const isLoose = mission !== undefined && days === undefined && ways.length > 0;
  if (ways.length > 1 || isLoose)
    throw new PorteError("usage.conflict", { options: isLoose ? [...ways, "--mission"] : ways });
}

/** Reads other programs' files; what cannot be taken as it is gets a line on stderr, and nothing is dropped in silence. */
async function importedDays(
  { context, owner, atHand }: Asked,
  files: readonly string[],
  options: DaysOptions,
): Promise<ReportDay[]> {
  const [{ mergeDays, readImport }, { dayHoursOf, standingDays, underWay }, { Settings }] = await Promise.all([
    import("../../flows/activity/import/read.ts"),
    import("../../flows/activity/declare.ts"),
    import("../../store/settings.ts"),
  ]);
  const readers = await Promise.all(files.map((file) => tableReader(context, file, options.layout)));
  const { month, alsaceMoselle, missions } = atHand;
  const kept = new Settings(owner.machine.folders).matches();
  const imported = await readImport(readers, {
    file: files[0] ?? "",
    month,
    alsaceMoselle,
    rules: [...(options.match ?? []), ...kept],
    missions: missions.map(({ reference }) => reference),
    onlyMission: onlyOne(underWay(atHand)),
    isSheet: options.csv !== undefined,
    dayHours: dayHoursOf(atHand, options.dayLength),
    includeDeclined: options.includeDeclined === true,
    owners: atHand.addresses,
  });
  const { imports } = context.say;
  context.note(imports.read(imports.formats[imported.format], imported.days.length));
  for (const reading of imported.readings) {
    await confirmReading(context, reading, options.yes === true);
    if (reading.asides.length > 0) context.warn(context.say.tables.asides(reading.asides), "lines-aside");
  }
  for (const note of imported.notes) context.warn(noteWords(context, note), note.code);
  const isWhole = imported.format === "timesheet" || imported.format === "report";
  return isWhole ? [...imported.days] : mergeDays(standingDays(atHand), imported.days);
}

function onlyOne(missions: readonly { readonly reference: string }[]): string | null {
  return missions.length === 1 ? (missions[0]?.reference ?? null) : null;
}

/** Tells how a sheet was read where anything was guessed; where somebody can answer, it is asked. */
async function confirmReading(context: Context, reading: CsvReading, isAgreed: boolean): Promise<void> {
  if (reading.isModel) return;
  const { imports } = context.say;
  context.remark(imports.reading(reading), "columns");
  const prompt = isAgreed ? null : await context.prompt();
  if (prompt !== null && !(await prompt.confirm(imports.askReading)))
    throw new PorteError("run.interrupted", { kept: false });
}

/** What waits here, typed and not accepted. */
function draftDays({ atHand: { month, kept } }: Asked): readonly ReportDay[] {
  if (kept === null || kept.state === "sent") throw new PorteError("activity.empty", { month });
  return kept.days;
}
