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
 * Lists the words that may be typed for what is meant, of those that begin as the word that is being typed, accents and capitals aside: in
 * a language, or in the other one and as codes where that has none. A word is written with its accents unless what is typed has none where
 * the word does. Months are the twelve last by name, or as `2026-11` once a digit is typed; never more than a screen of words. Nothing is
 * read and nobody is asked.
 */
export function offeredWords(
  meant: Meant,
  begun: string,
  { lang, today }: { readonly lang: Lang; readonly today: Day },
): string[] {
  const other = lang === "fr" ? "en" : "fr";
  const own = begunBy(begun, wordsIn(lang, meant, today));
  return own.length > 0 ? own : begunBy(begun, [...wordsIn(other, meant, today), ...codesOf(meant, today)]);
}

function begunBy(begun: string, words: readonly string[]): string[] {
  const offered = words.flatMap((word) => {
    const plain = withoutAccents(word);
    if (word.startsWith(begun)) return [word];
    return plain.startsWith(begun.toLowerCase()) ? [plain] : [];
  });
  return [...new Set(offered)];
}

function wordsIn(lang: Lang, meant: Meant, today: Day): string[] {
  if (meant === "day") return firstOf([...Object.values(DAYS_FROM_NOW), ...WEEKDAY_NAMES], lang);
  if (meant !== "month") return meant.choices.map((value) => wordFor(value, lang));
  const names = monthsUpTo(today).flatMap((month) => MONTH_NAMES[Number(month.slice(5)) - 1] ?? []);
  return firstOf([...Object.values(MONTHS_FROM_NOW), ...names], lang);
}

/** What may be typed in any language. */
function codesOf(meant: Meant, today: Day): readonly string[] {
  if (meant === "day") return [];
  return meant === "month" ? monthsUpTo(today) : meant.choices;
}

function monthsUpTo(today: Day): Month[] {
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(monthOf(today), -back));
}

function firstOf(rows: readonly { readonly fr: readonly string[]; readonly en: readonly string[] }[], lang: Lang) {
  return rows.flatMap((row) => row[lang].slice(0, 1));
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
