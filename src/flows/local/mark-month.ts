import type { Versioned } from "../../client/company.ts";
import type { Day, Month } from "../../domain/calendar.ts";
import type { FiledDelivery, FiledDocument, FiledReport, Mark } from "../../domain/local/filed.ts";
import { PorteError } from "../../errors.ts";
import { draftsOf } from "../activity/outbox.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { deliveryOf, keepArrived } from "./deliver.ts";
import { type Evidence, evidenceIn, keptProof, momentOf } from "./evidence.ts";
import { filedOf, heldOf, keepFiled } from "./submit-month.ts";

/** What is said of a month, and what shows it. */
export interface Marking {
  readonly mark: Mark;
  /** A signed page or a mail, or a folder that holds one of the month. */
  readonly file: string | undefined;
  readonly reason: string | undefined;
  /** The day on which it was so; that of the mail, or today, where nobody says. */
  readonly on: Day | undefined;
}

/** A month as it now stands, and what was read of the file that shows it. */
export interface Marked {
  readonly report: HeldReport;
  readonly proof: FiledDocument | null;
  readonly read: Evidence["read"];
}

/**
 * Notes what became of a month that left as a document. The file that shows it is kept beside it, under its hash.
 * @throws {PorteError} `company.not_found` where nothing left, `delivery.state` for what cannot become that, `delivery.evidence`,
 * `file.unreadable`.
 */
export function markMonth(session: Session, month: Month, marking: Marking): Promise<Marked> {
  return draftsOf(session).inTurn(month, async () => {
    const filed = filedOf(session, month);
    if (filed === null) throw await notFiled(session, month);
    const delivery = deliveryOf(session, filed.delivery);
    assertMarkable(filed, delivery, marking.mark);
    const evidence = marking.file === undefined ? null : await evidenceIn(marking.file, month);
    const proof = evidence === null ? null : await keptProof(session, month, evidence);
    const read = evidence?.read ?? null;
    const at = momentOf(marking.on, read, session.machine.now());
    if (delivery !== null) await keepArrived(session, delivery, marking.mark === "sent" ? at : null);
    await noteDecided(session, filed, { ...marking, at, proof });
    return { report: (await heldOf(session, month)).value, proof, read };
  });
}

/** Why nothing can be said of a month yet: it waits here, or nothing of it is known. */
async function notFiled(session: Session, month: Month): Promise<PorteError> {
  const typed = await draftsOf(session).find(month);
  return typed === null
    ? new PorteError("company.not_found", { kind: "report", what: month })
    : new PorteError("delivery.state", { month, state: typed.state });
}

async function noteDecided(
  session: Session,
  filed: FiledReport,
  {
    mark,
    at,
    reason = null,
    proof,
  }: Pick<Marking, "mark"> & { at: string; reason?: string | undefined | null; proof: FiledDocument | null },
): Promise<void> {
  if (mark === "sent") await keepFiled(session, { ...filed, proof: proof ?? filed.proof });
  else await keepFiled(session, { ...filed, state: mark, decidedAt: at, reason, proof });
}

/** What was taken back is decided on by nobody; what arrived is sent once. */
function assertMarkable({ month, state }: FiledReport, delivery: FiledDelivery | null, mark: Mark): void {
  const isSent = mark === "sent" && (state !== "submitted" || delivery === null || delivery.state === "delivered");
  if (state === "withdrawn" || isSent) throw new PorteError("delivery.state", { month, state });
}

/** Notes that a month was taken back. @throws {PorteError} `delivery.state` once it was decided on. */
export async function withdrawFiled(session: Session, month: Month): Promise<Versioned<HeldReport>> {
  const filed = filedOf(session, month);
  if (filed === null) throw new PorteError("company.not_found", { kind: "report", what: month });
  if (filed.state === "approved" || filed.state === "withdrawn")
    throw new PorteError("delivery.state", { month, state: filed.state });
  await keepFiled(session, { ...filed, state: "withdrawn", decidedAt: session.machine.now().toISOString() });
  return heldOf(session, month);
}
