/** What stands in the place of a value on a page of help, `<name>`, by its name on the command line; a name without a word is the same. */
const french: Readonly<Record<string, string>> = {
  "yes|no": "oui|non",
  address: "adresse",
  category: "catégorie",
  command: "commande",
  count: "nombre",
  day: "jour",
  days: "jours",
  email: "adresse",
  employee: "salarié",
  employer: "employeur",
  file: "fichier",
  filter: "filtre",
  folder: "dossier",
  form: "forme",
  from: "début",
  hours: "heures",
  id: "identifiant",
  kilometres: "kilomètres",
  kind: "type",
  lang: "langue",
  level: "niveau",
  list: "liste",
  month: "mois",
  name: "nom",
  names: "champs",
  number: "nombre",
  numbers: "nombres",
  order: "ordre",
  percent: "pourcentage",
  place: "lieu",
  porte: "porté",
  rate: "taux",
  receipt: "justificatif",
  reference: "référence",
  role: "rôle",
  run: "paie",
  scopes: "droits",
  seconds: "secondes",
  setting: "réglage",
  shell: "shell",
  sign: "signe",
  statement: "déclaration",
  step: "étape",
  table: "table",
  text: "texte",
  to: "fin",
  token: "jeton",
  topic: "sujet",
  unit: "unité",
  units: "nombre",
  url: "adresse",
  value: "valeur",
  what: "quoi",
  word: "mot",
  words: "mots",
  year: "année",
};

/** The word of each language for a placeholder. */
export const placeholderIn = {
  fr: (name: string) => french[name] ?? name,
  en: (name: string) => name,
};

const PLACEHOLDER = /<[^<>]+>|\[[a-z][a-z|.=,-]*\]/g;

/** Says the placeholders of a usage, `<month>`, `<word=category>` or `[options]`, in the words of a reader. */
export function withPlaceholders(nameOf: (name: string) => string, text: string): string {
  return text.replace(PLACEHOLDER, (found) => found.replace(/[a-z|]+/g, nameOf));
}
