import { frenchForm as form } from "../plural.ts";

/** What is said of an export of everything about a porté. */
export const frExport = {
  exported: {
    saved: (folder: string, files: number, written: number) =>
      `Export enregistré dans ${folder} : ${files} ${form(files, "fichier", "fichiers")}, dont ${written} ${form(written, "nouveau ou modifié", "nouveaux ou modifiés")}.`,
    missing: (count: number) =>
      `${count} ${form(count, "élément n'a pas pu être enregistré", "éléments n'ont pas pu être enregistrés")} :`,
    verified: (folder: string, files: number) =>
      `Export vérifié dans ${folder} : ${files} ${form(files, "fichier conforme", "fichiers conformes")} au manifeste.`,
    notWhole: "L'export a été interrompu. Pour le terminer : porte export",
    faults: {
      missing: "le fichier est absent",
      changed: "le contenu a changé",
      link: "ce n'est pas un fichier ordinaire",
      path: "ce chemin sort du dossier",
    },
  },
};
