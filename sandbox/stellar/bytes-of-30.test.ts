import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Address, StrKey, xdr } from "@stellar/stellar-sdk";
import { ARM_IN_CLOSE_META, ARM_IN_HEADER, withCloseTimeMs, withMuxedContract } from "./bytes-of-30.ts";

interface Vectors {
  readonly strkeys: readonly { readonly kind: string; readonly base?: string; readonly id?: string }[];
  readonly vectors: readonly {
    readonly name: string;
    readonly base64: string;
    readonly says: { readonly closeTimeMs?: string; readonly data?: string };
  }[];
}

/** Made by other people's codec (the crate stellar-xdr 30.0.0), each from a seed of its own. */
const SETS = ["protocol-30-vectors.json", "protocol-30-lantern.json", "protocol-30-harbour.json"];

describe.each(SETS)("what the codec of %s writes", (file) => {
  const set: Vectors = JSON.parse(readFileSync(new URL(`./testing/${file}`, import.meta.url), "utf8"));
  const vector = (name: string) => set.vectors.find((one) => one.name === name) ?? fail(name);
  const bytes = (name: string): Buffer => Buffer.from(vector(name).base64, "base64");
  const muxed = set.strkeys.find(({ kind }) => kind === "muxed contract") ?? fail("muxed contract");
  const base = Buffer.from(StrKey.decodeContract(muxed.base ?? ""));
  const id = BigInt(muxed.id ?? 0);
  const ms = BigInt(vector("header-signed-ms-30").says.closeTimeMs ?? 0);
  const of30 = (name: string, versionsAt: readonly number[]): Buffer => {
    const changed = bytes(name);
    for (const at of versionsAt) changed.writeInt32BE(30, at);
    return changed;
  };

  test("a header's milliseconds", () => {
    const header = withCloseTimeMs(of30("header-signed-27", [0]), ARM_IN_HEADER, ms);
    expect(header.toString("base64")).toBe(vector("header-signed-ms-30").base64);
  });

  test("those of a ledger whose transactions were dropped", () => {
    const header = of30("header-empty-28", [0, ARM_IN_HEADER + 4 + 64]);
    expect(withCloseTimeMs(header, ARM_IN_HEADER, ms).toString("base64")).toBe(vector("header-empty-ms-30").base64);
  });

  test("those inside a whole ledger", () => {
    const headerAt = ARM_IN_CLOSE_META - ARM_IN_HEADER;
    const meta = withCloseTimeMs(of30("close-27", [headerAt]), ARM_IN_CLOSE_META, ms);
    expect(meta.toString("base64")).toBe(vector("close-30").base64);
  });

  test("a muxed contract's address", () => {
    const plain = Buffer.from(new Address(muxed.base ?? "").toScVal().toXdr());
    expect(withMuxedContract(plain, base, id).toString("base64")).toBe(vector("address-muxed-contract").base64);
  });

  test.each(["envelope-to-muxed-contract", "diagnostic-muxed-contract", "entry-with-muxed-contract"])(
    "a muxed contract's address inside %s",
    (name) => {
      const wanted = bytes(name);
      const plain = unmuxed(wanted, base, id);
      expect(plain.equals(wanted)).toBe(false);
      expect(withMuxedContract(plain, base, id).toString("base64")).toBe(vector(name).base64);
    },
  );

  test("neither is read by the SDK of today, which is why they are written by hand", () => {
    const read = (name: string) => () => xdr.LedgerHeader.fromXdr(vector(name).base64, "base64");
    expect(read("header-signed-ms-30")).toThrow();
    expect(() => xdr.ScVal.fromXdr(vector("address-muxed-contract").base64, "base64")).toThrow();
    expect(read("header-signed-27")).not.toThrow();
  });
});

/** Back to what an older codec can read, by the text of the bytes. */
function unmuxed(bytes: Buffer, contract: Buffer, id: bigint): Buffer {
  const address = contract.toString("hex");
  const from = `0000001200000005${id.toString(16).padStart(16, "0")}${address}`;
  return Buffer.from(bytes.toString("hex").replaceAll(from, `0000001200000001${address}`), "hex");
}

function fail(name: string): never {
  throw new Error(`the vectors have no ${name}`);
}
