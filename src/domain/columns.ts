/** Takes a word as it is compared: small letters, no accents. */
export function plainWord(text: string): string {
  const small = text.trim().toLowerCase();
  /** Most have no accent, and nothing then to be taken apart. */
  return /[^ -~]/.test(small) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small;
}
