import { frenchForm as form } from "../plural.ts";

/** What is said of the law in use. */
export const frLaw = {
  law: {
    table: "table",
    value: "valeur",
    since: "depuis",
    checkedUntil: "vérifiée jusqu'au",
    file: "fichier",
    several: "…",
    until: (month: string, payDate: string) =>
      `Une paie se fait pour un mois commencé au plus tard le ${month}, versée au plus tard le ${payDate} ; après, une simulation est une estimation.`,
    files: (names: readonly string[]) =>
      names.length === 0
        ? "Loi de cette version de porte, sans fichier ajouté."
        : `Loi de cette version de porte, et ${form(names.length, "le fichier ajouté", "les fichiers ajoutés")} ${names.join(", ")}.`,
    checked: (day: string) => `vérifiée jusqu'au ${day}`,
    published: (day: string) => `publié le ${day}`,
    noDay: "jour de publication non lu",
    noLink: "adresse non lue",
    addedBy: (name: string) => `ajoutée par le fichier ${name}`,
    fine: (name: string, rows: number, tables: number) =>
      `Le fichier ${name} convient : ${rows} ${form(rows, "ligne", "lignes")} dans ${tables} ${form(tables, "table", "tables")}.`,
    kept: {
      added: (name: string, place: string) => `Le fichier ${name} est ajouté : ${place}.`,
      replaced: (name: string, place: string) => `Le fichier ${name} est remplacé : ${place}.`,
      known: (name: string, place: string) => `Le fichier ${name} est déjà là, sans changement : ${place}.`,
    },
    removed: (name: string) => `Le fichier ${name} est retiré.`,
    covers: (day: string) => `Toutes les tables de la paie sont alors vérifiées jusqu'au ${day}.`,
    lacking: (day: string, tables: readonly string[]) =>
      `Restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    coversRules: (day: string) =>
      `Toutes les tables des frais, des trajets et du temps de travail sont alors vérifiées jusqu'au ${day}.`,
    lackingRules: (day: string, tables: readonly string[]) =>
      `Pour les frais, les trajets et le temps de travail, restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    leftOut: (file: string, why: string) => `fichier de loi laissé de côté (${file}) : ${why}`,
  },
};

/** The help of the law in use. */
export const frLawHelp = {
  law: {
    show: "montrer chaque table : ses lignes, leurs textes, et jusqu'à quand elle est vérifiée",
    table: "une table, ou une famille : pmss, cet",
    check: "vérifier un fichier de loi, sans le garder",
    file: "un fichier de loi, en JSON",
    add: "ajouter un fichier de loi à cette machine",
    force: "remplacer le fichier du même nom",
    remove: "retirer un fichier ajouté",
    name: "nom du fichier, tel qu'il est écrit dedans",
    schema: "donner la forme d'un fichier de loi, en JSON Schema",
  },
};
