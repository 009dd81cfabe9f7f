import { StrKey, type xdr } from "@stellar/stellar-sdk";
import { accountOf, assetName, type Party, partyOf } from "../addresses.ts";
import { toDecimal } from "../amounts.ts";
import { toid } from "../ledger-events.ts";
import { parseEnvelope } from "../transactions/envelope.ts";
import type { TransactionRecord } from "../transactions/record.ts";
import { type AssetParts, assetParts } from "./asset-parts.ts";
import { balanceChanges } from "./balance-changes.ts";
import { operationLinks } from "./links.ts";
import { isoTime } from "./transactions.ts";

/** Horizon's names, at the numbers the protocol gives them. */
const TYPES: Readonly<Record<string, readonly [number, string]>> = {
  createAccount: [0, "create_account"],
  payment: [1, "payment"],
  pathPaymentStrictReceive: [2, "path_payment_strict_receive"],
  setOptions: [5, "set_options"],
  changeTrust: [6, "change_trust"],
  allowTrust: [7, "allow_trust"],
  accountMerge: [8, "account_merge"],
  manageData: [10, "manage_data"],
  bumpSequence: [11, "bump_sequence"],
  pathPaymentStrictSend: [13, "path_payment_strict_send"],
  createClaimableBalance: [14, "create_claimable_balance"],
  claimClaimableBalance: [15, "claim_claimable_balance"],
  beginSponsoringFutureReserves: [16, "begin_sponsoring_future_reserves"],
  endSponsoringFutureReserves: [17, "end_sponsoring_future_reserves"],
  revokeSponsorship: [18, "revoke_sponsorship"],
  setTrustLineFlags: [21, "set_trust_line_flags"],
  invokeHostFunction: [24, "invoke_host_function"],
};

const PAYMENT_TYPES = [
  "create_account",
  "payment",
  "path_payment_strict_receive",
  "path_payment_strict_send",
  "account_merge",
  "invoke_host_function",
];

export type OperationView = ReturnType<typeof presentOperation>;

const views = new WeakMap<TransactionRecord, readonly OperationView[]>();

/** The operations of a transaction, presented once. */
export function operationsOf(record: TransactionRecord): readonly OperationView[] {
  const known = views.get(record);
  if (known !== undefined) return known;
  const parsed = parseEnvelope(record.envelopeXdr);
  const presented = parsed.tx.operations.map((operation, index) =>
    presentOperation(
      record,
      operation,
      operation.sourceAccount === null ? parsed.source : partyOf(operation.sourceAccount),
      index,
    ),
  );
  views.set(record, presented);
  return presented;
}

/** Payments are what moves balances; a contract call counts when it moved one. */
export function isPayment(view: OperationView): boolean {
  if (!PAYMENT_TYPES.includes(view.type)) return false;
  return view.type !== "invoke_host_function" || view.parties.length > 0;
}

function presentOperation(record: TransactionRecord, operation: xdr.Operation, source: Party, index: number) {
  const [type_i, type] = TYPES[operation.body.type] ?? [99, operation.body.type];
  const id = toid(record.ledger, record.order, index + 1).toString();
  const { fields, parties } = detailsOf(record, operation.body, source, index);
  return {
    _links: operationLinks(id, record.hash),
    id,
    paging_token: id,
    transaction_successful: record.successful,
    source_account: source.address,
    ...(source.muxedAddress !== null && { source_account_muxed: source.muxedAddress }),
    type,
    type_i,
    created_at: isoTime(record.closeTimeSeconds),
    transaction_hash: record.hash,
    ...fields,
    /** Whose payments this is among; not part of the wire. */
    parties,
  };
}

interface Details {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parties: readonly string[];
}

function detailsOf(record: TransactionRecord, body: xdr.OperationBody, source: Party, index: number): Details {
  switch (body.type) {
    case "createAccount": {
      const account = accountOf(body.createAccountOp.destination);
      const starting_balance = toDecimal(body.createAccountOp.startingBalance);
      return { fields: { account, funder: source.address, starting_balance }, parties: [account, source.address] };
    }
    case "payment": {
      const { destination, asset, amount } = body.paymentOp;
      return paid(source, partyOf(destination), { ...assetFields(asset), amount: toDecimal(amount) });
    }
    case "pathPaymentStrictReceive": {
      const op = body.pathPaymentStrictReceiveOp;
      const amounts = {
        amount: toDecimal(op.destAmount),
        source_amount: toDecimal(op.destAmount),
        source_max: toDecimal(op.sendMax),
      };
      return paid(source, partyOf(op.destination), {
        ...assetFields(op.destAsset),
        ...sourceAsset(op.sendAsset),
        ...amounts,
      });
    }
    case "pathPaymentStrictSend": {
      const op = body.pathPaymentStrictSendOp;
      const amounts = {
        amount: toDecimal(op.sendAmount),
        source_amount: toDecimal(op.sendAmount),
        destination_min: toDecimal(op.destMin),
      };
      return paid(source, partyOf(op.destination), {
        ...assetFields(op.destAsset),
        ...sourceAsset(op.sendAsset),
        ...amounts,
      });
    }
    case "accountMerge": {
      const into = partyOf(body.destination).address;
      return { fields: { account: source.address, into }, parties: [source.address, into] };
    }
    case "changeTrust": {
      const { line, limit } = body.changeTrustOp;
      if (line.type === "assetTypePoolShare") return { fields: {}, parties: [] };
      return { fields: { ...assetFields(line), limit: toDecimal(limit), trustor: source.address }, parties: [] };
    }
    case "manageData":
      return { fields: { name: body.manageDataOp.dataName.toString() }, parties: [] };
    case "invokeHostFunction": {
      const asset_balance_changes = balanceChanges(record.operations[index]?.events ?? []);
      const parties = asset_balance_changes
        .flatMap(({ from, to }) => [from, to])
        .filter((party) => party !== undefined);
      return { fields: { function: "HostFunctionTypeHostFunctionTypeInvokeContract", asset_balance_changes }, parties };
    }
    default:
      return { fields: {}, parties: [] };
  }
}

function paid(from: Party, to: Party, fields: Readonly<Record<string, unknown>>): Details {
  return {
    fields: {
      ...fields,
      from: from.address,
      ...(from.muxedAddress !== null && { from_muxed: from.muxedAddress, from_muxed_id: from.muxedId?.toString() }),
      to: to.address,
      ...(to.muxedAddress !== null && { to_muxed: to.muxedAddress, to_muxed_id: to.muxedId?.toString() }),
    },
    parties: [from.address, to.address],
  };
}

const assetFields = (asset: xdr.Asset | xdr.ChangeTrustAsset): AssetParts => assetParts(assetName(asset));

function sourceAsset(asset: xdr.Asset) {
  const fields = Object.entries(assetFields(asset));
  return { path: [], ...Object.fromEntries(fields.map(([name, value]) => [`source_${name}`, value])) };
}

export const isAccount = (id: string): boolean => StrKey.isValidEd25519PublicKey(id);
