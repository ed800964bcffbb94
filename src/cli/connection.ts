import { dayInParis } from "../domain/paris.ts";
import { showOnce } from "../domain/show-once.ts";
import type { Machine } from "../flows/session.ts";
import { foldersFrom } from "../store/folders.ts";
import type { Answers } from "./answers.ts";
import type { Connecting, Environment, Wording } from "./context.ts";
import type { Globals } from "./globals.ts";
import { terminal } from "./output.ts";

interface ConnectionTerms extends Pick<Wording, "say">, Pick<Answers, "isJson" | "warn" | "remark" | "rest"> {
  readonly version: string;
  readonly env: Environment;
  /** Null where the machine knows none. */
  readonly home: string | null;
  readonly now: () => Date;
  readonly globals: () => Globals;
}

/** Reaches the folders of this machine and the company of its profile. */
export function openConnection(terms: ConnectionTerms): Connecting {
  const { say, warn, remark, version, env, home, now } = terms;
  const onNewer = showOnce((newer) => warn(say.newerContract(newer), "later-contract"));
  const warnOfClock = showOnce((text) => warn(text, "clock"));
  const warnOfOthers = showOnce((text) => remark(text, "others"));
  const onClockOff = (aheadMs: number) => warnOfClock(say.clockOff(aheadMs));
  const wait = <Value>(work: Promise<Value>) => waitFor(work, terms);
  const machine = (): Machine => {
    const { timeoutMs, profile, reads } = terms.globals();
    return {
      folders: foldersFrom(env, home, process.platform),
      env,
      now,
      today: () => dayInParis(now()),
      timeoutMs,
      profile,
      agent: `porte/${version} (node ${process.versions.node}; ${process.platform})`,
      onNewer,
      onClockOff,
      reads,
      onRecorded: terms.rest,
      onOthers: (count) => warnOfOthers(say.others(count)),
    };
  };
  const warnOfNew = showOnce((text) => remark(text, "new-profile"));
  /** A profile that was named and holds nothing is told beside those that do: its name may be a slip. */
  const begin = async () => {
    const here = machine();
    if (here.profile !== undefined || env.PORTE_PROFILE) {
      const { besideNewProfile } = await import("../flows/profile-in-use.ts");
      const found = await besideNewProfile(here);
      if (found !== null) warnOfNew(say.newProfile(found.profile, found.known, found.near));
    }
    return here;
  };
  const session = async () => {
    const { openSession } = await import("../flows/session.ts");
    return wait(openSession(await begin()));
  };
  const ownSession = async () => {
    const { openOwnSession } = await import("../flows/session.ts");
    return wait(openOwnSession(await begin()));
  };
  return { machine, session, ownSession, wait };
}

const BLINK_MS = 300;

/** Waits, with a sign on the terminal once it takes longer than a blink. */
async function waitFor<Value>(
  work: Promise<Value>,
  { say, isJson }: Pick<ConnectionTerms, "say" | "isJson">,
): Promise<Value> {
  const stream = terminal("stderr");
  if (stream === null || isJson()) return work;
  let stop = () => {};
  const timer = setTimeout(async () => {
    const { default: ora } = await import("ora");
    const spinner = ora({ text: say.waiting, stream, discardStdin: false }).start();
    stop = () => spinner.stop();
    if (isOver) stop();
  }, BLINK_MS);
  let isOver = false;
  try {
    return await work;
  } finally {
    isOver = true;
    clearTimeout(timer);
    stop();
  }
}
