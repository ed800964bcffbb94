import { englishForm, type Form, frenchForm } from "./plural.ts";

const MINUTE_MS = 60_000;

/** Units of a span, the longest first, in minutes. */
const UNITS = [
  { minutes: 1_440, fr: ["jour", "jours"], en: ["day", "days"] },
  { minutes: 60, fr: ["heure", "heures"], en: ["hour", "hours"] },
  { minutes: 1, fr: ["minute", "minutes"], en: ["minute", "minutes"] },
] as const;

function spanIn(language: "fr" | "en", form: Form): (ms: number) => string {
  return (ms) => {
    const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
    const unit = UNITS.find((one) => minutes >= one.minutes) ?? UNITS[2];
    const count = Math.round(minutes / unit.minutes);
    const [one, more] = unit[language];
    return `${count} ${form(count, one, more)}`;
  };
}

/** How long so many milliseconds are, in the longest unit that fits: `31 jours`. */
export const frenchSpan = spanIn("fr", frenchForm);
/** `31 days`. */
export const englishSpan = spanIn("en", englishForm);
