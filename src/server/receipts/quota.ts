import { sql } from "kysely";
import { dayInParis } from "../../domain/paris.ts";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps } from "../deps.ts";

/** What one person may send in a day of Paris: far more than a month of anybody's receipts, far less than a disk. */
const RECEIPT_QUOTA = { receipts: 500, bytes: 1024 ** 3 } as const;

/**
 * Has one person's files counted one after the other until the transaction ends: two at once would each find room for the last. The
 * person's row is not what is held: payroll holds it while it pays, and no file waits for a payslip.
 */
export async function holdQuota(trx: Db, { personId }: Caller): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 13))`.execute(trx);
}

/**
 * Checks that a person may send one more file today. What is there already costs nothing, what is still on its way counts whole.
 * @throws {PorteError} `receipt.quota`.
 */
export async function assertQuota(
  { now }: Deps,
  trx: Db,
  { personId }: Caller,
  file: { name: string; sha256: string; bytes: number },
): Promise<void> {
  const today = sql`(${dayInParis(now())}::date::timestamp at time zone 'Europe/Paris')`;
  const { rows } = await sql<{ receipts: number; bytes: number; known: boolean | null }>`
    select count(*)::integer as receipts, coalesce(sum(bytes), 0)::float8 as bytes, bool_or(sha256 = ${file.sha256}) as known
    from (
      select sha256, bytes from receipts
        where person_id = ${personId} and (recorded_at >= ${today} or sha256 = ${file.sha256})
      union all
      select sha256, bytes from receipt_uploads where person_id = ${personId} and sha256 <> ${file.sha256}
    ) as sent`.execute(trx);
  const [sent] = rows;
  if (sent === undefined || sent.known === true) return;
  if (sent.receipts < RECEIPT_QUOTA.receipts && sent.bytes + file.bytes <= RECEIPT_QUOTA.bytes) return;
  throw new PorteError("receipt.quota", { file: file.name, ...RECEIPT_QUOTA });
}
