import type { components } from "../contract/types.ts";
import { toEuros } from "../domain/money.ts";
import type { RenderOptions } from "./look.ts";
import { pairs, table } from "./table.ts";

type Mission = components["schemas"]["Mission"];

export function missionJson({ reference, client, title, start, end, dailyRateCents, projectCodes }: Mission) {
  return { reference, client, title, start, end, dailyRate: toEuros(dailyRateCents), projectCodes };
}

export function missionsText(look: RenderOptions, missions: readonly Mission[]): string {
  const { missions: words, format } = look.say;
  const columns = [
    { title: words.reference, gives: "never" as const },
    { title: words.client },
    { title: words.dates },
    { title: words.dailyRate, isRight: true },
  ];
  const rows = missions.map(({ reference, client, start, end, dailyRateCents }) => [
    look.paint.strong(reference),
    client,
    datesText(look, start, end),
    format.euros(dailyRateCents),
  ]);
  return table(look, columns, rows);
}

export function missionText(look: RenderOptions, mission: Mission, dayHours: number): string {
  const { missions: words, format } = look.say;
  const { reference, client, title, start, end, dailyRateCents, projectCodes } = mission;
  return pairs(look, [
    [words.reference, look.paint.strong(reference)],
    [words.client, client],
    [words.title, title],
    [words.dates, datesText(look, start, end)],
    [words.dailyRate, format.euros(dailyRateCents)],
    [words.dayLength, look.say.declare.hours(dayHours)],
    [words.codes, projectCodes.length === 0 ? "–" : projectCodes.join(", ")],
  ]);
}

function datesText({ say }: RenderOptions, start: string, end: string | null): string {
  const { missions: words, format } = say;
  return words.until(format.day(start), end === null ? null : format.day(end));
}
