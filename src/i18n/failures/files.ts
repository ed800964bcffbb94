import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** What the file system says, in words; its own code stays beside them. */
const frenchReasons: Readonly<Record<string, string>> = {
  EACCES: "les droits manquent",
  EPERM: "les droits manquent",
  EROFS: "le disque est en lecture seule",
  ENOSPC: "le disque est plein",
  EDQUOT: "le quota de disque est atteint",
  EFBIG: "le fichier dépasse la taille permise ici",
  ENOTDIR: "c'est un fichier, là où il faut un dossier",
  EEXIST: "ce n'est pas un dossier, ou c'est un lien vers ce qui n'existe pas",
  ENOTEMPTY: "ce dossier devait être vide",
  EISDIR: "c'est un dossier, là où il faut un fichier",
  ENOENT: "introuvable",
  ELOOP: "ses liens tournent en rond",
  ENAMETOOLONG: "son nom est trop long",
  EIO: "le disque est en défaut",
  EMFILE: "trop de fichiers sont ouverts",
};

/** What porte itself finds: no code of the file system's. */
const frenchFound: Readonly<Record<string, string>> = { "not-plain": "ce n'est pas un fichier ordinaire" };

const frenchBecause = (reason: string) => {
  const words = frenchReasons[reason];
  return words === undefined ? (frenchFound[reason] ?? reason) : `${words}, ${reason}`;
};

const englishReasons: Readonly<Record<string, string>> = {
  EACCES: "the rights are missing",
  EPERM: "the rights are missing",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than is allowed here",
  ENOTDIR: "it is a file where a folder is needed",
  EEXIST: "it is no folder, or a link to what does not exist",
  ENOTEMPTY: "this folder should be empty",
  EISDIR: "it is a folder where a file is needed",
  ENOENT: "not found",
  ELOOP: "its links go round in circles",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk is at fault",
  EMFILE: "too many files are open",
};

/** What porte itself finds: no code of the file system's. */
const englishFound: Readonly<Record<string, string>> = { "not-plain": "it is not a plain file" };

const englishBecause = (reason: string) => {
  const words = englishReasons[reason];
  return words === undefined ? (englishFound[reason] ?? reason) : `${words}, ${reason}`;
};

const frenchDamages = {
  empty: "il est vide",
  mark: "il commence par une marque d'ordre des octets (BOM)",
  bytes: "ce n'est pas du texte UTF-8",
  json: "ce n'est pas du JSON",
  shape: "il ne dit pas ce qu'il doit dire",
};

const frenchAt = (way: string) => (way === "" ? "" : `, à ${way}`);

const frenchBeside = (copy: string | null) => (copy === null ? "" : ` Une copie est à côté : ${copy}.`);

const frenchMendings = {
  mark: "L'enregistrer en UTF-8 sans BOM, puis relancer la commande.",
  other: "Le corriger, ou le mettre de côté (mv), puis relancer la commande.",
};

const englishDamages = {
  empty: "it is empty",
  mark: "it begins with a byte order mark (BOM)",
  bytes: "it is no UTF-8 text",
  json: "it is no JSON",
  shape: "it does not say what it must",
};

const englishAt = (way: string) => (way === "" ? "" : `, at ${way}`);

const englishBeside = (copy: string | null) => (copy === null ? "" : ` A copy is beside it: ${copy}.`);

const englishMendings = {
  mark: "Save it as UTF-8 without a BOM, then run the command again.",
  other: "Mend it, or put it aside (mv), then run the command again.",
};

/** The words of files that are ours, and what the file system says of any. */
export const filesWords: Words<"file"> = {
  "file.unreadable": {
    fr: ({ file, reason }) => ({
      what: `Le fichier ${file} ne peut pas être lu (${frenchBecause(reason)}).`,
      hint: "Vérifier le chemin et les droits.",
    }),
    en: ({ file, reason }) => ({
      what: `The file ${file} cannot be read (${englishBecause(reason)}).`,
      hint: "Check the path and the rights.",
    }),
  },
  "file.unwritable": {
    fr: ({ file, reason }) => ({
      what: `${file} ne peut pas être écrit (${frenchBecause(reason)}).`,
      hint: "Choisir un autre endroit (PORTE_CONFIG_DIR et PORTE_DATA_DIR pour ce que porte garde), ou vérifier les droits et la place.",
    }),
    en: ({ file, reason }) => ({
      what: `${file} cannot be written (${englishBecause(reason)}).`,
      hint: "Choose another place (PORTE_CONFIG_DIR and PORTE_DATA_DIR for what porte keeps), or check the rights and the space left.",
    }),
  },
  "file.damaged": {
    fr: ({ file, fault, at: way, copy }) => ({
      what: `Le fichier ${file} est abîmé : ${frenchDamages[fault]}${frenchAt(way)} ; il n'a pas été touché.${frenchBeside(copy)}`,
      hint: fault === "mark" ? frenchMendings.mark : frenchMendings.other,
    }),
    en: ({ file, fault, at: way, copy }) => ({
      what: `The file ${file} is damaged: ${englishDamages[fault]}${englishAt(way)}; it was left alone.${englishBeside(copy)}`,
      hint: fault === "mark" ? englishMendings.mark : englishMendings.other,
    }),
  },
  "file.newer": {
    fr: ({ file, copy }) => ({
      what: `${file} vient d'une version plus récente de porte ; il n'a pas été touché.${frenchBeside(copy)}`,
      hint: "Mettre porte à jour.",
    }),
    en: ({ file, copy }) => ({
      what: `${file} was written by a later version of porte; it was left alone.${englishBeside(copy)}`,
      hint: "Update porte.",
    }),
  },
  "file.no_home": {
    fr: () => ({
      what: "Rien ne dit quel est votre dossier : HOME manque, et porte ne sait pas où garder ses fichiers.",
      hint: "Définir HOME, ou PORTE_CONFIG_DIR et PORTE_DATA_DIR.",
    }),
    en: () => ({
      what: "Nothing says which folder is yours: HOME is missing, and porte does not know where to keep its files.",
      hint: "Set HOME, or PORTE_CONFIG_DIR and PORTE_DATA_DIR.",
    }),
  },
  "file.busy": {
    fr: ({ file }) => ({
      what: `Un autre porte écrit ${file} en ce moment.`,
      hint: `Relancer la commande dans un instant ; si aucun porte ne tourne, supprimer ${file}.lock.`,
    }),
    en: ({ file }) => ({
      what: `Another porte is writing ${file} right now.`,
      hint: `Run the command again in a moment; if no porte is running, remove ${file}.lock.`,
    }),
  },
  "file.act_forgotten": {
    fr: ({ at }) => ({
      what: `La même demande est partie le ${french.format.instant(at)} et n'a jamais eu de réponse. La société reconnaît une demande pendant 30 jours : envoyée maintenant, elle pourrait être faite deux fois.`,
      hint: "Regarder d'abord si c'est fait (les commandes list, trail). Sinon, relancer avec --send-anew.",
    }),
    en: ({ at }) => ({
      what: `The same was sent on ${english.format.instant(at)} and was never answered. The company knows a request again for 30 days: sent now, it could be done a second time.`,
      hint: "Look first whether it was done (the list commands, trail). If it was not, run it again with --send-anew.",
    }),
  },
};
