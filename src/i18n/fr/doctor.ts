import type { FindingCode } from "../../domain/doctor.ts";
import { frenchFormat } from "../format.ts";
import { frenchForm } from "../plural.ts";

/** What was found of one thing, and what mends it. */
export interface Found {
  readonly detail: string;
  readonly mend?: string;
}
/** The words of each thing that can be found, from its facts. */
export type FoundWords = Readonly<Record<FindingCode, (facts: readonly string[]) => Found>>;

/** How long minutes are, in the unit that a person would say. */
function spanOf(minutes = "0"): string {
  const hours = Math.round(Number(minutes) / 60);
  if (hours < 2) return `${minutes} min`;
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} jours`;
}

const found: FoundWords = {
  "settings-read": ([file]) => ({ detail: `lus dans ${file}` }),
  "settings-none": ([file]) => ({ detail: `rien d'enregistré (${file})` }),
  "token-in-environment": () => ({ detail: "jeton de la variable PORTE_TOKEN" }),
  "logged-in": ([person, company, profile]) => ({ detail: `${person}, ${company} (profil « ${profile} »)` }),
  "not-logged-in": ([profile]) => ({
    detail: `aucune société pour le profil « ${profile} »`,
    mend: "porte init",
  }),
  "secret-missing": ([profile]) => ({
    detail: `le jeton du profil « ${profile} » n'est plus sur cette machine`,
    mend: "porte login",
  }),
  "secret-open": ([file]) => ({ detail: `d'autres comptes peuvent lire ${file}`, mend: `chmod 600 ${file}` }),
  "keyring-found": () => ({ detail: "disponible" }),
  "keyring-absent": ([name]) => ({
    detail: "absent : le jeton est dans un fichier que vous seul pouvez lire (normal sur un serveur)",
    mend: `npm install -g ${name}, puis porte login`,
  }),
  "proxy-none": () => ({ detail: "aucun" }),
  "proxy-used": ([host]) => ({ detail: `la société est jointe par ${host}` }),
  "tls-used": () => ({ detail: "connexion chiffrée" }),
  "tls-local": () => ({ detail: "société sur cette machine : rien à chiffrer" }),
  "tls-clear": ([url]) => ({
    detail: `${url} n'est pas chiffrée : le jeton passe en clair`,
    mend: "porte login avec une adresse https://",
  }),
  "company-answers": ([name, url]) => ({ detail: `${name} répond (${url})` }),
  "no-company": () => ({ detail: "aucune société enregistrée" }),
  "not-asked": () => ({ detail: "non vérifié : la société ne répond pas" }),
  "contract-known": ([version]) => ({ detail: `version ${version}` }),
  "contract-newer": ([newer, own]) => ({
    detail: `la société suit la version ${newer}, porte connaît la version ${own}`,
    mend: "porte update-check",
  }),
  "clock-right": () => ({ detail: "à l'heure de la société" }),
  "clock-ahead": ([minutes]) => ({
    detail: `en avance de ${spanOf(minutes)} sur la société`,
    mend: "régler l'heure de cette machine",
  }),
  "clock-behind": ([minutes]) => ({
    detail: `en retard de ${spanOf(minutes)} sur la société`,
    mend: "régler l'heure de cette machine",
  }),
  "clock-unknown": () => ({ detail: "non vérifiée : la société ne donne pas l'heure" }),
  "session-open": ([name]) => ({ detail: `la société reconnaît ${name}` }),
  "locks-free": () => ({ detail: "aucun verrou resté après un arrêt" }),
  "locks-left": (files) => ({
    detail: `laissé par une commande interrompue : ${files.join(", ")}`,
    mend: "rien à faire : la prochaine commande le reprend",
  }),
  "disk-free": ([folder, megabytes]) => ({ detail: `${megabytes} Mo libres dans ${folder}` }),
  "disk-low": ([folder, megabytes]) => ({
    detail: `${megabytes} Mo libres dans ${folder}`,
    mend: "libérer de la place : un brouillon pourrait ne pas s'enregistrer",
  }),
  "outbox-empty": () => ({ detail: "rien en attente" }),
  "outbox-waits": (months) => ({
    detail: `en attente sur cette machine : ${months.map((month) => frenchFormat.month(month)).join(", ")}`,
    mend: "porte sync",
  }),
  "rates-known": ([day = ""]) => ({ detail: `connus pour une paie versée jusqu'au ${frenchFormat.day(day)}` }),
  "rates-soon": ([day = ""]) => ({
    detail: `connus jusqu'au ${frenchFormat.day(day)} seulement`,
    mend: "porte update-check, ou porte law add avec un fichier de taux",
  }),
  "rates-past": ([day = ""]) => ({
    detail: `connus jusqu'au ${frenchFormat.day(day)} : les simulations sont des estimations`,
    mend: "porte update-check, ou porte law add avec un fichier de taux",
  }),
  "tesseract-found": ([file]) => ({ detail: `lues par ${file}` }),
  "tesseract-absent": () => ({
    detail: "les photos de justificatifs ne sont pas lues",
    mend: "installer tesseract et ses données françaises (tesseract-ocr-fra)",
  }),
};

/** What is said of everything that porte stands on. */
export const frDoctor = {
  doctor: {
    levels: { fine: "bon", better: "à améliorer", broken: "en panne", skipped: "non vérifié" },
    names: {
      settings: "réglages",
      credentials: "session",
      keyring: "trousseau",
      proxy: "proxy",
      tls: "chiffrement",
      company: "société",
      contract: "interface",
      clock: "horloge",
      session: "accès",
      locks: "verrous",
      disk: "disque",
      outbox: "à envoyer",
      rates: "taux",
      tesseract: "photos",
    },
    sum: (broken: number, better: number) =>
      broken + better === 0
        ? "Tout va bien."
        : `${broken} ${frenchForm(broken, "point en panne", "points en panne")}, ${better} à améliorer.`,
    found,
  },
};
