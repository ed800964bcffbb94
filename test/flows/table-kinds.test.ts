import { describe, expect, test } from "vitest";
import { parseMatch } from "../../src/domain/time-intervals.ts";
import { type ImportTerms, readImport } from "../../src/flows/activity/import/read.ts";
import { readRates } from "../../src/flows/expenses/rates-table.ts";
import { readTrips, TRIPS } from "../../src/flows/expenses/trips-table.ts";
import { readerOf } from "../parts/tables.ts";
import { workbookOf } from "../parts/workbook.ts";

const terms = (more: Partial<ImportTerms> = {}): ImportTerms => ({
  file: "f",
  month: "2026-11",
  alsaceMoselle: false,
  rules: [parseMatch("formation=training")],
  missions: ["ACME", "NORD"],
  dayHours: () => 7,
  onlyMission: "ACME",
  isSheet: false,
  owners: [],
  includeDeclined: false,
  ...more,
});
async function monthOf(content: string | Uint8Array, more: Partial<ImportTerms> = {}) {
  const { format, days, notes, readings } = await readImport([readerOf(content)], terms(more));
  const said = days.map(
    ({ date, entries }) =>
      `${date.slice(8)} ${entries.map(({ kind, mission, amount }) => `${mission ?? kind} ${amount}`).join("+")}`,
  );
  return {
    format,
    said,
    notes: notes.map(({ code, text, day }) => `${code} ${day?.slice(8)} ${text}`),
    reading: readings[0],
  };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "read",
    (failure: { code?: string }) => failure.code,
  );

describe("a sheet of days", () => {
  test.each<[string, string | Uint8Array, string[]]>([
    [
      "in Windows-1252",
      Buffer.from("date;type;mission;jours\n03/11/2026;mission;ACME;1\n04/11/2026;congés payés;;1\n", "latin1"),
      ["03 ACME 1", "04 paid-leave 1"],
    ],
    ["in UTF-16", Buffer.from("\ufeffDate\tMission\tJours\r\n03/11/2026\tACME\t0,5\r\n", "utf16le"), ["03 ACME 0.5"]],
    [
      "with sep=, blank rows and a total",
      "sep=;\r\nDate;Mission;Jours\r\n03/11/2026;ACME;1\r\n;;\r\n04/11/2026;ACME;1\r\nTotal;;2\r\n",
      ["03 ACME 1", "04 ACME 1"],
    ],
    [
      "under a letterhead, with days on which nothing was done",
      "Cabinet Durand;;\nNovembre 2026;;\n\nJour;Mission;Nb jours\n02/11/2026;ACME;1\n03/11/2026;;\n04/11/2026;ACME;0\n05/11/2026;ACME;½\n",
      ["02 ACME 1", "05 ACME 0.5"],
    ],
    ["without a header", "03/11/2026;ACME;1\n04/11/2026;NORD;0,5\n", ["03 ACME 1", "04 NORD 0.5"]],
    ["of hours as clocks", "Date,Heures\n2026-11-03,07:00\n2026-11-04,3h30\n", ["03 ACME 1", "04 ACME 0.5"]],
    ["of days in words", "Date;Jours\nmardi 3 novembre 2026;1 j\n4 nov. 2026;0,5 jour\n", ["03 ACME 1", "04 ACME 0.5"]],
    ["with the month first", "Date,Days\n11/02/2026,1\n11/03/2026,1\n", ["02 ACME 1", "03 ACME 1"]],
    [
      "as a workbook",
      workbookOf({
        Feuil1: [
          ["Date", "Mission", "Jours"],
          [{ serial: 46329 }, "ACME", 0.5],
          ["04/11/2026", "NORD", 1],
        ],
      }),
      ["03 ACME 0.5", "04 NORD 1"],
    ],
  ])("%s", async (_name, content, said) => {
    expect((await monthOf(content)).said).toEqual(said);
  });

  test("of a year gives its month; its other lines are counted, whatever they hold", async () => {
    const year = "date,mission,jours\n2026-10-30,ACME,beaucoup\n2026-11-03,ACME,1\n2026-12-01,?,1\n";
    const { said, notes } = await monthOf(year);
    expect(said).toEqual(["03 ACME 1"]);
    expect(notes).toEqual(["elsewhere undefined 2"]);
    const failure = await monthOf(year, { month: "2026-09" }).catch((found: unknown) => found);
    expect(failure).toMatchObject({ code: "csv.malformed", facts: { line: 2, expected: "month" } });
  });

  test("whose line is cut by its own decimal comma is named", async () => {
    const cut = "date,mission,jours\n2026-11-03,ACME,0,5\n";
    const failure = await readImport([readerOf(cut)], terms()).catch((found: unknown) => found);
    expect(failure).toMatchObject({ code: "csv.malformed", facts: { line: 2, expected: "width" } });
  });
});

const TOGGL = "Description,Billable,Duration,Member,Email,Project,Tags,Start date,Start time,Stop date,Stop time";

describe("a tracker's file", () => {
  test("of a year gives its month, from its eve on; its other lines are counted, whatever they hold", async () => {
    const line = (from: string, to: string) => `2026-${from},09:00,2026-${to},ACME`;
    const lines = [line("10-05", "10-05,25:99"), line("10-31", "10-31,25:99"), line("11-03", "11-03,17:00")];
    const { said, notes } = await monthOf(
      ["Start date,Start time,End date,End time,Project", ...lines, "2026-10-31,22:00,2026-11-01,04:00,ACME", ""].join(
        "\n",
      ),
    );
    expect(said).toEqual(["01 ACME 0.5", "03 ACME 1"]);
    expect(notes).toContain("elsewhere undefined 2");
  });

  test.each<[string, string, string[], string[]]>([
    [
      "toggl",
      `${TOGGL}\nAtelier,Yes,07:00:00,C M,c@x.example,ACME,-,2026-11-03,09:00:00,2026-11-03,16:00:00\nRéunion,Yes,-1,C M,c@x.example,ACME,-,2026-11-04,09:00:00,,\n`,
      ["03 ACME 1"],
      ["running 04 ACME · Réunion"],
    ],
    [
      "clockify",
      "Project,Client,Description,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n" +
        ["02", "03", "04"]
          .map((day) => `ACME,,x,11/${day}/2026,09:00:00 AM,11/${day}/2026,05:00:00 PM,08:00:00,8.00\n`)
          .join(""),
      ["02 ACME 1", "03 ACME 1", "04 ACME 1"],
      [],
    ],
    [
      "harvest",
      "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name\n2026-11-03,Acme,ACME,,Dev,,4.00,Yes,No,C\n2026-11-03,Acme,ACME,,Test,,3.00,Yes,No,C\n2026-11-04,Acme,ACME,,Dev,,3.50,Yes,No,C\n",
      ["03 ACME 1", "04 ACME 0.5"],
      [],
    ],
    [
      "kimai",
      '"Date","From","To","Duration","User","Customer","Project","Activity","Description","Exported","Hourly rate"\n"2026-11-03","09:00","12:30","3:30","c","Acme","ACME","Dev","","No","0"\n"2026-11-04","22:00","02:00","4:00","c","Acme","ACME","Dev","","No","0"\n',
      ["03 ACME 0.5", "04 ACME 0.5", "05 ACME 0.5"],
      ["over_midnight 04 ACME"],
    ],
    [
      "tracker",
      "Début;Fin;Projet\n2026-11-03 09:00;2026-11-03 17:00;ACME\n2026-11-04T08:00:00Z;2026-11-04T12:00:00Z;ACME\n",
      ["03 ACME 1", "04 ACME 0.5"],
      [],
    ],
    [
      "toggl",
      "Description;Projet;Date de début;Heure de début;Date de fin;Heure de fin;Membre\nAtelier;ACME;03/11/2026;9h00;03/11/2026;16h00;C\n".replace(
        "Date de début",
        "Start date",
      ),
      ["03 ACME 1"],
      [],
    ],
  ])("of %s gives its days; what still runs is named", async (format, text, said, notes) => {
    const read = await monthOf(text);
    expect(read.format).toBe(format);
    expect(read.said).toEqual(said);
    for (const [index, note] of notes.entries()) expect(read.notes[index]).toContain(note);
  });

  test("whose days could be read both ways, neither of them of one month alone, is asked about", async () => {
    const text = `${TOGGL}\n${["11/10", "11/12", "10/11"].map((day) => `x,,,,,ACME,,${day}/2026,09:00,${day}/2026,10:00\n`).join("")}`;
    expect(await codeOf(monthOf(text))).toBe("table.dates");
  });
});

describe("a file of drives", () => {
  const kilometres = async (content: string | Uint8Array) => {
    const table = await readerOf(content).open(TRIPS);
    const { drives } = await readTrips(table, { file: "f", order: "day-first", isReturn: async () => null });
    return drives.map(({ trip }) => trip.metres / 1000);
  };
  test("reads a distance to the metre", async () => {
    expect(await kilometres("Date;Km\n03/11/2026;12,72\n04/11/2026;106,555 km\n05/11/2026;1 200\n")).toEqual([
      12.72, 106.555, 1200,
    ]);
  });

  test("reads the file that Excel writes in France: semicolons, decimal commas, places with commas, a byte order mark", async () => {
    const rows = [
      "Date;Km;Départ;Arrivée;Motif",
      '03/11/2026;33,5;"Lyon, gare";Vienne;Client',
      "04/11/2026;7,25;Lyon;Bron;",
    ];
    expect(await kilometres(`\ufeff${rows.join("\r\n")}\r\n`)).toEqual([33.5, 7.25]);
    expect(await kilometres("date;km\n2026-11-03;33,5\n2026-11-04;12\n")).toEqual([33.5, 12]);
  });

  const withReturn = (word: string, title = "Aller-retour") =>
    `Date;Km;Départ;Arrivée;${title}\n03/11/2026;10;Lyon;Vienne;${word}\n`;

  test.each([
    "Aller-retour",
    "aller/retour",
    "A/R",
    "AR",
    "a-r",
    "oui",
    "Oui",
    "x",
    "X",
    "1",
    "2",
    "vrai",
    "TRUE",
    "yes",
    "round trip",
    "Return",
    "x2",
    "×2",
    "↔",
    "⇄",
    "retour",
    "✓",
    "there and back",
    "aller et retour",
  ])("counts %j twice", async (word) => expect(await kilometres(withReturn(word))).toEqual([20]));
  test.each([
    "",
    "0",
    "non",
    "Non",
    "no",
    "faux",
    "false",
    "aller simple",
    "Aller",
    "one way",
    "simple",
    "→",
    "-",
    "x1",
  ])("counts %j once", async (word) => expect(await kilometres(withReturn(word))).toEqual([10]));
  test("asks about any other word", async () => {
    expect(await codeOf(kilometres(withReturn("peut-être")))).toBe("csv.malformed");
    expect(await kilometres(withReturn("A/R", "Type de trajet"))).toEqual([20]);
    expect(await kilometres(withReturn("oui", "Retour"))).toEqual([20]);
  });

  test.each<[string, string | Uint8Array, number[]]>([
    ["one delimiter a file and decimal commas", "Date;Km;Départ;Arrivée\n03/11/2026;106,5;Lyon;Grenoble\n", [106.5]],
    ["commas within quotes", 'Date,Km,From,To\n03/11/2026,"106,5","Lyon, Part-Dieu",Grenoble\n', [106.5]],
    ["tabs", "Date\tDistance (km)\tTrajet\n03/11/2026\t12,0 km\tLyon ↔ Vienne\n", [24]],
    [
      "Windows-1252",
      Buffer.from("Date;Kilomètres;Départ;Arrivée\n3 nov. 2026;1 106,5;Évry;Sète\n", "latin1"),
      [1106.5],
    ],
    ["a total of both ways", "Date;Km total;Aller-retour\n03/11/2026;20;oui\n", [20]],
    ["ways apart", "Date;Km aller;Km retour\n03/11/2026;10;12\n", [22]],
    ["words beside its number", "Date;Km;Objet\n03/11/2026;10 km A/R;client\n04/11/2026;10;AR client\n", [20, 20]],
    ["no header", "03/11/2026;106,5;Lyon;Grenoble\n04/11/2026;12;Lyon;Vienne\n", [106.5, 12]],
    [
      "a workbook",
      workbookOf({
        A: [
          ["Date", "Km", "A/R"],
          [{ serial: 46329 }, 106.5, "oui"],
        ],
      }),
      [213],
    ],
  ])("reads %s", async (_name, content, metres) => {
    expect(await kilometres(content)).toEqual(metres);
  });

  test("whose decimal comma cuts its line is named, and never a shorter drive", async () => {
    expect(await codeOf(kilometres("Date,Km,From,To\n03/11/2026,106,5,Lyon,Grenoble\n"))).toBe("csv.malformed");
  });
});

describe("a table of rates", () => {
  const rates = (content: string | Uint8Array) => readRates(readerOf(content));

  test.each<[string, string | Uint8Array, object]>([
    [
      "the European Central Bank's of a day",
      "Date, USD, JPY, GBP, \n26 November 2026, 1.1534, 170.12, 0.8656, \n",
      { USD: { "2026-11-26": 1.1534 }, JPY: { "2026-11-26": 170.12 }, GBP: { "2026-11-26": 0.8656 } },
    ],
    [
      "its history",
      "Date,USD,TRY,\n2026-11-06,1.0832,N/A,\n2026-11-05,1.0800,,\n",
      { USD: { "2026-11-06": 1.0832, "2026-11-05": 1.08 } },
    ],
    [
      "its XML",
      `<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="x"><Cube><Cube time='2026-11-26'><Cube currency='USD' rate='1.1534'/><Cube currency='IDR' rate='19000.55'/></Cube></Cube></gesmes:Envelope>`,
      { USD: { "2026-11-26": 1.1534 }, IDR: { "2026-11-26": 19_000.55 } },
    ],
    [
      "its data portal's series",
      "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nEXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-11-26,1.1534,A\nEXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,2026-10,1.16,A\nEXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-11-27,,H\n",
      { USD: { "2026-11-26": 1.1534 } },
    ],
    [
      "its data portal's table",
      '"DATE","TIME PERIOD","US dollar/Euro (EXR.D.USD.EUR.SP00.A)"\n"2026-11-26","26 Nov 2026","1.1534"\n',
      { USD: { "2026-11-26": 1.1534 } },
    ],
    [
      "the Banque de France's",
      "Titre :;Dollar\nCode série :;EXR.D.USD.EUR.SP00.A\nUnité :;Dollar\n27/11/2026;-\n26/11/2026;1,1534\n",
      { USD: { "2026-11-26": 1.1534 } },
    ],
    ["with other titles of three letters", "Day,USD,Max\n2026-11-06,1.0832,x\n", { USD: { "2026-11-06": 1.0832 } }],
    ["one by line", "date;devise;taux\n06/11/2026;chf;0,9300\n", { CHF: { "2026-11-06": 0.93 } }],
  ])("reads %s", async (_name, content, table) => {
    expect(await rates(content)).toEqual(table);
  });

  test.each([
    ["a rate that is none", "Date,USD\n2026-11-06,abc\n"],
    ["a rate of zero", "Date,USD\n2026-11-06,0\n"],
    ["a day that is none", "Date,USD\n2026-11-06,1.08\n2026-11-31,1.08\n"],
    ["no currency", "Date,Taux moyen\n2026-11-06,1.08\n"],
    [
      "XML that declares a type",
      '<?xml version="1.0"?><!DOCTYPE a><a><Cube time="2026-11-26" currency="USD" rate="1.1"/></a>',
    ],
    ["XML of something else", '<?xml version="1.0"?><feed><entry/></feed>'],
  ])("refuses %s", async (_name, content) => {
    expect(await codeOf(rates(content))).toBe("currency.table");
  });
});
