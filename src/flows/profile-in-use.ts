import { begunProfiles, holdsSomething } from "../store/people.ts";
import { Records } from "../store/records/records.ts";
import { Settings } from "../store/settings.ts";
import { profileNamed } from "./profile.ts";
import { ownFolder } from "./records/holder.ts";
import type { Machine } from "./session.ts";

/** Says whether the profile in use has a company: one that was logged in to, or the one that the environment names. */
export function isConnected(machine: Machine): boolean {
  const settings = new Settings(machine.folders);
  return (
    Boolean(machine.env.PORTE_TOKEN?.trim()) ||
    settings.profile(profileNamed(machine, settings.defaultProfile)) !== null
  );
}

/** A profile that holds nothing, and those of this machine that do. */
interface NewProfile {
  readonly profile: string;
  readonly known: readonly string[];
  /** The one that may have been meant; null where none is spelt nearly so. */
  readonly near: string | null;
}

/** Names the profiles that hold something beside the one in use, where that one holds nothing; null where it does, or none does. */
export async function besideNewProfile(machine: Machine): Promise<NewProfile | null> {
  const settings = new Settings(machine.folders);
  const profile = profileNamed(machine, settings.defaultProfile);
  if (isConnected(machine) || machine.env.PORTE_API_URL || holdsSomething(machine.folders, profile)) return null;
  const { closest } = await import("../domain/closest.ts");
  const known = [...new Set([...settings.profileNames(), ...begunProfiles(machine.folders)])].sort();
  return known.length === 0 ? null : { profile, known, near: closest(profile, known)[0] ?? null };
}

/** Says whether anything was said in the profile in use: it has a company, or its porté wrote down one, or a mission. */
export async function isBegun(machine: Machine): Promise<boolean> {
  if (isConnected(machine)) return true;
  const records = new Records(await ownFolder(machine, new Settings(machine.folders)));
  return records.years("sheet").length > 0 || records.years("missions").length > 0;
}
