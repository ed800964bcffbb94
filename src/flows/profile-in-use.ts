import { Records } from "../store/records/records.ts";
import { Settings } from "../store/settings.ts";
import { ownFolder } from "./records/holder.ts";
import { type Machine, profileName } from "./session.ts";

/** Says whether the profile in use has a company: one that was logged in to, or the one that the environment names. */
export function isConnected(machine: Machine): boolean {
  const settings = new Settings(machine.folders);
  return Boolean(machine.env.PORTE_TOKEN?.trim()) || settings.profile(profileName(machine, settings)) !== null;
}

/** Says whether anything was said in the profile in use: it has a company, or its porté wrote down one, or a mission. */
export async function isBegun(machine: Machine): Promise<boolean> {
  if (isConnected(machine)) return true;
  const records = new Records(await ownFolder(machine, new Settings(machine.folders)));
  return records.years("sheet").length > 0 || records.years("missions").length > 0;
}
