import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import * as everything from "./index.ts";

const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
const sdk = new everything.OfferHubSDK({ apiUrl: "http://nobody.invalid", apiKey: "ohk_test" });

const METHODS = Object.entries(sdk).flatMap(([resource, methods]: [string, object]) => [
  ...(typeof methods === "function" ? [resource] : []),
  ...Object.keys(methods).map((method) => `${resource}.${method}`),
]);
const OF_CLIENT = Object.getOwnPropertyNames(everything.OfferHubSDK.prototype).filter((name) => name !== "constructor");

test.each([...METHODS, ...OF_CLIENT])("the README names %s", (method) => {
  expect(readme.includes(`${method}(`)).toBe(true);
});

test("the README names no method that is not there", () => {
  const named = [...readme.matchAll(/`(\w+\.\w+)\(/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((name) => !METHODS.includes(name ?? ""))).toEqual([]);
});

test("the README names every error class", () => {
  const classes = Object.keys(everything).filter((name) => /^(?!Webhook).*Error$/.test(name));
  expect(classes.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
