import { parseDay } from "../../../domain/calendar.ts";
import { byDefault, choice, command, group, mandatory, text, value } from "../../command.ts";
import { CONNECTION } from "../inputs.ts";

/** `porte-company leave`. */
export const LEAVE = group({
  name: "leave",
  help: "company.summaries.leave",
  commands: [
    command({
      name: "grant",
      help: "company.summaries.grantLeave",
      inputs: {
        porte: mandatory(text("--porte <email>", "company.options.porte")),
        kind: byDefault(
          choice("--kind <kind>", "company.options.leaveKind", ["paid-leave", "unpaid-leave"]),
          "paid-leave",
        ),
        from: mandatory(value("--from <day>", "company.options.firstDay", parseDay)),
        to: mandatory(value("--to <day>", "company.options.lastDay", parseDay)),
        ...CONNECTION,
      },
      load: () => import("./grant.ts"),
    }),
  ],
});
