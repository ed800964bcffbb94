import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { pairs } from "./table.ts";

interface ShownFile {
  readonly file: string;
  readonly sha256: string;
}

/** How something left, or is to leave, as a document. */
export interface ShownDelivery {
  readonly id: string;
  readonly about: string;
  readonly month: string;
  readonly state: "waiting" | "sending" | "prepared" | "delivered" | "failed" | "unknown";
  readonly by: "mail" | "folder" | "print";
  readonly via: "smtp" | "eml" | "mailto" | null;
  readonly to: string | null;
  readonly at: string;
  readonly messageId: string | null;
  readonly documents: readonly ShownFile[];
  readonly place: string | null;
  readonly reason: string | null;
}

/** A delivery as JSON: `file` is where it lies on this machine, and `sha256` is its own. */
export function deliveryJson({ place, documents, ...delivery }: ShownDelivery) {
  const { id, about, month, state, by, via, to, at, messageId, reason } = delivery;
  const [first] = documents;
  const file = place ?? first?.file ?? null;
  return {
    id,
    about,
    month,
    state,
    by,
    via,
    to,
    at,
    sha256: first?.sha256 ?? null,
    file,
    messageId,
    reason,
    documents: [...documents],
  };
}

/** How a delivery stands, in one line. */
export function deliveryLine(look: RenderOptions, delivery: ShownDelivery): string {
  const { deliveries } = look.say;
  const { state, reason } = delivery;
  const whom = inOneLine(delivery.to ?? "");
  switch (state) {
    case "waiting":
    case "sending":
      return deliveries.waiting(whom);
    case "failed":
      return deliveries.failed(whom, inOneLine(reason ?? ""));
    case "unknown":
      return deliveries.unknown(whom);
    case "prepared":
      return preparedLine(look, delivery);
    case "delivered":
      return deliveredLine(look, delivery);
  }
}

function lies({ place, documents }: ShownDelivery): string {
  return inOneLine(place ?? documents[0]?.file ?? "");
}

function preparedLine({ say: { deliveries } }: RenderOptions, delivery: ShownDelivery): string {
  const { via } = delivery;
  const to = inOneLine(delivery.to ?? "");
  return via === "eml" || via === "mailto" ? deliveries[via](lies(delivery), to) : deliveries.print(lies(delivery));
}

function deliveredLine({ say: { deliveries, format } }: RenderOptions, delivery: ShownDelivery): string {
  const at = format.instant(delivery.at);
  if (delivery.via === "smtp") return deliveries.by.smtp(inOneLine(delivery.to ?? ""), at);
  return delivery.by === "folder" ? deliveries.by.folder(lies(delivery), at) : deliveries.by.hand(at);
}

/** How a delivery stands, with the hash of what it holds. */
export function deliveryText(look: RenderOptions, delivery: ShownDelivery): string {
  const { deliveries } = look.say;
  const [first] = delivery.documents;
  const line = deliveryLine(look, delivery);
  return first === undefined ? line : [line, pairs(look, [[deliveries.hash, first.sha256]])].join("\n");
}

/** What shows that a month left, and what became of it. */
interface ShownOwnProof {
  readonly month: string;
  readonly version: number;
  readonly delivery: ShownDelivery;
  readonly proof: ShownFile | null;
  readonly faults: readonly string[];
}

/** The proof of a month that left as a document, as JSON. */
export function ownProofJson({ month, version, delivery, proof, faults }: ShownOwnProof) {
  return { month, holds: faults.length === 0, faults: [...faults], version, delivery: deliveryJson(delivery), proof };
}

/** The same in words: what left, when and to whom, and whether its files are as they were. */
export function ownProofText(look: RenderOptions, { month, version, delivery, proof, faults }: ShownOwnProof): string {
  const { deliveries, format } = look.say;
  const verdict = faults.length === 0 ? [look.paint.good(`✓ ${deliveries.holds(format.month(month))}`)] : [];
  const files = delivery.documents.flatMap(({ file, sha256 }): [string, string][] => [
    [deliveries.document, file],
    [deliveries.hash, sha256],
  ]);
  const evidence: [string, string][] =
    proof === null
      ? []
      : [
          [deliveries.evidence, proof.file],
          [deliveries.hash, proof.sha256],
        ];
  return [
    ...verdict,
    ...faults.map((file) => look.paint.bad(`✗ ${deliveries.broken(inOneLine(file))}`)),
    deliveryLine(look, delivery),
    pairs(look, [
      [deliveries.version, String(version)],
      [deliveries.when, format.instant(delivery.at)],
      ...(delivery.to === null ? [] : ([[deliveries.recipient, delivery.to]] as [string, string][])),
      ...(delivery.messageId === null ? [] : ([[deliveries.messageId, delivery.messageId]] as [string, string][])),
      ...files,
      ...evidence,
    ]),
  ].join("\n");
}

/** What shows how something stands, as it was filed: what the mail says at its head, and where the file is kept. */
export function evidenceLines(
  { say: { deliveries, format } }: Pick<RenderOptions, "say">,
  {
    read,
    proof,
  }: {
    readonly read: {
      readonly from: string | null;
      readonly date: string | null;
      readonly subject: string | null;
    } | null;
    readonly proof: { readonly file: string } | null;
  },
): string[] {
  const head =
    read === null
      ? []
      : [
          deliveries.mailRead(
            inOneLine(read.from ?? ""),
            read.date === null ? "" : format.instant(read.date),
            inOneLine(read.subject ?? ""),
          ),
        ];
  return proof === null ? head : [...head, deliveries.proofKept(inOneLine(proof.file))];
}
