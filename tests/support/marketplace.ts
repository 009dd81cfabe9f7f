import { randomUUID } from "node:crypto";
import { openOutsideWallet } from "../../cli/quickstart/outside-wallet.ts";
import { readSandboxFacts } from "../../cli/stack/sandbox-facts.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import { type GatewayClient, gatewayClient, type Reply } from "./gateway-client.ts";
import { type Sandbox, sandboxOf } from "./sandbox.ts";
import { type Person, seedPeople } from "./seed-people.ts";
import { until } from "./until.ts";

export type { Person } from "./seed-people.ts";

export interface Trade {
  readonly orderId: string;
  readonly buyer: Person;
  readonly seller: Person;
  readonly amount: string;
}

/** The commands of an order's happy path, in order, by their paths, and the status each leads to. */
export const LIFE = [
  ["reserve", "FUNDS_RESERVED"],
  ["escrow", "ESCROW_FUNDING"],
  ["escrow/fund", "IN_PROGRESS"],
  ["resolution/release", "CLOSED"],
] as const;
export type LifeCommand = (typeof LIFE)[number][0];

/** A marketplace at work on a stack: people with money, and orders brought to where a test begins. */
export interface Marketplace {
  readonly api: GatewayClient;
  readonly sandbox: Sandbox;
  /** People with an active wallet, each with the deposit credited when one is given. */
  people(count: number, deposit?: string): Promise<Person[]>;
  /** Sends USDC to each from outside, and waits until it is credited. */
  deposit(people: readonly Person[], amount: string): Promise<void>;
  /** A new order, on which the commands before `upTo` were carried out. */
  order(buyer: Person, seller: Person, amount: string, upTo?: LifeCommand): Promise<Trade>;
  /** One request, whatever it answers. */
  command(orderId: string, command: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Carries out what is left of the order's life, or of it before `upTo`, as patiently as a marketplace's server. */
  finish(trade: Trade, from?: LifeCommand, upTo?: LifeCommand): Promise<void>;
  /** Sends what a marketplace's server insists on: the same key again, until the system takes it. */
  insist(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Reply>;
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
      const people = await seedPeople(stack, count);
      if (deposit) await market.deposit(people, deposit);
      return people;
    },
    async deposit(people, amount) {
      await Promise.all(people.map(({ address }) => sandbox.mint(address, amount)));
      await Promise.all(people.map((person) => until("a deposit is credited", () => hasMoney(market, person))));
    },
    async order(buyer, seller, amount, upTo = "reserve") {
      const parties = { buyerId: buyer.userId, sellerId: seller.userId };
      const { data } = await market.insist("/orders", { ...parties, amount, title: `Work for ${amount}` });
      const trade = { orderId: data.id, buyer, seller, amount };
      for (const [command, status] of LIFE.slice(0, indexOf(upTo))) await carryOut(market, trade, command, status);
      return trade;
    },
    command: (orderId, command, headers) => api.post(`/orders/${orderId}/${command}`, {}, headers),
    async finish(trade, from = "reserve", upTo) {
      const rest = LIFE.slice(indexOf(from), upTo && indexOf(upTo));
      for (const [command, status] of rest) await carryOut(market, trade, command, status);
    },
    insist: (path, body = {}, headers = {}) => insist(api, path, body, headers),
    orderOf: async (orderId) => (await api.get(`/orders/${orderId}`)).data,
    async untilOrder(orderId, status, seconds) {
      const isThere = async () => (await market.orderOf(orderId)).status === status;
      await until(`${orderId} is ${status}`, isThere, seconds).catch(async (error: Error) => {
        throw new Error(`${error.message}; ${(await api.get(`/orders/${orderId}/progress`)).text}`);
      });
    },
    balanceOf: async ({ userId }) => (await api.get(`/users/${userId}/balance`)).data,
    outsideAddress: async () => openOutsideWallet(await readSandboxFacts(stack.urls.sandbox)),
  };
  return market;
}

/** A command waits for its turn behind whatever else the machine does. */
const PATIENCE_SECONDS = 150;

const indexOf = (command: LifeCommand): number => LIFE.findIndex(([name]) => name === command);

const hasMoney = async (market: Marketplace, person: Person) => (await market.balanceOf(person)).available !== "0.00";

async function carryOut(market: Marketplace, { orderId }: Trade, command: LifeCommand, status: string): Promise<void> {
  const reply = await market.insist(`/orders/${orderId}/${command}`);
  if (reply.status === 202) await market.untilOrder(orderId, status, PATIENCE_SECONDS);
}

async function insist(
  api: GatewayClient,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const key = { ...headers, "Idempotency-Key": randomUUID() };
  const taken = async () => {
    const reply = await api.post(path, body, key).catch(() => null);
    return reply?.status === 503 ? null : reply;
  };
  const reply = await until(`POST ${path} is taken`, taken, PATIENCE_SECONDS);
  if (reply.status >= 300) throw new Error(`POST ${path} answered ${reply.status}: ${reply.text}`);
  return reply;
}
