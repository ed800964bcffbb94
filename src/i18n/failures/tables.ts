import { columnNames, nameOf } from "../names.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchExpected = {
  return: "d'un aller simple ou d'un aller-retour (oui, non, A/R, aller simple)",
  euros: "d'un montant en euros",
  distance: "d'une distance en kilomètres, au dixième, supérieure à zéro",
  hours: "d'un nombre d'heures, de 0,25 à 24, un quart de journée au moins",
  day: "d'une date, par exemple 2026-11-13 ou 13/11/2026",
  month: "d'un jour du mois déclaré",
  kind: "d'un type de journée : mission, offert, prospection, formation, délégation, congés, sans-solde, maladie, férié ou intercontrat",
  amount: "d'une demi-journée (0,5) ou d'une journée (1)",
  header: "des colonnes date, kind, mission et amount (project est facultative)",
  mission: "de la référence d'une mission",
};

const englishExpected = {
  return: "a one-way or return trip (yes, no, return, one way)",
  euros: "an amount of euros",
  distance: "a distance in kilometres, to the tenth, above zero",
  hours: "a number of hours, from 0.25 to 24, a quarter of a day at least",
  day: "a date, for example 2026-11-13 or 13/11/2026",
  month: "a day of the declared month",
  kind: "a type of day: mission, unbilled, prospecting, training, delegation, paid-leave, unpaid-leave, sick, holiday or intermission",
  amount: "half a day (0.5) or a day (1)",
  header: "the columns date, kind, mission and amount (project is optional)",
  mission: "the reference of a mission",
};

/** Lines that cannot be cut into columns. */
const frenchLine = {
  csv: "cette ligne CSV n'a pas les mêmes colonnes que la première, ou un guillemet n'est pas fermé",
  width: "cette ligne a plus de cellules que l'en-tête",
};

const englishLine = {
  csv: "this CSV line does not have the same columns as the first, or a quote is not closed",
  width: "this line has more cells than the header",
};

const frenchTableFormats = {
  xls: "c'est un classeur Excel d'avant 2007, ou protégé par un mot de passe",
  pdf: "c'est un PDF",
  html: "c'est une page web, même si son nom finit par .xls",
  picture: "c'est une image",
  empty: "il est vide",
  workbook: "le classeur est endommagé, trop grand, ou d'un autre format que XLSX",
};

const englishTableFormats = {
  xls: "it is an Excel workbook from before 2007, or one with a password",
  pdf: "it is a PDF",
  html: "it is a web page, even if its name ends in .xls",
  picture: "it is a picture",
  empty: "it is empty",
  workbook: "the workbook is damaged, too large, or not in XLSX format",
};

const frenchImportExpected = {
  ics: "un calendrier",
  csv: "une ligne CSV aux guillemets fermés",
  json: "un rapport ou un export JSON",
  instant: "une date et une heure",
  known: "un format connu",
};

const englishImportExpected = {
  ics: "a calendar",
  csv: "a CSV line with closed quotes",
  json: "a report or an export in JSON",
  instant: "a date and a time",
  known: "a known format",
};

/** The words of tables and calendars that are read from elsewhere. */
export const tablesWords: Words<"csv" | "table" | "import"> = {
  "csv.malformed": {
    fr: ({ file, line, column, value, expected: wanted }) =>
      wanted === "csv" || wanted === "width"
        ? { what: `${file}, ligne ${line} : ${frenchLine[wanted]}.`, hint: "Corriger cette ligne : rien n'est envoyé." }
        : {
            what: `${file}, ligne ${line}, colonne « ${column} » : « ${value} » au lieu ${frenchExpected[wanted]}.`,
            hint: "Corriger cette ligne : rien n'est envoyé. Modèle d'une feuille de temps : templates/timesheet.csv",
          },
    en: ({ file, line, column, value, expected: wanted }) =>
      wanted === "csv" || wanted === "width"
        ? { what: `${file}, line ${line}: ${englishLine[wanted]}.`, hint: "Fix this line: nothing was sent." }
        : {
            what: `${file}, line ${line}, column "${column}": "${value}" instead of ${englishExpected[wanted]}.`,
            hint: "Fix this line: nothing was sent. Model of a timesheet: templates/timesheet.csv",
          },
  },
  "table.format": {
    fr: ({ file, format }) => ({
      what: `${file} n'est pas un tableau que porte peut lire : ${frenchTableFormats[format]}.`,
      hint: "L'enregistrer au format XLSX ou CSV, puis relancer la commande.",
    }),
    en: ({ file, format }) => ({
      what: `${file} is not a table that porte can read: ${englishTableFormats[format]}.`,
      hint: "Save it as XLSX or CSV, then run the command again.",
    }),
  },
  "table.columns": {
    fr: ({ file, kind, missing, line, row }) => ({
      what: `${file}, ligne ${line} : ${french.form(missing.length, "colonne introuvable", "colonnes introuvables")} (${french.lists.and(missing.map((one) => nameOf(columnNames.fr, one)))}) parmi « ${row.join(" | ")} ».`,
      hint: `Décrire ses colonnes (porte expenses layouts add <nom> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}), puis relancer avec --layout <nom>.`,
    }),
    en: ({ file, kind, missing, line, row }) => ({
      what: `${file}, line ${line}: no column found for ${english.lists.and(missing.map((one) => nameOf(columnNames.en, one)))} among "${row.join(" | ")}".`,
      hint: `Describe its columns (porte expenses layouts add <name> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}), then run again with --layout <name>.`,
    }),
  },
  "table.layout": {
    fr: ({ file, name, names }) => ({
      what:
        names.length === 0
          ? `La disposition « ${name} » ne correspond pas à ${file}.`
          : `Aucune disposition « ${name} » pour ${file}. Dispositions enregistrées : ${french.lists.and(names)}.`,
      hint: "Voir les dispositions : porte expenses layouts",
    }),
    en: ({ file, name, names }) => ({
      what:
        names.length === 0
          ? `The layout "${name}" does not match ${file}.`
          : `No layout "${name}" for ${file}. Saved layouts: ${english.lists.and(names)}.`,
      hint: "See the layouts: porte expenses layouts",
    }),
  },
  "table.no_layout": {
    fr: ({ name, names }) => ({
      what: `La disposition « ${name} » n'existe pas.${names.length === 0 ? "" : ` Dispositions enregistrées : ${french.lists.and(names)}.`}`,
      hint: "Voir les dispositions : porte expenses layouts",
    }),
    en: ({ name, names }) => ({
      what: `There is no layout "${name}".${names.length === 0 ? "" : ` Saved layouts: ${english.lists.and(names)}.`}`,
      hint: "See the layouts: porte expenses layouts",
    }),
  },
  "table.dates": {
    fr: ({ file, value, kind }) => ({
      what: `${file} : « ${value} » peut se lire de plusieurs façons (jour, mois ou année en premier).`,
      hint: `Indiquer l'ordre (porte expenses layouts add <nom> ${file} --kind ${kind} --dates month-first, ou day-first, year-first), puis relancer avec --layout <nom>.`,
    }),
    en: ({ file, value, kind }) => ({
      what: `${file}: "${value}" can be read in several ways (day, month or year first).`,
      hint: `Give the order (porte expenses layouts add <name> ${file} --kind ${kind} --dates month-first, or day-first, year-first), then run again with --layout <name>.`,
    }),
  },
  "table.too_long": {
    fr: ({ most }) => ({
      what: `Le fichier a plus de ${most} lignes.`,
      hint: "Le partager en plusieurs fichiers.",
    }),
    en: ({ most }) => ({
      what: `The file has more than ${most} lines.`,
      hint: "Split it into several files.",
    }),
  },
  "import.malformed": {
    fr: ({ file, at, value, expected: wanted }) => ({
      what: `${file}, ${at} : « ${value} » n'est pas ${frenchImportExpected[wanted]}.`,
      hint: "Formats lus : iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, le JSON de declare --dry-run.",
    }),
    en: ({ file, at, value, expected: wanted }) => ({
      what: `${file}, ${at}: "${value}" is not ${englishImportExpected[wanted]}.`,
      hint: "Formats read: iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, the JSON of declare --dry-run.",
    }),
  },
  "import.duration": {
    fr: ({ file, at, text, hours }) => ({
      what: `${file}, ${at} : « ${text} » dure ${String(hours).replace(".", ",")} h, ce qui n'est pas possible.`,
      hint: "Corriger sa durée, de 0 à 24 heures, dans l'outil d'origine.",
    }),
    en: ({ file, at, text, hours }) => ({
      what: `${file}, ${at}: "${text}" lasts ${hours} h, which is not possible.`,
      hint: "Correct its duration, from 0 to 24 hours, in the tool it comes from.",
    }),
  },
  "import.too_large": {
    fr: ({ file }) => ({
      what: `${file} : ce calendrier est trop volumineux (64 Mo ou 20 000 événements par mois au plus).`,
      hint: "N'exporter que le mois à déclarer, puis relancer la commande.",
    }),
    en: ({ file }) => ({
      what: `${file}: this calendar is too large (64 MB or 20,000 events a month at most).`,
      hint: "Export only the month to declare, then run the command again.",
    }),
  },
  "import.match": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une règle de lecture.`,
      hint: 'Écrire par exemple --match "point hebdo=ACME" ou --match stage=formation.',
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a reading rule.`,
      hint: 'Write for example --match "weekly=ACME" or --match course=training.',
    }),
  },
  "import.row": {
    fr: ({ file, line, reason }) => ({
      what: `${file}, ligne ${line} : ${reason}`,
      hint: "Rien n'est envoyé. Corriger la ligne, puis relancer la commande.",
    }),
    en: ({ file, line, reason }) => ({
      what: `${file}, line ${line}: ${reason}`,
      hint: "Nothing was sent. Fix the line, then run the command again.",
    }),
  },
};
