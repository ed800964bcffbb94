import type { Selectable } from "kysely";
import { PorteError } from "../../errors.ts";
import { WHOLE_FORFAIT } from "../../payroll/situation.ts";
import { newestPage } from "../api/paging.ts";
import type { Database } from "../db/schema.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import type { OfEmail } from "../people/queries.ts";

/** SQL of the contract of a person, as a row. */
export function contractRow(personId: string): string {
  return `(select row_to_json(contract) from employment_contracts contract where contract.person_id = ${personId})`;
}

const LEVELS = { first: "premier niveau", junior: "junior", senior: "senior", expert: "expert" };

/** Names a place in the classification by category and level, for a contract that says no other. */
export function defaultPosition({
  category,
  level,
}: Pick<Schemas["EmploymentContract"], "category" | "level">): string {
  return `${category === "cadre" ? "Cadre" : "Non-cadre"}, ${LEVELS[level]}`;
}

/** Gives a porté's employment contract. @throws {PorteError} `company.not_found`. */
export async function contractOf(db: Db, personId: string): Promise<Schemas["EmploymentContract"]> {
  const row = await db
    .selectFrom("employment_contracts")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return showContract(row);
}

/** A contract as it is kept; its days are text however it is read. */
export type ContractRow = Omit<Selectable<Database["employment_contracts"]>, "recorded_at">;

/** Shows a contract that was looked for. @throws {PorteError} `company.not_found` where there is none. */
export function showContract(row: ContractRow | null | undefined): Schemas["EmploymentContract"] {
  if (row == null) throw new PorteError("company.not_found", { what: "contract" });
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
    ...(row.work_time_ppm === null ? {} : { workTimePpm: row.work_time_ppm }),
  };
}

/** Lists the contracts of all portés, newest first. */
export async function listContracts({ db }: Deps, { email, ...query }: OfEmail): Promise<Schemas["OwnedContractPage"]> {
  const select = db
    .selectFrom("employment_contracts as contract")
    .innerJoin("people", "people.id", "contract.person_id")
    .selectAll("contract")
    .select(["people.name", "people.email"])
    .$if(email !== undefined, (rows) => rows.where("people.email", "=", (email as string).toLowerCase()));
  return newestPage(select, query, {
    id: "contract.id",
    show: (row) => ({ owner: { id: row.person_id, name: row.name, email: row.email }, contract: contractFrom(row) }),
  });
}
