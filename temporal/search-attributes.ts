import type { ConnectionLike } from "@temporalio/client";
import { SearchAttributeType } from "@temporalio/common";
import { SEARCH_ATTRIBUTES } from "../workflows/contracts/search-attributes.ts";

/** Temporal's wire numbers (`IndexedValueType`). */
const WIRE_TYPES: Readonly<Record<SearchAttributeType, number>> = {
  [SearchAttributeType.TEXT]: 1,
  [SearchAttributeType.KEYWORD]: 2,
  [SearchAttributeType.INT]: 3,
  [SearchAttributeType.DOUBLE]: 4,
  [SearchAttributeType.BOOL]: 5,
  [SearchAttributeType.DATETIME]: 6,
  [SearchAttributeType.KEYWORD_LIST]: 7,
};

/**
 * Registers the search attributes that our workflows set; those that are there already are left as they are.
 * @throws Error when one is registered with another type: a workflow that sets it would fail its task for ever
 */
export async function ensureSearchAttributes({ operatorService }: ConnectionLike, namespace: string): Promise<void> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter((key) => isMissing(key, customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, WIRE_TYPES[type]]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes });
}

function isMissing({ name, type }: AnyKey, registered: Readonly<Record<string, number>> | null | undefined): boolean {
  const found = registered?.[name];
  if (found !== undefined && found !== WIRE_TYPES[type]) {
    throw new Error(`search attribute ${name} is registered with another type than ${type}`);
  }
  return found === undefined;
}

type AnyKey = (typeof SEARCH_ATTRIBUTES)[number];
