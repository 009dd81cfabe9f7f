import { bold, dim, green, red } from "../terminal/style.ts";
import type { AirtmBooks } from "./airtm-books.ts";
import type { Books } from "./books.ts";
import type { Step } from "./steps.ts";

type Print = (line: string) => void;

const HASH_SHOWN = 12;
const WIDTHS = [33, 28, HASH_SHOWN + 1] as const;

const cells = (...[first, second, third]: readonly [string, string, string]) =>
  `  ${first.padEnd(WIDTHS[0])}${second.padEnd(WIDTHS[1])}${third.padEnd(WIDTHS[2])}`;

export function printHeading(print: Print): void {
  print("");
  print(bold(`${cells("Step", "Status", "Transaction")}     Time`));
  print(dim(`  ${"─".repeat(WIDTHS[0] + WIDTHS[1] + WIDTHS[2] + 9)}`));
}

/** The step's name says what it is the status of. */
const withoutNoun = (status: string): string => status.replace(/^(TOPUP|WITHDRAWAL)_/, "");

export function printStep(print: Print, { name, status, transactionHash, seconds }: Step): void {
  const hash = transactionHash ? `${transactionHash.slice(0, HASH_SHOWN)}…` : "–";
  print(`${cells(name, withoutNoun(status), hash)}${`${seconds.toFixed(1)} s`.padStart(9)}`);
}

/** Both books side by side. */
export function printBooks(print: Print, { ledger, chain, fees, differences }: Books): void {
  const row = (name: string, inLedger: string, onChain: string) =>
    print(`  ${name.padEnd(33)}${inLedger.padStart(14)}${onChain.padStart(14)}`);
  print("");
  print(bold(`  ${"USDC".padEnd(33)}${"Ledger".padStart(14)}${"Chain".padStart(14)}`));
  print(dim(`  ${"─".repeat(61)}`));
  row("Buyer", ledger.buyer, chain.buyer);
  row("Seller", ledger.seller, chain.seller);
  row("Escrow contracts", "", chain.escrow);
  row("Seller's own wallet, elsewhere", "", chain.outside);
  row("Fee: platform", "", fees.platform);
  row("Fee: Trustless Work", "", fees.trustlessWork);
  print("");
  print(differences.length === 0 ? `  ${green("ledger = chain ✓")}` : `  ${red("ledger ≠ chain ✗")}`);
  for (const difference of differences) print(`  ${red(difference)}`);
}

/** The ledger's balances, and what Airtm and the chain hold. */
export function printAirtmBooks(print: Print, { ledger, airtm, chain, fees, differences }: AirtmBooks): void {
  const row = (name: string, ...amounts: readonly [string, string, string]) =>
    print(`  ${name.padEnd(33)}${amounts.map((amount) => amount.padStart(14)).join("")}`);
  print("");
  print(bold(`  ${"USD, USDC".padEnd(33)}${["Ledger", "Airtm", "Chain"].map((name) => name.padStart(14)).join("")}`));
  print(dim(`  ${"─".repeat(75)}`));
  row("Buyer", ledger.buyer, "", "");
  row("Seller", ledger.seller, "", "");
  row("Our account at Airtm", "", airtm, "");
  row("Treasury", "", "", chain.treasury);
  row("Escrow contract", "", "", chain.escrow);
  row("Fees of the contract", "", "", fees);
  print("");
  print(differences.length === 0 ? `  ${green("ledger = Airtm + chain ✓")}` : `  ${red("ledger ≠ Airtm + chain ✗")}`);
  for (const difference of differences) print(`  ${red(difference)}`);
}
