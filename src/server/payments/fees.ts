import { type Cents, sum } from "../../domain/money.ts";
import { managementFee } from "../../portage/waterfall.ts";
import type { Schemas } from "../deps.ts";
import type { StandingPayment } from "./queries.ts";

/** What payments come to. */
export function sumsOf(rows: readonly StandingPayment[]): { amountCents: number; feeCents: number } {
  return { amountCents: sum(rows.map((row) => row.amount_cents)), feeCents: sum(rows.map((row) => row.fee_cents)) };
}

/**
 * The announced rate on a payment of a month, before any monthly limit: what it adds to the fee on those before it, so that
 * rounding is done once for all of them. Never below nothing, nor above the payment.
 */
export function rateOn(amountCents: Cents, beforeCents: Cents, { ratePpm }: Schemas["Company"]["fee"]): Cents {
  const terms = { feePpm: ratePpm, feeCapCents: null, feeBase: "turnover" } as const;
  const on = (turnoverCents: Cents) => managementFee({ turnoverCents, expensesCents: 0 }, terms);
  return on(beforeCents + amountCents) - on(beforeCents);
}

/** What a monthly limit leaves of a fee, once others of the month have taken theirs. */
export function withinLimit(feeCents: Cents, takenCents: Cents, { monthlyCapCents }: Schemas["Company"]["fee"]): Cents {
  return monthlyCapCents === null ? feeCents : Math.min(feeCents, Math.max(0, monthlyCapCents - takenCents));
}
