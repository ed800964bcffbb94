import { type Rows, row } from "./row.ts";

/** The tables of the law, and files that add to them. */
export const lawFailures = {
  /** `tables` names what was not checked; there are none for a month before the first row. */
  "law.not_covered": row<{ month: string; first: string; last: string; tables?: readonly string[] }>({ exit: 2 }),
  "law.file": row<{
    file: string;
    /** The way to the value inside the JSON, `tables.pmss.steps[0].value`. */
    at: string;
    value: string;
    expected:
      | "json"
      | "object"
      | "list"
      | "text"
      | "schema"
      | "name"
      | "name-free"
      | "table"
      | "fixed"
      | "one-of"
      | "field"
      | "missing"
      | "repeated"
      | "some"
      | "day"
      | "after"
      | "not-before"
      | "link"
      | "size"
      | "depth"
      | "items"
      | "euros"
      | "percent"
      | "mills"
      | "whole"
      | "decimal"
      | "positive"
      | "word"
      | "rising"
      | "last-without-limit";
    /** What goes with what was expected: limits, names that are known, the day to come after. */
    known: readonly string[];
  }>({ exit: 2 }),
  "law.exists": row<{ name: string; place: string }>({ exit: 2 }),
  "law.unknown": row<{ name: string; names: readonly string[] }>({ exit: 2 }),
  "law.unknown_table": row<{ name: string; names: readonly string[] }>({ exit: 2 }),
  "law.non_resident": row<{ day: string; last: string }>({ exit: 2 }),
} satisfies Rows<"law">;
