import { createHash } from "node:crypto";
import { type AirtmUser, toEmailKey } from "./user.ts";

/** Everybody can do everything unless it says otherwise; the id follows from the address, so that it survives a reset. */
export const newUser = (email: string, more: Partial<Omit<AirtmUser, "id" | "email">> = {}): AirtmUser => ({
  id: createHash("sha256").update(toEmailKey(email)).digest("hex").slice(0, 24),
  email: toEmailKey(email),
  status: "active",
  firstName: null,
  lastName: null,
  country: null,
  isVerified: true,
  banned: false,
  canReceive: true,
  ...more,
});

/** Who has an account at genesis. */
export const SEEDED_USERS: readonly AirtmUser[] = [
  newUser("buyer@example.com", { firstName: "Berta", lastName: "Buyer", country: "ESP" }),
  newUser("seller@example.com", { firstName: "Sergio", lastName: "Seller", country: "MEX" }),
  newUser("inactive@example.com", { status: "inactive", firstName: "Ines", lastName: "Inactive", country: "ARG" }),
  newUser("unverified@example.com", { isVerified: false, firstName: "Ugo", lastName: "Unverified", country: "COL" }),
  newUser("banned@example.com", { banned: true, firstName: "Bruno", lastName: "Banned", country: "BRA" }),
  newUser("us@example.com", { firstName: "Uma", lastName: "States", country: "USA" }),
];
