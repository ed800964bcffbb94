import type { Failures } from "../../errors.ts";
import { de } from "../elision.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

type Facts = Failures["law.file"];

/** So many names of tables are written out; the others are counted. */
const MOST_NAMED = 4;

/** Longer than a month is a day. */
const MONTH_LENGTH = "2026-01".length;

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
    "name-free": "un nom qu'aucun autre fichier n'utilise",
    table:
      known.length === 0 ? "une table affichée par porte law show" : `une table connue (vouliez-vous dire ${some} ?)`,
    fixed: "une table dont les lignes sont des valeurs ; celle-ci ne change qu'avec une nouvelle version de porte",
    "one-of": `un de ces mots : ${some}`,
    field: `un de ces champs : ${some}`,
    missing: `${known.join(" ou ")}, qui manque`,
    repeated: "un nom écrit une seule fois",
    some: "au moins une table, dans tables ou dans unchanged",
    day: "une date valide, écrite 2027-01-31",
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
    name: "a name of 64 letters, digits, dots or dashes at most, for example 2027",
    "name-free": "a name that no other file uses",
    table: known.length === 0 ? "a table listed by porte law show" : `a known table (did you mean ${some}?)`,
    fixed: "a table whose rows are values; this one changes only with a new version of porte",
    "one-of": `one of these words: ${some}`,
    field: `one of these fields: ${some}`,
    missing: `${known.join(" or ")}, which is missing`,
    repeated: "a name written only once",
    some: "one table at least, in tables or in unchanged",
    day: "a valid date, written 2027-01-31",
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
      what: `Les taux ${asked.length > MONTH_LENGTH ? `du ${french.day(asked)}` : de(french.month(asked))} ne sont pas ${asked < first ? "" : "encore "}dans porte${frenchLacking(tables)}.`,
      hint: `Taux vérifiés du ${french.day(first)} au ${french.day(last)}. Pour en ajouter : porte law add <fichier>, ou porte-company serve --law <fichier>`,
    }),
    en: ({ month: asked, first, last, tables = [] }) => ({
      what: `The rates for ${english.when(asked)} are not in porte${asked < first ? "" : " yet"}${englishLacking(tables)}.`,
      hint: `Rates checked from ${english.day(first)} to ${english.day(last)}. To add some: porte law add <file>, or porte-company serve --law <file>`,
    }),
  },
  "law.file": {
    fr: ({ file, at, value, expected, known }) => ({
      what: `${file}${at === "" ? "" : `, ${at}`}${value === "" || expected === "json" ? "" : ` (« ${value} »)`} : la valeur attendue est ${frenchLawExpected(expected, known)}.`,
      hint: "Corriger le fichier, puis le vérifier : porte law check <fichier>. Tables possibles : porte law show. Format : porte law schema",
    }),
    en: ({ file, at, value, expected, known }) => ({
      what: `${file}${at === "" ? "" : `, ${at}`}${value === "" || expected === "json" ? "" : ` ("${value}")`}: expected ${englishLawExpected(expected, known)}.`,
      hint: "Fix the file, then check it: porte law check <file>. Possible tables: porte law show. Format: porte law schema",
    }),
  },
  "law.exists": {
    fr: ({ name, place }) => ({
      what: `Un autre fichier de loi « ${name} » est déjà enregistré ici : ${place}.`,
      hint: "Pour le remplacer : --force. Sinon, changer le nom dans le fichier.",
    }),
    en: ({ name, place }) => ({
      what: `Another law file "${name}" is already saved here: ${place}.`,
      hint: "To replace it: --force. If not, change the name in the file.",
    }),
  },
  "law.unknown": {
    fr: ({ name, names }) => ({
      what: `Aucun fichier de loi « ${name} » n'est enregistré ici.`,
      hint:
        names.length === 0
          ? "En ajouter un : porte law add <fichier>"
          : `Fichiers enregistrés : ${french.lists.and(names)}.`,
    }),
    en: ({ name, names }) => ({
      what: `No law file "${name}" is saved here.`,
      hint: names.length === 0 ? "Add one: porte law add <file>" : `Saved files: ${english.lists.and(names)}.`,
    }),
  },
  "law.unknown_table": {
    fr: ({ name, names }) => ({
      what: `La table « ${name} » n'existe pas.`,
      hint:
        names.length === 0
          ? "Voir toutes les tables : porte law show"
          : `Vouliez-vous dire ${french.lists.or(names)} ?`,
    }),
    en: ({ name, names }) => ({
      what: `There is no table "${name}".`,
      hint: names.length === 0 ? "See all tables: porte law show" : `Did you mean ${english.lists.or(names)}?`,
    }),
  },
  "law.non_resident": {
    fr: ({ day: paid, last }) => ({
      what: `La retenue à la source d'un non-résident payé le ${french.day(paid)} n'est pas encore dans porte.`,
      hint: `Son barème est vérifié jusqu'au ${french.day(last)}. Indiquer le taux : --tax-rate 12`,
    }),
    en: ({ day: paid, last }) => ({
      what: `The withholding tax of a non-resident paid on ${english.day(paid)} is not in porte yet.`,
      hint: `Its bands are checked until ${english.day(last)}. Give the rate: --tax-rate 12`,
    }),
  },
};
