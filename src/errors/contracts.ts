import { type Rows, row } from "./row.ts";

/** What a proposal of a mission, or a contract, can fail by. */
export const contractsFailures = {
  /** A SIREN or SIRET whose check figure is wrong, or that is of another company. */
  "mission.client_number": row<{ kind: "siren" | "siret"; number: string }>({ exit: 2, status: 422 }),
  /** An amendment that holds for no day of its mission. */
  "mission.amendment_day": row<{ day: string; start: string; end: string | null }>({ exit: 2, status: 422 }),
  /** An amendment by which its mission would end before it starts. */
  "mission.amendment_end": row<{ end: string; start: string }>({ exit: 2, status: 422 }),
  /** An amendment while an earlier one of the mission waits for the company. */
  "mission.amendment_open": row<{ reference: string }>({ exit: 5, status: 409 }),
  "mission.nothing_changed": row({ exit: 2, status: 422 }),
  /** A contract that lacks mandatory mentions cannot be sent. */
  "contract.incomplete": row<{ missing: readonly string[] }>({ exit: 5, status: 409 }),
  "contract.no_mail": row({ exit: 5, status: 409 }),
  "contract.no_signer": row<{ client: string }>({ exit: 5, status: 409 }),
  /** One that is replaced, or that everybody has signed. */
  "contract.closed": row<{ state: "replaced" | "signed" }>({ exit: 5, status: 409 }),
  /** What the caller need not, or cannot yet, sign. */
  "contract.not_to_sign": row<{ reason: "not-sent" | "not-yours" | "signed" }>({ exit: 5, status: 409 }),
  "contract.evidence_file": row<{ file: string }>({ exit: 2 }),
  /** A contract's file without the evidence that is saved beside it once somebody has signed. */
  "contract.no_evidence": row<{ file: string; evidence: string }>({ exit: 6 }),
  "contract.not_here": row<{ id: string }>({ exit: 5 }),
} satisfies Rows<"mission" | "contract">;
