/** Tells of each later version once, however many answers say it. */
export function showOnce(tell: (version: string) => void): (version: string) => void {
  const told = new Set<string>();
  return (version) => {
    if (told.has(version)) return;
    told.add(version);
    tell(version);
  };
}
