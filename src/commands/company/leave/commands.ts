import { byDefault, choice, command, day, group, mandatory } from "../../command.ts";
import { email } from "../../sent/readers.ts";
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
        porte: mandatory(email("--porte <email>", "company.options.porte")),
        kind: byDefault(
          choice("--kind <kind>", "company.options.leaveKind", ["paid-leave", "unpaid-leave"]),
          "paid-leave",
        ),
        from: mandatory(day("--from <day>", "company.options.firstDay", "either")),
        to: mandatory(day("--to <day>", "company.options.lastDay", "either")),
        ...CONNECTION,
      },
      load: () => import("./grant.ts"),
    }),
  ],
});
