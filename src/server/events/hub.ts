import { PorteError } from "../../errors.ts";
import type { Listen } from "../db/notices.ts";
import type { Db } from "../deps.ts";
import { eventsAfter, type Found, lastEvents, MOST_AT_ONCE } from "./queries.ts";

/** One stream, as far as what feeds it knows it. */
export interface Follower {
  readonly personId: string;
  /** The number of the last event that it was given. */
  after(): number;
  /** Whether it can take nothing now: whoever reads it is slow. */
  isFull(): boolean;
  give(found: Found): void;
  /** Writes something that says nothing, so that a line that is dead is found to be. */
  beat(): void;
  end(): void;
}

/** How many streams there may be, of one person and in all of this process. */
const MAX_OF_ONE = 20;
const MAX_IN_ALL = 2_000;
const RETRY_S = { ofOne: 30, inAll: 5 };
/** How often the table is looked at by itself, with notices and without. */
const LOOK_MS = { listening: 15_000, alone: 2_000 };
const BEAT_MS = 15_000;

/** Feeds the streams of this process: a notice, or a look at the counters, wakes those of a person, and one reading serves them all. */
export class EventHub {
  private readonly db: Db;
  private readonly listen: Listen | null;
  private readonly warn: (failure: unknown) => void;
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly reading = new Set<string>();
  private readonly again = new Set<string>();
  private count = 0;
  private isListening = false;
  private isStopping = false;
  private timers: NodeJS.Timeout[] = [];
  private stopListening = async () => {};

  constructor(db: Db, listen: Listen | null, warn: (failure: unknown) => void) {
    this.db = db;
    this.listen = listen;
    this.warn = warn;
  }

  async start(): Promise<void> {
    this.timers = [setInterval(() => this.beat(), BEAT_MS), this.lookIn(LOOK_MS.alone)].map((timer) => timer.unref());
    const waiter = {
      onNotice: (personId: string) => this.wake(personId),
      onListening: (isListening: boolean) => {
        this.isListening = isListening;
        for (const personId of this.followers.keys()) this.wake(personId);
      },
    };
    if (this.listen !== null) this.stopListening = await this.listen(waiter);
  }

  /** Ends every stream in order, and takes no other. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const followers of this.followers.values()) for (const one of followers) one.end();
    await this.stopListening();
  }

  /** @throws {PorteError} `server.busy` where there is no room for another stream of a person, or for any. */
  assertRoom(personId: string, url: string): void {
    const own = this.followers.get(personId)?.size ?? 0;
    if (own >= MAX_OF_ONE) throw new PorteError("server.busy", { url, retryAfter: RETRY_S.ofOne });
    if (this.count >= MAX_IN_ALL || this.isStopping)
      throw new PorteError("server.busy", { url, retryAfter: RETRY_S.inAll });
  }

  /** Feeds a stream from now on. Gives what ends that. */
  join(follower: Follower): () => void {
    const { personId } = follower;
    const own = this.followers.get(personId) ?? new Set();
    this.followers.set(personId, own.add(follower));
    this.count += 1;
    this.wake(personId);
    return () => {
      if (!own.delete(follower)) return;
      this.count -= 1;
      if (own.size === 0 && this.followers.get(personId) === own) this.followers.delete(personId);
    };
  }

  /** Looks for what has happened to a person; a look that is under way is followed by another. */
  wake(personId: string): void {
    if (this.isStopping || !this.followers.has(personId)) return;
    if (this.reading.has(personId)) return void this.again.add(personId);
    this.reading.add(personId);
    void this.readFor(personId)
      /** The next look finds what this one could not. */
      .catch(this.warn)
      .finally(() => {
        this.reading.delete(personId);
        if (this.again.delete(personId)) this.wake(personId);
      });
  }

  private async readFor(personId: string): Promise<void> {
    const ready = [...(this.followers.get(personId) ?? [])].filter((one) => !one.isFull());
    if (ready.length === 0) return;
    const found = await eventsAfter(this.db, personId, Math.min(...ready.map((one) => one.after())));
    for (const one of ready) one.give(found);
    if (found.rows.length === MOST_AT_ONCE) this.again.add(personId);
  }

  private lookIn(ms: number): NodeJS.Timeout {
    return setTimeout(async () => {
      await this.look().catch(this.warn);
      if (!this.isStopping) this.timers[1] = this.lookIn(this.isListening ? LOOK_MS.listening : LOOK_MS.alone).unref();
    }, ms);
  }

  private async look(): Promise<void> {
    const people = [...this.followers.keys()];
    if (people.length === 0) return;
    const last = await lastEvents(this.db, people);
    for (const [personId, followers] of this.followers)
      if ([...followers].some((one) => one.after() < (last.get(personId) ?? 0))) this.wake(personId);
  }

  private beat(): void {
    for (const followers of this.followers.values()) for (const one of followers) one.beat();
  }
}
