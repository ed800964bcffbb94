import type { ReportProblem } from "../errors/activity.ts";
import type { Problem } from "../errors.ts";
import { lacking, lawExpected } from "./en-law.ts";
import { englishMachine } from "./en-machine.ts";
import { englishFormat as f } from "./format.ts";
import type { FailureWords, Told } from "./fr-failures.ts";
import { englishForm as form } from "./plural.ts";
import { tellProblem } from "./tell.ts";

const list = (items: readonly string[]) => items.join(", ");
const size = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MiB`;
const money = (plain: string) => f.euros(Math.round(Number(plain) * 100));
const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? f.day(text) : text);
const month = (text: string) => (/^\d{4}-\d\d$/.test(text) ? f.month(text) : text);

const problems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) => `${value} days declared, 1 at most`,
  unknown_mission: ({ value }) => `unknown mission "${value}"`,
  outside_mission: ({ value }) => `outside the dates of mission ${value}`,
  outside_month: ({ value }) => `is not in ${month(value)}`,
  repeated_day: () => "given twice",
  parts: ({ value }) => `parts of the day: ${value}, they must sum to half a day or a whole one`,
  unknown_code: ({ value }) => `project code "${value}" is not one of the mission's`,
  hours_missing: () => "the contract counts hours, and some are missing",
  times: ({ value }) => `start and end times "${value}": the end must follow the start`,
  hours_over_day: ({ value }) => `${value} hours, 24 at most`,
  confirm_rest_day: () => "a Sunday, Saturday or public holiday: confirm with --rest-days",
};

const tableFormats = {
  xls: "an Excel workbook from before 2007, or one with a password",
  pdf: "a PDF",
  html: "a web page, even if named .xls",
  picture: "a picture",
  empty: "it is empty",
  workbook: "a workbook that is damaged, too large, or of another format than XLSX",
};

const importExpected = {
  ics: "a calendar",
  csv: "a CSV line with closed quotes",
  json: "a report or an export in JSON",
  instant: "a date and a time",
  known: "a known format",
};

const expected = {
  return: "one way or there and back (yes, no, return, one way)",
  width: "a line with no more cells than the header",
  euros: "an amount of euros",
  distance: "kilometres, to the tenth, above zero",
  hours: "hours, from 0.25 to 24, a quarter of a day at least",
  csv: "a CSV line with closed quotes",
  day: "a date such as 2026-11-13 or 13/11/2026",
  month: "a day of the declared month",
  kind: "mission, unbilled, prospecting, training, delegation, paid-leave, unpaid-leave, sick, holiday or intermission",
  amount: "0.5 or 1",
  header: "the columns date, kind, mission, amount (project is optional)",
  mission: "the reference of a mission",
};

/** A day, a month, or any other text. */
const when = (text: string) => month(day(text));

const situationNames: Readonly<Record<string, string>> = {
  payDate: "Day of payment",
  presentDays: "Days present",
  workTime: "Working time",
  paidShare: "Share of the month that is paid",
  forfaitDays: "Days of the forfait",
  fullPay: "Pay of a whole month",
};

export const englishFailures: FailureWords = {
  "usage.unknown_command": ({ program, name, suggestion }) => ({
    what: `There is no command "${name}".`,
    hint: suggestion === null ? `${program} --help` : `${program} ${suggestion}`,
  }),
  "usage.unknown_option": ({ option, suggestion }) => ({
    what: `There is no option "${option}" here.`,
    hint: suggestion === null ? "Add --help to the command to see its options." : `Did you mean ${suggestion}?`,
  }),
  "usage.missing_argument": ({ argument, command }) => ({
    what: `"${command}" lacks <${argument}>.`,
    hint: `${command} --help`,
  }),
  "usage.missing_value": ({ option }) => ({
    what: `The option ${option} takes a value.`,
    hint: "Add --help to the command to see which.",
  }),
  "usage.excess_argument": ({ argument }) => ({
    what: `"${argument}" is one word too many.`,
    hint: "Add --help to the command to see what it takes.",
  }),
  "usage.missing_option": ({ option, command }) => ({
    what: `"${command}" needs ${option}, and nothing can be asked here.`,
    hint: `${command} ${option}`,
  }),
  "usage.choice": ({ option, value, choices }) => ({
    what: `"${value}" does not suit ${option}.`,
    hint: `Choices: ${list(choices)}.`,
  }),
  "usage.conflict": ({ options }) => ({ what: `${list(options)} do not go together.`, hint: "Keep one of them." }),
  "usage.month_outside": ({ option, month: asked, first, last }) => ({
    what: `${option} names ${when(asked)}, which is not simulated.`,
    hint: `Months simulated: ${when(first)} to ${when(last)}.`,
  }),
  "usage.one_of": ({ options }) => ({
    what: `One of these options is needed: ${list(options)}.`,
    hint: "porte simulate --tjm 550",
  }),
  "input.amount": ({ value }) => ({
    what: `"${value}" is not an amount in euros.`,
    hint: "Write for instance 1234.56 or 1 234,56 €.",
  }),
  "input.amount_ambiguous": ({ value, readings: [first, second] }) => ({
    what: `"${value}": ${money(first)} or ${money(second)}?`,
    hint: `Write ${first} or ${Number(second).toFixed(2)}.`,
  }),
  "input.amount_range": ({ value, least, most }) => ({
    what: `The amount ${money(value)} is not from ${money(least)} to ${money(most)}.`,
    hint: "Check the amount and its sign.",
  }),
  "input.rate": ({ value, least, most }) => ({
    what: `"${value}" is not a rate from ${least} to ${most}%.`,
    hint: "A rate is always in percent: 7 or 0.9%.",
  }),
  "input.fraction": ({ value, least, most }) => ({
    what: `"${value}" is not a fraction from ${least} to ${most}.`,
    hint: "In a batch a rate is a fraction: 0.07 for 7 %.",
  }),
  "input.cover": ({ percent }) => ({
    what: `A provident cover of ${percent}% is too fine.`,
    hint: "Its rate is in hundredths of a percent: 1.50%.",
  }),
  "input.charge": ({ value }) => ({
    what: `"${value}" is not a charge.`,
    hint: 'A name, then a rate or an amount: --charge "occupational medicine=0.1%", --charge "insurance=12.50".',
  }),
  "input.lines": ({ value }) => ({
    what: `"${value}" is no list of lines.`,
    hint: "For example 3,7-9: the numbers that porte expenses import <file> shows.",
  }),
  "input.hours": ({ value, least, most }) => ({
    what: `"${value}": hours are needed, from ${least} to ${most}, to the quarter.`,
    hint: "For example 7, 7.5 or 7.75.",
  }),
  "input.times": ({ value }) => ({
    what: `"${value}" does not say when work began and ended on these days.`,
    hint: 'Write for instance 3-6=9:00-17:30; "3=" takes them away.',
  }),
  "input.rest_days": ({ value, most }) => ({
    what: `"${value}": days of rest are needed, to the half day, ${most} at most.`,
    hint: "For instance 1 or 0.5.",
  }),
  "input.count": ({ value, least, most }) => ({
    what: `"${value}" is not a number from ${least} to ${most}.`,
    hint: "Check the number.",
  }),
  "input.day": ({ value }) => ({
    what: `"${value}" is not a day that exists.`,
    hint: "Write for instance 2026-11-13 or 13/11/2026.",
  }),
  "input.month": ({ value }) => ({
    what: `"${value}" is not a month.`,
    hint: "Write for instance 2026-11, 11/2026, current or last.",
  }),
  "input.days": ({ value, month: of }) => ({
    what: `"${value}" is not a list of days of ${month(of)}.`,
    hint: "Write for instance 2-13,16,18-30.",
  }),
  "input.entry": ({ value }) => ({
    what: `"${value}" does not say a day's time.`,
    hint: "For instance 13=ACME:0.5,training:0.5, or ACME/CODE for a project code, unbilled@ACME for a day offered.",
  }),
  "input.text": ({ value, most }) => ({
    what: `"${value.slice(0, 30)}…" is over ${most} characters.`,
    hint: "Shorten the text.",
  }),
  "csv.malformed": ({ file, line, column, value, expected: wanted }) => ({
    what: `${file}, line ${line}, column "${column}": "${value}" instead of ${expected[wanted]}.`,
    hint: "The model is templates/timesheet.csv; nothing was sent.",
  }),
  "table.format": ({ file, format }) => ({
    what: `${file} is no table that can be read: ${tableFormats[format]}.`,
    hint: "Save it as XLSX or CSV, then try again.",
  }),
  "table.columns": ({ file, kind, missing, line, row }) => ({
    what: `${file}, line ${line}: no column found for ${missing.map((column) => `"${column}"`).join(", ")} among "${row.join(" | ")}".`,
    hint: `porte expenses layouts add <name> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}, then --layout <name>.`,
  }),
  "table.layout": ({ file, name, names }) => ({
    what:
      names.length === 0
        ? `The layout "${name}" is not that of ${file}.`
        : `No layout "${name}" for ${file}; known: ${names.join(", ")}.`,
    hint: "porte expenses layouts",
  }),
  "table.no_layout": ({ name, names }) => ({
    what: `No layout "${name}"${names.length === 0 ? "" : `; known: ${names.join(", ")}`}.`,
    hint: "porte expenses layouts",
  }),
  "table.dates": ({ file, value, kind }) => ({
    what: `${file}: "${value}" can be read in several ways (day, month or year first).`,
    hint: `porte expenses layouts add <name> ${file} --kind ${kind} --dates month-first (or day-first, year-first), then --layout <name>.`,
  }),
  "table.too_long": ({ most }) => ({
    what: `More than ${most} lines.`,
    hint: "Cut the file.",
  }),
  "import.malformed": ({ file, at, value, expected: wanted }) => ({
    what: `${file}, ${at}: "${value}" does not read as ${importExpected[wanted]}.`,
    hint: "Formats read: iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, the JSON of declare --dry-run.",
  }),
  "import.duration": ({ file, at, text, hours }) => ({
    what: `${file}, ${at}: "${text}" lasts ${hours} h.`,
    hint: "Correct the entry at its source: a duration is from 0 to 24 hours.",
  }),
  "import.too_large": ({ file }) => ({
    what: `${file}: a calendar of this size is not read (64 MB, or 20,000 events in a month, at most).`,
    hint: "Export the month to declare alone, then start again.",
  }),
  "import.match": ({ value }) => ({
    what: `"${value}" is not a rule.`,
    hint: 'For instance --match "weekly=ACME" or --match course=training.',
  }),
  ...englishMachine,
  "receipt.too_large": ({ file, bytes, most }) => ({
    what: `The receipt ${file} (${size(bytes)}) is over ${size(most)}.`,
    hint: "Make it smaller or scan it less finely.",
  }),
  "receipt.wrong_type": ({ file, found }) => ({
    what: `The receipt ${file} is no PDF, JPEG, PNG or WebP (found: ${found}).`,
    hint: "Convert it to PDF or take a picture of it.",
  }),
  "receipt.checksum": ({ file }) => ({
    what: `${file} did not arrive whole: its hash is another.`,
    hint: "porte expenses submit sends it again.",
  }),
  "receipt.fault": ({ file, fault }) => ({
    what: `${file} ${{ encrypted: "is encrypted: it wants a password", active: "holds code, or another file than an electronic invoice", damaged: "is damaged or incomplete" }[fault]}.`,
    hint: "Print it to PDF, or take its picture again.",
  }),
  "receipt.altered": ({ receipt, found }) => ({
    what: `The receipt ${receipt.slice(0, 16)} ${{ missing: "is no longer", altered: "is no longer what was received" }[found]} in the company's store.`,
    hint: "The company must take it back from a backup, or ask for it again.",
  }),
  "receipt.empty": ({ file }) => ({ what: `The receipt ${file} is empty.`, hint: "Check the file." }),
  "receipt.unsure": ({ file, missing, read }) => ({
    what: `${file} does not surely say ${missing.map((option) => (option === "--date" ? "its day" : "its amount")).join(" or ")}${read.length === 0 ? "" : ` (read: ${read.join(", ")})`}: nothing is kept.`,
    hint: `porte expenses add ${file} --read ${missing.map((option) => `${option} ${option === "--date" ? "<day>" : "<euros>"}`).join(" ")}`,
  }),
  "receipt.credit": ({ file }) => ({
    what: `${file} is a credit note: it gives money back, and is no expense.`,
    hint: "porte expenses edit corrects the expense that it lowers; --amount says an amount all the same.",
  }),
  "receipt.no_invoice": ({ file }) => ({
    what: `${file} is no electronic invoice that can be read (Factur-X, CII or UBL).`,
    hint: "Give the PDF of the invoice.",
  }),
  "receipt.quota": ({ file, receipts, bytes }) => ({
    what: `The receipt ${file} is over what a person may send in a day: ${receipts} receipts, ${Math.round(bytes / 1024 ** 2)} MiB.`,
    hint: "Nothing is lost: send it again tomorrow.",
  }),
  "payslip.unreadable": ({ file, fault }) => ({
    what: `${file} ${
      {
        "not-pdf": "is not a PDF",
        encrypted: "is encrypted: it asks for a password",
        damaged: "is damaged, or was not written by the company",
        "too-large": "is too large for a payslip",
        "no-code": "has no attachment: it is not the PDF that the company gave",
        "two-codes": "has several attachments where a payslip has one",
        "not-signed": "has an attachment that is not a signed payslip's",
      }[fault]
    }.`,
    hint: "porte payslips get <month> --pdf <file> gives the payslip again as the company made it.",
  }),
  "payslip.key_file": ({ file }) => ({
    what: `${file} holds no public key of a company.`,
    hint: "The company publishes its keys at /v1/receipt-keys: save them as they are.",
  }),
  "activity.problems": ({ month: of, problems: faults }) => ({
    what: `The report of ${month(of)} has ${faults.length} ${form(faults.length, "day", "days")} to mend:\n${faults.map((fault) => `  ${day(fault.day)}: ${problems[fault.code](fault)}`).join("\n")}`,
    hint: "Mend these days and run the command again.",
  }),
  "activity.no_mission": () => ({ what: "No mission is under way this month.", hint: "porte missions list" }),
  "activity.which_mission": ({ missions }) => ({
    what: `Several missions are under way: ${list(missions)}.`,
    hint: `Add --mission ${missions[0] ?? "<reference>"}.`,
  }),
  "activity.unknown_mission": ({ mission, missions }) => ({
    what: `There is no mission "${mission}".`,
    hint: missions.length === 0 ? "porte missions list" : `Known missions: ${list(missions)}.`,
  }),
  "activity.empty": ({ month: of }) => ({
    what: `Nothing is declared for ${month(of)}.`,
    hint: "Give --days, --csv, or --empty for a month without activity.",
  }),
  "activity.outside_contract": ({ month: of, first, last }) => ({
    what: `${month(of)} is outside your contract (since ${day(first)}${last === null ? "" : ` until ${day(last)}`}).`,
    hint: "Check the month.",
  }),
  "activity.conflict": ({ month: of, version, days }) => ({
    what: `The company holds a version ${version} of ${month(of)} that was not seen here: ${days.map((one) => `${day(one.day)}: here ${one.mine || "nothing"}, there ${one.theirs || "nothing"}`).join("; ")}.`,
    hint: `porte declare ${of} --replace ${version} replaces it; porte declare show ${of} shows it.`,
  }),
  "activity.no_receipt": ({ month: of }) => ({
    what: `No receipt of ${month(of)} is kept on this machine.`,
    hint: "The receipt comes with the sending: porte sync sends what waits.",
  }),
  "activity.queued_only": ({ month: of, reason }) => ({
    what: `The report of ${month(of)} is kept and queued, but not sent: ${reason}`,
    hint: "porte sync will send it.",
  }),
  "activity.no_version": ({ month: of, version, versions }) => ({
    what: `The report of ${month(of)} has no version ${version}.`,
    hint: `Versions: ${versions.join(", ")}.`,
  }),
  "activity.approved": ({ month: of, version }) => ({
    what: `The report of ${month(of)} is approved (version ${version}): a correction must be approved again.`,
    hint: `--replace ${version} files it; both versions are kept.`,
  }),
  "activity.locked": ({ month: of, state }) => ({
    what: `The report of ${month(of)} can no longer change: it is ${state}.`,
    hint: `porte declare show ${of}`,
  }),
  "expense.future": ({ date }) => ({
    what: `${day(date)} has not come yet.`,
    hint: "Give the receipt's date with --date.",
  }),
  "expense.vat": ({ vat, amount }) => ({
    what: `A VAT of ${money(vat)} does not fit an amount of ${money(amount)} with tax.`,
    hint: "Each rate has its share of the amount before tax: 10% of €30 is €3; what is paid holds both.",
  }),
  "expense.vat_rate": ({ rate, rates }) => ({
    what: `"${rate}" is no rate of VAT to give here.`,
    hint: `A rate once, among ${rates.join(", ")}: --vat 10=3.64 --vat 20=1.20; or the total alone: --vat 4.84.`,
  }),
  "expense.outside_contract": ({ date, first }) => ({
    what: `${day(date)} is before your contract (${day(first)}).`,
    hint: "Check the date.",
  }),
  "expense.nothing_to_send": () => ({
    what: "No expense waits to be sent.",
    hint: "porte expenses add receipt.pdf --amount 21.40 --category restaurant",
  }),
  "expense.maybe_sent": ({ id }) => ({
    what: `Expense ${id} may have arrived already: the company had no time to answer.`,
    hint: "porte expenses submit settles it, and sends nothing twice.",
  }),
  "expense.trip": ({ id }) => ({
    what: `The amount, the day and the category of drive ${id} come from the scale.`,
    hint: `porte expenses remove ${id}, then porte expenses mileage.`,
  }),
  "expense.unknown": ({ id }) => ({
    what: `No expense kept here has the identifier "${id}".`,
    hint: "porte expenses list",
  }),
  "undo.nothing": () => ({ what: "Nothing to undo on this machine.", hint: "porte undo --list" }),
  "undo.changed": () => ({
    what: "What that wrote has changed since: nothing is undone.",
    hint: "A month that was sent is taken back by porte declare withdraw; the rest is done again by hand.",
  }),
  "company.receipts_place": ({ place }) => ({
    what: `Receipts cannot be kept at "${place}".`,
    hint: "s3://bucket?endpoint=https://s3.example&region=fr-par, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set.",
  }),
  "company.key": () => ({
    what: "The key of receipts is not the right one, or is no key.",
    hint: "PORTE_COMPANY_RECEIPT_KEY: 64 hexadecimal digits (openssl rand -hex 32), always the same.",
  }),
  "currency.unknown": ({ currency }) => ({
    what: `"${currency}" is no code of a currency.`,
    hint: "Three letters: USD, GBP, CHF…",
  }),
  "currency.rate": ({ value }) => ({
    what: `"${value}" is no rate.`,
    hint: "The units of the currency for 1 €, for example 1.0832.",
  }),
  "currency.no_rate": ({ currency, day: on }) => ({
    what: `No rate of ${currency} for ${day(on)}.`,
    hint: "--rate 1.0832 (units for 1 €), or porte expenses rates <file> imports a table.",
  }),
  "currency.table": ({ line, value }) => ({
    what: `Table of rates, line ${line}: "${value}" does not read.`,
    hint: "Columns Date,USD,GBP… (as the ECB publishes them) or date,currency,rate, in units for 1 €.",
  }),
  "expense.category": ({ category, wanted }) => ({
    what: `A trip is an expense of "${wanted}", not of "${category}".`,
    hint: "porte expenses mileage --help",
  }),
  "expense.mileage": ({ expected, amount }) => ({
    what: `${money(amount)} for this trip: the scale gives ${money(expected)}.`,
    hint: "porte expenses submit counts the year's trips and sends it right.",
  }),
  "expense.no_receipt": ({ id }) => ({
    what: `This expense has no receipt (${id}).`,
    hint: "porte expenses attach <id> <file>",
  }),
  "expense.unknown_vehicle": ({ name, names }) => ({
    what: name === "" ? "Several vehicles, or none: which one?" : `Unknown vehicle "${name}".`,
    hint:
      names.length === 0
        ? "porte expenses vehicle clio --power 5 keeps one."
        : `Vehicles kept: ${list(names)} (--vehicle).`,
  }),
  "expense.vehicle": ({ kind, power }) => ({
    what: `A vehicle (${kind}) of ${power} horsepower has no scale.`,
    hint: "Fiscal horsepower is P.6 of the registration, from 1 to 99.",
  }),
  "expense.distance": ({ value, most }) => ({
    what: `"${value}" is no distance: kilometres are needed, to the tenth, up to ${most}.`,
    hint: "For example 12 or 12.4.",
  }),
  "law.not_covered": ({ month: asked, first, last, tables = [] }) => ({
    what: `The law of ${when(asked)} has not been checked here${lacking(tables)}.`,
    hint: `It was checked from ${day(first)} to ${day(last)}; porte law add <file>, or porte-company serve --law <file>, adds what was published since.`,
  }),
  "law.file": ({ file, at, value, expected, known }) => ({
    what: `${file}${at === "" ? "" : `, ${at}`}${value === "" ? "" : ` ("${value}")`}: expected ${lawExpected(expected, known)}.`,
    hint: "porte law check <file> reads it again; porte law show lists the tables, porte law schema how they are written.",
  }),
  "law.exists": ({ name, place }) => ({
    what: `Another file of law "${name}" is kept here already: ${place}.`,
    hint: "--force replaces it; or change the name in the file.",
  }),
  "law.unknown": ({ name, names }) => ({
    what: `No file of law "${name}" is kept here.`,
    hint: names.length === 0 ? "There is none." : `Kept: ${list(names)}.`,
  }),
  "law.unknown_table": ({ name, names }) => ({
    what: `No table "${name}" in the law.`,
    hint: names.length === 0 ? "porte law show lists them all." : `Did you mean ${list(names)}?`,
  }),
  "law.non_resident": ({ day: paid, last }) => ({
    what: `The withholding of a non-resident paid on ${day(paid)} is not known here.`,
    hint: `Its slices were read up to ${day(last)}; give the rate yourself: --tax-rate 12.`,
  }),
  "payroll.situation": ({ name, month: asked, limits }) => ({
    what: `${situationNames[name] ?? name}: not a possible value for ${when(asked)}.`,
    hint: `Expected: ${limits}.`,
  }),
  "payroll.gross_range": ({ value, least, most }) => ({
    what: `A gross pay of ${money(value)} cannot be computed.`,
    hint: `From ${money(least)} to ${money(most)} a month.`,
  }),
  "portage.nothing_left": ({ turnover, fee, expenses }) => ({
    what: `${money(turnover)} less ${money(fee)} of management fee and ${money(expenses)} of expenses leaves nothing to pay a salary with.`,
    hint: "Lower the expenses or raise the turnover.",
  }),
  "portage.unreachable": ({ target, most }) => ({
    what: `No turnover up to ${money(most)} a month gives ${money(target)} net.`,
    hint: "Lower the net, the management fee or the expenses.",
  }),
  "simulation.exists": ({ name, file }) => ({
    what: `A simulation named "${name}" is already kept: evidence is not written over (${file}).`,
    hint: "Choose another name.",
  }),
  "simulation.unknown": ({ name, names }) => ({
    what: `No simulation kept here is named "${name}".`,
    hint: names.length === 0 ? "porte simulate … --save <name> keeps one." : `Kept here: ${names.join(", ")}.`,
  }),
  "simulation.name": ({ name }) => ({
    what: `"${name}" cannot name a simulation.`,
    hint: "Letters, digits, dots and hyphens, 64 at most.",
  }),
  "batch.blank": ({ line }) => ({
    what: `Line ${line} is blank.`,
    hint: "Each line is a JSON object; take blank lines out.",
  }),
  "batch.line": ({ line, reason }) => ({
    what: `Line ${line}: ${reason}`,
    hint: 'A line is a JSON object, for example {"tjm":550,"days":18}.',
  }),
  "batch.lines": ({ bad, all }) => ({
    what: `${bad} of ${all} lines could not be computed; the others have their answer.`,
    hint: "Each one says why, in its place.",
  }),
  "start.database": ({ address, reason }) => ({
    what: `The database ${address} does not answer (${reason}).`,
    hint: "Check that it runs, that the database exists, and the password.",
  }),
  "start.database_address": ({ address }) => ({
    what: `"${address}" is no address of a PostgreSQL database.`,
    hint: "postgres://user:password@host:5432/database",
  }),
  "start.folder": ({ folder, reason }) => ({
    what: `The folder ${folder} cannot be made or written (${reason}).`,
    hint: "--data <folder>: choose another place, or check its rights.",
  }),
  "start.folder_busy": ({ folder }) => ({
    what: `Another company is using the folder ${folder}.`,
    hint: "Stop the other, choose another --data, or a real database: --database postgres://…",
  }),
  "start.setting": ({ setting, fault }) => ({
    what: {
      unknown: `"${setting}" is no setting of porte-company.`,
      kind: `The setting ${setting} has a value that it does not take.`,
      file: `The file of the setting ${setting} cannot be read.`,
      twice: `${setting} and ${setting}_FILE are both given.`,
    }[fault],
    hint: "docs/operations.md lists the settings, with what they take.",
  }),
  "start.schema_newer": ({ migrations }) => ({
    what: `This database was brought up to date by a newer porte-company (${migrations.join(", ")}): this one would not understand it.`,
    hint: "Run the newer version; to go back, restore a backup of before it.",
  }),
  "start.listen": ({ address, reason }) => ({
    what: `The address ${address} cannot be taken (${reason}).`,
    hint: "--port 0 takes a free port; --host, an address of this machine.",
  }),
  "start.receipts_elsewhere": ({ place, known, found }) => ({
    what: `This database has its receipts in another store (${known}); ${place} ${found === "" ? "is none" : `is the store ${found}`}.`,
    hint: "Machines of one database share one store: the same folder for --data, or --receipts s3://… for all. A store that is moved keeps its file store-id.",
  }),
  "start.receipts_taken": ({ place, found }) => ({
    what: `${place} is the store of receipts ${found}, which this database does not know: it may belong to another company.`,
    hint: "Another --data or --receipts; or, once no other company uses it (a restored database, for one), --adopt-receipts.",
  }),
  "start.public_url": ({ value }) => ({
    what: `"${value}" is no web address.`,
    hint: "--public-url https://portage.example",
  }),
  "start.trust_proxy": ({ value }) => ({
    what: `“${value}” does not say which proxies to believe.`,
    hint: "A number from 1 to 9, or addresses: --trust-proxy 10.0.0.2,192.168.0.0/16",
  }),
  "backup.not_empty": ({ place }) => ({
    what: `${place} is not empty.`,
    hint: "A backup is written into an empty folder, and restored into a database that holds nothing.",
  }),
  "backup.copy": ({ folder, reason }) => ({
    what: `The company that runs on ${folder} did not copy its tables${reason === "" ? "" : ` (${reason})`}.`,
    hint: "Its log says more. Run it again, or stop the company first.",
  }),
  "backup.damaged": ({ part }) => ({
    what: `The backup is damaged or incomplete: ${part} is not what was written there.`,
    hint: "Take another backup: nothing of this one was restored.",
  }),
  "backup.format": ({ format }) => ({
    what: `This backup has a form that this program does not know (${format}).`,
    hint: "Restore it with the version that wrote it, or a later one.",
  }),
  "backup.schema": ({ schema }) => ({
    what: `This database cannot take a backup of the schema ${schema}.`,
    hint: "A new database is brought there by itself; a later backup wants a later program.",
  }),
  "server.unreachable": ({ url, reason }) => ({
    what: `The company does not answer at ${url} (${reason}).`,
    hint: "Check the connection and run it again: nothing is lost.",
  }),
  "server.never_seen": () => ({
    what: "This machine knows nothing of the company yet: its missions are needed to check a month without it.",
    hint: "porte status, once online, is enough.",
  }),
  "file.act_forgotten": ({ at }) => ({
    what: `The same was sent on ${f.instant(at)} and was never answered. The company knows a request again for 30 days: sent now, it could be done a second time.`,
    hint: "Look first whether it was done (the list commands, trail). If it was not, run it again with --send-anew.",
  }),
  "server.timeout": ({ url, seconds }) => ({
    what: `${url} did not answer within ${seconds} s.`,
    hint: "Run it again, or wait longer with --timeout 60: nothing is lost.",
  }),
  "server.not_porte": ({ url }) => ({
    what: `What answers at ${url} is not a portage company (Portage API).`,
    hint: "Check the address your company gave you.",
  }),
  "server.answer": ({ url, fault, at }) => ({
    what: {
      cut: `The answer of ${url} stopped in its middle.`,
      json: `The answer of ${url} cannot be read: it is not JSON.`,
      shape: `The answer of ${url} is not what the contract of portage companies says${at === "" ? "" : `, at ${at}`}.`,
      large: `The answer of ${url} is larger than it can be.`,
      endless: `The list that ${url} gives does not end.`,
      file: `What ${url} gives is not a whole file of the kind that was asked for: nothing was saved.`,
    }[fault],
    hint: "Run it again: nothing is lost. If it lasts, tell the company.",
  }),
  "server.foreign": ({ url, named }) => ({
    what: `The company at ${url} sends you to ${named}, which is not one of its own https pages: it was not opened.`,
    hint: "Check the address your company gave you, and tell them.",
  }),
  "server.insecure": ({ url }) => ({
    what: `${url} is not encrypted: anybody could read a token there.`,
    hint: "Use the https:// address; http:// is for this machine only.",
  }),
  "server.address": ({ url }) => ({
    what: `"${url}" is not a company's address.`,
    hint: "porte login https://portage.example",
  }),
  "server.busy": ({ url, retryAfter }) => ({
    what: `${url} is too busy to answer.`,
    hint: `Run it again in ${Math.max(1, retryAfter)} s: nothing is lost.`,
  }),
  "server.fault": ({ url, status }) => ({
    what: `The company had a failure (${status}) at ${url}.`,
    hint: "Run it again in a while; if it lasts, tell them.",
  }),
  "auth.required": ({ profile }) => ({
    what: `Not logged in for profile "${profile}".`,
    hint: "porte login https://your-company-address",
  }),
  "auth.refused": ({ url }) => ({
    what: `${url} refuses the session: it has expired or was revoked.`,
    hint: "porte login",
  }),
  "auth.forbidden": ({ scope }) => ({
    what: `This token lacks the right "${scope}".`,
    hint: "Log in again with porte login, or take a token that has it.",
  }),
  "auth.code_expired": () => ({ what: "The code expired before it was approved.", hint: "porte login" }),
  "auth.denied": () => ({ what: "Access was refused on the company's page.", hint: "porte login to start again." }),
  "auth.token_empty": () => ({
    what: "No token came on standard input.",
    hint: "porte login https://… --with-token < token.txt",
  }),
  "auth.keyring": ({ profile, reason }) => ({
    what: `The token of profile "${profile}" is in the session's keyring, which does not answer here (${reason}).`,
    hint: "Without an open session (cron, ssh): porte login --secret-store file, or PORTE_TOKEN.",
  }),
  "auth.store": ({ place, reason }) => ({
    what: `The token could not be kept in ${place} (${reason}).`,
    hint: "porte login --secret-store file",
  }),
  "company.not_found": ({ what }) => ({
    what: `The company does not know "${month(what)}".`,
    hint: "Check the month or the identifier.",
  }),
  "company.conflict": ({ what }) => ({
    what: `"${what}" has changed meanwhile.`,
    hint: "Read it again, then start over.",
  }),
  "company.precondition": ({ what }) => ({
    what: `The report of ${month(what)} has changed at the company since it was last read.`,
    hint: `porte declare show ${what}, then start over.`,
  }),
  "company.idempotency": ({ key }) => ({
    what: `The key ${key} has served for another request.`,
    hint: "Run the command again: a new key will be made.",
  }),
  "company.invalid": ({ errors }) => ({
    what: `The company did not understand what was sent: ${errors.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}.`,
    hint: "Update porte, or report it.",
  }),
  "company.media_type": ({ given, wanted }) => ({
    what: `The company takes ${wanted} here, and was sent ${given === "" ? "something without a media type" : given}.`,
    hint: "Update porte, or report it.",
  }),
  "company.run_under_way": ({ run }) => ({
    what: `The payroll run ${run} is under way, or waits to be taken up again.`,
    hint: "Send the same request again in a moment: nobody is paid twice.",
  }),
  "company.later_payslip": ({ month: ofMonth, later }) => ({
    what: `The payslip of ${month(ofMonth)} has a later one after it, of ${month(later)}, that counts on from it.`,
    hint: "Reverse the newest one first.",
  }),
  "company.already": ({ what, state }) => ({
    what: `"${month(what)}" is already ${state}.`,
    hint: "There is nothing to decide.",
  }),
  "import.row": ({ file, line, reason }) => ({
    what: `${file}, line ${line}: ${reason}`,
    hint: "Nothing was sent. Mend the row, then start again.",
  }),
  "company.taken": ({ what }) => ({
    what: `“${what}” already exists.`,
    hint: "List what exists, or choose another name.",
  }),
  "company.contract_open": ({ name, end }) => ({
    what: `The contract of ${name} still runs${end === null ? "" : ` until ${end}`}.`,
    hint: "Say its end first: porte-company contracts end",
  }),
  "company.last_administrator": () => ({
    what: "The company must keep an administrator.",
    hint: "Add another administrator first: porte-company people add --role administrator",
  }),
  "company.access_open": ({ name }) => ({
    what: `${name} still has an access.`,
    hint: "End it first: porte-company people end",
  }),
  "auth.staff_role": ({ role, roles }) => ({
    what: `This role does not allow it: ${role}. It takes ${roles.join(" or ")}.`,
    hint: "Ask an administrator of the company.",
  }),
  "company.unseen": ({ what }) => ({
    what: `A decision names the version that was seen, and the one on "${what}" names none.`,
    hint: "List it or show it, then decide.",
  }),
  "company.changed": ({ what }) => ({
    what: `"${what}" has changed since this machine showed it: nothing is decided.`,
    hint: "What has changed is above; the same command, run again, decides on what is shown there.",
  }),
  "company.paid_out": ({ what, month: paidWith }) => ({
    what: `The payslip of ${month(paidWith)} was paid with "${what}".`,
    hint: "Reverse that payslip first.",
  }),
  "company.reversed": ({ what }) => ({ what: `"${what}" is already reversed.`, hint: "There is nothing to reverse." }),
  "company.refused": ({ detail, problem }) =>
    (problem === null ? null : refusal(problem)) ?? {
      what: `The company refused: ${detail}`,
      hint: "Ask them for the reason.",
    },
  "check.found": ({ count }) => ({
    what: `The check found ${count} ${form(count, "fault", "faults")}.`,
    hint: "Each is said above.",
  }),
  "check.yours": ({ month, steps }) => ({
    what: `The month ${month} waits for you: ${steps.join(", ")}.`,
    hint: `porte month ${month} offers each step.`,
  }),
  "demo.no-company": ({ package: name }) => ({
    what: `The tour needs a trial company, and the package ${name} is not installed beside porte.`,
    hint: `Install both: npm install -g porte ${name}, then again: porte demo`,
  }),
  "demo.failed": ({ command, code }) => ({
    what: `In the tour, "${command}" ended with ${code}.`,
    hint: "What it said stands just above.",
  }),
  "run.interrupted": ({ kept }) => ({ what: kept ? "Interrupted; the draft is kept." : "Interrupted." }),
};

function refusal(problem: Problem): Told | null {
  const told = tellProblem(englishFailures, problem);
  return told === null ? null : { ...told, what: `The company refused. ${told.what}` };
}
