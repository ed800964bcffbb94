import type { Day } from "../../domain/calendar.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";

/** What the commands of the server itself take of the run. */
export interface ServerContext {
  readonly say: Catalogue;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly today: () => Day;
  /** Reads all of stdin. */
  readonly readStdin: () => Promise<string>;
  /** Writes the answer at once: as JSON where asked, else its lines. */
  readonly show: (answer: object, lines: readonly string[]) => void;
}
