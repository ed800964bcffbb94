import { v7 as uuid } from "uuid";
import type { Day } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { clientNamed } from "./clients.ts";
import type { ProposalRow } from "./proposals.ts";

/** Makes of what was proposed a mission, or changes the one that it amends; gives its identifier. @throws {PorteError} `company.taken`. */
export async function accept(
  deps: Pick<Deps, "now">,
  trx: Db,
  caller: Pick<Caller, "name">,
  row: ProposalRow,
): Promise<string> {
  if (row.kind === "mission")
    return addProposed(deps, trx, caller, { personId: row.person_id, given: row.facts as MissionFacts });
  await amend(trx, row.mission_id ?? "", row.facts as Schemas["AmendmentSubmission"]);
  return row.mission_id ?? "";
}

type MissionFacts = Schemas["MissionProposalSubmission"];

async function addProposed(
  { now }: Pick<Deps, "now">,
  trx: Db,
  { name }: Pick<Caller, "name">,
  { personId, given }: { readonly personId: string; readonly given: MissionFacts },
): Promise<string> {
  const client = await clientNamed(trx, { now: now(), by: name }, given.client);
  const row = await trx
    .insertInto("missions")
    .values({
      id: uuid(),
      person_id: personId,
      reference: given.reference,
      client: client.name,
      client_id: client.id,
      title: given.title,
      start_day: given.start,
      end_day: given.end,
      daily_rate_cents: given.dailyRateCents,
      project_codes: "[]",
      client_email: null,
      purchase_order: given.purchaseOrder ?? null,
      ordered_half_days: halves(given.daysOrdered),
      place: given.place ?? null,
      skills: given.skills ?? null,
      equipment: given.equipment ?? null,
      recorded_at: now(),
      recorded_by: name,
    })
    .onConflict((conflict) => conflict.columns(["person_id", "reference"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.taken", { what: given.reference });
  return row.id;
}

/** Days as the tables keep them; null where nobody said. */
export function halves(days: number | null | undefined): number | null {
  return days == null ? null : Math.round(days * 2);
}

async function amend(trx: Db, missionId: string, given: Schemas["AmendmentSubmission"]): Promise<void> {
  const mission = await trx
    .selectFrom("missions")
    .selectAll()
    .where("id", "=", missionId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const { dailyRateCents, end, daysOrdered, purchaseOrder } = given;
  const from = given.from ?? given.agreedOn;
  const first = { from: mission.start_day, dailyRateCents: mission.daily_rate_cents };
  const known = mission.rates.length === 0 ? [first] : mission.rates;
  const change = {
    ...(dailyRateCents === undefined ? {} : { rates: JSON.stringify(ratesWith(known, { from, dailyRateCents })) }),
    ...(end === undefined ? {} : { end_day: end }),
    ...(daysOrdered === undefined ? {} : { ordered_half_days: halves(daysOrdered) }),
    ...(purchaseOrder == null ? {} : { purchase_order: purchaseOrder }),
  };
  await trx.updateTable("missions").set(change).where("id", "=", missionId).execute();
}

/** Prices with one more: it takes the place of one from the same day, and leaves those of later days. */
function ratesWith(known: readonly Schemas["MissionRate"][], added: { from: Day; dailyRateCents: number }) {
  return [...known.filter(({ from }) => from !== added.from), added].toSorted((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}
