import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { type Database, openDatabase } from "./client.ts";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What an audit row keeps of a payload. */
async function stored(payload: Json): Promise<Json> {
  const row = ["CREATE", "order.created", "Order", "ord_x", "api_key", "key_x", "SUCCESS"];
  const { rows } = await db.sql.query<{ kept: Json; before: Json }>(
    `INSERT INTO audit_record (id, action, event_type, resource_type, resource_id, actor_type, actor_id, result, payload_after, payload_before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) RETURNING payload_after AS kept, payload_before AS before`,
    [randomUUID(), ...row, JSON.stringify(payload)],
  );
  expect(rows[0]?.before).toEqual(rows[0]?.kept);
  return rows[0]?.kept ?? null;
}

const letters = (alphabet: string, length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((parts) => parts.join(""));
const base32 = (length: number) => letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
const word = letters("abcdefghij", 8);

/** Secrets that no name gives away. */
const telltale = fc.oneof(
  fc.tuple(word, word, word).map(([name, host, end]) => `${name}.x+1@${host}.${end}`),
  base32(55).map((body) => `G${body}`),
  base32(55).map((body) => `S${body}`),
  base32(68).map((body) => `M${body}`),
  letters("0123456789abcdef", 48).map((body) => `ohk_live_key_${body}`),
  fc.tuple(word, word, word).map((parts) => `eyJ${parts.join(".")}`),
  letters("ABCDEFxyz0189+/", 80).map((body) => `AAAA${body}`),
);
const privateName = fc.constantFrom(
  ..."email apiKey api_key secretKey signedXdr Authorization walletAddress destinationRef webhook_secret key memo".split(
    " ",
  ),
);
const plainName = fc.constantFrom("amount", "status", "title", "items", "name", "n1");
const plainText = fc.constantFrom("12.50", "CLOSED", "A logo for usr_1", "", "0x12", "a@b", "GABC");
const leaf: fc.Arbitrary<Json> = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), plainText);

const harmless: fc.Arbitrary<Json> = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("tree"), { maxLength: 3 }), fc.dictionary(plainName, tie("tree"))),
})).tree;

/** Puts something at the bottom of objects and lists. */
const buried = (inner: fc.Arbitrary<Json>) =>
  fc
    .tuple(inner, fc.array(fc.option(plainName), { maxLength: 6 }), harmless)
    .map(([content, path, beside]) =>
      path.reduce<Json>((below, name) => (name === null ? [beside, below] : { beside, [name]: below }), content),
    );

test("no secret is stored, however deep it lies and whatever it stands in", async () => {
  await fc.assert(
    fc.asyncProperty(telltale, plainText, fc.boolean(), async (secret, around, asName) => {
      const text = `${around} ${secret} ${around}`;
      const bodies = buried(fc.constant<Json>(asName ? { [text]: 1 } : text));
      for (const body of fc.sample(bodies, 3)) {
        const kept = JSON.stringify(await stored(body));
        expect(kept).not.toContain(secret);
        expect(kept).toContain("[redacted]");
      }
    }),
    { numRuns: 60 },
  );
});

test("what stands under a private name is not stored, whatever it is", async () => {
  const marked = fc.uuid();
  await fc.assert(
    fc.asyncProperty(privateName, marked, harmless, async (name, mark, more) => {
      const inside = fc.constantFrom<Json>(mark, { deep: [mark, more] }, [[mark]]);
      for (const body of fc.sample(buried(inside.map((content) => ({ [name]: content }))), 3)) {
        expect(JSON.stringify(await stored(body))).not.toContain(mark);
      }
    }),
    { numRuns: 60 },
  );
});

test("everything else is stored as it was, to the last value", async () => {
  await fc.assert(
    fc.asyncProperty(harmless, async (body) => {
      expect(await stored(body)).toEqual(body);
    }),
    { numRuns: 60 },
  );
});

test("a private name without a value says so, and an absent payload stays absent", async () => {
  expect(await stored({ email: null, status: "ACTIVE" })).toEqual({ email: null, status: "ACTIVE" });
  expect(await stored(null)).toBeNull();
});
