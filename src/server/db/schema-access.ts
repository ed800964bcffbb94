import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { components } from "../../contract/types.ts";
import type { Instant, Json, Recorded } from "./schema-columns.ts";

type Schemas = components["schemas"];

/** A token of a person or a script, known by its hash. */
export interface AccessTokens extends Recorded {
  token_hash: string;
  person_id: string;
  scopes: Json<Schemas["Scope"][]>;
  expires_at: Instant;
  id: Generated<string>;
  name: Generated<string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** One act on one row: what changed, by whom. Written by the tables themselves. */
export interface AuditTrail {
  id: string;
  at: Date;
  by: string;
  act: "insert" | "update" | "delete";
  subject: string;
  row_id: string;
  person_id: string | null;
  before: JSONColumnType<Record<string, unknown>> | null;
  after: JSONColumnType<Record<string, unknown>> | null;
}

/** The number of a person's last event. */
export interface EventCounters {
  person_id: string;
  last: number;
}

/** Something that has happened to a person, numbered from 1 on for each. Written by the tables themselves. */
export interface Events {
  person_id: string;
  id: number;
  at: Date;
  kind: string;
  about: string;
}

/** The answer to a write, by its key. */
export interface IdempotencyKeys {
  person_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  etag: string | null;
  body: Json<object> | null;
  created_at: Instant;
}

/** What the login server keeps. */
export interface OidcRecords {
  model: string;
  id_hash: string;
  /** Sealed by the record's identifier. */
  payload: string;
  grant_id: string | null;
  /** Of an access token: whose it is, and what it allows. */
  person_id: string | null;
  scopes: JSONColumnType<Schemas["Scope"][], string, string> | null;
  /** The user code or uid that finds the record too, and the identifier sealed by it. */
  other_hash: string | null;
  sealed_id: string | null;
  consumed_at: ColumnType<Date | null, Date | null, Date | null>;
  expires_at: ColumnType<Date | null, Date | null, Date | null>;
  /** When a device code was last asked about. */
  polled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** The wrong passwords that an account was tried with, and when the next try is let through. */
export interface SignInTries {
  key: string;
  failures: Generated<number>;
  failed_at: Instant;
  next_at: Instant;
}

/** The company's own keys. */
export interface ServerKeys {
  name: string;
  value: Json<object>;
  created_at: Instant;
}

/** How often somebody came, within a time. */
export interface RateLimits {
  key: string;
  count: Generated<number>;
  resets_at: Instant;
}
