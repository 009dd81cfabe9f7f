import { expect, test } from "@jest/globals";
import { templateOf } from "./outgoing-calls.ts";

test.each([
  ["/escrow/single-release/fund-escrow", "/escrow/single-release/fund-escrow"],
  ["/rpc/v2/", "/rpc/v2/"],
  [`/transactions/${"ab".repeat(32)}`, "/transactions/{id}"],
  [`/transactions/${"a".repeat(64)}`, "/transactions/{id}"],
  [`/accounts/G${"A".repeat(55)}/payments?cursor=1&email=a@b.c`, "/accounts/{id}/payments"],
  ["/users/usr_1/ledgers/4711", "/users/{id}/ledgers/{id}"],
  ["/key/sk-1234#x", "/key/{id}"],
])("the template of %s tells no id and no query", (path, template) => {
  expect(templateOf(path)).toBe(template);
});
