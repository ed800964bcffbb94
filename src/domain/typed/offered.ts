import { addMonths, type Day, type Month, monthOf } from "../calendar.ts";
import { CHOICE_WORDS, DAYS_FROM_NOW, MONTH_NAMES, MONTHS_FROM_NOW, WEEKDAY_NAMES } from "./words.ts";

/** What an argument or option means, where its words are known before anybody types them. */
export type Meant = "month" | "day" | { readonly choices: readonly string[] };

/** The languages in which words are offered. */
type Lang = "fr" | "en";

/** No more months than a year are offered. */
const MONTHS_OFFERED = 12;

/** The word of a language for a value that an option may be: the value itself where there is no other. */
export function wordFor(value: string, lang: Lang): string {
  return CHOICE_WORDS[value]?.[lang][0] ?? value;
}

/** A month in the words that `parseMonth` reads: `novembre 2026`. */
export function monthWords(month: Month, lang: Lang): string {
  const names = MONTH_NAMES[Number(month.slice(5)) - 1]?.[lang];
  return `${names?.[0]} ${month.slice(0, 4)}`;
}

/**
 * Lists the words that may be typed for what is meant, in one language, of those that begin as the word that is being typed, accents and
 * capitals aside. A word is written with its accents unless what is typed has none where the word does. Months are the twelve last, by
 * name and as `2026-11`; never more than a screen of words. Nothing is read and nobody is asked.
 */
export function offeredWords(
  meant: Meant,
  begun: string,
  terms: { readonly lang: Lang; readonly today: Day },
): string[] {
  const offered = allOffered(meant, terms).flatMap((word) => {
    const plain = withoutAccents(word);
    if (word.startsWith(begun)) return [word];
    return plain.startsWith(begun.toLowerCase()) ? [plain] : [];
  });
  return [...new Set(offered)];
}

function allOffered(meant: Meant, { lang, today }: { readonly lang: Lang; readonly today: Day }): string[] {
  if (meant === "day") return [...firstOf([...Object.values(DAYS_FROM_NOW), ...WEEKDAY_NAMES], lang)];
  if (meant !== "month") return meant.choices.flatMap((value) => [wordFor(value, lang), value]);
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(monthOf(today), -back));
  const names = months.map((month) => MONTH_NAMES[Number(month.slice(5)) - 1]?.[lang][0] ?? month);
  return [...firstOf(Object.values(MONTHS_FROM_NOW), lang), ...names, ...months];
}

function firstOf(rows: readonly { readonly fr: readonly string[]; readonly en: readonly string[] }[], lang: Lang) {
  return rows.flatMap((row) => row[lang].slice(0, 1));
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
