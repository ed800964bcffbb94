// @ts-check
import { call, list } from "porte/client";
import contract from "porte/contract" with { type: "json" };
import { bindLaw, defaultSituation, payslip } from "porte/payroll";

/** A month's pay by the law of that month, to the cent. */
const month = "2026-11";
const slip = payslip(bindLaw(month, defaultSituation(month)), 400_000, "neutral");

/** What a company says, by the names of the contract. */
const connection = {
  url: process.env.PORTE_API_URL ?? "",
  token: process.env.PORTE_TOKEN ?? null,
  timeoutMs: 10_000,
  agent: "my-script/1.0",
  onNewer: () => {},
};
const { value: me } = await call(connection, "getMe");
const reports = await list(connection, "listActivityReports", { query: { since: "2026-01" } });

process.stdout.write(
  JSON.stringify({
    netPaidCents: slip.netPaidCents,
    name: me.name,
    months: reports.map((report) => report.month),
    contract: contract.info.version,
  }),
);
