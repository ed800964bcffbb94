import { sql } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Deps, Schemas } from "../deps.ts";
import { addPerson } from "../people/commands.ts";
import { isEmpty } from "../people/queries.ts";
import { createToken } from "../tokens/commands.ts";
import { actAs } from "../trail/actor.ts";
import { setCompany } from "./commands.ts";

/** Who opens a company: nobody of it yet. */
const OPENED_BY = "porte-company init";
const TOKEN_DAYS = 90;

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
    await setCompany(deps, trx, OPENED_BY, company, null);
    const { body } = await addPerson(deps, trx, OPENED_BY, administrator);
    const { id: personId } = body as Schemas["Person"];
    return createToken({ ...deps, db: trx }, { personId, scopes: ["read", "operator"], days: TOKEN_DAYS }, OPENED_BY);
  });
}
