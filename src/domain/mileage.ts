import { PorteError } from "../errors.ts";
import { type Day, monthOf } from "./calendar.ts";
import { type Dated, stepIfAny } from "./dated.ts";
import { AMENDMENT_9, CHECKED_UNTIL, MILEAGE_ORDER } from "./law-texts.ts";
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
  readonly perKmMills: number;
  /** Whole euros. */
  readonly plusEuros: number;
}

/** One line of the published scale. */
export interface ScaleRow {
  readonly kind: VehicleKind;
  readonly leastPower: number;
  readonly mostPower: number | null;
  readonly bands: readonly Band[];
}

/** The scale of a day: one row for each kind and power. */
export interface Scale {
  readonly rows: readonly ScaleRow[];
  /** What an electric vehicle is worth of what another one is, in hundredths. */
  readonly electric: number;
}

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
    { upTo: near, perKmMills: rates[0], plusEuros: 0 },
    { upTo: far, perKmMills: rates[1], plusEuros: rates[2] },
    { upTo: null, perKmMills: rates[3], plusEuros: 0 },
  ],
});

const CAR = [5_000, 20_000] as const;
const TWO_WHEELS = [3_000, 6_000] as const;

/** The scale of the tax administration: rate up to the first threshold, rate and sum up to the second, rate above. */
export const MILEAGE_SCALE: Dated<Scale> = {
  name: "mileageScale",
  unit: {
    fields: {
      rows: {
        items: {
          fields: {
            kind: { words: VEHICLE_KINDS },
            leastPower: "count",
            mostPower: "count",
            bands: { items: { fields: { upTo: "kilometres", perKmMills: "mills", plusEuros: "euros" } } },
          },
        },
      },
      electric: "hundredths",
    },
  },
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2023-01-01",
      value: {
        rows: [
          row("car", [1, 3], CAR, [529, 316, 1_065, 370]),
          row("car", [4, 4], CAR, [606, 340, 1_330, 407]),
          row("car", [5, 5], CAR, [636, 357, 1_395, 427]),
          row("car", [6, 6], CAR, [665, 374, 1_457, 447]),
          row("car", [7, null], CAR, [697, 394, 1_515, 470]),
          row("motorcycle", [1, 2], TWO_WHEELS, [395, 99, 891, 248]),
          row("motorcycle", [3, 5], TWO_WHEELS, [468, 82, 1_158, 275]),
          row("motorcycle", [6, null], TWO_WHEELS, [606, 79, 1_583, 343]),
          row("moped", [1, null], TWO_WHEELS, [315, 79, 711, 198]),
        ],
        electric: 120,
      },
      text: MILEAGE_ORDER,
    },
  ],
};

/** Trips of a salarié porté start at home, who has no habitual place of work. */
export const TRIPS_FROM_HOME: Dated<number> = {
  name: "tripsFromHome",
  unit: "count",
  checkedUntil: CHECKED_UNTIL,
  steps: [{ from: "2022-04-09", value: 1, text: AMENDMENT_9 }],
};

/** The tables that say what drives are worth. */
export interface MileageLaw {
  readonly mileageScale: Dated<Scale>;
  readonly tripsFromHome: Dated<number>;
}

/** What reads the scale needs of them. */
type OfScale = Pick<MileageLaw, "mileageScale">;

/** The year's distance that one person can drive: past it a number is a typing mistake. */
const MAX_METRES = 200_000_000;
const MIN_METRES = 100;

/** Says which line of the scale a vehicle follows on a day. @throws {PorteError} `expense.vehicle`, `law.not_covered`. */
export function scaleOf(
  { kind, power }: VehicleFacts,
  day: Day,
  { mileageScale }: OfScale,
): ScaleRow & Pick<Scale, "electric"> {
  if (!(Number.isInteger(power) && power >= 1 && power <= 99)) throw new PorteError("expense.vehicle", { kind, power });
  const scale = stepIfAny(mileageScale, day)?.value;
  const found = scale?.rows.find(
    (one) => one.kind === kind && power >= one.leastPower && (one.mostPower === null || power <= one.mostPower),
  );
  if (scale === undefined || found === undefined) throw notCovered(day, mileageScale);
  return { ...found, electric: scale.electric };
}

function notCovered(day: Day, { steps, checkedUntil }: Dated<Scale>): PorteError {
  return new PorteError("law.not_covered", {
    month: monthOf(day),
    first: steps[0]?.from ?? checkedUntil,
    last: checkedUntil,
  });
}

/** What a year's distance is worth in all, rounded to the cent once: trips then add up to it whatever their order. */
export function yearWorth(vehicle: VehicleFacts, metres: number, day: Day, law: OfScale): Cents {
  const { bands, electric } = scaleOf(vehicle, day, law);
  const band = bands.find(({ upTo }) => upTo === null || metres <= upTo * 1000) as Band;
  /** Millionths of a euro: mills a kilometre times metres. */
  const micros = metres === 0 ? 0 : band.perKmMills * metres + band.plusEuros * 1_000_000;
  return Math.round((vehicle.electric ? (micros * electric) / 100 : micros) / 10_000);
}

/**
 * What a trip is worth after the year's others of the same vehicle: the worth of the year with it, less that without it.
 * @throws {PorteError} `expense.distance` for none, or for more than a year holds.
 */
export function tripWorth(vehicle: VehicleFacts, metres: number, beforeMetres: number, day: Day, law: OfScale): Cents {
  if (!(metres > 0 && beforeMetres + metres <= MAX_METRES))
    throw new PorteError("expense.distance", { value: String(metres / 1000), most: String(MAX_METRES / 1000) });
  return yearWorth(vehicle, beforeMetres + metres, day, law) - yearWorth(vehicle, beforeMetres, day, law);
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

/** Says whether a distance is one that a drive may have, in metres: what a company takes. */
export function isDistance(metres: number): boolean {
  return metres >= MIN_METRES && metres <= MAX_METRES;
}

/** Reads kilometres as they are typed, `12`, `12,4`: metres, to the tenth of a kilometre. @throws {PorteError} `expense.distance`. */
export function parseKilometres(text: string): number {
  const compact = text.replace(/\s|km$/gi, "");
  const metres = /^\d{1,6}(?:[.,]\d)?$/.test(compact) ? Math.round(Number(compact.replace(",", ".")) * 1000) : 0;
  if (!(metres > 0 && metres <= MAX_METRES))
    throw new PorteError("expense.distance", { value: text, most: String(MAX_METRES / 1000) });
  return metres;
}
