import { randomUUID } from "node:crypto";
import { openOutsideWallet } from "../../cli/quickstart/outside-wallet.ts";
import { readSandboxFacts } from "../../cli/stack/sandbox-facts.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import { type GatewayClient, gatewayClient, type Reply } from "./gateway-client.ts";
import { type Sandbox, sandboxOf } from "./sandbox.ts";
import { until } from "./until.ts";

export interface Person {
  readonly userId: string;
  readonly address: string;
}

export interface Trade {
  readonly orderId: string;
  readonly buyer: Person;
  readonly seller: Person;
  readonly amount: string;
}

/** The commands of an order's happy path, in order, by their paths. */
export const LIFE = ["reserve", "escrow", "escrow/fund", "resolution/release"] as const;
export type LifeCommand = (typeof LIFE)[number];

/** A marketplace at work on a stack: people with money, and orders brought to where a test begins. */
export interface Marketplace {
  readonly api: GatewayClient;
  readonly sandbox: Sandbox;
  /** People with an active wallet, each with the deposit credited when one is given. */
  people(count: number, deposit?: string): Promise<Person[]>;
  /** Sends USDC to each from outside, and waits until it is credited. */
  deposit(people: readonly Person[], amount: string): Promise<void>;
  /** A new order, on which the commands before `upTo` were carried out. */
  order(buyer: Person, seller: Person, amount: string, upTo?: LifeCommand | "end"): Promise<Trade>;
  command(orderId: string, command: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Carries out what is left of the order's life, waiting where the gateway answers 202. */
  finish(trade: Trade, from?: LifeCommand): Promise<void>;
  orderOf(orderId: string): Promise<Reply["data"]>;
  untilOrder(orderId: string, status: string, seconds?: number): Promise<void>;
  balanceOf(person: Person): Promise<Reply["data"]>;
  /** A wallet that is not ours, with a trustline. */
  outsideAddress(): Promise<string>;
}

export function openMarketplace(stack: Stack, onReply?: (reply: Reply) => void): Marketplace {
  const api = gatewayClient(stack.urls.gateway, stack.masterKey, onReply);
  const sandbox = sandboxOf(stack.urls.sandbox);
  const market: Marketplace = {
    api,
    sandbox,
    async people(count, deposit) {
      const people = await Promise.all(Array.from({ length: count }, () => join(api)));
      if (deposit) await market.deposit(people, deposit);
      return people;
    },
    async deposit(people, amount) {
      await Promise.all(people.map(({ address }) => sandbox.mint(address, amount)));
      await Promise.all(people.map((person) => until("a deposit is credited", () => hasMoney(market, person))));
    },
    async order(buyer, seller, amount, upTo = "reserve") {
      const parties = { buyerId: buyer.userId, sellerId: seller.userId };
      const { data } = await expectStatus(
        api.post("/orders", { ...parties, amount, title: `Work for ${amount}` }),
        201,
      );
      const trade = { orderId: data.id, buyer, seller, amount };
      const before = upTo === "end" ? LIFE : LIFE.slice(0, LIFE.indexOf(upTo));
      for (const command of before) await carryOut(market, trade, command);
      return trade;
    },
    command: (orderId, command, headers) => api.post(`/orders/${orderId}/${command}`, {}, headers),
    async finish(trade, from = "reserve") {
      for (const command of LIFE.slice(LIFE.indexOf(from))) await carryOut(market, trade, command);
    },
    orderOf: async (orderId) => (await api.get(`/orders/${orderId}`)).data,
    async untilOrder(orderId, status, seconds) {
      const what = `${orderId} is ${status}`;
      await until(what, async () => (await market.orderOf(orderId)).status === status, seconds);
    },
    balanceOf: async ({ userId }) => (await api.get(`/users/${userId}/balance`)).data,
    outsideAddress: async () => openOutsideWallet(await readSandboxFacts(stack.urls.sandbox)),
  };
  return market;
}

async function join(api: GatewayClient): Promise<Person> {
  const { data } = await expectStatus(api.post("/users", { externalUserId: `user-${randomUUID()}` }), 201);
  const wallet = `/users/${data.id}/wallet`;
  await until("a wallet is active", async () => (await api.get(wallet)).data.isActive, 120);
  return { userId: data.id, address: (await api.get(`${wallet}/deposit`)).data.address };
}

const hasMoney = async (market: Marketplace, person: Person) => (await market.balanceOf(person)).available !== "0.00";

/** Where each command leads. */
const RESULT: Readonly<Record<LifeCommand, string>> = {
  reserve: "FUNDS_RESERVED",
  escrow: "ESCROW_FUNDING",
  "escrow/fund": "IN_PROGRESS",
  "resolution/release": "CLOSED",
};

async function carryOut(market: Marketplace, { orderId }: Trade, command: LifeCommand): Promise<void> {
  const reply = await market.command(orderId, command);
  if (reply.status === 202) await market.untilOrder(orderId, RESULT[command]);
  else if (reply.status >= 300) throw new Error(`${command} of ${orderId} answered ${reply.status}: ${reply.text}`);
}

async function expectStatus(asked: Promise<Reply>, status: number): Promise<Reply> {
  const reply = await asked;
  if (reply.status !== status) throw new Error(`answered ${reply.status}, not ${status}: ${reply.text}`);
  return reply;
}
