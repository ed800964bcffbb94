import { PorteError } from "../errors.ts";
import type { Day } from "./calendar.ts";
import type { Cents } from "./money.ts";

export const VEHICLE_KINDS = ["car", "motorcycle", "moped"] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

/** What the scale asks of a vehicle. */
export interface VehicleFacts {
  readonly kind: VehicleKind;
  /** Fiscal horsepower (chevaux fiscaux, P.6 of the registration); 1 for a moped, whose scale does not ask. */
  readonly power: number;
  readonly electric: boolean;
}

/** From one total of the year to another: so much a kilometre, and so much once. */
interface Band {
  /** The last kilometre of the year that it holds; null without end. */
  readonly upTo: number | null;
  /** Thousandths of a euro a kilometre. */
  readonly millsPerKm: number;
  /** Whole euros. */
  readonly plusEuros: number;
}

/** One line of the published scale. */
export interface ScaleRow {
  readonly kind: VehicleKind;
  readonly leastPower: number;
  readonly mostPower: number | null;
  readonly bands: readonly Band[];
  readonly since: Day;
  readonly source: string;
}

const SOURCE = "arrêté du 27 mars 2023 (CGI, annexe IV, art. 6 B), repris sans changement jusqu'en 2026";
const SINCE = "2023-01-01";

const row = (
  kind: VehicleKind,
  [leastPower, mostPower]: readonly [number, number | null],
  [near, far]: readonly [number, number],
  rates: readonly [number, number, number, number],
): ScaleRow => ({
  kind,
  leastPower,
  mostPower,
  bands: [
    { upTo: near, millsPerKm: rates[0], plusEuros: 0 },
    { upTo: far, millsPerKm: rates[1], plusEuros: rates[2] },
    { upTo: null, millsPerKm: rates[3], plusEuros: 0 },
  ],
  since: SINCE,
  source: SOURCE,
});

const CAR = [5_000, 20_000] as const;
const TWO_WHEELS = [3_000, 6_000] as const;

/** The scale of the tax administration: rate up to the first threshold, rate and sum up to the second, rate above. */
export const MILEAGE_SCALE: readonly ScaleRow[] = [
  row("car", [1, 3], CAR, [529, 316, 1_065, 370]),
  row("car", [4, 4], CAR, [606, 340, 1_330, 407]),
  row("car", [5, 5], CAR, [636, 357, 1_395, 427]),
  row("car", [6, 6], CAR, [665, 374, 1_457, 447]),
  row("car", [7, null], CAR, [697, 394, 1_515, 470]),
  row("motorcycle", [1, 2], TWO_WHEELS, [395, 99, 891, 248]),
  row("motorcycle", [3, 5], TWO_WHEELS, [468, 82, 1_158, 275]),
  row("motorcycle", [6, null], TWO_WHEELS, [606, 79, 1_583, 343]),
  row("moped", [1, null], TWO_WHEELS, [315, 79, 711, 198]),
];

/** An electric vehicle has a fifth more (same order). */
const ELECTRIC_FIFTHS = 6;

/** The year's distance that one person can drive: past it a number is a slip of the hand. */
const MOST_METRES = 200_000_000;

/** Says which line of the scale a vehicle follows on a day. @throws {PorteError} `expense.vehicle`, `law.not_covered`. */
export function scaleOf({ kind, power }: VehicleFacts, day: Day): ScaleRow {
  if (!(Number.isInteger(power) && power >= 1 && power <= 99)) throw new PorteError("expense.vehicle", { kind, power });
  const found = MILEAGE_SCALE.find(
    (one) =>
      one.kind === kind &&
      power >= one.leastPower &&
      (one.mostPower === null || power <= one.mostPower) &&
      one.since <= day,
  );
  if (found === undefined)
    throw new PorteError("law.not_covered", { month: day.slice(0, 7), first: SINCE, last: "2026-12-31" });
  return found;
}

/** What a year's distance is worth in all, rounded to the cent once: trips then add up to it whatever their order. */
export function yearWorth(vehicle: VehicleFacts, metres: number, day: Day): Cents {
  const { bands } = scaleOf(vehicle, day);
  const band = bands.find(({ upTo }) => upTo === null || metres <= upTo * 1000) as Band;
  /** Millionths of a euro: mills a kilometre times metres. */
  const micros = metres === 0 ? 0 : band.millsPerKm * metres + band.plusEuros * 1_000_000;
  return Math.round((vehicle.electric ? (micros * ELECTRIC_FIFTHS) / 5 : micros) / 10_000);
}

/**
 * What a trip is worth after the year's others of the same vehicle: the worth of the year with it, less that without it.
 * @throws {PorteError} `expense.distance` for none, or for more than a year holds.
 */
export function tripWorth(vehicle: VehicleFacts, metres: number, beforeMetres: number, day: Day): Cents {
  if (!(metres > 0 && beforeMetres + metres <= MOST_METRES))
    throw new PorteError("expense.distance", { value: String(metres / 1000), most: String(MOST_METRES / 1000) });
  return yearWorth(vehicle, beforeMetres + metres, day) - yearWorth(vehicle, beforeMetres, day);
}

/** Adds up the distance of the trips that were made with the same vehicle, as the scale sees vehicles. */
export function yearMetres(
  vehicle: VehicleFacts,
  trips: readonly { readonly vehicle: VehicleFacts; readonly metres: number }[],
): number {
  const isSame = (one: VehicleFacts) =>
    one.kind === vehicle.kind && one.power === vehicle.power && one.electric === vehicle.electric;
  return trips.filter((trip) => isSame(trip.vehicle)).reduce((total, { metres }) => total + metres, 0);
}

/** Reads kilometres as they are typed, `12`, `12,4`: metres, to the tenth of a kilometre. @throws {PorteError} `expense.distance`. */
export function parseKilometres(text: string): number {
  const compact = text.replace(/\s|km$/gi, "");
  const metres = /^\d{1,6}(?:[.,]\d)?$/.test(compact) ? Math.round(Number(compact.replace(",", ".")) * 1000) : 0;
  if (!(metres > 0 && metres <= MOST_METRES))
    throw new PorteError("expense.distance", { value: text, most: String(MOST_METRES / 1000) });
  return metres;
}
