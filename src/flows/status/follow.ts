import { setTimeout as pause } from "node:timers/promises";
import type { Company, Schemas } from "../../client/company.ts";
import { isAway } from "../../client/unanswered.ts";
import { isFailure, isRefusal, type PorteError } from "../../errors.ts";
import type { Session } from "../session.ts";

/** Something that has happened, as the company tells it. */
export type Event = Schemas["Event"];

/** What somebody who follows is told. */
export type Change =
  /** The company is there, and what happens is told from now on. */
  | { readonly kind: "live" }
  | { readonly kind: "event"; readonly event: Event }
  /** Something may have changed: some events are no longer there, or this company tells none. */
  | { readonly kind: "look" }
  | { readonly kind: "away"; readonly failure: PorteError };

/** How fast a company is asked, in milliseconds. */
interface Pace {
  /** Before a stream that ended is asked for again, where the company does not say. */
  readonly retryMs: number;
  /** The longest before a company that is away is asked again. */
  readonly longestMs: number;
  /** Between two looks, where no stream comes through. */
  readonly lookMs: number;
}

const PACE: Pace = { retryMs: 1_000, longestMs: 30_000, lookMs: 10_000 };
/** So many streams that say nothing in their time, or are no streams, are one that something between keeps back. */
const MOST_SILENT = 2;

/** Where somebody who follows is: how it is asked, what is known, and how often in a row that failed. */
interface State {
  way: keyof typeof WAYS;
  lastId: string | null;
  silent: number;
  failures: number;
  waitMs: number;
}

/**
 * Follows what happens to a session's person until it is stopped: from the company's stream, each event once; by looking again and again
 * where no stream comes through. A company that is away is asked until it is back.
 * @throws {PorteError} `auth.*`, and `company.refused` where the list is refused, unless by a company that knows no events.
 */
export async function* follow(
  { company }: Pick<Session, "company">,
  stopping: AbortSignal,
  pace: Pace = PACE,
): AsyncGenerator<Change> {
  const state: State = { way: "stream", lastId: null, silent: 0, failures: 0, waitMs: pace.retryMs };
  while (!stopping.aborted) {
    state.waitMs = state.way === "stream" ? pace.retryMs : pace.lookMs;
    try {
      yield* asked(company, state, stopping);
    } catch (failure) {
      const isNotThere = isUnknown(failure, state.way);
      if (!isAway(failure) && !isNotThere) throw failure;
      fail(state, failure as PorteError, isNotThere, pace);
      if (!isNotThere) yield { kind: "away", failure: failure as PorteError };
    }
    await pause(state.waitMs * (0.75 + Math.random() / 2), null, { signal: stopping }).catch(() => null);
  }
}

async function* asked(company: Company, state: State, stopping: AbortSignal): AsyncGenerator<Change> {
  for await (const { change, id, retryMs } of WAYS[state.way](company, state.lastId, stopping)) {
    Object.assign(state, { silent: 0, failures: 0, lastId: id ?? state.lastId, waitMs: retryMs ?? state.waitMs });
    yield change;
  }
}

/** Takes a try that failed: the next one comes later, or another way. */
function fail(state: State, failure: PorteError, isNotThere: boolean, { retryMs, longestMs }: Pace): void {
  state.failures += 1;
  state.silent = isFailure(failure, "server.timeout", "server.not_porte") ? state.silent + 1 : 0;
  state.waitMs = Math.min(longestMs, retryMs * 2 ** (state.failures - 1));
  if (isFailure(failure, "server.busy")) state.waitMs = Math.max(state.waitMs, failure.facts.retryAfter * 1000);
  if (state.silent >= MOST_SILENT) state.way = "list";
  if (!isNotThere) return;
  state.way = state.way === "stream" ? "list" : "none";
  state.waitMs = 0;
}

interface Step {
  readonly change: Change;
  /** The number of the last event that is known by then. */
  readonly id?: string;
  readonly retryMs?: number | null;
}

type Way = (company: Company, lastId: string | null, stopping: AbortSignal) => AsyncGenerator<Step>;

const WAYS: { readonly [Name in "stream" | "list" | "none"]: Way } = {
  async *stream(company, lastId, stopping) {
    for await (const { event, id, data, retryMs } of company.followEvents(lastId, stopping)) {
      if (event === "start") yield { change: { kind: "live" }, id: lastId ?? id, retryMs };
      if (event === "reset") yield { change: { kind: "look" }, id };
      if (event === "message") yield { change: { kind: "event", event: JSON.parse(data) as Event }, id };
    }
  },
  async *list(company, lastId) {
    const { items, last, reset } = await company.events(lastId ?? BEYOND);
    yield { change: { kind: "live" } };
    if (lastId === null || reset) return yield { change: { kind: "look" }, id: last };
    for (const event of items) yield { change: { kind: "event", event }, id: event.id };
  },
  async *none(company) {
    await company.service();
    yield { change: { kind: "live" } };
    yield { change: { kind: "look" } };
  },
};

/** A number that no event has: the answer says which is the last. */
const BEYOND = "999999999999999";

/** Says whether a company refuses because it knows no events; whatever else it says of a stream, the list may still be there. */
function isUnknown(failure: unknown, way: State["way"]): boolean {
  return isRefusal(failure, "company.not_found") || (way === "stream" && isFailure(failure, "company.refused"));
}
