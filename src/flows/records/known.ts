import { withoutEndSlashes } from "../../domain/addresses.ts";
import { Records } from "../../store/records/records.ts";
import type { Snapshot } from "../../store/records/snapshot.ts";
import { Settings } from "../../store/settings.ts";
import type { Machine } from "../session.ts";
import { isOpenTo, ownFolder } from "./holder.ts";

/** What is kept of the profile in use, of the address in use. */
export interface KnownRecords {
  readonly records: Records;
  readonly snapshot: Snapshot;
}

/** Finds what is kept of the company in use without asking anybody; null where nothing is, or where another one or another person said it. */
export async function knownRecords(machine: Machine): Promise<KnownRecords | null> {
  const { folders, env } = machine;
  const settings = new Settings(folders);
  if (!isOpenTo(machine, settings)) return null;
  const records = new Records(await ownFolder(machine, settings));
  const address = withoutEndSlashes(env.PORTE_API_URL ?? "");
  const snapshot = address === "" ? records.lastSnapshot() : records.snapshot(address);
  return snapshot === null ? null : { records, snapshot };
}
