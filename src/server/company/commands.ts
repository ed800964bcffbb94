import { stepOn } from "../../domain/dated.ts";
import { mealVoucher } from "../../domain/meal-voucher.ts";
import { plainEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { companyProfile } from "./queries.ts";

/** @throws {PorteError} `company.invalid` for a SIRET that does not begin with the company's SIREN. */
function assertOwnSiret({ siren, siret }: Pick<Schemas["Company"], "siren" | "siret">): void {
  if (!siret.startsWith(siren))
    throw new PorteError("company.invalid", {
      errors: [{ pointer: "/siret", message: `must begin with the company's SIREN, ${siren}` }],
    });
}

/** Says which establishment employs. @throws {PorteError} `company.invalid` for a SIRET of another company. */
export async function recordEstablishment(
  trx: Db,
  establishment: Schemas["Establishment"],
): Promise<Answer<Schemas["Company"]>> {
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
function assertExempt(
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
): Promise<Answer<Schemas["Company"]>> {
  assertExempt(payroll.mealVoucher, deps);
  const profile: Schemas["Company"] = { ...(await companyProfile({ db: trx })), payroll };
  await trx
    .updateTable("company_profile")
    .set({ profile: JSON.stringify(profile), recorded_at: deps.now(), recorded_by: caller.name })
    .where("id", "=", 1)
    .execute();
  return { status: 200, body: profile, etag: null };
}

/**
 * Says what the company is; there is one.
 * @throws {PorteError} `company.invalid` for a SIRET of another company, `input.amount_range` for a meal voucher that is not exempt.
 */
export async function setCompany(
  deps: Pick<Deps, "now" | "law">,
  trx: Db,
  by: string,
  company: Schemas["Company"],
): Promise<Answer<Schemas["Company"]>> {
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
