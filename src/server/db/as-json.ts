/** SQL that says an instant as the contract does: in UTC, with its milliseconds. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL that makes one JSON object of a select list: the names are those of the contract. */
export function objectOf(columns: string, from = ""): string {
  return `(select row_to_json(whole) from (select ${columns}${from === "" ? "" : ` from ${from}`}) whole)`;
}

/** How a list shows a row. */
interface Shown {
  /** The select list of what `one` row shows; where a row keeps its own text, there is none. */
  readonly shown?: string;
  /** The text that it becomes; its select list as JSON, where nothing is said. */
  readonly text?: string;
}

/**
 * The rows of a list as JSON text, in their order: what adds them up keeps it. What one shows is made beside it: a question of its own
 * for each row takes half as long again.
 */
function listed(rows: string, { shown, text = TEXT }: Shown, key = "null"): string {
  const beside = shown === undefined ? "" : ` cross join lateral (select ${shown}) whole`;
  return `(select ${text} as item, ${key} as key from (${rows}) one${beside}) listed`;
}

/** What a row shows, as JSON text. */
const TEXT = "row_to_json(whole)::text";

/** The same with fields that a row may lack: they are left out where their column is null. What they have may itself hold nulls. */
export function textWith(columns: Readonly<Record<string, string>>): string {
  const more = Object.entries(columns).map(
    ([name, column]) => ` || coalesce(',"${name}":' || to_json(${column})::text, '')`,
  );
  return `left(${TEXT}, -1)${more.join("")} || '}'`;
}

/** SQL that makes a JSON array, as text, of rows in their order. */
export function arrayOf(shown: Shown, rows: string): string {
  return `(select '[' || coalesce(string_agg(item, ','), '') || ']' from ${listed(rows, shown)})`;
}

/** The parts of a list's page. */
interface Page extends Shown {
  /** The rows in their order, one more than the limit. */
  readonly rows: string;
  /** What the next page starts after. */
  readonly key: string;
  readonly limit: string;
}

/** SQL that makes a whole page as JSON text: its items, and where the next one starts. */
export function pageOf({ rows, key, limit, ...shown }: Page): string {
  return `(select '{"items":[' || coalesce(array_to_string(items[1:${limit}], ','), '') || '],"nextCursor":'
      || case when cardinality(items) > ${limit} then to_json(keys[${limit}])::text else 'null' end || '}'
    from (select array_agg(item) as items, array_agg(key) as keys from ${listed(rows, shown, key)}) page)`;
}
