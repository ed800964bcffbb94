import type { ColumnType, JSONColumnType } from "kysely";

export type Instant = ColumnType<Date, Date | string, Date | string>;
/** JSON that is written as text and read back as data. */
export type Json<Value extends object> = JSONColumnType<Value, string, string>;

/** Who recorded a business fact, and when. */
export interface Recorded {
  recorded_at: Instant;
  recorded_by: string;
}
