/** Takes a word as it is compared: small letters, no accents. */
export function plainWord(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
