import { type DecimalMark, decimalFrom } from "./written-amount.ts";

/** Reads a time of the day, `09:05`, `9h05`, `9:05:30 PM`, as `09:05:00`; null for none. */
export function clockFrom(text: string): string | null {
  const [, hour = "", minute = "00", second = "00", half = ""] =
    /^(\d{1,2})(?:[:hH](\d{2})?)(?::(\d{2})(?:\.\d{1,6})?)?\s*(?:([AaPp])\.?[Mm]\.?)?$/.exec(text.trim()) ?? [];
  const shift = half.toUpperCase() === "P" ? 12 : 0;
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + shift;
  if (hour === "" || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${String(hours).padStart(2, "0")}:${minute}:${second}`;
}

/**
 * Reads a length of time in hours: `7`, `7,5`, `7.50 h`, `07:30`, `07:30:00`, `7h30`, `7 h 30 min`, `450 min`.
 * @returns null for what is none, or has two readings.
 */
export function hoursFrom(text: string, mark: DecimalMark | null = null): number | null {
  const typed = text.trim().toLowerCase();
  const [, hours, minutes, seconds = "0"] =
    /^(\d{1,3})\s?(?::|h|hours?|heures?)\s?(\d{1,2})(?::(\d{2})|\s?m(?:in)?)?$/.exec(typed) ?? [];
  if (hours !== undefined && Number(minutes) < 60 && Number(seconds) < 60)
    return Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
  const [, only] = /^(\d{1,4})\s?m(?:in(?:utes?)?)?$/.exec(typed) ?? [];
  if (only !== undefined) return Number(only) / 60;
  const counted = decimalFrom(typed.replace(/\s?(?:h|hours?|heures?)$/, ""), 4, mark);
  return typeof counted === "number" ? counted / 10_000 : null;
}
