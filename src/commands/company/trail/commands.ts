import { parseCount } from "../../../domain/money.ts";
import { byDefault, command, value } from "../../command.ts";
import { email } from "../../sent/readers.ts";
import { CONNECTION } from "../inputs.ts";

/** How many acts are shown, and how many may be asked for. */
const DEFAULT_ACTS = 100;
const MAX_ACTS = 10_000;

/** `porte-company trail`. */
export const TRAIL = command({
  name: "trail",
  help: "administration.summaries.trail",
  inputs: {
    porte: email("--porte <email>", "administration.options.email"),
    limit: byDefault(
      value("--limit <count>", "administration.options.limit", (typed) => parseCount(typed, 1, MAX_ACTS)),
      DEFAULT_ACTS,
    ),
    ...CONNECTION,
  },
  shows: { list: "items", id: "id" },
  load: () => import("./trail.ts"),
});
