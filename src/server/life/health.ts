import { sql } from "kysely";
import type { Db } from "../deps.ts";

/** A balancer asks every few seconds, and gives up after as long. */
const WELL_MS = 2_000;

/** Says whether the database answers within two seconds. */
export async function isDatabaseWell(db: Db): Promise<boolean> {
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), WELL_MS);
  });
  const isWell = await Promise.race([answered, late]);
  clearTimeout(timer);
  return isWell;
}
