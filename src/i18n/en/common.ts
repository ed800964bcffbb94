import type { frCommon } from "../fr/common.ts";
import { englishLists } from "../lists.ts";
import { englishForm } from "../plural.ts";
import { englishSpan } from "../span.ts";

/** What is said of what every command may say. */
export const enCommon: typeof frCommon = {
  failure: {
    title: "Error:",
    arrow: "→",
    code: (code) => `(${code} · --verbose for details)`,
    bug: "An unexpected error occurred: this is a bug in porte.",
    bugHint: (file) => `The details are in ${file}; please attach it to a bug report.`,
  },
  labelled: (name, text) => `${name}: ${text}`,
  warning: "Warning:",
  newerContract: (version) =>
    `The company uses a newer version of the API (${version}) than this program: what is new is not shown. Update the program.`,
  clockOff: (aheadMs) =>
    `The clock of this machine is ${englishSpan(aheadMs)} ${aheadMs > 0 ? "ahead of" : "behind"} the company's: set it before you declare.`,
  recorded: (at) => `Data from ${at}.`,
  others: (count) =>
    `${englishForm(count, "1 item typed for somebody else is saved in this profile: it is neither shown nor sent. To find it again", `${count} items typed for somebody else are saved in this profile: they are neither shown nor sent. To find them again`)}, log in with their account or token: porte login. ${englishForm(count, "To delete it", "To delete them")}: porte logout --forget`,
  newProfile: (profile, known, near) =>
    `Nothing is saved in the profile "${profile}" yet. ${englishForm(known.length, "The other profile on this machine", "The other profiles on this machine")}: ${englishLists.and(known)}.${near === null ? "" : ` Did you mean --profile ${near}?`}`,
  ownOnly: "Only what is saved on this machine is shown.",
  proposed: (command) => command,
  waiting: "Connecting to the company…",
  typed: {
    month: (month) => `Month: ${month}.`,
    day: (day) => `Day: ${day}.`,
    same: (term) => `the same as ${term}`,
  },
  words: {
    yes: "yes",
    no: "no",
    yesOrNo: "Y/n",
    howToLeave: "To leave: q, then Enter.",
    number: "Number",
    numberNeeded: (most) => `Answer with a number from 1 to ${most}.`,
    numbers: "Numbers, for example 1,3 (Enter: none)",
    numbersNeeded: (most) => `Answer with numbers from 1 to ${most}, separated by commas.`,
    yesOrNoNeeded: "Answer yes or no.",
    noOrYes: "y/N",
    keys: { navigate: "move", select: "select", all: "all", invert: "invert", submit: "done" },
  },
};
