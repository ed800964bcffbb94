import { AREAS, type Area, type AreaValues } from "../../store/records/areas.ts";
import type { DocumentFile, Telling } from "../../store/records/told.ts";
import { scopeOf } from "./reading.ts";

/** What one answer says of one key. */
export function tellOne<Name extends Area>(
  area: Name,
  key: string,
  value: AreaValues[Name] | null,
  etag: string | null = null,
): Telling {
  return { area, scope: scopeOf(area, key), facts: [{ key, value, etag }] } as Telling;
}

/** What a file beside the facts is. */
export function tellDocument(key: string, value: AreaValues["documents"], document: DocumentFile): Telling {
  return { area: "documents", scope: scopeOf("documents", key), facts: [{ key, value, document }] };
}

/**
 * What a list says, and that it was read to its end.
 * @param covers which values the list would have held; null where what it lacks says nothing.
 */
export function tellList<Name extends Area>(
  area: Name,
  scope: string,
  values: readonly AreaValues[Name][],
  covers: ((value: AreaValues[Name]) => boolean) | null,
): Telling[] {
  return [tellSome(area, scope, values, covers), { area: "lists", scope, facts: [{ key: scope, value: true }] }];
}

/** What an answer says of some values of an area. */
export function tellSome<Name extends Area>(
  area: Name,
  scope: string,
  values: readonly AreaValues[Name][],
  covers: ((value: AreaValues[Name]) => boolean) | null = null,
): Telling {
  const { keyOf } = AREAS[area];
  const facts = values.map((value) => ({ key: keyOf?.(value) ?? scope, value }));
  return { area, scope, facts, ...(covers === null ? {} : { covers }) } as Telling;
}
