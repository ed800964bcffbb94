/** Makes the clock of a process: real time, or from `PORTE_NOW` on where a test or a demonstration sets it. */
export function clockFrom(start: string | undefined): () => Date {
  const began = Date.now();
  const base = start === undefined ? began : Date.parse(start);
  if (Number.isNaN(base)) throw new Error(`PORTE_NOW is not an instant: ${start}`);
  return () => new Date(base + Date.now() - began);
}
