import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { path } from "../path.ts";
import { dataOf, listOf } from "../read-reply.ts";
import type { AirtmLink, CreateUserBody, List, User, UsersQuery } from "../types.ts";

/** People of the marketplace. */
export const users = (http: Http) => ({
  /** Creates a user with a wallet; a known `externalUserId` answers with the existing user, unchanged. */
  create: (body: CreateUserBody, options?: RequestOptions): Promise<User> => dataOf(http.post("/users", body, options)),
  /** @throws NotFoundError `USER_NOT_FOUND` */
  get: (userId: string): Promise<User> => dataOf(http.get(path`/users/${userId}`)),
  /** Newest first. */
  list: (query: UsersQuery = {}): Promise<List<User>> => listOf(http.get("/users", { ...query })),
  /**
   * Ties a user to the Airtm account of that address; linked to it already, it stays so.
   * @throws ValidationError `USER_INACTIVE`, `USER_NOT_VERIFIED`, `AIRTM_USER_INVALID`: what Airtm says of the account
   * @throws OfferHubError `AIRTM_USER_ALREADY_LINKED`: the user, or the account, is linked to another one
   * @throws NotFoundError from an installation without Airtm
   */
  linkAirtm: (userId: string, body: { readonly email: string }, options?: RequestOptions): Promise<AirtmLink> =>
    dataOf(http.post(path`/users/${userId}/airtm/link`, body, options)),
  /**
   * Holds back everything that would leave the user from now on: withdrawals, escrows that they fund. What comes in goes on; what
   * was signed before ends as the chain says. Suspended already, they stay so. For keys of the installation with `support`.
   */
  suspend: (userId: string, body: { readonly reason: string }, options?: RequestOptions): Promise<User> =>
    dataOf(http.post(path`/users/${userId}/suspend`, body, options)),
  /** Lets their money leave again. What was parked meanwhile goes on when somebody decides `retry`. */
  reinstate: (userId: string, body: { readonly reason: string }, options?: RequestOptions): Promise<User> =>
    dataOf(http.post(path`/users/${userId}/reinstate`, body, options)),
  /** Unties them again. @throws InvalidTransitionError while a top-up or a withdrawal of theirs is under way there */
  unlinkAirtm: (userId: string): Promise<User> => dataOf(http.delete(path`/users/${userId}/airtm/link`)),
});
