import { argument, command, group, mandatory, month } from "../../command.ts";
import { lines, REASON_MAX } from "../../sent/readers.ts";
import { CONNECTION, HOLDS_FROM } from "../inputs.ts";

/** `porte-company payroll`. */
export const PAYROLL = group({
  name: "payroll",
  help: "company.summaries.payroll",
  commands: [
    command({
      name: "run",
      help: "company.summaries.run",
      inputs: { month: month("<month>", null), ...CONNECTION },
      load: () => import("./run.ts"),
    }),
    command({
      name: "show",
      help: "staff.summaries.showRun",
      inputs: { run: argument("<run>"), ...CONNECTION },
      load: () => import("./show.ts"),
    }),
    command({
      name: "resume",
      help: "staff.summaries.resumeRun",
      inputs: { run: argument("<run>"), ...CONNECTION },
      load: () => import("./resume.ts"),
    }),
    command({
      name: "reverse",
      help: "staff.summaries.reversePayslip",
      inputs: {
        porte: argument("<porte>"),
        month: month("<month>", null),
        reason: mandatory(lines("--reason <text>", "staff.options.reversalReason", REASON_MAX)),
        ...CONNECTION,
      },
      load: () => import("./reverse.ts"),
    }),
    command({
      name: "profile",
      help: "company.summaries.profile",
      inputs: { file: argument("[file]"), ...HOLDS_FROM, ...CONNECTION },
      load: () => import("./profile.ts"),
    }),
  ],
});
