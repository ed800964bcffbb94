import type { components } from "../../contract/types.ts";
import type { Day } from "../../domain/calendar.ts";
import { assertDayOrder } from "../../domain/day-order.ts";
import type { Cents } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import { act, type Office, readAll } from "./act.ts";

/** A mission to add, as typed. */
export interface MissionInput {
  readonly porte: string;
  readonly mission: string;
  readonly client: string;
  readonly title: string;
  readonly rate: Cents;
  readonly from: Day;
  readonly to?: Day;
  readonly projectCodes?: string[];
}

/** Adds a mission. @throws {PorteError} `usage.day_order`. */
export async function addMission(office: Office, input: MissionInput): Promise<components["schemas"]["OwnedMission"]> {
  assertDayOrder(input.from, input.to, "--to");
  const body = {
    porteEmail: input.porte,
    reference: input.mission,
    client: input.client,
    title: input.title,
    start: input.from,
    end: input.to ?? null,
    dailyRateCents: input.rate,
    projectCodes: input.projectCodes ?? [],
  };
  return act(office, "addMission", { body });
}

/** Ends a mission of a porté, named by its reference. @throws {PorteError} `company.not_found`, `usage.day_order`. */
export async function endMission(
  office: Office,
  { porte, mission, on }: { readonly porte: string; readonly mission: string; readonly on: Day },
) {
  const items = await readAll(office, "listAllMissions", { query: { limit: "100", email: porte } });
  const found = items.find((item) => item.mission.reference === mission);
  if (found === undefined) throw new PorteError("company.not_found", { kind: "mission", what: mission });
  assertDayOrder(found.mission.start, on, "--on");
  return act(office, "endMission", { params: { missionId: found.mission.id }, body: { end: on } });
}
