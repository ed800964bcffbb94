import { toEuros } from "../domain/money.ts";
import { deliveryJson, deliveryLine, deliveryText, type ShownDelivery } from "./delivery.ts";
import type { RenderOptions } from "./look.ts";

/** Expenses that left together as one archive, or are to, and how. */
interface ShownSentDossier {
  readonly dossier: {
    readonly month: string;
    readonly number: number;
    readonly expenses: readonly { readonly id: string }[];
    readonly amountCents: number;
  };
  readonly delivery: ShownDelivery;
}

/** A dossier that left as JSON: how far it is, what is in it, and how it left. */
export function dossierJson({ dossier, delivery }: ShownSentDossier) {
  const { month, number, expenses, amountCents } = dossier;
  return {
    ...{ month, number, state: stateOf(delivery), amount: toEuros(amountCents) },
    expenses: expenses.map(({ id }) => id),
    delivery: deliveryJson(delivery),
  };
}

/** A dossier that has left is sent; one that has not waits, or is its porté's to send. */
function stateOf({ state }: ShownDelivery): "submitted" | "prepared" | "queued" | "draft" | "unknown" {
  if (state === "delivered") return "submitted";
  if (state === "waiting") return "queued";
  if (state === "failed") return "draft";
  return state === "prepared" ? "prepared" : "unknown";
}

/** What became of a dossier: what was sent, where it lies or whom it went to, and what is to do next. */
export function dossierText(look: RenderOptions, { dossier, delivery }: ShownSentDossier): string {
  const { expenses: words, format } = look.say;
  const { month, expenses, amountCents } = dossier;
  const facts = [format.month(month), expenses.length, format.euros(amountCents)] as const;
  const [head, next] =
    delivery.state === "delivered"
      ? [look.paint.good(`✓ ${words.dossierSent(...facts)}`), words.nextPaid(month)]
      : [look.paint.strong(words.dossierReady(...facts)), words.nextSent(month)];
  const isTold = delivery.state === "delivered" || delivery.state === "prepared";
  return [...(isTold ? [head] : []), deliveryText(look, delivery), ...(isTold ? [next] : [])].join("\n");
}

/** How the dossiers stand that have not arrived for sure, each in one line. */
export function openDossiers(look: RenderOptions, dossiers: readonly ShownSentDossier[]): string[] {
  const { expenses: words, format } = look.say;
  return dossiers
    .filter(({ delivery }) => delivery.state !== "delivered")
    .map(({ dossier, delivery }) => words.dossierStands(format.month(dossier.month), deliveryLine(look, delivery)));
}
