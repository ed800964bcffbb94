import { french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchExpected = {
  return: "aller simple ou aller-retour (oui, non, A/R, aller simple)",
  width: "une ligne qui n'a pas plus de cellules que l'en-tête",
  euros: "un montant en euros",
  distance: "kilomètres, au dixième, au-dessus de zéro",
  hours: "heures, de 0,25 à 24, un quart de journée au moins",
  csv: "une ligne CSV aux guillemets fermés",
  day: "une date comme 2026-11-13 ou 13/11/2026",
  month: "un jour du mois déclaré",
  kind: "mission, offert, prospection, formation, délégation, congés, sans-solde, maladie, férié ou intercontrat",
  amount: "0,5 ou 1",
  header: "les colonnes date, kind, mission, amount (project est facultative)",
  mission: "la référence d'une mission",
};

const englishExpected = {
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

const frenchTableFormats = {
  xls: "un classeur Excel d'avant 2007, ou protégé par un mot de passe",
  pdf: "un PDF",
  html: "une page web, même sous le nom .xls",
  picture: "une image",
  empty: "il est vide",
  workbook: "un classeur endommagé, trop grand, ou d'un autre format qu'XLSX",
};

const englishTableFormats = {
  xls: "an Excel workbook from before 2007, or one with a password",
  pdf: "a PDF",
  html: "a web page, even if named .xls",
  picture: "a picture",
  empty: "it is empty",
  workbook: "a workbook that is damaged, too large, or of another format than XLSX",
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
    fr: ({ file, line, column, value, expected: wanted }) => ({
      what: `${file}, ligne ${line}, colonne « ${column} » : « ${value} » au lieu de ${frenchExpected[wanted]}.`,
      hint: "Le modèle est templates/timesheet.csv ; rien n'a été envoyé.",
    }),
    en: ({ file, line, column, value, expected: wanted }) => ({
      what: `${file}, line ${line}, column "${column}": "${value}" instead of ${englishExpected[wanted]}.`,
      hint: "The model is templates/timesheet.csv; nothing was sent.",
    }),
  },
  "table.format": {
    fr: ({ file, format }) => ({
      what: `${file} n'est pas un tableau qui se lit : ${frenchTableFormats[format]}.`,
      hint: "L'enregistrer au format XLSX ou CSV, puis recommencer.",
    }),
    en: ({ file, format }) => ({
      what: `${file} is no table that can be read: ${englishTableFormats[format]}.`,
      hint: "Save it as XLSX or CSV, then try again.",
    }),
  },
  "table.columns": {
    fr: ({ file, kind, missing, line, row }) => ({
      what: `${file}, ligne ${line} : ${french.form(missing.length, "colonne introuvable", "colonnes introuvables")} (${missing.join(", ")}) parmi « ${row.join(" | ")} ».`,
      hint: `porte expenses layouts add <nom> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}, puis --layout <nom>.`,
    }),
    en: ({ file, kind, missing, line, row }) => ({
      what: `${file}, line ${line}: no column found for ${missing.map((column) => `"${column}"`).join(", ")} among "${row.join(" | ")}".`,
      hint: `porte expenses layouts add <name> ${file} --kind ${kind} ${missing.map((column) => `${column}=<n>`).join(" ")}, then --layout <name>.`,
    }),
  },
  "table.layout": {
    fr: ({ file, name, names }) => ({
      what:
        names.length === 0
          ? `La disposition « ${name} » n'est pas celle de ${file}.`
          : `Aucune disposition « ${name} » pour ${file} ; connues : ${names.join(", ")}.`,
      hint: "porte expenses layouts",
    }),
    en: ({ file, name, names }) => ({
      what:
        names.length === 0
          ? `The layout "${name}" is not that of ${file}.`
          : `No layout "${name}" for ${file}; known: ${names.join(", ")}.`,
      hint: "porte expenses layouts",
    }),
  },
  "table.no_layout": {
    fr: ({ name, names }) => ({
      what: `Aucune disposition « ${name} »${names.length === 0 ? "" : ` ; connues : ${names.join(", ")}`}.`,
      hint: "porte expenses layouts",
    }),
    en: ({ name, names }) => ({
      what: `No layout "${name}"${names.length === 0 ? "" : `; known: ${names.join(", ")}`}.`,
      hint: "porte expenses layouts",
    }),
  },
  "table.dates": {
    fr: ({ file, value, kind }) => ({
      what: `${file} : « ${value} » peut se lire de plusieurs façons (jour, mois ou année en premier).`,
      hint: `porte expenses layouts add <nom> ${file} --kind ${kind} --dates month-first (ou day-first, year-first), puis --layout <nom>.`,
    }),
    en: ({ file, value, kind }) => ({
      what: `${file}: "${value}" can be read in several ways (day, month or year first).`,
      hint: `porte expenses layouts add <name> ${file} --kind ${kind} --dates month-first (or day-first, year-first), then --layout <name>.`,
    }),
  },
  "table.too_long": {
    fr: ({ most }) => ({
      what: `Plus de ${most} lignes.`,
      hint: "Couper le fichier.",
    }),
    en: ({ most }) => ({
      what: `More than ${most} lines.`,
      hint: "Cut the file.",
    }),
  },
  "import.malformed": {
    fr: ({ file, at, value, expected: wanted }) => ({
      what: `${file}, ${at} : « ${value} » ne se lit pas comme ${frenchImportExpected[wanted]}.`,
      hint: "Formats lus : iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, le JSON de declare --dry-run.",
    }),
    en: ({ file, at, value, expected: wanted }) => ({
      what: `${file}, ${at}: "${value}" does not read as ${englishImportExpected[wanted]}.`,
      hint: "Formats read: iCalendar, timew export, Toggl, Clockify, Harvest, Kimai, templates/timesheet.csv, the JSON of declare --dry-run.",
    }),
  },
  "import.duration": {
    fr: ({ file, at, text, hours }) => ({
      what: `${file}, ${at} : « ${text} » dure ${String(hours).replace(".", ",")} h.`,
      hint: "Corriger l'entrée à sa source : une durée va de 0 à 24 heures.",
    }),
    en: ({ file, at, text, hours }) => ({
      what: `${file}, ${at}: "${text}" lasts ${hours} h.`,
      hint: "Correct the entry at its source: a duration is from 0 to 24 hours.",
    }),
  },
  "import.too_large": {
    fr: ({ file }) => ({
      what: `${file} : un calendrier de cette taille ne se lit pas (64 Mo, ou 20 000 événements en un mois, au plus).`,
      hint: "Exporter le seul mois à déclarer, puis recommencer.",
    }),
    en: ({ file }) => ({
      what: `${file}: a calendar of this size is not read (64 MB, or 20,000 events in a month, at most).`,
      hint: "Export the month to declare alone, then start again.",
    }),
  },
  "import.match": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une règle.`,
      hint: 'Par exemple --match "point hebdo=ACME" ou --match stage=formation.',
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a rule.`,
      hint: 'For instance --match "weekly=ACME" or --match course=training.',
    }),
  },
  "import.row": {
    fr: ({ file, line, reason }) => ({
      what: `${file}, ligne ${line} : ${reason}`,
      hint: "Rien n'a été envoyé. Corriger la ligne, puis recommencer.",
    }),
    en: ({ file, line, reason }) => ({
      what: `${file}, line ${line}: ${reason}`,
      hint: "Nothing was sent. Mend the row, then start again.",
    }),
  },
};
