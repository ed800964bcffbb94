import type { Context } from "../../cli/context.ts";
import type { LineBefore } from "../../domain/bank-identity.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { VehicleFacts } from "../../domain/mileage.ts";
import { PorteError } from "../../errors.ts";
import { bytesOf } from "../../files/tables/source.ts";
import { MAX_BYTES } from "../../flows/calendar/read.ts";
import type { DrivenDay } from "../../flows/expenses/trips.ts";
import { readTripEvents } from "../../flows/expenses/trips-ics.ts";
import { readTrips, TRIPS, type WrittenDrive } from "../../flows/expenses/trips-table.ts";
import { ownAddresses } from "../../flows/own-addresses.ts";
import type { Session } from "../../flows/session.ts";
import { noteWords } from "../import-notes.ts";
import { givenTable, type ReadsTables, tableReader } from "../tables.ts";

/** What finding drives uses of a run. */
export type FindsDrives = ReadsTables & Pick<Context, "wait">;

/** How drives are given: one by its options, or those of a file. */
export interface MileageOptions {
  readonly vehicle?: string;
  readonly date?: string;
  readonly return?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly mission?: string;
  readonly note?: string;
  readonly csv?: string;
  readonly layout?: string;
  readonly ics?: string;
  readonly month?: Month;
  readonly match?: string;
  readonly includeDeclined?: boolean;
}

/** A drive, and the line or the event that gave it. */
interface Given {
  readonly drive: DrivenDay;
  readonly source: string | null;
  readonly before?: LineBefore;
}

/** The drives that are asked for. @throws {PorteError} `usage.*` for options that do not go together, and what the files' readers throw. */
export async function drivesFrom(
  context: FindsDrives,
  car: VehicleFacts,
  metres: number | undefined,
  options: MileageOptions,
  session: Session,
): Promise<Given[]> {
  const { csv, ics } = options;
  if (csv !== undefined && (metres !== undefined || ics !== undefined))
    throw new PorteError("usage.conflict", { options: [metres === undefined ? "--ics" : "<kilometres>", "--csv"] });
  if (csv !== undefined) {
    return givenBy(await drivesOfTable(context, csv, options), car, options);
  }
  if (ics !== undefined)
    return givenBy(await drivesOfCalendar({ context, session }, ics, metres, options), car, options);
  return [oneDrive(context, car, metres, options)];
}

function oneDrive(context: FindsDrives, car: VehicleFacts, metres: number | undefined, options: MileageOptions): Given {
  if (metres === undefined)
    throw new PorteError("usage.missing_argument", { argument: "kilometres", command: "porte expenses mileage" });
  const trip = {
    vehicle: car,
    metres: thereAndBack(metres, options),
    from: options.from ?? null,
    to: options.to ?? null,
  };
  const date = options.date ?? context.today();
  const drive = { date, trip, mission: options.mission ?? null, note: options.note ?? null };
  return { drive, source: null };
}

function thereAndBack(metres: number, { return: isReturn }: MileageOptions): number {
  return isReturn === true ? metres * 2 : metres;
}

/** A file says a drive's own mission, or that of the options is meant. */
function givenBy(written: readonly WrittenDrive[], car: VehicleFacts, { mission }: MileageOptions): Given[] {
  return written.map(({ source, before, ...drive }) => ({
    drive: { ...drive, mission: drive.mission ?? mission ?? null, trip: { ...drive.trip, vehicle: car } },
    source,
    ...(before === undefined ? {} : { before }),
  }));
}

/** The drives of a file of rows: how it was read is told, and what nobody knows of it is asked. */
async function drivesOfTable(
  context: FindsDrives,
  file: string,
  { layout }: MileageOptions,
): Promise<readonly WrittenDrive[]> {
  const reader = await tableReader(context, file, layout);
  const table = await reader.open(TRIPS);
  const order = await reader.dayOrder(table, "date", null);
  const { tables: words } = context.say;
  context.note(words.read(table.layout));
  const isReturn = async (word: string) => {
    const prompt = await context.prompt();
    return prompt === null ? null : prompt.confirm(words.askReturn(word));
  };
  const { drives, doubled, asides } = await readTrips(table, { file, order, isReturn });
  if (asides.length > 0) context.warn(words.asides(asides), "lines-aside");
  if (doubled > 0) context.note(words.doubled(doubled));
  return drives;
}

async function drivesOfCalendar(
  { context, session }: { readonly context: FindsDrives; readonly session: Session },
  file: string,
  metres: number | undefined,
  options: MileageOptions,
): Promise<readonly WrittenDrive[]> {
  const { match: word = null, month = monthOf(context.today()) } = options;
  if (metres !== undefined && word === null)
    throw new PorteError("usage.missing_option", { option: "--match", command: "porte expenses mileage <km> --ics" });
  const tooLarge = () => new PorteError("import.too_large", { file });
  const given = { file, bytes: await bytesOf(givenTable(context, file), MAX_BYTES, tooLarge) };
  const { drives, leftAside, notes } = readTripEvents(given, {
    month,
    today: context.today(),
    word,
    metres: metres === undefined ? null : thereAndBack(metres, options),
    includeDeclined: options.includeDeclined === true,
    owners: await context.wait(ownAddresses(session)),
  });
  const { expenses: words } = context.say;
  for (const note of notes) context.warn(noteWords(context, note), note.code);
  if (leftAside > 0) context.warn(words.eventsAside(leftAside), "events-aside");
  if (drives.length === 0) context.note(words.noDrive);
  return drives;
}
