import type { frLaw, frLawHelp } from "../fr/law.ts";
import { englishForm as form } from "../plural.ts";

/** What is said of the law in use. */
export const enLaw: typeof frLaw = {
  law: {
    table: "table",
    value: "value",
    since: "since",
    checkedUntil: "checked until",
    file: "file",
    several: "…",
    until: (month, payDate) =>
      `Payroll pays a month begun on ${month} at the latest, received on ${payDate} at the latest; after that a simulation is an estimate.`,
    files: (names) =>
      names.length === 0
        ? "The law of this version of porte, with no file added."
        : `The law of this version of porte, and the added ${form(names.length, "file", "files")} ${names.join(", ")}.`,
    checked: (day) => `checked until ${day}`,
    published: (day) => `published on ${day}`,
    noDay: "day of publication not read",
    noLink: "address not read",
    addedBy: (name) => `added by the file ${name}`,
    fine: (name, rows, tables) =>
      `The file ${name} is fine: ${rows} ${form(rows, "row", "rows")} in ${tables} ${form(tables, "table", "tables")}.`,
    kept: {
      added: (name, place) => `The file ${name} is added: ${place}.`,
      replaced: (name, place) => `The file ${name} is replaced: ${place}.`,
      known: (name, place) => `The file ${name} is there already, unchanged: ${place}.`,
    },
    removed: (name) => `The file ${name} is taken away.`,
    covers: (day) => `Every table of payroll is then checked until ${day}.`,
    lacking: (day, tables) => `Still to be checked until ${day} (${tables.length}): ${tables.join(", ")}.`,
    coversRules: (day) => `Every table of expenses, trips and working time is then checked until ${day}.`,
    lackingRules: (day, tables) =>
      `For expenses, trips and working time, still to be checked until ${day} (${tables.length}): ${tables.join(", ")}.`,
    leftOut: (file, why) => `a file of law is left out (${file}): ${why}`,
  },
};

/** The help of the law in use. */
export const enLawHelp: typeof frLawHelp = {
  law: {
    show: "show each table: its rows, their texts, and until when it was checked",
    table: "a table, or a family: pmss, cet",
    check: "check a file of law without keeping it",
    file: "a file of law, in JSON",
    add: "add a file of law to this machine",
    force: "replace the file of the same name",
    remove: "take away a file that was added",
    name: "name of the file, as it is written inside",
    schema: "give how a file of law is written, as JSON Schema",
  },
};
