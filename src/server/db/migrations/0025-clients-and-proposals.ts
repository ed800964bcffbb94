import { type Kysely, sql } from "kysely";

const text = (column: string, most: number) => `${column} text check (length(${column}) between 1 and ${most})`;
const email = (column: string) =>
  `${column} text check (${column} ~ '^[^@[:space:]<>,;]+@[^@[:space:]<>,;]+$' and length(${column}) <= 254)`;
const RECORDED = "recorded_at timestamptz not null, recorded_by text not null";

const STATEMENTS = [
  `create table clients (
    id uuid primary key, name text not null check (length(name) between 1 and 200), siren text check (siren ~ '^[0-9]{9}$'),
    siret text check (siret ~ '^[0-9]{14}$'), ${text("address", 300)}, ${text("routing_code", 100)},
    ${text("chorus_service", 100)}, ${text("chorus_engagement", 100)}, ${text("contact_name", 120)}, ${email("contact_email")},
    ${RECORDED}, constraint clients_siret_of check (siren is null or siret is null or left(siret, 9) = siren))`,
  "create unique index clients_name on clients (lower(name))",
  /* One for each name that missions have had so far. */
  `insert into clients (id, name, recorded_at, recorded_by)
    select time_uuid(recorded_at), client, recorded_at, recorded_by from (
      select distinct on (lower(client)) client, recorded_at, recorded_by from missions order by lower(client), recorded_at) first`,
  `alter table missions add column client_id uuid references clients, ${[
    text("purchase_order", 100),
    "ordered_half_days integer check (ordered_half_days between 1 and 20000)",
    text("place", 300),
    text("skills", 2000),
    text("equipment", 500),
    "least_half_days integer check (least_half_days between 1 and 20000)",
    "rates jsonb not null default '[]' check (jsonb_typeof(rates) = 'array')",
  ]
    .map((column) => `add column ${column}`)
    .join(", ")}`,
  "update missions set client_id = (select id from clients where lower(name) = lower(missions.client))",
  "create index missions_client on missions (client_id)",
  "alter table employment_contracts add column trial_months integer check (trial_months between 0 and 8)",
  `create table mission_proposals (
    id uuid primary key, person_id uuid not null references people, kind text not null check (kind in ('mission', 'amendment')),
    mission_id uuid references missions, reference text not null, facts jsonb not null check (jsonb_typeof(facts) = 'object'),
    state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
    reason text check (length(reason) <= 500), decided_at timestamptz, decided_by text, revision integer not null default 1, ${RECORDED},
    check ((state = 'proposed') = (decided_at is null)), check (state <> 'refused' or reason is not null),
    check (kind = 'mission' or mission_id is not null))`,
  "create index mission_proposals_of on mission_proposals (person_id, id)",
  "create index mission_proposals_mission on mission_proposals (mission_id)",
  "create index mission_proposals_waiting on mission_proposals (id) where state = 'proposed'",
  `create unique index mission_proposals_reference on mission_proposals (person_id, reference)
    where state = 'proposed' and kind = 'mission'`,
  ...["clients", "mission_proposals"].map(
    (table) =>
      `create trigger ${table}_trail after insert or update or delete on ${table} for each row execute function keep_act()`,
  ),
  /* What was proposed stays as it was; a decision is made once. */
  `create trigger mission_proposals_final before update on mission_proposals for each row
    when (old.state <> 'proposed' or to_jsonb(old) - '{state,reason,decided_at,decided_by,mission_id,revision}'::text[]
      is distinct from to_jsonb(new) - '{state,reason,decided_at,decided_by,mission_id,revision}'::text[])
    execute function refuse_change()`,
];

/** Clients as records, what a mission's contracts name, and what portés propose. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
