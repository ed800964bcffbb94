import type { Selectable } from "kysely";
import type { Day, Month } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { WHOLE_FORFAIT } from "../../payroll/situation.ts";
import { endOfMonth, newestPage } from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

/** SQL of a person's contract as it is on a day: one row, or none. */
export function contractOn(personId: string, day: string): string {
  return `(select * from employment_contracts where person_id = ${personId} and from_day <= ${day}
    order by from_day desc, version desc limit 1)`;
}

/** SQL of the same as JSON. */
export function contractRow(personId: string, day: string): string {
  return `(select row_to_json(contract) from ${contractOn(personId, day)} contract)`;
}

const LEVELS = { first: "premier niveau", junior: "junior", senior: "senior", expert: "expert" };

/** Names a place in the classification by category and level, for a contract that says no other. */
export function defaultPosition({
  category,
  level,
}: Pick<Schemas["EmploymentContract"], "category" | "level">): string {
  return `${category === "cadre" ? "Cadre" : "Non-cadre"}, ${LEVELS[level]}`;
}

/** Gives a porté's employment contract as it is on a day. @throws {PorteError} `company.not_found`. */
export async function contractOf(db: Db, personId: string, day: Day): Promise<Schemas["EmploymentContract"]> {
  return showContract(await contractRowOn(db, personId, day));
}

/** Finds the row of a porté's contract that holds on a day. */
export function contractRowOn(db: Db, personId: string, day: Day): Promise<ContractRow | undefined> {
  return db
    .selectFrom("employment_contracts")
    .selectAll()
    .where("person_id", "=", personId)
    .where("from_day", "<=", day)
    .orderBy("from_day", "desc")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** A contract as it is kept; its days are text however it is read. */
export type ContractRow = Omit<Selectable<Database["employment_contracts"]>, "recorded_at">;

/** Shows a contract that was looked for. @throws {PorteError} `company.not_found` where there is none. */
export function showContract(row: ContractRow | null | undefined): Schemas["EmploymentContract"] {
  if (row == null) throw new PorteError("company.not_found", { kind: "contract", what: "contract" });
  return contractFrom(row);
}

/** Shows a contract as it is kept. */
function contractFrom(row: ContractRow): Schemas["EmploymentContract"] {
  return {
    kind: row.kind,
    category: row.category,
    level: row.level,
    start: row.start_day,
    end: row.end_day,
    alsaceMoselle: row.alsace_moselle,
    taxRatePpm: row.tax_rate_ppm,
    workingTime: row.working_time,
    job: row.job,
    position: row.position ?? defaultPosition(row),
    weeklyHours: row.weekly_hours,
    forfaitDays: row.working_time === "forfait-days" ? (row.forfait_days ?? WHOLE_FORFAIT) : null,
    ...(row.tax_zone === null || row.tax_zone === undefined ? {} : { taxZone: row.tax_zone }),
    ...(row.trial_months == null ? {} : { trialMonths: row.trial_months }),
    ...(row.work_time_ppm === null ? {} : { workTimePpm: row.work_time_ppm }),
  };
}

/** Lists the contracts of all portés as they are on a day, or today, from the one that was recorded last. */
export async function listContracts(
  { db, now }: Deps,
  { email, month, ...query }: OfEmail & { readonly month?: Month },
): Promise<Schemas["OwnedContractPage"]> {
  const day = endOfMonth({ month }) ?? dayInParis(now());
  const select = db
    .selectFrom("employment_contracts as first")
    .innerJoin("people", "people.id", "first.person_id")
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom("employment_contracts as version")
          .selectAll()
          .whereRef("version.person_id", "=", "first.person_id")
          .where("version.from_day", "<=", day)
          .orderBy("version.from_day", "desc")
          .orderBy("version.version", "desc")
          .limit(1)
          .as("contract"),
      (join) => join.onTrue(),
    )
    .selectAll("contract")
    .select(["first.id", "people.name", "people.email"])
    .where("first.version", "=", 1)
    .$if(email !== undefined, (rows) => rows.where("people.email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, {
    id: "first.id",
    show: (row) => ({ owner: { id: row.person_id, name: row.name, email: row.email }, contract: contractFrom(row) }),
  });
}
