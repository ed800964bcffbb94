import { frenchLists } from "../lists.ts";
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
      line: "une ligne est illisible",
    },
  },
  history: {
    taken: (name: string, added: number, known: number, refused: number) =>
      `Historique de ${name} : ${added} mois ${form(added, "repris", "repris")}${
        known === 0 ? "" : `, ${known} déjà ${form(known, "repris", "repris")} à l'identique`
      }${refused === 0 ? "" : `, ${refused} ${form(refused, "refusé", "refusés")}`}.`,
    counted: (payslips: number, expenses: number, papers: number) =>
      [
        ...(payslips === 0 ? [] : [`${payslips} ${form(payslips, "bulletin", "bulletins")}`]),
        ...(expenses === 0 ? [] : [`${expenses} frais`]),
        `${papers} ${form(papers, "document", "documents")}`,
      ].join(", "),
    locked: "Ces mois sont verrouillés et indiqués comme repris : ils ne sont ni payés ni facturés une seconde fois.",
    left: (count: number) =>
      `${count} ${form(count, "document n'a pas été repris", "documents n'ont pas été repris")} :`,
    reasons: {
      missing: "il n'est pas dans l'export",
      type: "la société prend des PDF et des images",
      size: "il dépasse 10 Mo",
      refused: "la société ne peut pas l'ouvrir",
    },
  },
  restored: {
    done: (folder: string, months: number) =>
      `Profil établi d'après ${folder} : ${months} ${form(months, "mois nouveau", "mois nouveaux")}.`,
    nothingNew: (folder: string) => `Tout ce que contient ${folder} est déjà ici : rien n'est changé.`,
    added: "Nouveau ici",
    counts: {
      sheet: (_count: number) => "la fiche de la société",
      missions: (count: number) => `${count} ${form(count, "mission", "missions")}`,
      expenses: (count: number) => `${count} frais`,
      "filed-reports": (count: number) => `${count} ${form(count, "mois déclaré", "mois déclarés")}`,
      dossiers: (count: number) => `${count} ${form(count, "dossier de frais", "dossiers de frais")}`,
      "filed-payslips": (count: number) => `${count} ${form(count, "bulletin", "bulletins")}`,
      deliveries: (count: number) => `${count} ${form(count, "envoi", "envois")}`,
      movements: (count: number) => `${count} ${form(count, "mouvement du compte", "mouvements du compte")}`,
      typed: (count: number) => `${count} ${form(count, "brouillon", "brouillons")}`,
      documents: (count: number) => `${count} ${form(count, "document", "documents")}`,
    },
    and: (items: readonly string[]) => frenchLists.and(items),
    differing: "Enregistré autrement ici, et laissé tel quel",
    areas: {
      sheet: "fiche de la société",
      missions: "mission",
      expenses: "frais",
      "filed-reports": "mois déclaré",
      dossiers: "dossier de frais",
      "filed-payslips": "bulletin",
      deliveries: "envoi",
      movements: "mouvement",
    },
    faults: (count: number) =>
      `${count} ${form(count, "fichier de l'export n'a pas pu être repris", "fichiers de l'export n'ont pas pu être repris")} ; le reste l'est :`,
    left: (lists: string) => `Reste dans l'export, sans place dans un profil sans société : ${lists}.`,
    lists: {
      contracts: "les contrats",
      events: "les événements",
      invoices: "les factures",
      leave: "les congés",
      payments: "les paiements",
      proposals: "les propositions de mission",
    },
  },
};
