import { PorteError } from "../errors.ts";
import { addDays, type Day } from "./calendar.ts";
import { isRestDay } from "./holidays.ts";

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

/** Finds the first working day from today on that no mission covers; null where one has no end yet. */
export function nextFreeDay(
  missions: readonly { readonly start: Day; readonly end: Day | null }[],
  today: Day,
): Day | null {
  for (let day = today; ; day = addDays(day, 1)) {
    const running = missions.filter(({ start, end }) => start <= day && (end === null || end >= day));
    if (running.some(({ end }) => end === null)) return null;
    if (running.length === 0 && !isRestDay(day)) return day;
  }
}
