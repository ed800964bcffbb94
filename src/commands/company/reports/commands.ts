import { command, group } from "../../command.ts";
import { APPROVAL, CONNECTION, ONE, REJECTION } from "../inputs.ts";

/** `porte-company reports`. */
export const REPORTS = group({
  name: "reports",
  help: "company.summaries.reports",
  commands: [
    command({
      name: "list",
      help: "company.summaries.list",
      inputs: CONNECTION,
      shows: {
        list: "items",
        id: "report.id",
        sheet: [
          "owner.name",
          "owner.email",
          "report.month",
          "report.state",
          "report.version",
          "report.turnoverCents",
          "report.reason",
          "report.id",
        ],
      },
      load: () => import("./list.ts"),
    }),
    command({
      name: "show",
      help: "staff.summaries.show",
      inputs: ONE,
      load: () => import("./show.ts"),
    }),
    command({
      name: "approve",
      help: "company.summaries.approve",
      inputs: APPROVAL,
      load: () => import("./approve.ts"),
    }),
    command({
      name: "reject",
      help: "company.summaries.reject",
      inputs: REJECTION,
      load: () => import("./reject.ts"),
    }),
  ],
});
