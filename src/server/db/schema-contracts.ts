import type { ColumnType, Generated } from "kysely";
import type { components } from "../../contract/types.ts";
import type { Day } from "../../domain/calendar.ts";
import type { ContractForm, Mention } from "../../domain/contracts/mentions.ts";
import type { DocumentKind, Party } from "../../domain/contracts/state.ts";
import type { ContractTerms } from "../documents/terms.ts";
import type { Instant, Json, Recorded } from "./schema-columns.ts";

type Schemas = components["schemas"];
type Moment = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** A client of the company, once for each name. */
export interface Clients extends Recorded {
  id: string;
  name: string;
  siren: string | null;
  siret: string | null;
  address: string | null;
  routing_code: string | null;
  chorus_service: string | null;
  chorus_engagement: string | null;
  contact_name: string | null;
  contact_email: string | null;
}

/** What a mission's contracts name of it. */
export interface MissionTerms {
  client_id: string | null;
  purchase_order: string | null;
  ordered_half_days: number | null;
  place: string | null;
  skills: string | null;
  equipment: string | null;
  least_half_days: number | null;
  /** Where the price was negotiated anew: every price, with the first day it holds for, oldest first. */
  rates: ColumnType<Schemas["MissionRate"][], string | undefined, string>;
}

/** What a porté proposes: a mission, or an amendment of one. */
export interface MissionProposals extends Recorded {
  id: string;
  person_id: string;
  kind: "mission" | "amendment";
  mission_id: string | null;
  reference: string;
  facts: Json<Schemas["MissionProposalSubmission"] | Schemas["AmendmentSubmission"]>;
  state: Generated<"proposed" | "accepted" | "refused">;
  reason: string | null;
  decided_at: Moment;
  decided_by: string | null;
  revision: Generated<number>;
}

/** A contract as it was drawn: its bytes never change. */
export interface ContractDocuments extends Recorded {
  id: string;
  person_id: string;
  mission_id: string;
  kind: DocumentKind;
  form: ContractForm;
  part: "contract" | "amendment";
  amends: string | null;
  start_day: Day;
  end_day: Day | null;
  missing: Json<Mention[]>;
  /** What was printed, value by value. */
  facts: Json<Record<string, string | null>>;
  /** What it says, before it is put into words; null for one that was drawn before that was kept. */
  terms: ColumnType<ContractTerms | null, string, never>;
  sha256: string;
  bytes: number;
  pdf: Uint8Array;
  replaced_at: Moment;
}

/** One party that is asked to sign a contract, and its signature. */
export interface ContractSignings extends Recorded {
  id: string;
  document_id: string;
  person_id: string;
  party: Party;
  name: string;
  email: string;
  language: "fr" | "en";
  expires_at: Instant;
  mailed_at: Moment;
  tries: Generated<number>;
  next_try_at: Instant;
  /** When another link took its place, or its contract was replaced. */
  ended_at: Moment;
  signed_at: Moment;
  typed_name: string | null;
  evidence: ColumnType<Schemas["SignatureEvidence"] | null, string | null, string | null>;
}
