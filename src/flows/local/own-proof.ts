import type { Month } from "../../domain/calendar.ts";
import type { FiledDelivery, FiledDocument } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { Records } from "../../store/records/records.ts";
import type { Session } from "../session.ts";
import { deliveryOf } from "./deliver.ts";
import { filedOf } from "./submit-month.ts";

/** What shows that a month left, and what became of it: files that are here, as they were. */
export interface OwnProof {
  readonly month: Month;
  readonly version: number;
  readonly delivery: FiledDelivery;
  /** The file that its decision rests on; null where there is none. */
  readonly proof: FiledDocument | null;
  /** The files that are no longer here, or no longer what they were; empty where all holds. */
  readonly faults: readonly string[];
}

type Kept = Pick<Session, "folder">;

/** Verifies that what left is here as it left. @throws {PorteError} `company.not_found` where nothing left. */
export async function ownProofOf(owner: Kept, month: Month): Promise<OwnProof> {
  const { filed, delivery } = leftIn(owner, month);
  const files = [...delivery.documents, ...(filed.proof === null ? [] : [filed.proof])];
  const records = new Records(owner.folder);
  const kept = await Promise.all(files.map((one) => records.document(one)));
  const faults = files.filter((_one, index) => kept[index] === null).map(({ file }) => file);
  return { month, version: filed.version, delivery, proof: filed.proof, faults };
}

/** Gives the PDF of a month as it left. @throws {PorteError} `company.not_found`; `file.unreadable` where it is no longer what it was. */
export async function documentOf(owner: Kept, month: Month): Promise<Uint8Array> {
  const [first] = filedOf(owner, month)?.documents ?? [];
  if (first === undefined) throw new PorteError("company.not_found", { kind: "report", what: month });
  const records = new Records(owner.folder);
  const bytes = await records.document(first);
  if (bytes === null)
    throw new PorteError("file.unreadable", { file: records.documentFile(first.file), reason: "ENOENT" });
  return bytes;
}

function leftIn(owner: Kept, month: Month) {
  const filed = filedOf(owner, month);
  const delivery = filed === null ? null : deliveryOf(owner, filed.delivery);
  if (filed === null || delivery === null) throw new PorteError("company.not_found", { kind: "report", what: month });
  return { filed, delivery };
}
