import type { Headers } from "node-fetch";
import { CONTRACT_VERSION } from "../contract/answers.ts";

/** Where an answer says which contract the company keeps; it may say nothing. */
const HEADER = "portage-contract";
const VERSION = /^(\d{1,6})\.(\d{1,6})\.\d{1,6}$/;

/** Gives the version of the contract that a company keeps where it is later than this program's; null for any other, or none. */
export function newerContract(headers: Headers): string | null {
  const said = headers.get(HEADER) ?? "";
  const [there, here] = [partsOf(said), partsOf(CONTRACT_VERSION)];
  if (there === null || here === null) return null;
  const isNewer = there.major > here.major || (there.major === here.major && there.minor > here.minor);
  return isNewer ? said : null;
}

/** A correction alone changes nothing of what is asked or answered. */
function partsOf(version: string): { readonly major: number; readonly minor: number } | null {
  const found = VERSION.exec(version);
  return found === null ? null : { major: Number(found[1]), minor: Number(found[2]) };
}
