import type { Failures } from "../errors.ts";
import { frenchForm as form } from "./plural.ts";

/** So many names of tables are written out; the others are counted. */
const MOST_NAMED = 4;

/** Names the tables that were not checked, in French. */
export function lacking(tables: readonly string[]): string {
  if (tables.length === 0) return "";
  const rest = tables.length - MOST_NAMED;
  const named = tables.slice(0, MOST_NAMED).join(", ");
  return ` : il manque ${named}${rest > 0 ? ` et ${rest} ${form(rest, "autre table", "autres tables")}` : ""}`;
}

type Facts = Failures["law.file"];

/** Says in French what a file of law should have held. */
export function lawExpected(expected: Facts["expected"], known: Facts["known"]): string {
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
