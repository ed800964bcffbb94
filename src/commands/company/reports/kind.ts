import { act, read, readAll } from "../../../flows/staff/act.ts";
import type { Kind } from "../decide.ts";

/** Reports, as the staff reads them and decides on them. */
export const REPORTS: Kind = {
  name: "reports",
  list: (office) => readAll(office, "listReportsToDecide"),
  read: (office, id) => read(office, "getOwnedReport", { params: { reportId: id } }),
  decide: (office, id, body, ifMatch) => act(office, "decideReport", { params: { reportId: id }, body, ifMatch }),
};
