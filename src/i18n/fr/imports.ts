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
      `Lu comme ${format} : ${days} ${form(days, "jour", "jours")}. Trois quarts de journée font un jour, un quart une demi-journée.`,
    notes: {
      unmatched: (text: string, where: string) =>
        `${where} : « ${text} » ne correspond à aucune mission (--match le dirait).`,
      too_short: (text: string, where: string) =>
        `${where} : « ${text} » fait moins d'un quart de journée, laissé de côté.`,
      over_midnight: (text: string, where: string) =>
        `${where} : « ${text} » passe minuit ; ses heures sont comptées à chaque jour.`,
      rest_day: (text: string, where: string) => `${where} : « ${text} » couvre un jour de repos, non compté.`,
      at_once: (text: string, where: string) =>
        `${where} : « ${text} » ont lieu en même temps ; chacun est compté pour sa mission.`,
      declined: (text: string, where: string) =>
        `${where} : « ${text} » a été décliné, laissé de côté (--include-declined le compterait).`,
      transparent: (text: string, where: string) =>
        `${where} : « ${text} » laisse le temps libre, laissé de côté (--include-declined le compterait).`,
      backwards: (text: string, where: string) => `${where} : « ${text} » finit avant de commencer, laissé de côté.`,
      bad_line: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : « ${detail === "" ? text : detail} » ne se lit pas, le reste est lu.`,
      bad_rule: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : la répétition de « ${text} », « ${detail} », ne se lit pas ; seule sa première date est comptée.`,
      bad_time: (text: string, where: string, detail: string) =>
        `${where} : « ${text} » a une date qui ne se lit pas, « ${detail} » ; laissé de côté.`,
      no_start: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » n'a pas de début, laissé de côté.`,
      no_zone: (text: string, where: string, detail: string) =>
        `${where} : « ${text} » est à l'heure de « ${detail} », que personne ne connaît ; laissé de côté.`,
      too_many: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » se répète trop souvent pour être compté, laissé de côté.`,
      cut: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : le fichier s'arrête au milieu de « ${text} », laissé de côté.`,
      elsewhere: (text: string) =>
        `${text} ${form(Number(text), "ligne d'un autre mois, laissée", "lignes d'autres mois, laissées")} de côté.`,
      twice: (text: string) =>
        `${text} ${form(Number(text), "ligne est", "lignes sont")} dans plusieurs fichiers, ${form(Number(text), "comptée", "comptées")} une fois.`,
      bad_distance: (text: string, where: string) =>
        `${where} : la distance de « ${text} » ne se lit pas, laissé de côté.`,
      running: (text: string, where: string) => `${where} : « ${text} » court encore, laissé de côté.`,
      more: (text: string) => `Et ${text} ${form(Number(text), "autre remarque", "autres remarques")} de même sorte.`,
    },
    line: (at: string) => `ligne ${at}`,
    reading: ({ layout, decimal, dates }: { layout: TableFacts; decimal: string; dates: keyof typeof csvDates }) =>
      `${frTables.read(layout, { amount: "part de jour" })} Décimales « ${decimal} », dates ${csvDates[dates]}.`,
    askReading: "Est-ce bien ainsi ?",
    noMatches: 'Aucune règle gardée : porte declare match "point hebdo=ACME" en garde une.',
  },
};
