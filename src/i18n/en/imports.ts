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
      harvest: "Harvest export",
      kimai: "Kimai export",
      tracker: "time tracker export",
      report: "a JSON report",
    },
    read: (format, days) =>
      `Read as ${format}: ${days} ${form(days, "day", "days")}. Three quarters of a day make one, a quarter half.`,
    notes: {
      unmatched: (text, where) => `${where}: "${text}" matches no mission (--match would say).`,
      too_short: (text, where) => `${where}: "${text}" is under a quarter of a day, left out.`,
      over_midnight: (text, where) => `${where}: "${text}" goes past midnight; its hours count on each day.`,
      rest_day: (text, where) => `${where}: "${text}" lies over a rest day, which is not counted.`,
      at_once: (text, where) => `${where}: "${text}" are at the same time; each is counted for its mission.`,
      declined: (text, where) => `${where}: "${text}" was declined, left aside (--include-declined would count it).`,
      transparent: (text, where) =>
        `${where}: "${text}" leaves its time free, left aside (--include-declined would count it).`,
      backwards: (text, where) => `${where}: "${text}" ends before it begins, left aside.`,
      bad_line: (text, _where, detail, at) =>
        `Line ${at}: "${detail === "" ? text : detail}" cannot be read; the rest is.`,
      bad_rule: (text, _where, detail, at) =>
        `Line ${at}: how "${text}" repeats, "${detail}", cannot be read; only its first date is counted.`,
      bad_time: (text, where, detail) => `${where}: "${text}" has a date that cannot be read, "${detail}"; left aside.`,
      no_start: (text, _where, _detail, at) => `Line ${at}: "${text}" has no start, left aside.`,
      no_zone: (text, where, detail) =>
        `${where}: "${text}" is in the time of "${detail}", which nobody knows; left aside.`,
      too_many: (text, _where, _detail, at) => `Line ${at}: "${text}" repeats too often to be counted, left aside.`,
      cut: (text, _where, _detail, at) => `Line ${at}: the file ends in the middle of "${text}", left aside.`,
      elsewhere: (text) => `${text} ${form(Number(text), "line is", "lines are")} of other months, left aside.`,
      twice: (text) => `${text} ${form(Number(text), "line stands", "lines stand")} in several files, counted once.`,
      bad_distance: (text, where) => `${where}: the distance of "${text}" cannot be read, left aside.`,
      running: (text, where) => `${where}: "${text}" is still running, left aside.`,
      more: (text) => `And ${text} more ${form(Number(text), "remark like these", "remarks like these")}.`,
    },
    line: (at) => `line ${at}`,
    reading: ({ layout, decimal, dates }) =>
      `${enTables.read(layout, { amount: "part of the day" })} Decimals "${decimal}", dates ${csvDates[dates]}.`,
    askReading: "Is that right?",
    noMatches: 'No rule is kept: porte declare match "weekly=ACME" keeps one.',
  },
};
