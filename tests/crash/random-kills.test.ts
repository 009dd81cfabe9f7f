import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import type { Trade } from "../support/marketplace.ts";
import { chooseSeed, seededRandom } from "../support/seeded-random.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

const ORDERS = 10;
const KILLS = 3;
/** A worker takes up its work within a second or two; a kill comes somewhere in it. */
const LONGEST_LIFE_MS = 3_000;

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
}, 90_000);
afterAll(() => world?.stop(), 30_000);

test("ten orders end well, each effect once, however often and whenever the worker is killed", async () => {
  const { market, stack } = world;
  const random = seededRandom(chooseSeed());
  const [buyers, sellers] = await Promise.all([market.people(ORDERS, "50.00"), market.people(ORDERS)]);
  const trades: Trade[] = [];
  const lives = buyers.map(async (buyer, index) => {
    const trade = await market.order(buyer, sellers[index] ?? buyer, "20.00");
    trades.push(trade);
    await market.finish(trade);
  });
  for (let kills = 0; kills < KILLS; kills += 1) {
    await delay(random() * LONGEST_LIFE_MS);
    await stack.kill("worker");
    await stack.restart("worker");
  }
  await Promise.all(lives);
  const effects = await Promise.all(trades.map((trade) => effectsOf(market.sandbox, trade)));
  expect(effects).toEqual(trades.map(() => EFFECTS_OF_AN_ORDER));
  await world.expectInvariants();
}, 180_000);
