import { Readable } from "node:stream";
import type { EventHub, Follower } from "./hub.ts";
import { type Found, isGone, showEvent } from "./queries.ts";

/** How long a client waits before it comes again, in milliseconds; each a little longer or shorter, so that not all come at once. */
const RETRY_MS = 2_000;

/** The first lines of a stream: when to come again, and the number that it goes on from. */
export function headOf(after: number, retryMs = RETRY_MS): string {
  return `retry: ${retryMs}\n${frame("start", after, "{}")}`;
}

/** What there is after a number, as the lines of a stream, and the number that they lead to. */
export function framesOf(found: Found, after: number): { readonly text: string; readonly after: number } {
  if (isGone(after, found)) return { text: frame("reset", found.last, "{}"), after: found.last };
  const rows = found.rows.filter(({ id }) => id > after);
  const frames = rows.map((row) => frame("message", row.id, JSON.stringify(showEvent(row))));
  return { text: frames.join(""), after: rows.at(-1)?.id ?? after };
}

function frame(event: string, id: number, data: string): string {
  return `event: ${event}\nid: ${id}\ndata: ${data}\n\n`;
}

/** A stream of one person's events after a number, until its time is over. */
export class EventStream extends Readable implements Follower {
  readonly personId: string;
  private readonly hub: EventHub;
  private position: number;
  private isWaiting = false;
  private isClosed = false;
  private leave = () => {};
  private readonly timer: NodeJS.Timeout;

  constructor(hub: EventHub, { personId, after, seconds }: { personId: string; after: number; seconds: number }) {
    super();
    this.hub = hub;
    this.personId = personId;
    this.position = after;
    this.push(headOf(after, Math.round(RETRY_MS * (0.5 + Math.random()))));
    this.timer = setTimeout(() => this.end(), seconds * 1000).unref();
    this.leave = hub.join(this);
  }

  override _read(): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.hub.wake(this.personId);
  }

  override _destroy(failure: Error | null, done: (failure: Error | null) => void): void {
    this.close();
    done(failure);
  }

  after(): number {
    return this.position;
  }

  isFull(): boolean {
    return this.isWaiting || this.isClosed;
  }

  give(found: Found): void {
    if (this.isFull()) return;
    const { text, after } = framesOf(found, this.position);
    this.position = after;
    if (text !== "") this.isWaiting = !this.push(text);
  }

  beat(): void {
    if (!this.isFull()) this.isWaiting = !this.push(":\n\n");
  }

  end(): void {
    if (!this.destroyed && this.close()) this.push(null);
  }

  /** Says whether it was open. */
  private close(): boolean {
    clearTimeout(this.timer);
    const { leave } = this;
    this.leave = () => {};
    leave();
    const wasOpen = !this.isClosed;
    this.isClosed = true;
    return wasOpen;
  }
}
