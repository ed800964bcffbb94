import { type Kysely, sql } from "kysely";

const RECORDED = "recorded_at timestamptz not null, recorded_by text not null";
const MAILED = "{mailed_at,tries,next_try_at,ended_at,signed_at,typed_name,evidence}";

const STATEMENTS = [
  `create table contract_documents (
    id uuid primary key, person_id uuid not null references people, mission_id uuid not null references missions,
    kind text not null check (kind in ('employment', 'client')), form text not null check (form in ('client', 'cdi', 'cdd')),
    part text not null check (part in ('contract', 'amendment')), amends uuid references contract_documents,
    start_day date not null, end_day date, missing jsonb not null check (jsonb_typeof(missing) = 'array'),
    facts jsonb not null check (jsonb_typeof(facts) = 'object'), sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes integer not null check (bytes between 1 and 1000000), pdf bytea not null, replaced_at timestamptz, ${RECORDED},
    check ((kind = 'client') = (form = 'client')), check (bytes = length(pdf)), check (sha256 = encode(sha256(pdf), 'hex')))`,
  "create index contract_documents_of on contract_documents (person_id, id)",
  "create index contract_documents_mission on contract_documents (mission_id, kind, id)",
  "create index contract_documents_amends on contract_documents (amends) where amends is not null",
  `create table contract_signings (
    id uuid primary key, document_id uuid not null references contract_documents, person_id uuid not null references people,
    party text not null check (party in ('client', 'porte', 'company')), name text not null check (length(name) between 1 and 200),
    email text not null check (email ~ '^[^@[:space:]<>,;]+@[^@[:space:]<>,;]+$' and length(email) <= 254),
    language text not null check (language in ('fr', 'en')), expires_at timestamptz not null, mailed_at timestamptz,
    tries integer not null default 0, next_try_at timestamptz not null, ended_at timestamptz,
    signed_at timestamptz, typed_name text check (length(typed_name) between 1 and 120), evidence jsonb, ${RECORDED},
    check ((signed_at is null) = (evidence is null)), check ((signed_at is null) = (typed_name is null)),
    check (ended_at is null or signed_at is null))`,
  "create unique index contract_signings_party on contract_signings (document_id, party) where ended_at is null",
  "create index contract_signings_of on contract_signings (person_id)",
  "create index contract_signings_to_mail on contract_signings (next_try_at) where mailed_at is null and ended_at is null",
  `create trigger contract_documents_final before update on contract_documents for each row
    when (old.replaced_at is not null or to_jsonb(old) - 'replaced_at' is distinct from to_jsonb(new) - 'replaced_at')
    execute function refuse_change()`,
  `create trigger contract_signings_final before update on contract_signings for each row
    when (to_jsonb(old) - '${MAILED}'::text[] is distinct from to_jsonb(new) - '${MAILED}'::text[]
      or ((old.signed_at is not null or old.ended_at is not null) and (old.signed_at, old.typed_name, old.evidence, old.ended_at)
        is distinct from (new.signed_at, new.typed_name, new.evidence, new.ended_at)))
    execute function refuse_change()`,
  /* They go with their person, once no text obliges anybody to retain them. */
  `create function refuse_unless_erasing() returns trigger language plpgsql as $$ begin
    if exists (select 1 from people where id = old.person_id and erased_at is not null
        and id = nullif(current_setting('porte.erasing', true), '')::uuid) then return old; end if;
    raise exception 'a recorded fact is never changed: %', tg_table_name; end $$`,
  ...["contract_documents", "contract_signings"].flatMap((table) => [
    `create trigger ${table}_kept before delete on ${table} for each row execute function refuse_unless_erasing()`,
    `create trigger ${table}_whole before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
  `create trigger contract_documents_trail after insert or update or delete on contract_documents for each row
    execute function keep_act('pdf', 'facts')`,
  `create trigger contract_signings_trail after insert or update or delete on contract_signings for each row
    execute function keep_act('mailed_at', 'tries', 'next_try_at', 'name', 'typed_name', 'evidence')`,
];

/** Contracts as they were drawn, and who was asked to sign them and has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
