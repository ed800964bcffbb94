import { type Rows, row } from "./row.ts";

/** What leaves this machine as a document, without a company's API. */
export const deliveryFailures = {
  /** Nobody said which mail server to use, whose address to send from, or what the server asks for. */
  "delivery.no_server": row<{ missing: "host" | "from" | "password" }>({ exit: 2 }),
  /** A mail server on another machine that would be asked without TLS. */
  "delivery.plain": row<{ host: string }>({ exit: 2 }),
  "delivery.address": row<{ address: string }>({ exit: 2 }),
  /** A password that would be seen on the command line. */
  "delivery.secret": row({ exit: 2 }),
  /** The mail server or the folder cannot be reached now: it waits here. */
  "delivery.away": row<{ to: string; reason: string }>({ exit: 4 }),
  /** It is known not to have arrived. */
  "delivery.refused": row<{ to: string; reason: string }>({ exit: 5 }),
  /** It may have arrived, or not. */
  "delivery.unknown": row<{ about: "report" | "expenses" | "client"; month: string; to: string; reason: string }>({
    exit: 4,
  }),
  /** A month that was queued for a company's API, which a document does not replace. */
  "delivery.of_company": row<{ month: string }>({ exit: 5 }),
  /** A person does it only where no company is connected: it says itself what became of a month. */
  "delivery.by_company": row<{ command: string }>({ exit: 5 }),
  /** Forms beside a month's PDF, where a company's API takes the month. */
  "delivery.also": row<{ month: string }>({ exit: 2 }),
  /** A month that was to leave as a document, and a company's API. */
  "delivery.of_document": row<{ month: string }>({ exit: 5 }),
  /** Nothing of a month can be marked, or sent again, as it stands. */
  "delivery.state": row<{ month: string; state: string }>({ exit: 5 }),
  /** No expenses of a month have left as a document. */
  "delivery.no_dossier": row<{ month: string }>({ exit: 5 }),
  /** None of the expenses that left can become what is said. */
  "delivery.nothing_to_mark": row<{ month: string; mark: "sent" | "paid" | "refused" }>({ exit: 5 }),
  /** A file that proves nothing of a month. */
  "delivery.evidence": row<{ file: string; month: string; fault: "kind" | "none" | "several" }>({ exit: 2 }),
  /** Nobody said whom a client's month goes to, or which client. */
  "delivery.no_client": row<{ month: string; clients: readonly string[] }>({ exit: 2 }),
} satisfies Rows<"delivery">;
