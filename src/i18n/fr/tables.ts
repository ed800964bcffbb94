import { frenchLists } from "../lists.ts";
import { columnNames, nameOf } from "../names.ts";
import { frenchForm as form } from "../plural.ts";

/** A line that is no row. */
interface AsideFacts {
  readonly line: number;
}

/** How a table was read. */
export interface TableFacts {
  readonly format: "text" | "xlsx";
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly columns: Readonly<Partial<Record<string, string>>>;
  readonly kept: { readonly name: string } | null;
}

/** A layout that is kept. */
interface LayoutFacts {
  readonly name: string;
  readonly kind: string;
  readonly columns: Readonly<Record<string, number>>;
  readonly dates: string | null;
  readonly decimal: string | null;
}

/** What a kind of file calls its own columns. */
type Names = Readonly<Record<string, string>>;

const delimiters: Readonly<Record<string, string>> = { "\t": "tabulation" };

const columnName = (column: string) => nameOf(columnNames.fr, column);

/** A layout as it is typed to be kept, which is the same in every language. */
export function layoutText({ name, kind, columns, dates, decimal }: LayoutFacts): string {
  return [
    name,
    kind,
    ...Object.entries(columns).map(([column, place]) => `${column}=${place + 1}`),
    ...(dates === null ? [] : [`dates=${dates}`]),
    ...(decimal === null ? [] : [`decimal=${decimal}`]),
  ].join("\t");
}

/** What is said of files with rows: how they were read, what is asked of them, the layouts that are kept. */
export const frTables = {
  columnName,
  read: ({ format, encoding, delimiter, sheet, columns, kept }: TableFacts, own: Names = {}) =>
    `${[
      `Colonnes lues : ${Object.entries(columns)
        .map(([column, title]) => `${own[column] ?? columnName(column)} « ${title} »`)
        .join(", ")}`,
      ...(format === "xlsx" ? [`feuille « ${sheet} »`] : []),
      ...(delimiter === null ? [] : [`séparateur ${delimiters[delimiter] ?? `« ${delimiter} »`}`, encoding ?? ""]),
      ...(kept === null ? [] : [`disposition « ${kept.name} »`]),
    ].join(", ")}.`,
  asides: (asides: readonly AsideFacts[]) =>
    `${form(asides.length, "Ligne ignorée", "Lignes ignorées")} (totaux, jours vides, remarques) : ${asides
      .slice(0, 10)
      .map(({ line }) => line)
      .join(
        ", ",
      )}${asides.length > 10 ? ` et ${asides.length - 10} ${form(asides.length - 10, "autre", "autres")}` : ""}.`,
  sheetsLeft: (names: readonly string[]) =>
    `${form(names.length, "Feuille ignorée", "Feuilles ignorées")}, de structure différente : ${frenchLists.and(names)}.`,
  askHead: (file: string) =>
    `Les colonnes de ${file} ne sont pas reconnues. Vos réponses seront enregistrées pour la prochaine fois.`,
  askColumn: (column: string) => `Quelle colonne est « ${columnName(column)} » ?`,
  askName: "Nom de cette disposition :",
  askDates: (value: string) => `« ${value} » : qu'est-ce qui vient en premier ?`,
  orders: { "day-first": "le jour", "month-first": "le mois", "year-first": "l'année" },
  askReturn: (word: string) => `« ${word} » : le trajet est-il un aller-retour ?`,
  doubled: (count: number) => `${count} ${form(count, "trajet compté", "trajets comptés")} aller et retour.`,
  layoutKept: (name: string) =>
    `Disposition « ${name} » enregistrée. Pour la voir : porte expenses layouts show ${name}`,
  layoutForgotten: (name: string) => `Disposition « ${name} » supprimée.`,
  noLayout: "Aucune disposition enregistrée.",
  layout: layoutText,
};

/** The help of the options and commands that read tables. */
export const frTablesHelp = {
  layout: "disposition à utiliser (porte expenses layouts les affiche)",
  layouts: "gérer les dispositions : les colonnes des fichiers déjà lus",
  list: "lister les dispositions enregistrées",
  show: "afficher une disposition",
  remove: "supprimer une disposition",
  add: "enregistrer les colonnes d'un fichier : colonne=numéro ou colonne=titre",
  name: "nom de la disposition",
  file: "fichier d'exemple, CSV ou XLSX",
  columns: 'colonnes : date=1 label=3 amount="Montant net"',
  kind: "contenu de ce fichier",
  dates: "ordre des dates : ce qui vient en premier",
  decimal: "séparateur des décimales",
};
