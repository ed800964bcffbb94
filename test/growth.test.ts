// slow: 30 s
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, inflateSync } from "node:zlib";
import { Command } from "commander";
import { afterAll, expect, test } from "vitest";
import { mistakeOf } from "../src/cli/mistakes.ts";
import { companyAddress } from "../src/client/address.ts";
import { withoutEndSlashes } from "../src/domain/addresses.ts";
import { isDay } from "../src/domain/calendar.ts";
import { plainWord } from "../src/domain/columns.ts";
import { kindFromWord } from "../src/domain/kind-words.ts";
import { latin } from "../src/domain/latin.ts";
import { assertPlain } from "../src/domain/law/scan.ts";
import { DOMAIN_LAW } from "../src/domain/law-tables.ts";
import { parseKilometres } from "../src/domain/mileage.ts";
import { parseEuros, parsePercent } from "../src/domain/money.ts";
import { blanked, differences, type PayslipFacts, readCode } from "../src/domain/payslip-code.ts";
import { scanPdf } from "../src/domain/pdf-scan.ts";
import { pictureFault } from "../src/domain/picture.ts";
import { readReceiptText } from "../src/domain/receipt/text.ts";
import { saysThereAndBack, thereAndBackFrom } from "../src/domain/there-and-back.ts";
import { parseMatch } from "../src/domain/time-intervals.ts";
import { parseDay } from "../src/domain/typed/day.ts";
import { parseDays } from "../src/domain/typed/days.ts";
import { parseMonth } from "../src/domain/typed/month.ts";
import { parseVat } from "../src/domain/vat.ts";
import { amountFrom, decimalFrom } from "../src/domain/written-amount.ts";
import { dayFrom } from "../src/domain/written-day.ts";
import { clockFrom, hoursFrom } from "../src/domain/written-time.ts";
import { receiptContent } from "../src/files/invoice.ts";
import { judged } from "../src/files/judge.ts";
import { payslipContent } from "../src/files/payslip.ts";
import { archiveFault } from "../src/files/tables/archive.ts";
import { QuoteMender } from "../src/files/tables/quotes.ts";
import { placesOf } from "../src/files/tables/titles.ts";
import { readImport } from "../src/flows/activity/import/read.ts";
import { readCalendars } from "../src/flows/calendar/read.ts";
import { readBank } from "../src/flows/expenses/bank.ts";
import { readRates } from "../src/flows/expenses/rates-table.ts";
import { readTripEvents } from "../src/flows/expenses/trips-ics.ts";
import { readTrips, TRIPS as TRIP_TABLE } from "../src/flows/expenses/trips-table.ts";
import { jsonText, printable } from "../src/i18n/printable.ts";
import { openBank } from "./parts/bank.ts";
import { seeded } from "./parts/campaign.ts";
import { readerOf } from "./parts/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-growth-"));
let texts = 0;
afterAll(() => {
  console.info(`growth: ${texts} texts of two sizes${IS_WHOLE ? "" : `, seed ${SEED}`}`);
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Each token is always repeated alone; of the texts that mix two, one in three is tried, which the day and the scanner choose, and
 * all of them by `npm run check:growth`.
 */
const IS_WHOLE = process.env.PORTE_GROWTH === "all";
const SEED = Number(process.env.PORTE_GROWTH_SEED ?? Math.floor(Date.now() / 86_400_000));
const random = seeded(SEED);
const SHARE = 1 / 3;

const SMALL = 1_500;
/** Work that grows with the square takes 256 times as long for 16 times as much, and with its logarithm besides, 20 times. */
const TIMES = 16;
const MAX_GROWTH = 40;
/** Under this no difference is to be seen. */
const MIN_MS = 6;

interface Scanner {
  /** What its expressions look for: each is repeated, alone, before each other, and behind a beginning. */
  readonly tokens: readonly string[];
  readonly starts?: readonly string[];
  scan(text: string): unknown;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const inflate = (given: Uint8Array, maxOutputLength: number) =>
  inflateSync(given, { maxOutputLength: Math.max(1, maxOutputLength), finishFlush: constants.Z_SYNC_FLUSH });
const fileOf = (text: string) => {
  const file = join(folder, "scanned");
  writeFileSync(file, text);
  return file;
};
const FACTS = { month: "2026-11", company: "A", porte: "B", siret: "1", paidOn: "2026-12-05" } as PayslipFacts;
const TERMS = {
  file: "f",
  month: "2026-11",
  alsaceMoselle: false,
  rules: [],
  missions: ["ACME"],
  onlyMission: "ACME",
  dayHours: () => 7,
  owners: [],
  includeDeclined: false,
};
const imported = (text: string, isSheet: boolean) =>
  readImport([readerOf(text)], { ...TERMS, isSheet }).catch((failure: Error) => failure);
const PDF_TOKENS = [
  ">>stream\n",
  ">> stream\r\n",
  "stream",
  "endstream",
  "/ObjStm ",
  "/ObjStm/Filter stream",
  "/Type /ObjStm /First 4 /Filter /FlateDecode >> stream\n",
  "1 0 obj ",
  "1 0 obj<</Filter/FlateDecode>>stream\n",
  "/Type ",
  "/J#53",
  "/",
  "#",
  "(",
  "<<",
  "%%EOF",
  "trailer<<",
  "\nxref\n",
  " ",
];
const TRIPS = {
  month: "2026-11",
  today: "2026-11-25",
  word: null,
  metres: null,
  includeDeclined: false,
  owners: [],
};
const calendarOf = (text: string) => ({ file: "f", bytes: bytes(text) });
const EVENT = (more: string) =>
  `BEGIN:VEVENT\nUID:1\nDTSTART:20261102T080000Z\nDTEND:20261102T090000Z\n${more}END:VEVENT\n`;

const SCANNERS: Readonly<Record<string, Scanner>> = {
  "a receipt's PDF": { starts: ["%PDF-1.4\n"], tokens: PDF_TOKENS, scan: (text) => scanPdf(bytes(text), inflate) },
  "a receipt, with its parser": {
    starts: ["%PDF-1.4\n"],
    tokens: PDF_TOKENS.slice(0, 12),
    scan: (text) => judged(bytes(text)),
  },
  "a payslip's PDF": { starts: ["%PDF-1.4\n"], tokens: PDF_TOKENS, scan: (text) => payslipContent(bytes(text)) },
  "a JPEG": {
    starts: ["\xff\xd8"],
    tokens: ["\xff\xc0", "\xff\xda\0\0", "\xff\xe0\0\0", "\0"],
    scan: (text) => pictureFault(bytes(text), "image/jpeg"),
  },
  "a receipt's words": {
    tokens: [
      "(",
      ")",
      "()",
      "\\",
      "%",
      "\n",
      "(1 0 obj)",
      "/JS ",
      "1 0 %",
      "1 0 obj",
      "/EF <<",
      "/EF <</F 1 0 R>>",
      "stream\n",
      "endstream",
    ],
    scan: (text) => scanPdf(bytes(text), inflate),
  },
  "a PNG": {
    starts: ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\0\0\0\0\0\0\0\0\0"],
    tokens: ["\0\0\0\0IDAT\0\0\0\0", "IEND", "\0"],
    scan: (text) => pictureFault(bytes(text), "image/png"),
  },
  "an invoice's XML": {
    starts: ["<Invoice>", '<?xml version="1.0"?><a b="'],
    tokens: [
      "<a>",
      "</a>",
      "<a/>",
      "<a",
      " b='1'",
      "&amp;",
      "&#1;",
      "&",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "1",
      ">",
      '"',
      "<TaxTotal><TaxAmount>1</TaxAmount></TaxTotal>",
    ],
    scan: (text) => Promise.all([text, `${text}</Invoice>`].map((one) => receiptContent(bytes(one)))),
  },
  "the type of a file": {
    tokens: [
      "PK\x03\x04",
      "RIFF",
      "ID3",
      "\0\0\0\x20ftyp",
      "\x1aE\xdf\xa3",
      "\x89PNG\r\n\x1a\n",
      "II*\0",
      "\0",
      "0&\xb2u\x8ef\xcf\x11",
    ],
    scan: (text) => judged(bytes(text)),
  },
  "a receipt's text": {
    tokens: [
      "1 ",
      "1,",
      "111 ",
      "1,00 ",
      "total ",
      "TTC ",
      "h.t ",
      "net à payer ",
      "20 %",
      "20 % 1,00 ",
      "1er ",
      "01/",
      "2026-",
      "\n",
      "a\n",
      " ",
      "1'000",
      "(1,00",
      "€",
      "12 nov ",
      "nov 12, ",
      "12/11/2026 ",
      "solde precedent 1,00\n",
      "Total\n",
      "1,00\n",
    ],
    scan: (text) => readReceiptText(text, "2026-11-25", DOMAIN_LAW),
  },
  "a payslip's page": {
    tokens: ["SIRET ", "Salaire brut", "1,00", " ", "Période\n"],
    scan: (text) =>
      differences(
        FACTS,
        text.split("\n").map((line) => line.split(" ")),
      ),
  },
  "a payslip's code": {
    starts: ['{"signed":"'],
    tokens: ["a", "\\", '"', "{", "["],
    scan: (text) => [readCode(text), blanked(bytes(text), ["aaab", "{{{{["])],
  },
  letters: {
    tokens: ["e\u0301", "ŁŁ", "\u0301", "日", "a"],
    scan: (text) => [latin(text), plainWord(text), printable(text), jsonText(text)],
  },
  "a header": {
    tokens: [",", ";", "\t", '"', '",', " ", "date,", "montant (", '"";'],
    scan: (text) => [new QuoteMender(";").mend(text, true), placesOf(text.split(","), { date: ["date"] }, true)],
  },
  "a written day, amount or time": {
    tokens: ["1", "1/", "1 ", "jan ", "lundi ", "1,", "1'000", "€", "CR", "(", "-", ":", "h", " "],
    scan: (text) => [dayFrom(text), amountFrom(text), decimalFrom(text, 3), hoursFrom(text), clockFrom(text)],
  },
  "a word for there and back": {
    tokens: ["a ", "/r", "aller ", "retour", "x", "2", "<", "-", " "],
    scan: (text) => [saysThereAndBack(text), thereAndBackFrom(text)],
  },
  "an archive": {
    starts: ["PK\x03\x04"],
    tokens: ["PK\x05\x06", "PK\x01\x02", "\0"],
    scan: (text) => archiveFault(bytes(text)),
  },
  "an amount": {
    tokens: ["1", "1.", "1,", "1 ", "€", "EUR", "\u202f", "-", "%", "\u2212"],
    scan: (text) => [parseEuros, parsePercent, parseKilometres].map((parse) => orFailure(() => parse(text))),
  },
  "a tax": {
    tokens: ["20=1 ", " ", "; ", "=", "a ", "1"],
    starts: ["20=1", "="],
    scan: (text) => orFailure(() => parseVat(text, DOMAIN_LAW)),
  },
  days: {
    tokens: ["1,", "1-", "-", ",", "2026-11-", " ", "1"],
    scan: (text) => [
      orFailure(() => parseDays(text, "2026-11")),
      orFailure(() => parseDay(text, "2026-11-25")),
      orFailure(() => parseMonth(text, "2026-11-25")),
      isDay(text),
      kindFromWord(text),
    ],
  },
  "a word for a mission": { tokens: ["a", "=", "=a", " "], scan: (text) => orFailure(() => parseMatch(text)) },
  "an address": {
    starts: ["", "https://a.example"],
    tokens: ["/", "//a", "https://", ":", "@"],
    scan: (text) => [withoutEndSlashes(text), withoutEndSlashes(`${text}x`), orFailure(() => companyAddress(text))],
  },
  "a wrong option": {
    tokens: ["'", "(Did you mean ", "' argument '", "-", "--", ". ", "is invalid. "],
    scan: (text) =>
      ["commander.invalidArgument", "commander.unknownOption", "commander.optionMissingArgument"].map((code) =>
        mistakeOf(new Command("porte"), { code, message: text } as never),
      ),
  },
  "a timesheet": {
    starts: ["date,kind,mission,amount\n", ""],
    tokens: ["2026-11-02,mission,ACME,1\n", "2026-11-02;1\n", '"', ",", ";", "\n", "date,"],
    scan: (text) => imported(text, true),
  },
  "a tracker's file": {
    starts: ["start date,start time,end date,end time\n"],
    tokens: ["2026-11-02,08:00,2026-11-02,09:00\n", '"', ",", "\n", "1"],
    scan: (text) => imported(text, false),
  },
  "a file of trips": {
    starts: ["date,km,from,to\n"],
    tokens: ["2026-11-02,12,a,b\n", '"', ",", "\n", "2026-11-02,1"],
    scan: async (text) => {
      const table = await readerOf(text)
        .find(TRIP_TABLE)
        .catch((failure: Error) => failure);
      if (table === null || table instanceof Error) return table;
      const terms = { file: "f", order: "day-first", isReturn: async () => true } as const;
      return readTrips(table, terms).catch((failure: Error) => failure);
    },
  },
  "a calendar": {
    starts: ["BEGIN:VCALENDAR\n"],
    tokens: [
      EVENT(""),
      EVENT("RECURRENCE-ID:20261102T080000Z\n"),
      EVENT("SUMMARY:1 km 1\n"),
      EVENT("RRULE:FREQ=DAILY\n"),
      EVENT("RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T080000Z\n"),
      "BEGIN:VALARM\n",
      "END:VEVENT\n",
      "BEGIN:VEVENT\n",
      "X",
      " \n ",
      ";",
      '"',
      ":",
      "\\n",
    ],
    scan: (text) => [
      orFailure(() => readCalendars([calendarOf(`${text}\nEND:VCALENDAR\n`)], { month: "2026-11", owners: [] })),
      orFailure(() => readTripEvents(calendarOf(`${text}\nEND:VCALENDAR\n`), TRIPS)),
    ],
  },
  "an event's kilometres": {
    starts: [`BEGIN:VCALENDAR\n${EVENT("").replace("END:VEVENT\n", "SUMMARY:")}`],
    tokens: ["1", "1 ", "1,", "1 k", "k", "a/", "a / ", "aller ", " "],
    scan: (text) => orFailure(() => readTripEvents(calendarOf(`${text}\nEND:VEVENT\nEND:VCALENDAR\n`), TRIPS)),
  },
  "a bank's file": {
    starts: ["date;label;amount\n"],
    tokens: ["02/11/2026;a;-1,00\n", '"', ";", "\n", "date;label;amount;", "\xe9", " "],
    scan: async (text) => {
      const all = { isChosen: () => true, most: 1_000 };
      return openBank(fileOf(text))
        .then((table) => readBank(table, "day-first", all))
        .catch((failure: Error) => failure);
    },
  },
  "a table of rates": {
    starts: ["Date,"],
    tokens: ["USD,", "A,", "\n2026-11-02,1,", "\n"],
    scan: (text) => readRates(readerOf(text)).catch((failure: Error) => failure),
  },
  "a file of law": {
    tokens: ["[", '{"a":', '"a",', '"\\\\"', ",", ":", "1,"],
    starts: ["", "["],
    scan: (text) => orFailure(() => assertPlain(text, "f")),
  },
};

function orFailure<Value>(work: () => Value): Value | Error {
  try {
    return work();
  } catch (failure) {
    return failure as Error;
  }
}

const isTried = () => IS_WHOLE || random() < SHARE;

/** The texts of a scanner at a size: each token repeated, behind each beginning, and before each other token. */
function* textsOf({ tokens, starts = [""] }: Scanner): Generator<[name: string, (size: number) => string]> {
  for (const start of starts)
    for (const token of tokens) {
      yield [`${start}${token}…`, (size) => start + token.repeat(size / token.length)];
      const next = tokens[(tokens.indexOf(token) + 1) % tokens.length] ?? "";
      const pair = token + next;
      if (isTried()) yield [`${start}${pair}…`, (size) => start + pair.repeat(size / pair.length)];
      if (isTried())
        yield [
          `${start}${token}…${next}…`,
          (size) => start + token.repeat(size / token.length) + next.repeat(size / next.length),
        ];
    }
}

/** The least time of the processor that a work takes in a few tries, whatever else this machine does. */
async function leastMs(work: () => unknown, tries: number, enoughMs = 0): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < tries && least > enoughMs; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

test.each(Object.entries(SCANNERS))("reading %s takes no longer than it is long", async (_name, scanner) => {
  const slow: string[] = [];
  let tried = 0;
  for (const [name, textOf] of textsOf(scanner)) {
    tried += 1;
    const [small, large] = [textOf(SMALL), textOf(SMALL * TIMES)];
    const rough = await leastMs(() => scanner.scan(large), 1);
    if (rough <= MIN_MS) continue;
    const least = await leastMs(() => scanner.scan(small), 3);
    const most = Math.max(least, MIN_MS / TIMES) * MAX_GROWTH;
    const taken = rough <= most ? rough : await leastMs(() => scanner.scan(large), 8, most);
    if (taken > most) slow.push(`${JSON.stringify(name.slice(0, 60))}: ${least} ms, then ${taken} ms`);
  }
  texts += tried;
  expect(slow).toEqual([]);
});
