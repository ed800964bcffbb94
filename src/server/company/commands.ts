import type { Day } from "../../domain/calendar.ts";
import { stepOn } from "../../domain/dated.ts";
import { mealVoucher } from "../../domain/meal-voucher.ts";
import { plainEuros } from "../../domain/money.ts";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { amendCompany, assertOwnSiret } from "./history.ts";

/** Says which establishment employs. @throws {PorteError} `company.invalid` for a SIRET of another company. */
export async function recordEstablishment(
  deps: Pick<Deps, "now">,
  trx: Db,
  { name }: Caller,
  establishment: Schemas["Establishment"],
  from: Day | null,
): Promise<Answer<Schemas["Company"]>> {
  const body = await amendCompany(deps, trx, name, { change: establishment, from });
  return { status: 200, body, etag: null };
}

/** @throws {PorteError} `input.amount_range` for a share of a meal voucher that is not exempt: it would be pay. */
function assertExempt(
  voucher: Schemas["PayrollProfile"]["mealVoucher"],
  day: Day,
  { law: { domain: law } }: Pick<Deps, "law">,
): void {
  if (voucher === undefined) return;
  const { valueCents, employerShareCents } = voucher;
  const isWithin = employerShareCents <= valueCents;
  const { mostCents: maxCents, leastPpm: minPpm, mostPpm: maxPpm } = stepOn(law.mealVouchers, day).value;
  if (isWithin && mealVoucher({ ...voucher, count: 1, day }, law).taxableEmployerCents === 0) return;
  throw new PorteError("input.amount_range", {
    value: plainEuros(employerShareCents),
    least: plainEuros(Math.ceil((valueCents * minPpm) / 1_000_000)),
    most: plainEuros(Math.min(maxCents, Math.floor((valueCents * maxPpm) / 1_000_000))),
  });
}

/**
 * Says what payroll takes from the company, from a day on or whatever the day; payslips that were paid keep what they were paid by.
 * @throws {PorteError} `company.not_found`.
 */
export async function setPayrollProfile(
  deps: Deps,
  trx: Db,
  caller: Caller,
  payroll: Schemas["PayrollProfile"],
  from: Day | null,
): Promise<Answer<Schemas["Company"]>> {
  assertExempt(payroll.mealVoucher, from ?? dayInParis(deps.now()), deps);
  return { status: 200, body: await amendCompany(deps, trx, caller.name, { change: { payroll }, from }), etag: null };
}

/**
 * Says what the company is; there is one. What is left out of its profile is said no more.
 * @throws {PorteError} `company.invalid` for a SIRET of another company, `input.amount_range` for a meal voucher that is not exempt.
 */
export async function setCompany(
  deps: Pick<Deps, "now" | "law">,
  trx: Db,
  by: string,
  company: Schemas["Company"],
  from: Day | null,
): Promise<Answer<Schemas["Company"]>> {
  assertOwnSiret(company);
  assertExempt(company.payroll.mealVoucher, from ?? dayInParis(deps.now()), deps);
  const first = { id: 1, profile: JSON.stringify(company), recorded_at: deps.now(), recorded_by: by };
  await trx
    .insertInto("company_profile")
    .values(first)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const change = { establishment: undefined, ...company } as Partial<Schemas["Company"]>;
  return { status: 200, body: await amendCompany(deps, trx, by, { change, from }), etag: null };
}
