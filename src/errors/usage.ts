import { type Rows, row } from "./row.ts";

/** Mistakes on the command line. */
export const usageFailures = {
  "usage.unknown_command": row<{ program: string; name: string; suggestion: string | null }>({ exit: 2 }),
  "usage.unknown_option": row<{ option: string; suggestion: string | null }>({ exit: 2 }),
  "usage.missing_argument": row<{ argument: string; command: string }>({ exit: 2 }),
  "usage.missing_value": row<{ option: string }>({ exit: 2 }),
  "usage.excess_argument": row<{ argument: string; command: string; suggestion: string | null }>({ exit: 2 }),
  /** `takes` is what help shows in the place of its value; `typed` are the words that were typed after the command. */
  "usage.missing_option": row<{ option: string; command: string; takes?: string; typed?: readonly string[] }>({
    exit: 2,
  }),
  /** Counts are characters. */
  "usage.long_text": row<{ option: string; length: number; most: number }>({ exit: 2 }),
  /** A text with a character that nobody sees; one without several lines has no line end either. */
  "usage.unseen": row<{ option: string; hasLines: boolean }>({ exit: 2 }),
  "usage.email": row<{ option: string; value: string }>({ exit: 2 }),
  /** The reference of a mission; the most characters of one. */
  "usage.reference": row<{ value: string; most: number }>({ exit: 2 }),
  /** A last day that comes before the first. */
  "usage.day_order": row<{ option: string; first: string; last: string }>({ exit: 2 }),
  "usage.choice": row<{ option: string; value: string; choices: readonly string[] }>({ exit: 2 }),
  "usage.conflict": row<{ options: readonly string[] }>({ exit: 2 }),
  "usage.two_values": row<{ first: string; second: string }>({ exit: 2 }),
  "usage.month_outside": row<{ option: string; month: string; first: string; last: string }>({ exit: 2 }),
  "usage.one_of": row<{ options: readonly string[] }>({ exit: 2 }),
  "usage.unknown_field": row<{ field: string; known: readonly string[] }>({ exit: 2 }),
  "usage.no_list": row<{ command: string }>({ exit: 2 }),
  "usage.no_identifier": row<{ command: string }>({ exit: 2 }),
  "usage.filter": row<{ filter: string; reason: string }>({ exit: 2 }),
  "usage.unknown_topic": row<{ topic: string; topics: readonly string[] }>({ exit: 2 }),
  "usage.unknown_setting": row<{ setting: string; known: readonly string[] }>({ exit: 2 }),
  /** `PORTE_NOW` is no instant. */
  "usage.clock": row<{ value: string }>({ exit: 2 }),
  "usage.no_answer": row<{ command: string; known: readonly string[] }>({ exit: 2 }),
} satisfies Rows<"usage">;
