import { parseMail, parseWay } from "../../domain/local/way.ts";
import { parseCount, parseEuros, parsePercent } from "../../domain/money.ts";
import { choiceMeant } from "../../domain/typed/meaning.ts";
import { choice, day, text, value } from "../command.ts";

/** Reads an amount, or `none` where there is none. @throws {PorteError} `input.amount`. */
const eurosOrNone = (typed: string) => choiceMeant(typed, ["none"]) ?? parseEuros(typed);
const dayOfMonth = (typed: string) => parseCount(typed, 1, 31);
const way = (typed: string) => parseWay(typed, "eml");

/** What the first questions ask, as options. */
export const FIRST_FACTS = {
  company: text("--company <name>", "sheet.company"),
  contract: choice("--contract <contract>", "sheet.contract", ["cdi", "cdd"]),
  category: choice("--category <category>", "sheet.category", ["cadre", "non-cadre"]),
  level: choice("--level <level>", "sheet.level", ["first", "junior", "senior", "expert"]),
  since: day("--since <day>", "sheet.since"),
  until: day("--until <day>", "sheet.until", "either"),
  fee: value("--fee <percent>", "sheet.fee", (typed) => parsePercent(typed)),
  feeCap: value("--fee-cap <euros>", "sheet.feeCap", eurosOrNone),
  feeBase: choice("--fee-base <base>", "sheet.feeBase", ["turnover", "turnover-less-expenses"]),
  deliver: value("--deliver <channel>", "sheet.deliver", way),
  via: choice("--via <channel>", "sheet.via", ["smtp", "eml", "mailto"]),
  deliverExpenses: value("--deliver-expenses <channel>", "sheet.deliverExpenses", way),
  reportDay: value("--report-day <number>", "sheet.reportDay", dayOfMonth),
  payDay: value("--pay-day <number>", "sheet.payDay", dayOfMonth),
  name: text("--name <name>", "sheet.name"),
  email: value("--email <address>", "sheet.email", parseMail),
};
