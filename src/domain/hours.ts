import { PorteError } from "../errors.ts";

/** The most hours of one day. */
export const MAX_HOURS = 24;

/** Says whether a number is hours that an entry may have: quarters, up to a whole day and night. */
export function isHours(hours: number): boolean {
  return hours > 0 && hours <= MAX_HOURS && Number.isInteger(hours * 4);
}

/** Reads the hours of a whole day, `7`, `7.5`, `7,5`. @throws {PorteError} `input.hours` out of 1 to 12, or finer than a quarter. */
export function parseDayLength(text: string): number {
  return hoursFrom(text, 1, 12);
}

/** Reads hours worked. @throws {PorteError} `input.hours` out of 0.25 to 24, or finer than a quarter. */
export function parseHours(text: string): number {
  return hoursFrom(text, 0.25, MAX_HOURS);
}

function hoursFrom(text: string, min: number, max: number): number {
  const hours = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (!(hours >= min && hours <= max && isHours(hours)))
    throw new PorteError("input.hours", { value: text, least: min, most: max });
  return hours;
}
