import type { frCommon } from "../fr/common.ts";
import { englishSpan } from "../span.ts";

/** What is said of what every command may say. */
export const enCommon: typeof frCommon = {
  failure: {
    title: "Error:",
    arrow: "→",
    code: (code) => `(${code} · --verbose for details)`,
    bug: "Something unexpected happened: this is a fault of porte.",
    bugHint: (file) => `The details are in ${file}; please join it to a report.`,
  },
  labelled: (name, text) => `${name}: ${text}`,
  warning: "Warning:",
  newerContract: (version) =>
    `the company follows a later version (${version}) of the API than this program: what it adds is not shown. Update the program.`,
  clockOff: (aheadMs) =>
    `the clock of this machine is ${englishSpan(aheadMs)} ${aheadMs > 0 ? "ahead of" : "behind"} the company's: set it before you declare.`,
  recorded: (at) => `Shown: what the company said on ${at}.`,
  ownOnly: "Shown: only what is saved on this machine.",
  waiting: "Waiting for the company…",
  typed: {
    month: (month) => `Month: ${month}.`,
    day: (day) => `Day: ${day}.`,
    same: (term) => `the same as ${term}`,
  },
  words: {
    yes: "yes",
    no: "no",
    yesOrNo: "Y/n",
    number: "Number",
    numberNeeded: (most) => `Answer with a number from 1 to ${most}.`,
    numbers: "Numbers, for example 1,3 (Enter: none)",
    numbersNeeded: (most) => `Answer with numbers from 1 to ${most}, separated by commas.`,
    yesOrNoNeeded: "Answer yes or no.",
    keys: { navigate: "move", select: "select", all: "all", invert: "invert", submit: "done" },
  },
};
