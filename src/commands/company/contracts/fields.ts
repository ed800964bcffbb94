import { WORKING_TIMES } from "../../../domain/activity.ts";
import { parseCount, parsePercent } from "../../../domain/money.ts";
import { day, mandatory, value } from "../../command.ts";
import { email, line } from "../../sent/readers.ts";
import { oneOf, yesNo } from "../readers.ts";

/** What is typed of a contract: options of `add`, and columns of `import`. */
export const FIELDS = {
  porte: mandatory(email("--porte <email>", "administration.options.porte")),
  kind: mandatory(value("--kind <kind>", "administration.options.kind", oneOf("--kind", ["cdi", "cdd"]))),
  category: mandatory(
    value("--category <category>", "administration.options.category", oneOf("--category", ["cadre", "non-cadre"])),
  ),
  level: mandatory(
    value("--level <level>", "administration.options.level", oneOf("--level", ["first", "junior", "senior", "expert"])),
  ),
  from: mandatory(day("--from <day>", "administration.options.from", "either")),
  to: day("--to <day>", "administration.options.to", "either"),
  job: line("--job <text>", "administration.options.job", 80),
  position: line("--position <text>", "administration.options.position", 80),
  workingTime: value(
    "--working-time <unit>",
    "administration.options.workingTime",
    oneOf("--working-time", WORKING_TIMES),
  ),
  weeklyHours: value("--weekly-hours <hours>", "administration.options.weeklyHours", (typed) =>
    parseCount(typed, 1, 48),
  ),
  forfaitDays: value("--forfait-days <days>", "administration.options.forfaitDays", (typed) =>
    parseCount(typed, 1, 229),
  ),
  trialMonths: value("--trial-months <months>", "administration.options.trialMonths", (typed) =>
    parseCount(typed, 0, 8),
  ),
  alsaceMoselle: value("--alsace-moselle <yes|no>", "administration.options.alsaceMoselle", yesNo("--alsace-moselle")),
  taxRate: value("--tax-rate <%>", "administration.options.taxRate", (typed) => parsePercent(typed)),
};
