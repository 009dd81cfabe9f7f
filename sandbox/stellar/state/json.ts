import type { Entry } from "./entries.ts";

const BIGINT_FIELDS: Record<Entry["kind"], readonly string[]> = {
  account: ["balance", "sequence"],
  trustline: ["balance", "limit"],
  data: [],
  claimable: ["amount"],
  contract: [],
  contractData: [],
  tokenBalance: ["balance"],
  nonce: ["nonce"],
};

export type EntryJson = { readonly kind: Entry["kind"] } & Readonly<Record<string, unknown>>;

export function toJson(entry: Entry): EntryJson {
  return convert({ ...entry }, String);
}

/** The inverse of toJson; the journal is written by us alone, so its shape is trusted. */
export function fromJson(json: EntryJson): Entry {
  return convert({ ...json }, (value) => BigInt(value)) as unknown as Entry;
}

function convert(
  fields: { kind: Entry["kind"] } & Record<string, unknown>,
  how: (value: string) => unknown,
): EntryJson {
  for (const name of BIGINT_FIELDS[fields.kind]) fields[name] = how(String(fields[name]));
  return fields;
}
