/** SQL that says an instant as the contract does: in UTC, with its milliseconds. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL that makes one JSON object of a select list: the names are those of the contract. */
export function objectOf(columns: string, from = ""): string {
  return `(select row_to_json(shown) from (select ${columns}${from === "" ? "" : ` from ${from}`}) shown)`;
}

/** The rows of a list as JSON text. What one shows is made beside it: a question of its own for each row takes half as long again. */
function listed(
  shown: string,
  rows: string,
  { text = TEXT, key = "null" }: { text?: string | undefined; key?: string } = {},
): string {
  return `(select ${text} as item, (${key})::text as key, row_number() over () as place
    from (${rows}) one cross join lateral (select ${shown}) shown) listed`;
}

/** What a row shows, as JSON text. */
const TEXT = "row_to_json(shown)::text";

/** The same with fields that a row may lack: they are left out where their column is null. What they have may itself hold nulls. */
export function textWith(columns: Readonly<Record<string, string>>): string {
  const more = Object.entries(columns).map(
    ([name, column]) => ` || coalesce(',"${name}":' || to_json(${column})::text, '')`,
  );
  return `left(${TEXT}, -1)${more.join("")} || '}'`;
}

/** SQL that makes a JSON array, as text, of rows in their order. @param shown the select list of what `one` row shows. */
export function arrayOf({ shown, text }: Pick<Page, "shown" | "text">, rows: string): string {
  return `(select '[' || coalesce(string_agg(item, ',' order by place), '') || ']' from ${listed(shown, rows, { text })})`;
}

/** The parts of a list's page. */
interface Page {
  /** The rows in their order, one more than the limit. */
  readonly rows: string;
  /** The select list of what `one` row shows, its text where that is not all, and what the next page starts after. */
  readonly shown: string;
  readonly text?: string | undefined;
  readonly key: string;
  readonly limit: string;
}

/** SQL that makes a whole page as JSON text: its items, and where the next one starts. */
export function pageOf({ rows, shown, limit, ...how }: Page): string {
  return `(select '{"items":[' || coalesce(string_agg(item, ',' order by place) filter (where place <= ${limit}), '')
    || '],"nextCursor":' || case when count(*) > ${limit}
      then to_json(max(key) filter (where place = ${limit}))::text else 'null' end || '}'
    from ${listed(shown, rows, how)})`;
}
