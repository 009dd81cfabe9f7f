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
  /** Ties a user to their Airtm account. An installation without Airtm answers NotFoundError. */
  linkAirtm: (userId: string, body: { readonly email: string }, options?: RequestOptions): Promise<AirtmLink> =>
    dataOf(http.post(path`/users/${userId}/airtm/link`, body, options)),
});
