import type { frLaw, frLawHelp } from "../fr/law.ts";
import { englishLists } from "../lists.ts";
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
      `Payroll is possible for a month that starts by ${month} and is paid by ${payDate}. After that, a simulation is an estimate.`,
    files: (names) =>
      names.length === 0
        ? "Rates of this version of porte, without added files."
        : `Rates of this version of porte, and the added ${form(names.length, "file", "files")} ${englishLists.and(names)}.`,
    checked: (day) => `checked until ${day}`,
    published: (day) => `published on ${day}`,
    noDay: "date of publication not checked",
    noLink: "address not checked",
    addedBy: (name) => `added by the file ${name}`,
    fine: (name, rows, tables) =>
      `The file ${name} is valid: ${rows} ${form(rows, "row", "rows")} in ${tables} ${form(tables, "table", "tables")}.`,
    kept: {
      added: (name, place) => `The file ${name} is added: ${place}.`,
      replaced: (name, place) => `The file ${name} is replaced: ${place}.`,
      known: (name, place) => `The file ${name} is already saved, unchanged: ${place}.`,
    },
    removed: (name) => `The file ${name} is deleted.`,
    covers: (day) => `Every table of payroll is then checked until ${day}.`,
    lacking: (day, tables) => `Still to be checked until ${day} (${tables.length}): ${tables.join(", ")}.`,
    coversRules: (day) => `Every table of expenses, trips and working time is then checked until ${day}.`,
    lackingRules: (day, tables) =>
      `For expenses, trips and working time, still to be checked until ${day} (${tables.length}): ${tables.join(", ")}.`,
    leftOut: (file, why) => `a law file is skipped (${file}): ${why}`,
  },
};

/** The help of the law in use. */
export const enLawHelp: typeof frLawHelp = {
  law: {
    show: "show a table: its rows, their texts, and until when it was checked",
    table: "table or family of tables: pmss, cet",
    check: "check a law file, without saving it",
    file: "law file, in JSON",
    add: "add a law file to this machine",
    force: "replace the file of the same name",
    remove: "delete an added file",
    name: "name of the file, as written in it",
    schema: "show the format of a law file, as JSON Schema",
  },
};
