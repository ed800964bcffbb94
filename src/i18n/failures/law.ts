import type { Failures } from "../../errors.ts";
import { de } from "../elision.ts";
import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

type Facts = Failures["law.file"];

/** So many names of tables are written out; the others are counted. */
const MOST_NAMED = 4;

/** Names the tables that were not checked, in French. */
function frenchLacking(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const rest = tables.length - MOST_NAMED;
  const named = tables.slice(0, MOST_NAMED).join(", ");
  return ` : il manque ${named}${rest > 0 ? ` et ${rest} ${french.form(rest, "autre table", "autres tables")}` : ""}`;
}

/** Names the tables that were not checked, in English. */
function englishLacking(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const rest = tables.length - MOST_NAMED;
  const named = tables.slice(0, MOST_NAMED).join(", ");
  return `: ${named}${rest > 0 ? ` and ${rest} other ${english.form(rest, "table", "tables")}` : ""} ${english.form(tables.length, "is", "are")} missing`;
}

/** Says in French what a file of law should have held. */
function frenchLawExpected(expected: Facts["expected"], known: Facts["known"]): string {
  const [first = "", second = "", third = ""] = known;
  const some = known.join(", ");
  const words: Readonly<Record<Facts["expected"], string>> = {
    json: "du JSON",
    object: "un objet JSON, entre { et }",
    list: "une liste JSON, entre [ et ]",
    text: `un texte d'une ligne, de ${first} caractères au plus`,
    schema: "1, la seule forme connue",
    name: "un nom de 64 lettres, chiffres, points ou tirets au plus, par exemple 2027",
    "name-free": "un nom qu'aucun autre fichier n'a pris",
    table:
      known.length === 0 ? "une table que porte law show connaît" : `une table connue ; vous vouliez dire ${some} ?`,
    fixed:
      "une table dont les lignes sont lues ; celle-ci n'est que dite en mots, qui changent avec une version de porte",
    "one-of": `un de ces mots : ${some}`,
    field: `un de ces champs : ${some}`,
    missing: `${known.join(" ou ")}, qui manque`,
    repeated: "un nom écrit une seule fois",
    some: "au moins une table, dans tables ou dans unchanged",
    day: "un jour qui existe, écrit 2027-01-31",
    after: `un jour après le ${first}, où commence la ligne précédente`,
    "not-before": `un jour qui ne soit pas avant le ${first}`,
    link: "une adresse https://…, ou null",
    size: `un fichier de ${first} octets au plus`,
    depth: `moins de ${first} niveaux`,
    items: `de 1 à ${first} éléments`,
    euros: `des euros, de ${second} à ${third}, avec ${first} décimales au plus : 4005 ou 12.31`,
    percent: `un pourcentage, de ${second} à ${third}, avec ${first} décimales au plus : 8.55`,
    mills: `des euros par kilomètre, de ${second} à ${third}, avec ${first} décimales au plus : 0.529`,
    whole: `un nombre entier, de ${second} à ${third}`,
    decimal: `un nombre de ${second} à ${third}, avec ${first} décimales au plus`,
    positive: "un nombre au-dessus de zéro",
    word: "un mot, en minuscules",
    rising: "une limite plus haute que celle d'avant",
    "last-without-limit": "null, car la dernière tranche n'a pas de limite",
  };
  return words[expected];
}

/** Says in English what a file of law should have held. */
function englishLawExpected(expected: Facts["expected"], known: Facts["known"]): string {
  const [first = "", second = "", third = ""] = known;
  const some = known.join(", ");
  const words: Readonly<Record<Facts["expected"], string>> = {
    json: "JSON",
    object: "a JSON object, between { and }",
    list: "a JSON list, between [ and ]",
    text: `a text of one line, ${first} characters at most`,
    schema: "1, the only form that is known",
    name: "a name of 64 letters, digits, dots or dashes at most, such as 2027",
    "name-free": "a name that no other file has taken",
    table: known.length === 0 ? "a table that porte law show knows" : `a known table; did you mean ${some}?`,
    fixed: "a table whose rows are read; this one is only told in words, which change with a version of porte",
    "one-of": `one of these words: ${some}`,
    field: `one of these fields: ${some}`,
    missing: `${known.join(" or ")}, which is missing`,
    repeated: "a name written only once",
    some: "one table at least, in tables or in unchanged",
    day: "a day that exists, written 2027-01-31",
    after: `a day after ${first}, on which the row before it begins`,
    "not-before": `a day that is not before ${first}`,
    link: "an address https://…, or null",
    size: `a file of ${first} bytes at most`,
    depth: `fewer than ${first} levels`,
    items: `1 to ${first} items`,
    euros: `euros, from ${second} to ${third}, with ${first} decimals at most: 4005 or 12.31`,
    percent: `a percentage, from ${second} to ${third}, with ${first} decimals at most: 8.55`,
    mills: `euros a kilometre, from ${second} to ${third}, with ${first} decimals at most: 0.529`,
    whole: `a whole number, from ${second} to ${third}`,
    decimal: `a number from ${second} to ${third}, with ${first} decimals at most`,
    positive: "a number above zero",
    word: "a word, in lower case",
    rising: "a limit above the one before it",
    "last-without-limit": "null, since the last band has no limit",
  };
  return words[expected];
}

/** The words of the tables of the law, and files that add to them. */
export const lawWords: Words<"law"> = {
  "law.not_covered": {
    fr: ({ month: asked, first, last, tables = [] }) => ({
      what: `La loi ${de(french.when(asked))} n'a pas été vérifiée ici${frenchLacking(tables)}.`,
      hint: `Elle l'est du ${french.day(first)} au ${french.day(last)} ; porte law add <fichier>, ou porte-company serve --law <fichier>, ajoute ce qui a été publié depuis.`,
    }),
    en: ({ month: asked, first, last, tables = [] }) => ({
      what: `The law of ${english.when(asked)} has not been checked here${englishLacking(tables)}.`,
      hint: `It was checked from ${english.day(first)} to ${english.day(last)}; porte law add <file>, or porte-company serve --law <file>, adds what was published since.`,
    }),
  },
  "law.file": {
    fr: ({ file, at, value, expected, known }) => ({
      what: `${file}${at === "" ? "" : `, ${at}`}${value === "" ? "" : ` (« ${value} »)`} : il faut ${frenchLawExpected(expected, known)}.`,
      hint: "porte law check <fichier> relit le fichier ; porte law show donne les tables, porte law schema leur forme.",
    }),
    en: ({ file, at, value, expected, known }) => ({
      what: `${file}${at === "" ? "" : `, ${at}`}${value === "" ? "" : ` ("${value}")`}: expected ${englishLawExpected(expected, known)}.`,
      hint: "porte law check <file> reads it again; porte law show lists the tables, porte law schema how they are written.",
    }),
  },
  "law.exists": {
    fr: ({ name, place }) => ({
      what: `Un autre fichier de loi « ${name} » est déjà gardé ici : ${place}.`,
      hint: "--force le remplace ; ou changer le nom dans le fichier.",
    }),
    en: ({ name, place }) => ({
      what: `Another file of law "${name}" is kept here already: ${place}.`,
      hint: "--force replaces it; or change the name in the file.",
    }),
  },
  "law.unknown": {
    fr: ({ name, names }) => ({
      what: `Aucun fichier de loi « ${name} » n'est gardé ici.`,
      hint: names.length === 0 ? "Il n'y en a aucun." : `Gardés : ${list(names)}.`,
    }),
    en: ({ name, names }) => ({
      what: `No file of law "${name}" is kept here.`,
      hint: names.length === 0 ? "There is none." : `Kept: ${list(names)}.`,
    }),
  },
  "law.unknown_table": {
    fr: ({ name, names }) => ({
      what: `Aucune table « ${name} » dans la loi.`,
      hint: names.length === 0 ? "porte law show les donne toutes." : `Vous vouliez dire : ${list(names)} ?`,
    }),
    en: ({ name, names }) => ({
      what: `No table "${name}" in the law.`,
      hint: names.length === 0 ? "porte law show lists them all." : `Did you mean ${list(names)}?`,
    }),
  },
  "law.non_resident": {
    fr: ({ day: paid, last }) => ({
      what: `La retenue à la source d'un non-résident payé le ${french.day(paid)} n'est pas connue ici.`,
      hint: `Ses tranches ont été lues jusqu'au ${french.day(last)} ; donnez le taux vous-même : --tax-rate 12.`,
    }),
    en: ({ day: paid, last }) => ({
      what: `The withholding of a non-resident paid on ${english.day(paid)} is not known here.`,
      hint: `Its slices were read up to ${english.day(last)}; give the rate yourself: --tax-rate 12.`,
    }),
  },
};
