import { describe, expect, test } from "@jest/globals";
import { STEP_PROBLEMS } from "./problems.ts";
import { problemOfResult, RESULTS, type ResultRow, sortResult } from "./results.ts";

const rows: readonly (readonly [string, ResultRow])[] = Object.entries(RESULTS);

/** Every code of the providers' sheet, by what it says is to be done. */
const BY_VERDICT: Readonly<Record<ResultRow["verdict"], readonly string[]>> = {
  resend: ["TRY_AGAIN_LATER"],
  "look-up": [
    "DUPLICATE",
    "tx_bad_seq",
    "tx_too_late",
    "tx_soroban_invalid",
    "invoke_host_function_resource_limit_exceeded",
    "invoke_host_function_insufficient_refundable_fee",
    "invoke_host_function_entry_archived",
  ],
  bump: ["tx_insufficient_fee"],
  wait: ["tx_too_early", "tx_bad_min_seq_age_or_gap"],
  refuse: ["invoke_host_function_trapped", "op_no_destination", "op_no_trust", "op_line_full", "op_not_authorized"],
  park: [
    "tx_bad_auth",
    "tx_bad_auth_extra",
    "tx_no_source_account",
    "tx_malformed",
    "tx_missing_operation",
    "tx_bad_sponsorship",
    "tx_frozen_key_accessed",
    "tx_insufficient_balance",
    "op_underfunded",
    "op_low_reserve",
    "op_src_no_trust",
    "op_src_not_authorized",
    "op_no_issuer",
  ],
  done: ["op_already_exists"],
};

describe.each(Object.entries(BY_VERDICT))("a result to %s", (verdict, codes) => {
  test.each(codes)("%s", (code) => {
    expect(sortResult(code).verdict).toBe(verdict);
  });
});

test("whatever must wait or be sent again never ends a payment as refused", () => {
  for (const [code, row] of rows) {
    if (["resend", "look-up", "bump", "wait"].includes(row.verdict)) {
      expect([code, STEP_PROBLEMS[row.problem].verdict]).toEqual([code, "retry"]);
    }
  }
});

test("a refusal gives the money back, and what a person must see parks", () => {
  for (const [code, row] of rows) {
    if (row.verdict === "refuse" || row.verdict === "park") {
      expect([code, STEP_PROBLEMS[row.problem].verdict]).toEqual([code, row.verdict]);
    }
  }
});

test("a code nobody has sorted parks", () => {
  for (const code of ["op_brand_new", "", "constructor", "__proto__"])
    expect(problemOfResult(code)).toBe("UNKNOWN_ERROR");
});

test("what the contract said does not change the sorting", () => {
  expect(problemOfResult("invoke_host_function_trapped: CABC Error(Contract, #5)")).toBe("CONTRACT_REFUSED");
});
