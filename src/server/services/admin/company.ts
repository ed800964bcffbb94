import { PorteError } from "../../../errors.ts";
import type { Db, Deps, Schemas } from "../../deps.ts";
import type { Answer } from "../idempotency.ts";
import { assertExempt } from "../people.ts";

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

/** @throws {PorteError} `company.invalid` for a SIRET that does not begin with the company's SIREN. */
export function assertOwnSiret({ siren, siret }: Pick<Schemas["Company"], "siren" | "siret">): void {
  if (!siret.startsWith(siren))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/siret", message: `must begin with the company's SIREN, ${siren}` }],
    });
}
