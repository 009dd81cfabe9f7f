import { Address } from "@stellar/stellar-sdk";
import { reaching, readAnswer } from "../reaching.ts";
import type { PaymentInHistory } from "../read-payments.ts";
import { type ChainSettings, usdcContractId } from "../settings.ts";
import { symbol } from "../soroban-values.ts";
import { EventsPage, Health, RawEvent } from "../wire.ts";
import type { RpcNode, RpcNodes } from "./rpc-nodes.ts";

const PAGE_MAX = 200;

/**
 * Where no Horizon is: the payments to one address as the events of a node say that is not the one which deposits are
 * followed at, newest first, as far back as it goes. Only plain fields of them are read.
 */
export async function* paymentsByEvents(
  nodes: RpcNodes,
  settings: ChainSettings,
  address: string,
): AsyncGenerator<readonly PaymentInHistory[]> {
  const second = (await nodes.ranked()).at(-1) ?? nodes.all.at(-1);
  if (!second) return;
  const found = await reaching(`payments (${second.source})`, () => allTo(second, settings, address));
  yield found.reverse();
}

async function allTo({ server }: RpcNode, settings: ChainSettings, address: string): Promise<PaymentInHistory[]> {
  const to = new Address(address).toScVal().toXdr("base64");
  const topics = [
    [symbol("transfer").toXdr("base64"), "*", to, "*"],
    [symbol("mint").toXdr("base64"), to, "*"],
  ];
  const filters = [{ type: "contract" as const, contractIds: [usdcContractId(settings)], topics }];
  const { oldestLedger, latestLedger } = readAnswer(Health, await server.getHealth());
  const found: PaymentInHistory[] = [];
  let page = readAnswer(EventsPage, await server._getEvents({ filters, limit: PAGE_MAX, startLedger: oldestLedger }));
  for (;;) {
    const { events, cursor } = page;
    found.push(...events.map(paymentIn));
    // an empty page may only mean that this stretch of ledgers holds none: its cursor says how far it has looked
    if (events.length < PAGE_MAX && ledgerOf(cursor) >= latestLedger) return found;
    page = readAnswer(EventsPage, await server._getEvents({ filters, limit: PAGE_MAX, cursor }));
    if (page.cursor === cursor) return found; // it looks no further
  }
}

const paymentIn = (event: unknown): PaymentInHistory => {
  const { txHash, ledger } = readAnswer(RawEvent, event);
  return { txHash, ledger };
};

/** A cursor's number holds its ledger above this. */
const LEDGER_SHIFT = 32n;
const ledgerOf = (cursor: string): number => Number(BigInt(cursor.split("-", 1)[0] ?? "0") >> LEDGER_SHIFT);
