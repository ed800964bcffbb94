import type { frImports } from "../fr/imports.ts";
import { englishForm as form } from "../plural.ts";
import { enTables } from "./tables.ts";

const csvDates = {
  iso: "year-month-day",
  "day-first": "day/month/year",
  "month-first": "month/day/year",
  "year-first": "year/month/day",
};

/** What is said of days that are read from another tool's file. */
export const enImports: typeof frImports = {
  imports: {
    formats: {
      timesheet: "a CSV timesheet",
      ics: "a calendar",
      timewarrior: "a Timewarrior export",
      toggl: "a Toggl export",
      clockify: "a Clockify export",
      harvest: "a Harvest export",
      kimai: "a Kimai export",
      tracker: "a time tracker export",
      report: "a JSON report",
    },
    read: (format, days) =>
      `Read as ${format}: ${days} ${form(days, "day", "days")}. From 3/4 of a day counts as a day, from 1/4 as half a day.`,
    notes: {
      unmatched: (text, where) => `${where}: "${text}" matches no mission. To give it: --match`,
      too_short: (text, where) => `${where}: "${text}" is under a quarter of a day; skipped.`,
      over_midnight: (text, where) => `${where}: "${text}" goes past midnight; its hours are counted on each day.`,
      rest_day: (text, where) => `${where}: "${text}" falls on a rest day; not counted.`,
      at_once: (text, where) => `${where}: "${text}" are at the same time; each is counted for its mission.`,
      declined: (text, where) => `${where}: "${text}" was declined; skipped. To count it: --include-declined`,
      transparent: (text, where) => `${where}: "${text}" is marked "free"; skipped. To count it: --include-declined`,
      backwards: (text, where) => `${where}: "${text}" ends before it begins; skipped.`,
      bad_line: (text, _where, detail, at) =>
        `Line ${at}: "${detail === "" ? text : detail}" cannot be read; the rest is.`,
      bad_rule: (text, _where, detail, at) =>
        `Line ${at}: the repetition of "${text}" ("${detail}") cannot be read; only its first date is counted.`,
      bad_time: (text, where, detail) => `${where}: the date of "${text}" ("${detail}") cannot be read; skipped.`,
      no_start: (text, _where, _detail, at) => `Line ${at}: "${text}" has no start; skipped.`,
      no_zone: (text, where, detail) => `${where}: "${text}" has an unknown time zone ("${detail}"); skipped.`,
      too_many: (text, _where, _detail, at) => `Line ${at}: "${text}" repeats too many times; skipped.`,
      cut: (text, _where, _detail, at) => `Line ${at}: the file ends in the middle of "${text}"; skipped.`,
      elsewhere: (text) => `${text} ${form(Number(text), "line is", "lines are")} of other months; skipped.`,
      twice: (text) => `${text} ${form(Number(text), "line is", "lines are")} in several files; counted once.`,
      bad_distance: (text, where) => `${where}: the distance of "${text}" cannot be read; skipped.`,
      running: (text, where) => `${where}: "${text}" is still running; skipped.`,
      more: (text) => `And ${text} more ${form(Number(text), "remark like these", "remarks like these")}.`,
    },
    line: (at) => `line ${at}`,
    reading: ({ layout, decimal, dates }) =>
      `${enTables.read(layout, { amount: "part of the day" })} Decimals "${decimal}", dates ${csvDates[dates]}.`,
    askReading: "Is this reading correct?",
    noMatches: 'No reading rule. To add one: porte declare match "weekly=ACME"',
  },
};
