import type { Kind } from "../domain/activity.ts";
import { englishFormat, frenchFormat } from "./format.ts";
import { kindNames } from "./names.ts";

/** What one language needs to say a day. */
interface DayLabels {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly nothing: string;
  /** What is said of all of a day, of half of it, and of another part. */
  readonly whole: string;
  readonly half: string;
  readonly part: (amount: number) => string;
}

export const dayLabels = {
  fr: {
    kinds: kindNames.fr,
    nothing: "rien",
    whole: "la journée",
    half: "une demi-journée",
    part: frenchFormat.days,
  },
  en: {
    kinds: kindNames.en,
    nothing: "nothing",
    whole: "the whole day",
    half: "half a day",
    part: englishFormat.days,
  },
} satisfies Readonly<Record<string, DayLabels>>;

const ENTRY = /^(unbilled@)?(.*):(\d+(?:\.\d+)?)$/;
const TIMES = / (\d\d:\d\d)-(\d\d:\d\d)$/;

/** Says a day as two versions of a month are compared, `ACME:0.5,training:0.5 09:00-17:30`, in words; what cannot be read is left as it is. */
export function dayWords(labels: DayLabels, written: string): string {
  if (written === "") return labels.nothing;
  const times = TIMES.exec(written)?.[0] ?? "";
  const entries = written.slice(0, written.length - times.length).split(",");
  return `${entries.map((entry) => entryWords(labels, entry)).join(" + ")}${times === "" ? "" : `, ${times.trim().replace("-", "–")}`}`;
}

function entryWords({ kinds, whole, half, part }: DayLabels, entry: string): string {
  const [, unbilled, name = "", amount = ""] = ENTRY.exec(entry) ?? [];
  if (name === "") return entry;
  const known: Readonly<Record<string, string>> = kinds;
  const said = unbilled === undefined ? (known[name] ?? name) : `${kinds.unbilled} ${name}`;
  const count = Number(amount);
  return `${said}, ${count === 1 ? whole : count === 0.5 ? half : part(count)}`;
}
