import { dayHoursOf, standingDays, underWay } from "../../../domain/declaration/facts.ts";
import { PorteError } from "../../../errors.ts";
import { Settings } from "../../../store/settings.ts";
import { type ImportTerms, mergeDays, readImport } from "../import/read.ts";
import type { CsvReading } from "../timesheet-csv.ts";
import type { DaysReader } from "./days.ts";
import type { DeclareInput, FilesSource } from "./input.ts";
import type { Interview } from "./interview.ts";
import type { MonthAtHand } from "./month-at-hand.ts";

/** Reads other programs' files; what cannot be taken as it is gets a notice, and nothing is dropped in silence. */
export const importedDays: DaysReader<FilesSource> = async (source, { owner, atHand, input }, interview) => {
  const readers = await Promise.all(source.files.map((file) => interview.openTable(file, source.layout)));
  const kept = new Settings(owner.machine.folders).matches();
  const imported = await readImport(readers, termsOf(source, atHand, input, kept));
  interview.tell({ type: "read", format: imported.format, days: imported.days.length });
  for (const reading of imported.readings) await agreeOn(reading, input.isAgreed, interview);
  for (const note of imported.notes) interview.tell({ type: "note", note });
  const isWhole = imported.format === "timesheet" || imported.format === "report";
  const days = isWhole ? imported.days : mergeDays(standingDays(atHand), imported.days);
  return { days, isFinished: false };
};

/** What files are read against: the rules that are typed come before those that are kept. */
function termsOf(
  source: FilesSource,
  atHand: MonthAtHand,
  { dayLength }: DeclareInput,
  kept: FilesSource["rules"],
): ImportTerms {
  const { month, alsaceMoselle, missions, addresses } = atHand;
  const [only, ...others] = underWay(atHand);
  return {
    file: source.files[0] ?? "",
    month,
    alsaceMoselle,
    rules: [...source.rules, ...kept],
    missions: missions.map(({ reference }) => reference),
    onlyMission: others.length > 0 ? null : (only?.reference ?? null),
    isSheet: source.isSheet,
    dayHours: dayHoursOf(atHand, dayLength),
    includeDeclined: source.includeDeclined,
    owners: addresses,
  };
}

/** Tells how a sheet was read where anything was guessed; where somebody can answer, it is asked. */
async function agreeOn(reading: CsvReading, isAgreed: boolean, interview: Interview): Promise<void> {
  if (!reading.isModel) {
    interview.tell({ type: "reading", reading });
    const agrees = !interview.canAsk || isAgreed || (await interview.agreesReading());
    if (!agrees) throw new PorteError("run.interrupted", { kept: false, isLeft: true, resume: null });
  }
  if (reading.asides.length > 0) interview.tell({ type: "asides", asides: reading.asides });
}
