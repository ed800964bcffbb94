import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { maybe, type Shape } from "../../domain/shape.ts";
import { isFailure, isRefusal, PorteError } from "../../errors.ts";
import { syncFolder, whileLocked, writeJsonFile } from "../../store/files.ts";
import { readJsonFile } from "../../store/read.ts";

/** Something that the staff asks a company to do. */
export interface Act {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
  /** What was typed of the body, where the clock says the rest: the same words are the same act after midnight too. */
  readonly typed?: object | undefined;
  /** What belongs to the act and is never sent: the token whose hash is. */
  readonly secret?: string | undefined;
  /** The version that was seen; the same act keeps the one that it was first sent with. */
  readonly ifMatch: string | null;
}

/** An act as it is sent: its key, and whether it was sent before and never answered. */
export interface Sending {
  readonly key: string;
  readonly body: object | undefined;
  /** The secret that belongs to that body. */
  readonly secret: string | undefined;
  readonly ifMatch: string | null;
  /** When it was sent before; null for a first time. */
  readonly before: string | null;
}

interface UnansweredAct {
  readonly schema: 1;
  readonly key: string;
  readonly body: object | undefined;
  readonly secret?: string | undefined;
  readonly ifMatch: string | null;
  readonly at: string;
}

const KEPT: Shape = {
  fields: { key: "text", body: "anything", "secret?": "text", ifMatch: maybe("text"), at: "instant" },
};

/** The contract has a company know a key for 30 days; this is a day less, for clocks that differ. */
const KNOWN_DAYS = 29;
const DAY_MS = 86_400_000;

/** What the company said of an act, whatever it said: it can be forgotten. */
const ANSWERS = ["company.refused", "auth.refused", "auth.forbidden"] as const;

/**
 * The acts of one person at one company that were sent and not answered yet, each with its key. A key is on the disk before
 * the act leaves, and stays until the company has answered: the command that is run again is the same act.
 */
export class Unanswered {
  private readonly folder: string;
  private readonly now: () => Date;
  private readonly sendsAnew: boolean;

  /** @param sendsAnew whether what is too old to be known again is sent as another act. */
  constructor(folder: string, now: () => Date, sendsAnew: boolean) {
    this.folder = join(folder, "acts");
    this.now = now;
    this.sendsAnew = sendsAnew;
  }

  /**
   * Sends an act under its key, one command at a time for the same act.
   * @param waitMs how long another command may take that does the same.
   * @throws {PorteError} `file.busy` where that one takes longer, `file.act_forgotten` for an act that was sent so long ago that the company
   * may have done it and would do it again, and what sending throws.
   */
  async send<Answer>(act: Act, waitMs: number, work: (sending: Sending) => Promise<Answer>): Promise<Answer> {
    const file = join(this.folder, `${nameOf(act)}.json`);
    return whileLocked(file, () => this.sendHeld(file, act, work), waitMs);
  }

  /** An act that was sent before; null for one that is sent for the first time, or anew. */
  private stillKnown(kept: UnansweredAct | null): UnansweredAct | null {
    if (kept === null) return null;
    const days = (this.now().getTime() - Date.parse(kept.at)) / DAY_MS;
    if (days < KNOWN_DAYS) return kept;
    if (!this.sendsAnew) throw new PorteError("file.act_forgotten", { at: kept.at });
    return null;
  }

  private async sendHeld<Answer>(file: string, act: Act, work: (sending: Sending) => Promise<Answer>): Promise<Answer> {
    const known = this.stillKnown(await readJsonFile<UnansweredAct>(file, KEPT));
    const kept: UnansweredAct = known ?? {
      schema: 1,
      key: randomUUID(),
      body: act.body,
      secret: act.secret,
      ifMatch: act.ifMatch,
      at: this.now().toISOString(),
    };
    if (known === null) {
      await writeJsonFile(file, kept);
      syncFolder(dirname(file));
    }
    try {
      const answer = await work({
        key: kept.key,
        body: kept.body,
        secret: kept.secret,
        ifMatch: kept.ifMatch,
        before: known?.at ?? null,
      });
      forget(file);
      return answer;
    } catch (failure) {
      if (!isFailure(failure, ...ANSWERS)) throw failure;
      forget(file);
      /** The version was seen anew since the act was first sent, and that first time was never done. */
      if (kept.ifMatch !== act.ifMatch && isOtherVersion(failure)) return this.sendHeld(file, act, work);
      throw failure;
    }
  }
}

/** Says whether a company refused because what is decided on has changed. */
export function isOtherVersion(failure: unknown): boolean {
  return isRefusal(failure, "company.precondition");
}

function nameOf({ method, path, body, typed = body }: Act): string {
  return createHash("sha256")
    .update(JSON.stringify([method, path, typed]))
    .digest("hex");
}

/** An act that came back with the power would be taken for the next one that is like it. */
function forget(file: string): void {
  rmSync(file, { force: true });
  syncFolder(dirname(file));
}
