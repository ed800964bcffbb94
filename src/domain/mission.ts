import { PorteError } from "../errors.ts";

/** Finds a mission by its reference, in capitals or not. @throws {PorteError} `activity.unknown_mission` naming those that exist. */
export function missionNamed<Mission extends { readonly reference: string }>(
  missions: readonly Mission[],
  reference: string,
): Mission {
  const mission = missions.find((one) => one.reference === reference.toUpperCase());
  if (mission !== undefined) return mission;
  const known = missions.map((one) => one.reference);
  throw new PorteError("activity.unknown_mission", { mission: reference, missions: known });
}
