import { z } from "zod";

/** Someone with an account at Airtm. */
export const AirtmUser = z.strictObject({
  id: z.string(),
  email: z.string(),
  status: z.enum(["active", "inactive"]),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** ISO 3166, three letters. */
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  isVerified: z.boolean(),
  banned: z.boolean(),
  /** false: refused as a recipient, for reasons of Airtm's own. */
  canReceive: z.boolean(),
});
export type AirtmUser = z.infer<typeof AirtmUser>;

/** E-mail addresses are compared without regard to case. */
export const toEmailKey = (email: string): string => email.trim().toLowerCase();

/** As `GET /users/:email` answers; bans show only when somebody tries to pay. */
export const presentUser = (user: AirtmUser) => ({
  id: user.id,
  status: user.status,
  primaryEmail: user.email,
  firstName: user.firstName,
  lastName: user.lastName,
  country: user.country,
  isVerified: user.isVerified,
});
