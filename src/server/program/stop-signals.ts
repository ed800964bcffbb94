import { writeLine } from "../life/log.ts";

/** What asks the company to end, from the first moment of its process on. */
export interface StopSignals {
  isAsked(): boolean;
  /** Resolves at the first signal, with what tells the time that is left, in milliseconds. */
  readonly asked: Promise<() => number>;
  /** Ends the process: as one that did not finish where something was cut, and even where a mail server still has its line. */
  end(cut: number): void;
}

/** As a shell tells a program that a signal ended. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

/** A process that was to end, and cut something. */
const UNFINISHED = 1;

/** Of the limit, what is kept so that the last words of the log are written. */
const LAST_WORDS_MS = 100;

/**
 * Takes SIGTERM and SIGINT: the first asks, a second one ends at once, and so does the limit. Without the limit, a statement that waits
 * for a lock, or a start that waits for a database, would hold the process for as long.
 */
export function stopSignals(limitMs: number): StopSignals {
  let isAsked = false;
  const leave = (code: number): never => process.exit(code);
  const asked = new Promise<() => number>((resolve) => {
    const take = (signal: "SIGINT" | "SIGTERM") => {
      if (isAsked) return leave(ENDED_BY[signal]);
      isAsked = true;
      const until = Date.now() + limitMs;
      setTimeout(() => {
        writeLine("error", "ended: the time to stop was over");
        leave(UNFINISHED);
      }, limitMs - LAST_WORDS_MS).unref();
      resolve(() => Math.max(0, until - Date.now() - LAST_WORDS_MS));
    };
    process.on("SIGTERM", take).on("SIGINT", take);
  });
  return { isAsked: () => isAsked, asked, end: (cut) => leave(cut > 0 ? UNFINISHED : 0) };
}
