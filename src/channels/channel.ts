/** A file that leaves. */
export interface Enclosure {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What leaves at once: files, and the letter that goes with them where the channel carries one. */
export interface Consignment {
  /** What names it wherever it goes: the same when it is sent again. */
  readonly messageId: string;
  readonly date: Date;
  /** Who sends it; an empty address where whoever sends it by hand adds their own. */
  readonly from: { readonly name: string; readonly address: string };
  /** The address it goes to; empty where the channel knows no address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly enclosures: readonly Enclosure[];
}

/** What a channel can do. */
interface Capabilities {
  /** Whether files go with it. */
  readonly carriesFiles: boolean;
  /** Whether it learns that what leaves has arrived; a person says so otherwise. */
  readonly knowsArrival: boolean;
  /** Whether doing it twice is the same as doing it once. */
  readonly isRepeatable: boolean;
}

/** What became of what was to leave. */
export type Sent =
  /** `place` is where it lies; null where only the other end knows. */
  | { readonly state: "delivered"; readonly place: string | null }
  /** A file that is made for somebody who sends it. */
  | { readonly state: "prepared"; readonly place: string }
  /** Known not to have arrived. What passes may be tried again without being asked. */
  | { readonly state: "failed"; readonly reason: string; readonly isPassing: boolean }
  /** It may have arrived, or not. */
  | { readonly state: "unknown"; readonly reason: string };

/** How something leaves this machine without a company's API. */
export interface Channel {
  readonly capabilities: Capabilities;
  send(consignment: Consignment): Promise<Sent>;
}
