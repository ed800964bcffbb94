import type { frBanks } from "../fr/banks.ts";
import { englishForm as form } from "../plural.ts";

const bankReasons = {
  currency: "currency other than the euro",
  declined: "declined or cancelled payment",
  pending: "pending payment",
  amount: "unreadable amount",
  date: "unreadable date",
  both: "both a debit and a credit",
  future: "date in the future",
  range: "amount out of range",
  balance: "balance or total, not a payment",
};

/** What is said of payments that are taken from a bank's file. */
export const enBanks: typeof frBanks = {
  banks: {
    aside: ({ line, reason, text }) => `Line ${line} skipped (${bankReasons[reason]}): ${text}`,
    asides: (count) => `${count} other ${form(count, "line", "lines")} skipped.`,
    refund: (line, amount, { line: other, date, amount: back }) =>
      `Line ${line}, ${amount}: ${back} refunded on ${date} (line ${other}). Do not claim what was refunded.`,
    nothing: "No payment to import.",
    choose: (others) =>
      `Nothing was imported yet. Choose the payments with --lines or --take.${others === 0 ? "" : ` ${others} ${form(others, "other payment", "other payments")} not shown.`}`,
    kept: (added, known, sent) =>
      `${added} ${form(added, "expense", "expenses")} saved${known === 0 ? "" : `, ${known} already saved`}${sent === 0 ? "" : `, ${sent} already sent`}. Receipts still have to be attached.`,
    askLines: "Which payments?",
  },
};
