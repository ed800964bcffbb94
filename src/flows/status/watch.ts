import type { Overview } from "../../domain/status/items.ts";
import type { PorteError } from "../../errors.ts";
import { overview } from "../overview.ts";
import { type Machine, openSession } from "../session.ts";
import { type Change, type Event, follow } from "./follow.ts";

/** How things stand, and what has just happened. */
export interface Seen {
  readonly overview: Overview;
  /** The instant of it: that of the last answer, where the company is away. */
  readonly asOf: string;
  /** What has happened since it was last told; empty at the beginning, and where only the line changed. */
  readonly events: readonly Event[];
  /** Why the company does not answer; null where it does. */
  readonly away: PorteError | null;
}

/**
 * Watches how things stand until it is stopped: first as they are, then each time that something has happened or that the company comes or
 * goes. What happens while it is read is told with the next.
 */
export async function* watch(machine: Machine, stopping: AbortSignal): AsyncGenerator<Seen> {
  let recordedAt: string | null = null;
  let away: PorteError | null = null;
  const onRecorded: Machine["onRecorded"] = (asOf, why) => {
    recordedAt = asOf;
    away = why ?? away;
  };
  const session = await openSession({ ...machine, onRecorded });
  const look = async (events: readonly Event[]): Promise<Seen> => {
    recordedAt = null;
    const seen = await overview(session);
    return { overview: seen, asOf: recordedAt ?? machine.now().toISOString(), events, away };
  };
  let isFirst = true;
  for await (const changes of together(follow(session, stopping), stopping)) {
    const wasAway = away !== null;
    for (const change of changes) away = awayAfter(change, away);
    const events = changes.flatMap((change) => (change.kind === "event" ? [change.event] : []));
    const isNews = isFirst || events.length > 0 || changes.some(({ kind }) => kind === "look");
    if (isNews || wasAway !== (away !== null)) yield await look(events);
    isFirst = false;
  }
}

function awayAfter(change: Change, before: PorteError | null): PorteError | null {
  return change.kind === "away" ? change.failure : change.kind === "live" ? null : before;
}

/** Gives what has come since the last time, as soon as there is something; what comes meanwhile waits. */
async function* together<Item>(items: AsyncIterable<Item>, stopping: AbortSignal): AsyncGenerator<Item[]> {
  const waiting: Item[] = [];
  let end: { readonly failure: unknown } | null = null;
  let wake = () => {};
  const reading = (async () => {
    for await (const item of items) {
      waiting.push(item);
      wake();
    }
  })().then(
    () => {
      end = { failure: null };
      wake();
    },
    (failure: unknown) => {
      end = { failure };
      wake();
    },
  );
  while (!stopping.aborted) {
    if (waiting.length > 0) yield waiting.splice(0);
    else if (end !== null) break;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  await reading;
  const { failure } = (end ?? { failure: null }) as { failure: unknown };
  if (failure !== null) throw failure;
}
