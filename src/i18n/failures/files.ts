import { englishReason, frenchReason } from "./reasons.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchDamages = {
  empty: "il est vide",
  mark: "il commence par une marque d'ordre des octets (BOM)",
  bytes: "ce n'est pas du texte UTF-8",
  json: "ce n'est pas du JSON",
  shape: "son contenu n'est pas celui attendu",
};

const frenchAt = (way: string) => (way === "" ? "" : ` (${way})`);

const frenchBeside = (copy: string | null) => (copy === null ? "" : ` Une copie est dans ${copy}.`);

const frenchMendings = {
  mark: "L'enregistrer en UTF-8 sans BOM, puis relancer la commande.",
  other: "Le corriger ou le déplacer, puis relancer la commande.",
};

const englishDamages = {
  empty: "it is empty",
  mark: "it starts with a byte order mark (BOM)",
  bytes: "it is not UTF-8 text",
  json: "it is not JSON",
  shape: "its content is not what is expected",
};

const englishAt = (way: string) => (way === "" ? "" : ` (${way})`);

const englishBeside = (copy: string | null) => (copy === null ? "" : ` A copy is in ${copy}.`);

const englishMendings = {
  mark: "Save it as UTF-8 without a BOM, then run the command again.",
  other: "Fix it or move it, then run the command again.",
};

const frenchFaults = {
  missing: "absent",
  changed: "modifié",
  link: "pas un fichier ordinaire",
  path: "hors du dossier",
  line: "une ligne illisible",
};

const englishFaults: typeof frenchFaults = {
  missing: "missing",
  changed: "changed",
  link: "not a regular file",
  path: "outside the folder",
  line: "a line that cannot be read",
};

/** More files than these are counted. */
const MOST_NAMED = 5;

function namedFaults(
  faults: readonly { readonly path: string; readonly fault: keyof typeof frenchFaults }[],
  words: typeof frenchFaults,
  more: (count: number) => string,
): string[] {
  if (faults.length === 0) return [];
  const named = faults.slice(0, MOST_NAMED).map(({ path, fault }) => `${path} (${words[fault]})`);
  const others = faults.length - named.length;
  return [`${[...named, ...(others > 0 ? [more(others)] : [])].join(", ")}.`];
}

/** The words of files that are ours, and what the file system says of any. */
export const filesWords: Words<"file"> = {
  "file.unreadable": {
    fr: ({ file, reason }) => ({
      what: `Le fichier ${file} ne peut pas être lu (${frenchReason(reason)}).`,
      hint: "Vérifier le chemin et les droits d'accès.",
    }),
    en: ({ file, reason }) => ({
      what: `The file ${file} cannot be read (${englishReason(reason)}).`,
      hint: "Check the path and the permissions.",
    }),
  },
  "file.unwritable": {
    fr: ({ file, reason }) => ({
      what: `${file} ne peut pas être écrit (${reason === "ENOENT" ? "son dossier n'existe pas" : frenchReason(reason)}).`,
      hint:
        reason === "ENOENT"
          ? "Créer ce dossier, ou choisir un autre fichier."
          : "Vérifier les droits d'accès et l'espace libre, ou choisir un autre endroit (PORTE_CONFIG_DIR et PORTE_DATA_DIR pour les fichiers de porte).",
    }),
    en: ({ file, reason }) => ({
      what: `${file} cannot be written (${reason === "ENOENT" ? "its folder does not exist" : englishReason(reason)}).`,
      hint:
        reason === "ENOENT"
          ? "Create this folder, or choose another file."
          : "Check the permissions and the free space, or choose another place (PORTE_CONFIG_DIR and PORTE_DATA_DIR for porte's own files).",
    }),
  },
  "file.damaged": {
    fr: ({ file, fault, at: way, copy }) => ({
      what: `Le fichier ${file} est endommagé : ${frenchDamages[fault]}${frenchAt(way)} ; il n'a pas été modifié.${frenchBeside(copy)}`,
      hint: fault === "mark" ? frenchMendings.mark : frenchMendings.other,
    }),
    en: ({ file, fault, at: way, copy }) => ({
      what: `The file ${file} is damaged: ${englishDamages[fault]}${englishAt(way)}; it was not changed.${englishBeside(copy)}`,
      hint: fault === "mark" ? englishMendings.mark : englishMendings.other,
    }),
  },
  "file.newer": {
    fr: ({ file, copy }) => ({
      what: `${file} vient d'une version plus récente de porte ; il n'a pas été modifié.${frenchBeside(copy)}`,
      hint: "Mettre porte à jour.",
    }),
    en: ({ file, copy }) => ({
      what: `${file} was written by a newer version of porte; it was not changed.${englishBeside(copy)}`,
      hint: "Update porte.",
    }),
  },
  "file.no_home": {
    fr: () => ({
      what: "porte ne sait pas où enregistrer ses fichiers : la variable HOME n'est pas définie.",
      hint: "Définir HOME, ou PORTE_CONFIG_DIR et PORTE_DATA_DIR.",
    }),
    en: () => ({
      what: "porte does not know where to save its files: the variable HOME is not set.",
      hint: "Set HOME, or PORTE_CONFIG_DIR and PORTE_DATA_DIR.",
    }),
  },
  "file.busy": {
    fr: ({ file }) => ({
      what: `Le fichier ${file} est utilisé par une autre commande porte.`,
      hint: `Relancer la commande dans un instant. Si aucune autre n'est en cours, supprimer ${file}.lock.`,
    }),
    en: ({ file }) => ({
      what: `The file ${file} is in use by another porte command.`,
      hint: `Run the command again in a moment. If no other is running, delete ${file}.lock.`,
    }),
  },
  "file.in_the_way": {
    fr: ({ file }) => ({
      what: `Le fichier ${file} existe déjà et ne vient pas d'un export : il n'est pas remplacé.`,
      hint: "Le déplacer, ou choisir un autre dossier.",
    }),
    en: ({ file }) => ({
      what: `The file ${file} already exists and does not come from an export: it is not replaced.`,
      hint: "Move it, or choose another folder.",
    }),
  },
  "file.export_other": {
    fr: ({ folder, person }) => ({
      what: `Le dossier ${folder} contient l'export d'une autre personne (${person}).`,
      hint: "Choisir un autre dossier.",
    }),
    en: ({ folder, person }) => ({
      what: `The folder ${folder} holds the export of another person (${person}).`,
      hint: "Choose another folder.",
    }),
  },
  "file.export_faults": {
    fr: ({ folder, isWhole, faults }) => ({
      what: [
        `L'export ${folder} n'est pas intact : rien n'est envoyé.`,
        ...(isWhole ? [] : ["Il a été interrompu avant la fin."]),
        ...namedFaults(faults, frenchFaults, (count) => `et ${count} de plus`),
      ].join(" "),
      hint: "Le refaire : porte export <dossier>, puis porte export <dossier> --verify.",
    }),
    en: ({ folder, isWhole, faults }) => ({
      what: [
        `The export ${folder} is not intact: nothing is sent.`,
        ...(isWhole ? [] : ["It was interrupted before its end."]),
        ...namedFaults(faults, englishFaults, (count) => `and ${count} more`),
      ].join(" "),
      hint: "Make it again: porte export <folder>, then porte export <folder> --verify.",
    }),
  },
  "file.export_empty": {
    fr: ({ folder }) => ({
      what: `L'export ${folder} ne contient aucun mois.`,
      hint: "Vérifier le dossier : porte export <dossier> --verify",
    }),
    en: ({ folder }) => ({
      what: `The export ${folder} holds no month.`,
      hint: "Check the folder: porte export <folder> --verify",
    }),
  },
  "file.act_forgotten": {
    fr: ({ at }) => ({
      what: `La même demande a été envoyée le ${french.format.instant(at)}, sans réponse, il y a plus de 30 jours : envoyée de nouveau, elle pourrait être exécutée deux fois.`,
      hint: "Vérifier d'abord qu'elle n'a pas été exécutée (porte-company trail list). Sinon, relancer avec --send-anew.",
    }),
    en: ({ at }) => ({
      what: `The same request was sent on ${english.format.instant(at)}, without an answer, more than 30 days ago: sent again, it could be carried out twice.`,
      hint: "Check first that it was not carried out (porte-company trail list). If it was not, run the command again with --send-anew.",
    }),
  },
};
