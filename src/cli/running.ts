import { dayInParis } from "../domain/paris.ts";
import { exitCodeOf } from "../errors/failures.ts";
import { PorteError } from "../errors.ts";
import { describeFailure } from "../i18n/describe.ts";
import type { Answers } from "./answers.ts";
import type { Environment, Running, Wording } from "./context.ts";

interface RunTerms extends Pick<Wording, "say">, Pick<Answers, "answer" | "note"> {
  readonly version: string;
  readonly packageFolder: string;
  readonly env: Environment;
  readonly now: () => Date;
}

/** A run, and how it is interrupted. */
export interface InterruptibleRun extends Running {
  /** @param isLeft whether it was asked for by a word, and no key stopped it. */
  interruption(isLeft?: boolean): PorteError<"run.interrupted">;
  /** Ends the run at once: what was written is whole, what was not is not there. */
  interrupt(): void;
}

/** The run of this process. */
export function openRun({ say, answer, note, version, packageFolder, env, now }: RunTerms): InterruptibleRun {
  const stopping = new AbortController();
  let hasKept = false;
  let resume: string | null = null;
  let onStop: (() => void) | null = null;
  const interruption = (isLeft = false) => new PorteError("run.interrupted", { kept: hasKept, isLeft, resume });
  return {
    version,
    packageFolder,
    nodePath: process.execPath,
    env,
    signal: stopping.signal,
    today: () => dayInParis(now()),
    untilStopped: () => {
      answer();
      return new Promise((resolve) => {
        onStop = resolve;
      });
    },
    keeps: (command = null) => {
      hasKept = true;
      resume = command;
    },
    interruption,
    interrupt: () => {
      if (onStop !== null) return onStop();
      const failure = interruption();
      stopping.abort(failure);
      note(`\n${describeFailure(say.failures, failure).what}`);
      process.exit(exitCodeOf(failure));
    },
  };
}
