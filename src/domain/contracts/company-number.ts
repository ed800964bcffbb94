/** The number of La Poste, whose establishments are so many that their check is another one. */
const LA_POSTE = "356000000";

/** Takes the spaces and dots out of a number as people write it. */
export function companyDigits(typed: string): string {
  return typed.replace(/[\s.\u00a0\u202f]/g, "");
}

/** Says whether a text is a SIREN: nine figures whose Luhn sum is whole (ISO/IEC 7812). */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text) % 10 === 0;
}

/**
 * Says whether a text is a SIRET: a SIREN and five figures, whose Luhn sum is whole. The establishments of La Poste but its seat have a
 * plain sum that is a multiple of five instead (Insee).
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  if (luhn(text) % 10 === 0) return true;
  return text.startsWith(LA_POSTE) && plain(text) % 5 === 0;
}

/** Every second figure from the right counts twice, and its own figures are added up. */
function luhn(figures: string): number {
  return [...figures].reverse().reduce((sum, figure, index) => {
    const value = Number(figure) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

function plain(figures: string): number {
  return [...figures].reduce((sum, figure) => sum + Number(figure), 0);
}
