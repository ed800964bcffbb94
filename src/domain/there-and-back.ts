import { plainWord } from "./columns.ts";

/** What people write beside a trip that they drove there and back, anywhere in its words. */
const MARKS =
  /\ba\s?[/\\]\s?r\b|\ballers?[\s/+&-]{1,3}(?:et[\s-])?retours?\b|\bround[\s-]?trip\b|\breturn\b|\bthere and back\b|\bboth ways\b|[↔⇄⇆⇌⟷⇔]|<[-=]+>|[x×]\s?2(?!\d)|\b2\s?[x×]/i;
const CAPITALS = /\bAR\b|\bA-R\b/;
const YES = new Set(
  "1,2,x,oui,yes,o,y,true,vrai,ok,ar,a-r,a.r.,aller retour,retour,return,r,both,✓,✔,☑,deux,double".split(","),
);
const NO = new Set(
  ",0,-,–,—,non,no,n,false,faux,a,as,a/s,aller,aller simple,aller seul,simple,single,one way,one-way,oneway,sens unique,→,->,=>,x1,1x,×1,1 trajet,aucun,sans,none,☐,✗".split(
    ",",
  ),
);

/** Says whether the words of a trip tell that it was driven there and back: `Lyon ↔ Vienne`, `Grenoble A/R`. */
export function saysThereAndBack(text: string): boolean {
  return MARKS.test(text) || CAPITALS.test(text);
}

/** Reads what stands in a column that says whether a trip was driven there and back; null for a word that says neither. */
export function thereAndBackFrom(cell: string): boolean | null {
  const word = plainWord(cell).replace(/\s+/g, " ");
  if (NO.has(word)) return false;
  return YES.has(word) || saysThereAndBack(cell) ? true : null;
}
