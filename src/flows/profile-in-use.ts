import { Settings } from "../store/settings.ts";
import { type Machine, profileName } from "./session.ts";

/** Says whether the profile in use has a company: one that was logged in to, or the one that the environment names. */
export function isConnected(machine: Machine): boolean {
  const settings = new Settings(machine.folders);
  return Boolean(machine.env.PORTE_TOKEN?.trim()) || settings.profile(profileName(machine, settings)) !== null;
}
