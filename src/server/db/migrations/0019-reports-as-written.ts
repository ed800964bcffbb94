import { type Kysely, sql } from "kysely";

/** What 0010 asks of these columns, in the words of their new type. */
const RULES = {
  days: "json_typeof(days) = 'array'",
  days_most: "case when json_typeof(days) = 'array' then json_array_length(days) <= 31 end",
  receipt: "json_typeof(receipt) = 'object'",
};

const STATEMENTS = [
  ...Object.keys(RULES).map((name) => `alter table report_versions drop constraint report_versions_${name}`),
  "alter table report_versions alter column days type json using days::json, alter column receipt type json using receipt::json",
  ...Object.entries(RULES).flatMap(([name, rule]) => [
    `alter table report_versions add constraint report_versions_${name} check (${rule}) not valid`,
    /* An older version that cannot be put right stays as it was recorded. */
    `do $$ begin alter table report_versions validate constraint report_versions_${name};
      exception when check_violation then null; end $$`,
  ]),
];

/** A report's days are kept as they are shown, so that a list of reports is copied: printing them took most of its time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
