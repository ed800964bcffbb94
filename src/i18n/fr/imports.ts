import { frenchForm as form } from "../plural.ts";
import { frTables, type TableFacts } from "./tables.ts";

const csvDates = {
  iso: "année-mois-jour",
  "day-first": "jour/mois/année",
  "month-first": "mois/jour/année",
  "year-first": "année/mois/jour",
};

/** What is said of days that are read from another tool's file. */
export const frImports = {
  imports: {
    formats: {
      timesheet: "feuille de temps CSV",
      ics: "calendrier",
      timewarrior: "export Timewarrior",
      toggl: "export Toggl",
      clockify: "export Clockify",
      harvest: "export Harvest",
      kimai: "export Kimai",
      tracker: "relevé de temps",
      report: "rapport JSON",
    },
    read: (format: string, days: number) =>
      `Lu comme ${format} : ${days} ${form(days, "jour", "jours")}. À partir de 3/4 de journée on compte un jour, à partir de 1/4 une demi-journée.`,
    notes: {
      unmatched: (text: string, where: string) =>
        `${where} : « ${text} » ne correspond à aucune mission. Pour l'indiquer : --match`,
      too_short: (text: string, where: string) => `${where} : « ${text} » fait moins d'un quart de journée ; ignoré.`,
      over_midnight: (text: string, where: string) =>
        `${where} : « ${text} » dépasse minuit ; ses heures sont comptées sur chaque jour.`,
      rest_day: (text: string, where: string) => `${where} : « ${text} » tombe un jour de repos ; non compté.`,
      at_once: (text: string, where: string) =>
        `${where} : « ${text} » ont lieu en même temps ; chacun est compté pour sa mission.`,
      declined: (text: string, where: string) =>
        `${where} : « ${text} » a été décliné ; ignoré. Pour le compter : --include-declined`,
      transparent: (text: string, where: string) =>
        `${where} : « ${text} » est marqué « disponible » ; ignoré. Pour le compter : --include-declined`,
      backwards: (text: string, where: string) => `${where} : « ${text} » finit avant de commencer ; ignoré.`,
      bad_line: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : « ${detail === "" ? text : detail} » est illisible ; le reste est lu.`,
      bad_rule: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : la répétition de « ${text} » (« ${detail} ») est illisible ; seule sa première date est comptée.`,
      bad_time: (text: string, where: string, detail: string) =>
        `${where} : la date de « ${text} » (« ${detail} ») est illisible ; ignoré.`,
      no_start: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » n'a pas de début ; ignoré.`,
      no_zone: (text: string, where: string, detail: string) =>
        `${where} : « ${text} » a un fuseau horaire inconnu (« ${detail} ») ; ignoré.`,
      too_many: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » se répète trop de fois ; ignoré.`,
      cut: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : le fichier s'arrête au milieu de « ${text} » ; ignoré.`,
      elsewhere: (text: string) =>
        `${text} ${form(Number(text), "ligne d'un autre mois, ignorée", "lignes d'autres mois, ignorées")}.`,
      twice: (text: string) =>
        `${text} ${form(Number(text), "ligne est", "lignes sont")} dans plusieurs fichiers, ${form(Number(text), "comptée", "comptées")} une fois.`,
      bad_distance: (text: string, where: string) => `${where} : la distance de « ${text} » est illisible ; ignoré.`,
      running: (text: string, where: string) => `${where} : « ${text} » est encore en cours ; ignoré.`,
      more: (text: string) => `Et ${text} ${form(Number(text), "autre remarque", "autres remarques")} du même genre.`,
    },
    line: (at: string) => `ligne ${at}`,
    reading: ({ layout, decimal, dates }: { layout: TableFacts; decimal: string; dates: keyof typeof csvDates }) =>
      `${frTables.read(layout, { amount: "part de jour" })} Décimales « ${decimal} », dates ${csvDates[dates]}.`,
    askReading: "Cette lecture est-elle correcte ?",
    noMatches: 'Aucune règle de lecture. Pour en ajouter une : porte declare match "point hebdo=ACME"',
  },
};
