import type { Month } from "../../domain/calendar.ts";
import { given } from "../../domain/given.ts";
import type { AlsoSent } from "../../domain/local/sheet.ts";
import { hasWords, type MonthWords } from "../../domain/month-words.ts";
import type { RestWord } from "../../domain/rest-statement.ts";
import type { MatchRule } from "../../domain/time-intervals.ts";
import { PorteError } from "../../errors.ts";
import type { DaysSource, DeclareInput } from "../../flows/activity/declare/input.ts";

/** The options of `porte declare`, as they are read. */
export interface DeclareOptions extends MonthWords {
  readonly from?: readonly string[];
  readonly ics?: string;
  readonly includeDeclined?: boolean;
  readonly match?: readonly MatchRule[];
  readonly dayLength?: number;
  readonly csv?: string;
  readonly layout?: string;
  readonly days?: string;
  readonly mission?: string;
  readonly empty?: boolean;
  readonly partial?: boolean;
  readonly ahead?: boolean;
  readonly restDays?: boolean;
  readonly linear?: boolean;
  readonly rest?: RestWord;
  readonly restDaysGivenUp?: number;
  readonly times?: readonly string[];
  readonly dryRun?: boolean;
  readonly offline?: boolean;
  readonly requireSent?: boolean;
  readonly replace?: number;
  readonly withdraw?: boolean;
  readonly yes?: boolean;
  readonly also?: readonly AlsoSent[];
}

/** Makes one input of the options. @throws {PorteError} `usage.conflict` where the days are said in two ways. */
export function inputOf(month: Month | undefined, options: DeclareOptions): DeclareInput {
  return {
    month,
    asksMonth: options.linear === true,
    source: sourceOf(options),
    dayLength: options.dayLength,
    restDays: options.restDays === true,
    times: options.times ?? [],
    rest: options.rest,
    restDaysGivenUp: options.restDaysGivenUp,
    isPartial: options.partial === true,
    isAhead: options.ahead === true,
    isDryRun: options.dryRun === true,
    isOffline: options.offline === true,
    requiresSent: options.requireSent === true,
    isAgreed: options.yes === true,
    replaces: options.replace,
    also: options.also,
  };
}

function sourceOf(options: DeclareOptions): DaysSource {
  assertOneWay(options);
  const { mission, days, layout } = options;
  const files = options.from ?? [options.ics ?? options.csv].flatMap((file) => file ?? []);
  const words = wordsOf(options);
  if (files.length > 0) {
    const [isSheet, includeDeclined] = [options.csv !== undefined, options.includeDeclined === true];
    return { from: "files", files, isSheet, layout, includeDeclined, rules: options.match ?? [] };
  }
  if (options.empty) return { from: "nothing" };
  if (hasWords(words)) return { from: "words", words };
  if (days !== undefined) return { from: "list", days, mission };
  return { from: "person", mission, isPlain: options.linear === true };
}

/** The words among the options. */
function wordsOf({ all, except, half, leave, day }: DeclareOptions): MonthWords {
  return given({ all, except, half, leave, day });
}

function assertOneWay(options: DeclareOptions): void {
  const { csv, days, mission, empty, from, ics } = options;
  const word = Object.keys(wordsOf(options))[0];
  const ways = [
    ...(from === undefined ? [] : ["--from"]),
    ...(ics === undefined ? [] : ["--ics"]),
    ...(csv === undefined ? [] : ["--csv"]),
    ...(days === undefined ? [] : ["--days"]),
    ...(empty ? ["--empty"] : []),
    ...(word === undefined ? [] : [`--${word}`]),
  ];
  const isLoose = mission !== undefined && days === undefined && ways.length > 0;
  if (ways.length > 1 || isLoose)
    throw new PorteError("usage.conflict", { options: isLoose ? [...ways, "--mission"] : ways });
}

/**
 * The month that `--withdraw` takes back: nothing else goes with it.
 * @throws {PorteError} `usage.conflict`, `usage.missing_argument`.
 */
export function monthToWithdraw(
  month: Month | undefined,
  { withdraw: _own, yes: _agreed, ...others }: DeclareOptions,
): Month {
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new PorteError("usage.conflict", {
      options: ["--withdraw", `--${other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`],
    });
  if (month === undefined)
    throw new PorteError("usage.missing_argument", { argument: "month", command: "porte declare --withdraw" });
  return month;
}
