import { share, sum } from "../money.ts";
import { promisedPay, stateOf } from "./facts.ts";
import type { KindRows } from "./found.ts";

/** Where the money stands: what is owed now, what was paid, what is to come, what lies on the account. */
export const MONEY_KINDS: KindRows<
  "minimum-owed" | "transfer" | "transferred" | "collected" | "invoice-due" | "complement" | "balance"
> = {
  "minimum-owed": {
    section: "money",
    find: ({ minimums, said }) =>
      minimums.map(({ month, amountCents }) => ({
        ...{ kind: "minimum-owed", month, amountCents },
        ...promisedPay({ said }, month),
      })),
    command: ({ month }) => `porte account track ${month}`,
  },
  transfer: {
    section: "money",
    find: ({ said: { payslips }, today }) =>
      payslips
        .slice(0, 1)
        .flatMap(({ transferCents: amountCents, transferDate: day }) =>
          day >= today ? [{ kind: "transfer", amountCents, day }] : [],
        ),
    command: () => "porte payslips list",
  },
  transferred: {
    section: "money",
    find: ({ said: { payslips }, today }) =>
      payslips
        .slice(0, 1)
        .flatMap(({ transferCents: amountCents, transferDate: day }) =>
          day < today ? [{ kind: "transferred", amountCents, day }] : [],
        ),
    command: () => "porte payslips list",
  },
  collected: {
    section: "money",
    find: ({ payments }) => {
      const held = payments.filter(({ state, payslipMonth }) => state !== "reversed" && payslipMonth === null);
      if (held.length === 0) return [];
      const [day = ""] = held.map(({ receivedOn }) => receivedOn).toSorted();
      return [
        { kind: "collected", count: held.length, amountCents: sum(held.map((one) => one.amountCents)), since: day },
      ];
    },
    command: () => "porte account track",
  },
  "invoice-due": {
    section: "money",
    find: ({ invoices, today }) =>
      invoices
        .filter((one) => ["issued", "part-paid"].includes(stateOf(one, today)))
        .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
        .map(({ id, number, mission, month, amountCents, paidCents, dueOn }) => ({
          ...{ kind: "invoice-due", id, number, mission, month, amountCents: amountCents - paidCents },
          day: dueOn,
        })),
    command: ({ month }) => `porte account track ${month}`,
  },
  complement: {
    section: "money",
    find: ({ invoices, today, said: { account, company } }) => {
      const open = invoices.filter((one) => ["issued", "part-paid", "late"].includes(stateOf(one, today)));
      const billed = sum(open.map(({ amountCents, paidCents }) => amountCents - paidCents));
      const advanceCents = account?.advanceCents ?? 0;
      const amountCents = Math.max(0, billed - share(billed, company.fee?.ratePpm ?? 0) - advanceCents);
      return billed === 0 || company.fee === undefined ? [] : [{ kind: "complement", amountCents, advanceCents }];
    },
    command: () => "porte account track",
  },
  balance: {
    section: "money",
    find: ({ said: { account } }) =>
      account === null
        ? []
        : [{ kind: "balance", balanceCents: account.balanceCents, reserveCents: account.reserveCents }],
    command: () => "porte account",
  },
};
