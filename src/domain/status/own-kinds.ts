import { addMonths, lastDay } from "../calendar.ts";
import { earliestDay, payDay } from "./facts.ts";
import type { KindRows } from "./found.ts";

/** What a profile without a company is to begin with, and what left it and may not have arrived. */
export const OWN_FIRST: KindRows<"setup" | "mission-missing" | "delivery-to-check"> = {
  setup: {
    section: "todo",
    find: ({ own }) => (own?.isEmpty === true ? [{ kind: "setup" }] : []),
    command: () => "porte init",
  },
  "mission-missing": {
    section: "todo",
    find: ({ own, said }) =>
      own !== null && !own.isEmpty && said.missions.length === 0 ? [{ kind: "mission-missing" }] : [],
    command: () => "porte missions add",
  },
  "delivery-to-check": {
    section: "todo",
    find: ({ own }) =>
      (own?.deliveries ?? []).map(({ about, month, state, at }) => ({
        kind: "delivery-to-check",
        ...{ month, about, state: state === "sending" ? ("unknown" as const) : state },
        ...earliestDay([at]),
      })),
    command: ({ month, state, about }) => {
      if (state === "waiting" || state === "failed") return "porte sync";
      if (about === "expenses")
        return state === "prepared" ? `porte expenses mark ${month} sent` : `porte expenses list ${month}`;
      return state === "prepared" ? `porte declare mark ${month} sent` : `porte declare show ${month}`;
    },
  },
};

/** What is to come, and what did not. */
export const OWN_LAST: KindRows<"payslip-missing" | "pay-expected"> = {
  "payslip-missing": {
    section: "todo",
    find: (facts) =>
      (facts.own?.unpaid ?? []).flatMap(({ month }) => {
        const day = payDay(facts, month) ?? lastDay(addMonths(month, 1));
        return facts.today > day ? [{ kind: "payslip-missing", month, day, since: day }] : [];
      }),
    command: ({ month }) => `porte payslips add <file> --month ${month}`,
  },
  "pay-expected": {
    section: "money",
    find: (facts) =>
      (facts.own?.unpaid ?? []).map(({ month, turnoverCents }) => {
        const day = payDay(facts, month);
        return { kind: "pay-expected", month, turnoverCents, day, ...(day === null ? {} : { due: day }) };
      }),
    command: ({ month }) => `porte account ${month}`,
  },
};
