import { type Kysely, sql } from "kysely";

const STATEMENTS = [
  `alter table missions add column client_email text, add column client_language text not null default 'fr'
    check (client_language in ('fr', 'en'))`,
  `create table client_links (
    id uuid primary key, report_id uuid not null, version integer not null, mission text not null, client text not null,
    recipient text not null, language text not null, expires_at timestamptz not null, mailed_at timestamptz,
    tries integer not null default 0, next_try_at timestamptz not null, decision text check (decision in ('approve', 'reject')),
    reason text, decided_at timestamptz, recorded_at timestamptz not null, recorded_by text not null,
    foreign key (report_id, version) references report_versions)`,
  `create index client_links_of on client_links (report_id, version)`,
  `create index client_links_to_mail on client_links (next_try_at) where mailed_at is null`,
];

/** The client's side: whom a mission's month is shown to, and what they answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
