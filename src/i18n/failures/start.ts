import { englishReason, frenchReason } from "./reasons.ts";
import type { Words } from "./words.ts";

/** The words of a company that does not start, and its backups. */
export const startWords: Words<"start" | "backup"> = {
  "start.database": {
    fr: ({ address, reason }) => ({
      what: `La base de données ${address} ne répond pas (${frenchReason(reason)}).`,
      hint: "Vérifier qu'elle est démarrée, que la base existe, et le mot de passe.",
    }),
    en: ({ address, reason }) => ({
      what: `The database ${address} does not answer (${englishReason(reason)}).`,
      hint: "Check that it is running, that the database exists, and the password.",
    }),
  },
  "start.database_address": {
    fr: ({ address }) => ({
      what: `« ${address} » n'est pas l'adresse d'une base PostgreSQL.`,
      hint: "Écrire : postgres://utilisateur:mot-de-passe@hôte:5432/base",
    }),
    en: ({ address }) => ({
      what: `"${address}" is not the address of a PostgreSQL database.`,
      hint: "Write: postgres://user:password@host:5432/database",
    }),
  },
  "start.folder": {
    fr: ({ folder, reason }) => ({
      what: `Le dossier ${folder} ne peut pas être créé ou écrit (${frenchReason(reason)}).`,
      hint: "Vérifier les droits d'accès, ou choisir un autre dossier : --data <dossier>",
    }),
    en: ({ folder, reason }) => ({
      what: `The folder ${folder} cannot be created or written (${englishReason(reason)}).`,
      hint: "Check the permissions, or choose another folder: --data <folder>",
    }),
  },
  "start.folder_busy": {
    fr: ({ folder }) => ({
      what: `Le dossier ${folder} est utilisé par une autre société.`,
      hint: "Arrêter l'autre société, choisir un autre dossier (--data) ou une base PostgreSQL (--database postgres://…).",
    }),
    en: ({ folder }) => ({
      what: `The folder ${folder} is in use by another company.`,
      hint: "Stop the other company, choose another folder (--data) or a PostgreSQL database (--database postgres://…).",
    }),
  },
  "start.setting": {
    fr: ({ setting, fault }) => ({
      what: {
        unknown: `« ${setting} » n'est pas un réglage de porte-company.`,
        kind: `La valeur du réglage ${setting} n'est pas valide.`,
        file: `Le fichier du réglage ${setting} ne peut pas être lu.`,
        twice: `${setting} et ${setting}_FILE sont définis tous les deux : un seul est possible.`,
      }[fault],
      hint: "Voir la liste des réglages et leurs valeurs dans docs/operations.md.",
    }),
    en: ({ setting, fault }) => ({
      what: {
        unknown: `"${setting}" is not a setting of porte-company.`,
        kind: `The value of the setting ${setting} is not valid.`,
        file: `The file of the setting ${setting} cannot be read.`,
        twice: `${setting} and ${setting}_FILE are both set: only one is possible.`,
      }[fault],
      hint: "See the settings and their values in docs/operations.md.",
    }),
  },
  "start.schema_newer": {
    fr: ({ migrations }) => ({
      what: `Cette base a été mise à jour par un porte-company plus récent (${migrations.join(", ")}) : cette version ne peut pas l'utiliser.`,
      hint: "Lancer la version la plus récente. Pour revenir en arrière, rétablir une sauvegarde antérieure.",
    }),
    en: ({ migrations }) => ({
      what: `This database was updated by a newer porte-company (${migrations.join(", ")}): this version cannot use it.`,
      hint: "Run the newer version. To go back, restore an earlier backup.",
    }),
  },
  "start.listen": {
    fr: ({ address, reason }) => ({
      what: `Impossible d'écouter à l'adresse ${address} (${frenchReason(reason)}).`,
      hint: "Choisir un port libre (--port 0), ou une adresse de cette machine (--host).",
    }),
    en: ({ address, reason }) => ({
      what: `Cannot listen on the address ${address} (${englishReason(reason)}).`,
      hint: "Choose a free port (--port 0), or an address of this machine (--host).",
    }),
  },
  "start.receipts_elsewhere": {
    fr: ({ place, known, found }) => ({
      what: `Les justificatifs de cette base sont dans un autre entrepôt (${known}) : ${place} ${found === "" ? "n'en est pas un" : `est l'entrepôt ${found}`}.`,
      hint: "Donner le même entrepôt à toutes les machines de la base : le même dossier (--data) ou le même seau (--receipts s3://…). Pour en déplacer un, déplacer aussi son fichier store-id.",
    }),
    en: ({ place, known, found }) => ({
      what: `The receipts of this database are in another store (${known}): ${place} ${found === "" ? "is not one" : `is the store ${found}`}.`,
      hint: "Give all machines of the database the same store: the same folder (--data) or the same bucket (--receipts s3://…). To move one, move its file store-id too.",
    }),
  },
  "start.receipts_taken": {
    fr: ({ place, found }) => ({
      what: `${place} est l'entrepôt de justificatifs ${found}, inconnu de cette base : c'est peut-être celui d'une autre société.`,
      hint: "Choisir un autre entrepôt (--data ou --receipts). Si aucune autre société n'utilise celui-ci, par exemple après une restauration : --adopt-receipts",
    }),
    en: ({ place, found }) => ({
      what: `${place} is the store of receipts ${found}, which this database does not know: it may belong to another company.`,
      hint: "Choose another store (--data or --receipts). If no other company uses this one, for example after a restore: --adopt-receipts",
    }),
  },
  "start.public_url": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une adresse web.`,
      hint: "Par exemple : --public-url https://portage.example",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a web address.`,
      hint: "For example: --public-url https://portage.example",
    }),
  },
  "start.trust_proxy": {
    fr: ({ value }) => ({
      what: `« ${value} » ne dit pas quels serveurs frontaux croire.`,
      hint: "Un nombre de 1 à 9, ou des adresses : --trust-proxy 10.0.0.2,192.168.0.0/16",
    }),
    en: ({ value }) => ({
      what: `“${value}” does not say which proxies to believe.`,
      hint: "A number from 1 to 9, or addresses: --trust-proxy 10.0.0.2,192.168.0.0/16",
    }),
  },
  "backup.not_empty": {
    fr: ({ place }) => ({
      what: `${place} n'est pas vide.`,
      hint: "Choisir un dossier vide pour une sauvegarde, une base vide pour une restauration.",
    }),
    en: ({ place }) => ({
      what: `${place} is not empty.`,
      hint: "Choose an empty folder for a backup, an empty database for a restore.",
    }),
  },
  "backup.copy": {
    fr: ({ folder, reason }) => ({
      what: `La société en cours d'exécution sur ${folder} n'a pas copié ses tables${reason === "" ? "" : ` (${frenchReason(reason)})`}.`,
      hint: "Voir son journal, puis relancer la commande, ou arrêter d'abord la société.",
    }),
    en: ({ folder, reason }) => ({
      what: `The company running on ${folder} did not copy its tables${reason === "" ? "" : ` (${englishReason(reason)})`}.`,
      hint: "See its log, then run the command again, or stop the company first.",
    }),
  },
  "backup.damaged": {
    fr: ({ part }) => ({
      what: `La sauvegarde est endommagée ou incomplète : ${part} a changé depuis son écriture.`,
      hint: "Utiliser une autre sauvegarde : rien n'a été rétabli.",
    }),
    en: ({ part }) => ({
      what: `The backup is damaged or incomplete: ${part} has changed since it was written.`,
      hint: "Use another backup: nothing was restored.",
    }),
  },
  "backup.format": {
    fr: ({ format }) => ({
      what: `Le format de cette sauvegarde n'est pas connu de ce programme (${format}).`,
      hint: "La rétablir avec la version qui l'a écrite, ou avec une version plus récente.",
    }),
    en: ({ format }) => ({
      what: `The format of this backup is not known to this program (${format}).`,
      hint: "Restore it with the version that wrote it, or with a newer one.",
    }),
  },
  "backup.schema": {
    fr: ({ schema }) => ({
      what: `Cette base ne peut pas recevoir une sauvegarde de la version de schéma ${schema}.`,
      hint: "Utiliser une base neuve. Si la sauvegarde est plus récente que ce programme, le mettre à jour.",
    }),
    en: ({ schema }) => ({
      what: `This database cannot take a backup of the schema version ${schema}.`,
      hint: "Use a new database. If the backup is newer than this program, update it.",
    }),
  },
};
