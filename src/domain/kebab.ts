/** Writes a name in camel case with hyphens: `feeCap` is `fee-cap`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
