import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Selectable } from "kysely";
import { stepOn } from "../../domain/dated.ts";
import { mealVoucher } from "../../domain/meal-voucher.ts";
import { plainEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import { WHOLE_FORFAIT } from "../../payroll/situation.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import type { Answer } from "./idempotency.ts";

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scryptWithCallback,
);

/** One of the settings OWASP gives for scrypt: N = 2^14, r = 8, p = 5 (16 MiB a sign-in). */
const COST = { N: 16_384, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;

/** Hashes a password with scrypt and a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scrypt(password.normalize("NFKC"), salt, KEY_BYTES, COST);
  return `scrypt$${COST.N}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Gives the person with this address and password, or null; an unknown address takes as long as a wrong password. */
export async function signIn(db: Db, email: string, password: string): Promise<string | null> {
  const person = await db
    .selectFrom("people")
    .select(["id", "password_hash"])
    .where("email", "=", email.trim().toLowerCase())
    .where("ended_at", "is", null)
    .executeTakeFirst();
  const stored =
    person?.password_hash ?? `scrypt$${COST.N}$AAAAAAAAAAAAAAAAAAAAAA$${Buffer.alloc(KEY_BYTES).toString("base64url")}`;
  const [, cost = "", salt = "", key = ""] = stored.split("$");
  const expected = Buffer.from(key, "base64url");
  const given = await scrypt(password.slice(0, 1024).normalize("NFKC"), Buffer.from(salt, "base64url"), KEY_BYTES, {
    ...COST,
    N: Number(cost),
  });
  return person !== undefined && timingSafeEqual(expected, given) ? person.id : null;
}

/** SQL of the contract of a person, as a row. */
export function contractRow(personId: string): string {
  return `(select row_to_json(contract) from employment_contracts contract where contract.person_id = ${personId})`;
}

/** Says who is asking. @throws {PorteError} `company.not_found` for a porté without a contract. */
export function showMe(caller: Caller, contract: ContractRow | null): Schemas["Me"] {
  const { personId, name, email, role, staffRole, scopes, expiresAt } = caller;
  return {
    id: personId,
    name,
    email,
    role,
    ...(staffRole === null ? {} : { staffRole }),
    scopes: [...scopes],
    tokenExpiresAt: expiresAt?.toISOString() ?? null,
    contract: role === "porte" ? showContract(contract ?? undefined) : null,
  };
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
export function contractFrom(row: ContractRow): Schemas["EmploymentContract"] {
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

/** SQL of the company's profile as JSON text; null before the company has been set up. */
export const COMPANY = "(select profile::text from company_profile where id = 1)";

/** Gives the company's profile. @throws {PorteError} `company.not_found` before the company has been set up. */
export async function companyProfile({ db }: { db: Db }): Promise<Schemas["Company"]> {
  const row = await db.selectFrom("company_profile").select("profile").where("id", "=", 1).executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: "company" });
  return row.profile;
}

/** Names a person as the owner of something. @throws {PorteError} `company.not_found`. */
export async function ownerByEmail(db: Db, email: string): Promise<Schemas["Owner"]> {
  const owner = await db
    .selectFrom("people")
    .select(["id", "name", "email"])
    .where("email", "=", email.toLowerCase())
    .where("role", "=", "porte")
    .executeTakeFirst();
  if (owner === undefined) throw new PorteError("company.not_found", { what: email });
  return owner;
}

/** Says how a porté's contract counts time. @throws {PorteError} `company.not_found`. */
export async function recordWorkingTime(
  trx: Db,
  { porteEmail, workingTime }: Schemas["WorkingTimeSubmission"],
): Promise<Answer> {
  const { id } = await ownerByEmail(trx, porteEmail);
  await trx
    .updateTable("employment_contracts")
    .set({ working_time: workingTime })
    .where("person_id", "=", id)
    .execute();
  return { status: 200, body: await contractOf(trx, id), etag: null };
}

/** Says of a porté's contract what a payslip must name; what is left out stays. @throws {PorteError} `company.not_found`. */
export async function recordPayslipMentions(
  trx: Db,
  { porteEmail, job, position, weeklyHours, forfaitDays }: Schemas["PayslipMentionsSubmission"],
): Promise<Answer> {
  const { id } = await ownerByEmail(trx, porteEmail);
  const given = Object.entries({ job, position, weekly_hours: weeklyHours, forfait_days: forfaitDays });
  const changes = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0)
    await trx.updateTable("employment_contracts").set(changes).where("person_id", "=", id).execute();
  return { status: 200, body: await contractOf(trx, id), etag: null };
}

/** @throws {PorteError} `company.invalid` for a SIRET that does not begin with the company's SIREN. */
export function assertOwnSiret({ siren, siret }: Pick<Schemas["Company"], "siren" | "siret">): void {
  if (!siret.startsWith(siren))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/siret", message: `must begin with the company's SIREN, ${siren}` }],
    });
}

/** Says which establishment employs. @throws {PorteError} `company.invalid` for a SIRET of another company. */
export async function recordEstablishment(trx: Db, establishment: Schemas["Establishment"]): Promise<Answer> {
  const company = await companyProfile({ db: trx });
  const body: Schemas["Company"] = { ...company, ...establishment };
  assertOwnSiret(body);
  await trx
    .updateTable("company_profile")
    .set({ profile: JSON.stringify(body) })
    .where("id", "=", 1)
    .execute();
  return { status: 200, body, etag: null };
}

/** @throws {PorteError} `input.amount_range` for a share of a meal voucher that is not exempt: it would be pay. */
export function assertExempt(
  voucher: Schemas["PayrollProfile"]["mealVoucher"],
  { now, law: { domain: law } }: Pick<Deps, "now" | "law">,
): void {
  if (voucher === undefined) return;
  const day = dayInParis(now());
  const { valueCents, employerShareCents } = voucher;
  const isWithin = employerShareCents <= valueCents;
  const { mostCents, leastPpm, mostPpm } = stepOn(law.mealVouchers, day).value;
  if (isWithin && mealVoucher({ ...voucher, count: 1, day }, law).taxableEmployerCents === 0) return;
  throw new PorteError("input.amount_range", {
    value: plainEuros(employerShareCents),
    least: plainEuros(Math.ceil((valueCents * leastPpm) / 1_000_000)),
    most: plainEuros(Math.min(mostCents, Math.floor((valueCents * mostPpm) / 1_000_000))),
  });
}

/** Says what payroll takes from the company from now on; payslips that were paid keep what they were paid by. @throws {PorteError} `company.not_found`. */
export async function setPayrollProfile(
  deps: Deps,
  trx: Db,
  caller: Caller,
  payroll: Schemas["PayrollProfile"],
): Promise<Answer> {
  assertExempt(payroll.mealVoucher, deps);
  const profile: Schemas["Company"] = { ...(await companyProfile({ db: trx })), payroll };
  await trx
    .updateTable("company_profile")
    .set({ profile: JSON.stringify(profile), recorded_at: deps.now(), recorded_by: caller.name })
    .where("id", "=", 1)
    .execute();
  return { status: 200, body: profile, etag: null };
}
