import type { ItemOf, StatusItem } from "../domain/status/items.ts";
import type { RenderOptions } from "./look.ts";

/** What an item is, in words. */
export function sentenceOf({ say }: Pick<RenderOptions, "say">, item: StatusItem): string {
  const { status, format } = say;
  switch (item.kind) {
    case "contract-to-sign":
      return status.contractToSign(item.mission);
    case "contract-at-others":
      return status.contractAtOthers(item.mission, item.waitingOn === "client" ? "client" : "company");
    case "trial-end":
    case "first-level":
      return say.contracts.watches[item.kind](format.day(item.day), item.isPast);
    case "client-months":
    case "contract-late":
      return say.contracts.watch(say.contracts.watches[item.kind](format.day(item.day), item.isPast), item.mission);
    case "proposal-waits":
      return (item.proposes === "mission" ? status.missionProposed : status.amendmentProposed)(
        item.mission,
        item.isToldLate,
      );
    case "price-to-tell":
      return status.priceToTell(item.mission, format.euros(item.dailyRateCents), format.day(item.agreedOn));
    case "days-left":
      return say.contracts.watch(
        say.contracts.watches[item.kind](format.day(item.day), item.isPast, format.days(item.left)),
        item.mission,
      );
    case "report-due":
      return status.reportDue(format.month(item.month), format.day(item.day));
    case "report-late":
      return status.reportLate(format.month(item.month), format.day(item.day));
    case "report-draft":
      return (item.isLate ? status.reportDraftLate : status.reportDraft)(
        format.month(item.month),
        format.day(item.day),
      );
    case "report-queued":
      return status.reportQueued(format.month(item.month));
    case "report-at-client":
      return status.reportAtClient(format.month(item.month));
    case "report-waits":
      return status.reportWaits(format.month(item.month));
    case "report-approved":
      return status.reportApproved(format.month(item.month));
    case "report-refused":
      return status.reportRefused(format.month(item.month), item.reason);
    case "expenses-to-send":
      return status.expensesWaiting(item.count, format.euros(item.amountCents));
    case "expenses-read":
      return status.expensesRead(item.count, format.euros(item.amountCents));
    case "receipts-missing":
      return status.receiptsMissing(item.count);
    case "expense-questioned":
      return status.expenseQuestioned(format.euros(item.amountCents), item.question);
    case "expense-refused":
      return status.expenseRefused(format.euros(item.amountCents), item.reason);
    default:
      return isOwn(item) ? ownSentence({ say }, item) : moneySentence({ say }, item);
  }
}

const OWN_KINDS = ["setup", "mission-missing", "delivery-to-check", "payslip-missing", "pay-expected"] as const;

type OwnItem = ItemOf<(typeof OWN_KINDS)[number]>;

function isOwn<Item extends StatusItem>(item: Item): item is Item & OwnItem {
  return OWN_KINDS.some((kind) => kind === item.kind);
}

/** What only a profile without a company is told. */
function ownSentence({ say }: Pick<RenderOptions, "say">, item: OwnItem): string {
  const { status, format } = say;
  switch (item.kind) {
    case "setup":
      return status.setup;
    case "mission-missing":
      return status.missionMissing;
    case "delivery-to-check":
      return status.deliveries[item.state](status.documents[item.about](format.month(item.month)));
    case "payslip-missing":
      return status.payslipMissing(format.month(item.month), format.day(item.day));
    case "pay-expected": {
      const { month, turnoverCents, day } = item;
      const on = day === null ? null : format.day(day);
      return status.payExpected(format.month(month), format.euros(turnoverCents), on);
    }
  }
}

type MoneyItem = Extract<
  StatusItem,
  {
    readonly kind:
      | "invoice-late"
      | "invoice-cancelled"
      | "invoice-due"
      | "minimum-owed"
      | "collected"
      | "complement"
      | "transfer"
      | "transferred"
      | "balance";
  }
>;

/** Where money stands, and what of it is late. */
function moneySentence({ say }: Pick<RenderOptions, "say">, item: MoneyItem): string {
  const { status, format } = say;
  switch (item.kind) {
    case "invoice-late": {
      const { number, mission, amountCents, daysLate, nextReminderOn: next } = item;
      const late = say.money.late(daysLate);
      const reminder = next === null ? say.money.noReminder : say.money.nextReminder(format.day(next));
      const reminded = item.remindedOn === null ? [] : [status.reminded(format.day(item.remindedOn))];
      return status.invoiceLate(number, mission, format.euros(amountCents), [late, ...reminded, reminder].join(", "));
    }
    case "invoice-cancelled":
      return status.invoiceCancelled(item.number, item.mission, format.euros(item.amountCents));
    case "invoice-due":
      return status.invoiceDue(item.number, item.mission, format.euros(item.amountCents), format.day(item.day));
    case "minimum-owed":
      return status.minimumOwed(format.month(item.month), format.euros(item.amountCents));
    case "collected":
      return status.collected(item.count, format.euros(item.amountCents));
    case "complement":
      return status.complement(
        format.euros(item.amountCents),
        item.advanceCents === 0 ? null : format.euros(item.advanceCents),
      );
    case "transfer":
      return status.transfer(format.euros(item.amountCents), format.day(item.day));
    case "transferred":
      return status.transferred(format.euros(item.amountCents), format.day(item.day));
    case "balance":
      return status.balance(format.euros(item.balanceCents), format.euros(item.reserveCents));
  }
}
