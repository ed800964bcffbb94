import { frenchLists } from "../lists.ts";
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
      `La paie est possible pour un mois commencé au plus tard le ${month} et versée au plus tard le ${payDate}. Après, une simulation est une estimation.`,
    files: (names: readonly string[]) =>
      names.length === 0
        ? "Taux de cette version de porte, sans fichier ajouté."
        : `Taux de cette version de porte, et ${form(names.length, "le fichier ajouté", "les fichiers ajoutés")} ${frenchLists.and(names)}.`,
    checked: (day: string) => `vérifiée jusqu'au ${day}`,
    published: (day: string) => `publié le ${day}`,
    noDay: "date de publication non vérifiée",
    noLink: "adresse non vérifiée",
    addedBy: (name: string) => `ajoutée par le fichier ${name}`,
    fine: (name: string, rows: number, tables: number) =>
      `Le fichier ${name} est valide : ${rows} ${form(rows, "ligne", "lignes")} dans ${tables} ${form(tables, "table", "tables")}.`,
    kept: {
      added: (name: string, place: string) => `Le fichier ${name} est ajouté : ${place}.`,
      replaced: (name: string, place: string) => `Le fichier ${name} est remplacé : ${place}.`,
      known: (name: string, place: string) => `Le fichier ${name} est déjà enregistré, sans changement : ${place}.`,
    },
    removed: (name: string) => `Le fichier ${name} est supprimé.`,
    covers: (day: string) => `Toutes les tables de la paie sont alors vérifiées jusqu'au ${day}.`,
    lacking: (day: string, tables: readonly string[]) =>
      `Restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    coversRules: (day: string) =>
      `Toutes les tables des frais, des trajets et du temps de travail sont alors vérifiées jusqu'au ${day}.`,
    lackingRules: (day: string, tables: readonly string[]) =>
      `Pour les frais, les trajets et le temps de travail, restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    leftOut: (file: string, why: string) => `fichier de loi ignoré (${file}) : ${why}`,
  },
};

/** The help of the law in use. */
export const frLawHelp = {
  law: {
    show: "voir une table : ses lignes, leurs textes, et jusqu'à quand elle est vérifiée",
    table: "table ou famille de tables : pmss, cet",
    check: "vérifier un fichier de loi, sans l'enregistrer",
    file: "fichier de loi, en JSON",
    add: "ajouter un fichier de loi à cette machine",
    force: "remplacer le fichier du même nom",
    remove: "supprimer un fichier ajouté",
    name: "nom du fichier, tel qu'il y est écrit",
    schema: "afficher le format d'un fichier de loi, en JSON Schema",
  },
};
