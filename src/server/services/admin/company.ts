import { sql } from "kysely";
import { PorteError } from "../../../errors.ts";
import type { Db, Deps, Schemas } from "../../deps.ts";
import { actAs } from "../actor.ts";
import type { Answer } from "../idempotency.ts";
import { assertExempt, assertOwnSiret } from "../people.ts";
import { isEmpty } from "../seed.ts";
import { createToken } from "../tokens.ts";
import { addPerson } from "./people.ts";

/** Who opens a company: nobody of it yet. */
const OPENED_BY = "porte-company init";
const TOKEN_DAYS = 90;

/**
 * Says what the company is; there is one.
 * @throws {PorteError} `company.invalid` for a SIRET of another company, `input.amount_range` for a meal voucher that is not exempt.
 */
export async function setCompany(
  deps: Pick<Deps, "now" | "law">,
  trx: Db,
  by: string,
  company: Schemas["Company"],
): Promise<Answer> {
  assertOwnSiret(company);
  assertExempt(company.payroll.mealVoucher, deps);
  const row = { profile: JSON.stringify(company), recorded_at: deps.now(), recorded_by: by };
  await trx
    .insertInto("company_profile")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  return { status: 200, body: company, etag: null };
}

/**
 * Opens an empty company with its profile and its first administrator, all or nothing. Gives a token with which the administrator lets others in.
 * @throws {PorteError} `company.taken` for one that has people or a profile, and what `setCompany` throws.
 */
export async function openCompany(
  deps: Pick<Deps, "db" | "now" | "law">,
  company: Schemas["Company"],
  administrator: Schemas["PersonSubmission"],
): Promise<string> {
  return deps.db.transaction().execute(async (trx) => {
    await sql`lock table people in share row exclusive mode`.execute(trx);
    const known = await trx.selectFrom("company_profile").select("id").executeTakeFirst();
    if (known !== undefined || !(await isEmpty(trx))) throw new PorteError("company.taken", { what: company.name });
    await actAs(trx, OPENED_BY, deps.now());
    await setCompany(deps, trx, OPENED_BY, company);
    const { body } = await addPerson(deps, trx, OPENED_BY, administrator);
    const { id: personId } = body as Schemas["Person"];
    return createToken({ ...deps, db: trx }, { personId, scopes: ["read", "operator"], days: TOKEN_DAYS }, OPENED_BY);
  });
}
