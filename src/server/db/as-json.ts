/** SQL that says an instant as the contract does: in UTC, with its milliseconds. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL that makes one JSON object of a select list: the names are those of the contract. */
export function objectOf(columns: string, from = ""): string {
  return `(select row_to_json(shown) from (select ${columns}${from === "" ? "" : ` from ${from}`}) shown)`;
}

/** SQL that makes a JSON array, as text, of rows in their order. */
export function arrayOf(item: string, rows: string): string {
  return `(select '[' || coalesce(string_agg(item, ',' order by place), '') || ']'
    from (select (${item})::text as item, row_number() over () as place from (${rows}) one) listed)`;
}

/** The parts of a list's page. */
interface Page {
  /** The rows in their order, one more than the limit. */
  readonly rows: string;
  /** What a row shows, and what the next page starts after. */
  readonly item: string;
  readonly key: string;
  readonly limit: string;
}

/** SQL that makes a whole page as JSON text: its items, and where the next one starts. */
export function pageOf({ rows, item, key, limit }: Page): string {
  return `(select '{"items":[' || coalesce(string_agg(item, ',' order by place) filter (where place <= ${limit}), '')
    || '],"nextCursor":' || case when count(*) > ${limit}
      then to_json(max(key) filter (where place = ${limit}))::text else 'null' end || '}'
    from (select (${item})::text as item, (${key})::text as key, row_number() over () as place from (${rows}) one) listed)`;
}
