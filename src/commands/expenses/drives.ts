import type { Context } from "../../cli/context.ts";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { VehicleFacts } from "../../domain/mileage.ts";
import { PorteError } from "../../errors.ts";
import type { DrivenDay } from "../../flows/expenses/trips.ts";
import type { WrittenDrive } from "../../flows/expenses/trips-csv.ts";
import { givenText } from "../given-text.ts";

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
  readonly ics?: string;
  readonly month?: Month;
  readonly match?: string;
}

/** A drive, and the line or the event that gave it. */
interface Given {
  readonly drive: DrivenDay;
  readonly source: string | null;
}

/** The drives that are asked for. @throws {PorteError} `usage.*` for options that do not go together, and what the files' readers throw. */
export async function drivesFrom(
  context: Context,
  car: VehicleFacts,
  metres: number | undefined,
  options: MileageOptions,
): Promise<Given[]> {
  const { csv, ics } = options;
  if (csv !== undefined && (metres !== undefined || ics !== undefined))
    throw new PorteError("usage.conflict", { options: [metres === undefined ? "--ics" : "<kilometres>", "--csv"] });
  if (csv !== undefined) {
    const { readTrips } = await import("../../flows/expenses/trips-csv.ts");
    return givenBy(readTrips(csv, await givenText(context, csv)), car, options);
  }
  if (ics !== undefined) return givenBy(await drivesOfCalendar(context, ics, metres, options), car, options);
  return [oneDrive(context, car, metres, options)];
}

function oneDrive(context: Context, car: VehicleFacts, metres: number | undefined, options: MileageOptions): Given {
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
  return written.map(({ source, ...drive }) => ({
    drive: { ...drive, mission: drive.mission ?? mission ?? null, trip: { ...drive.trip, vehicle: car } },
    source,
  }));
}

async function drivesOfCalendar(
  context: Context,
  file: string,
  metres: number | undefined,
  options: MileageOptions,
): Promise<readonly WrittenDrive[]> {
  const { match: word = null, month = monthOf(context.today()) } = options;
  if (metres !== undefined && word === null)
    throw new PorteError("usage.missing_option", { option: "--match", command: "porte expenses mileage <km> --ics" });
  const { readTripEvents } = await import("../../flows/expenses/trips-ics.ts");
  const { drives, leftAside } = readTripEvents(file, await givenText(context, file), {
    month,
    today: context.today(),
    word,
    metres: metres === undefined ? null : thereAndBack(metres, options),
  });
  const { expenses: words } = context.say;
  if (leftAside > 0) context.warn(words.eventsAside(leftAside), "events-aside");
  if (drives.length === 0) context.note(words.noDrive);
  return drives;
}
