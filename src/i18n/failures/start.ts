import type { Words } from "./words.ts";

/** The words of a company that does not start, and its backups. */
export const startWords: Words<"start" | "backup"> = {
  "start.database": {
    fr: ({ address, reason }) => ({
      what: `La base de données ${address} ne répond pas (${reason}).`,
      hint: "Vérifier qu'elle tourne, que la base existe, et le mot de passe.",
    }),
    en: ({ address, reason }) => ({
      what: `The database ${address} does not answer (${reason}).`,
      hint: "Check that it runs, that the database exists, and the password.",
    }),
  },
  "start.database_address": {
    fr: ({ address }) => ({
      what: `« ${address} » n'est pas l'adresse d'une base PostgreSQL.`,
      hint: "postgres://utilisateur:mot-de-passe@hôte:5432/base",
    }),
    en: ({ address }) => ({
      what: `"${address}" is no address of a PostgreSQL database.`,
      hint: "postgres://user:password@host:5432/database",
    }),
  },
  "start.folder": {
    fr: ({ folder, reason }) => ({
      what: `Le dossier ${folder} ne peut pas être créé ou écrit (${reason}).`,
      hint: "--data <dossier> : choisir un autre endroit, ou vérifier les droits.",
    }),
    en: ({ folder, reason }) => ({
      what: `The folder ${folder} cannot be made or written (${reason}).`,
      hint: "--data <folder>: choose another place, or check its rights.",
    }),
  },
  "start.folder_busy": {
    fr: ({ folder }) => ({
      what: `Une autre société se sert du dossier ${folder}.`,
      hint: "Arrêter l'autre, choisir un autre --data, ou une vraie base : --database postgres://…",
    }),
    en: ({ folder }) => ({
      what: `Another company is using the folder ${folder}.`,
      hint: "Stop the other, choose another --data, or a real database: --database postgres://…",
    }),
  },
  "start.setting": {
    fr: ({ setting, fault }) => ({
      what: {
        unknown: `« ${setting} » n'est pas un réglage de porte-company.`,
        kind: `Le réglage ${setting} a une valeur qu'il n'accepte pas.`,
        file: `Le fichier du réglage ${setting} ne peut pas être lu.`,
        twice: `${setting} et ${setting}_FILE sont donnés tous les deux.`,
      }[fault],
      hint: "docs/operations.md donne la liste des réglages et ce qu'ils acceptent.",
    }),
    en: ({ setting, fault }) => ({
      what: {
        unknown: `"${setting}" is no setting of porte-company.`,
        kind: `The setting ${setting} has a value that it does not take.`,
        file: `The file of the setting ${setting} cannot be read.`,
        twice: `${setting} and ${setting}_FILE are both given.`,
      }[fault],
      hint: "docs/operations.md lists the settings, with what they take.",
    }),
  },
  "start.schema_newer": {
    fr: ({ migrations }) => ({
      what: `Cette base a été mise à jour par un porte-company plus récent (${migrations.join(", ")}) : celui-ci ne la comprendrait pas.`,
      hint: "Lancer la version récente ; pour revenir en arrière, rétablir une sauvegarde d'avant elle.",
    }),
    en: ({ migrations }) => ({
      what: `This database was brought up to date by a newer porte-company (${migrations.join(", ")}): this one would not understand it.`,
      hint: "Run the newer version; to go back, restore a backup of before it.",
    }),
  },
  "start.listen": {
    fr: ({ address, reason }) => ({
      what: `L'adresse ${address} ne peut pas être prise (${reason}).`,
      hint: "--port 0 prend un port libre ; --host, une adresse de cette machine.",
    }),
    en: ({ address, reason }) => ({
      what: `The address ${address} cannot be taken (${reason}).`,
      hint: "--port 0 takes a free port; --host, an address of this machine.",
    }),
  },
  "start.receipts_elsewhere": {
    fr: ({ place, known, found }) => ({
      what: `Cette base a ses justificatifs dans une autre réserve (${known}) ; ${place} ${found === "" ? "n'en est aucune" : `est la réserve ${found}`}.`,
      hint: "Les machines d'une même base partagent une réserve : un même dossier pour --data, ou --receipts s3://… pour toutes. Une réserve que l'on déplace garde son fichier store-id.",
    }),
    en: ({ place, known, found }) => ({
      what: `This database has its receipts in another store (${known}); ${place} ${found === "" ? "is none" : `is the store ${found}`}.`,
      hint: "Machines of one database share one store: the same folder for --data, or --receipts s3://… for all. A store that is moved keeps its file store-id.",
    }),
  },
  "start.receipts_taken": {
    fr: ({ place, found }) => ({
      what: `${place} est la réserve de justificatifs ${found}, que cette base ne connaît pas : elle est peut-être celle d'une autre société.`,
      hint: "Un autre --data ou --receipts ; ou, quand aucune autre société ne s'en sert (base rétablie, par exemple), --adopt-receipts.",
    }),
    en: ({ place, found }) => ({
      what: `${place} is the store of receipts ${found}, which this database does not know: it may belong to another company.`,
      hint: "Another --data or --receipts; or, once no other company uses it (a restored database, for one), --adopt-receipts.",
    }),
  },
  "start.public_url": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une adresse web.`,
      hint: "--public-url https://portage.example",
    }),
    en: ({ value }) => ({
      what: `"${value}" is no web address.`,
      hint: "--public-url https://portage.example",
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
      hint: "Une sauvegarde s'écrit dans un dossier vide, et se rétablit dans une base où il n'y a rien.",
    }),
    en: ({ place }) => ({
      what: `${place} is not empty.`,
      hint: "A backup is written into an empty folder, and restored into a database that holds nothing.",
    }),
  },
  "backup.copy": {
    fr: ({ folder, reason }) => ({
      what: `La société qui tourne sur ${folder} n'a pas copié ses tables${reason === "" ? "" : ` (${reason})`}.`,
      hint: "Son journal en dit plus. Relancer, ou arrêter d'abord la société.",
    }),
    en: ({ folder, reason }) => ({
      what: `The company that runs on ${folder} did not copy its tables${reason === "" ? "" : ` (${reason})`}.`,
      hint: "Its log says more. Run it again, or stop the company first.",
    }),
  },
  "backup.damaged": {
    fr: ({ part }) => ({
      what: `La sauvegarde est abîmée ou incomplète : ${part} n'est pas ce qui y a été écrit.`,
      hint: "Prendre une autre sauvegarde : rien de celle-ci n'a été rétabli.",
    }),
    en: ({ part }) => ({
      what: `The backup is damaged or incomplete: ${part} is not what was written there.`,
      hint: "Take another backup: nothing of this one was restored.",
    }),
  },
  "backup.format": {
    fr: ({ format }) => ({
      what: `Cette sauvegarde a une forme que ce programme ne connaît pas (${format}).`,
      hint: "La rétablir avec la version qui l'a écrite, ou une plus récente.",
    }),
    en: ({ format }) => ({
      what: `This backup has a form that this program does not know (${format}).`,
      hint: "Restore it with the version that wrote it, or a later one.",
    }),
  },
  "backup.schema": {
    fr: ({ schema }) => ({
      what: `Cette base ne peut pas recevoir une sauvegarde au schéma ${schema}.`,
      hint: "Une base nouvelle y est amenée d'elle-même ; une sauvegarde plus récente demande un programme plus récent.",
    }),
    en: ({ schema }) => ({
      what: `This database cannot take a backup of the schema ${schema}.`,
      hint: "A new database is brought there by itself; a later backup wants a later program.",
    }),
  },
};
