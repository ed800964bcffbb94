import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { PorteError } from "../../errors.ts";
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

/** Says who is asking. */
export async function me({ db }: Deps, caller: Caller): Promise<Schemas["Me"]> {
  const { personId, name, email, role, scopes, expiresAt } = caller;
  const contract = role === "porte" ? await contractOf(db, personId) : null;
  return {
    id: personId,
    name,
    email,
    role,
    scopes: [...scopes],
    tokenExpiresAt: expiresAt?.toISOString() ?? null,
    contract,
  };
}

/** Gives a porté's employment contract. @throws {PorteError} `company.not_found`. */
export async function contractOf(db: Db, personId: string): Promise<Schemas["EmploymentContract"]> {
  const row = await db
    .selectFrom("employment_contracts")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) throw new PorteError("company.not_found", { what: "contract" });
  return {
    kind: row.kind,
    category: row.category,
    level: row.level,
    start: row.start_day,
    end: row.end_day,
    alsaceMoselle: row.alsace_moselle,
    taxRatePpm: row.tax_rate_ppm,
    workingTime: row.working_time,
    ...(row.tax_zone === null || row.tax_zone === undefined ? {} : { taxZone: row.tax_zone }),
    ...(row.work_time_ppm === null ? {} : { workTimePpm: row.work_time_ppm }),
  };
}

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

/** Says what payroll takes from the company from now on; payslips that were paid keep what they were paid by. @throws {PorteError} `company.not_found`. */
export async function setPayrollProfile(
  deps: Deps,
  trx: Db,
  caller: Caller,
  payroll: Schemas["PayrollProfile"],
): Promise<Answer> {
  const profile: Schemas["Company"] = { ...(await companyProfile({ db: trx })), payroll };
  await trx
    .updateTable("company_profile")
    .set({ profile: JSON.stringify(profile), recorded_at: deps.now(), recorded_by: caller.name })
    .where("id", "=", 1)
    .execute();
  return { status: 200, body: profile, etag: null };
}
