interface Link {
  readonly href: string;
  readonly templated?: true;
}

/** The links that clients turn into functions; where one has a field's name, they keep the field as `name_attr`. */
export const accountLinks = (address: string): Record<string, Link> => {
  const self = `/horizon/accounts/${address}`;
  return {
    self: { href: self },
    ...below(self, ["transactions", "operations", "payments", "effects", "offers", "trades"]),
    data: { href: `${self}/data/{key}`, templated: true },
  };
};

export const transactionLinks = (hash: string, source: string, ledger: number): Record<string, Link> => {
  const self = `/horizon/transactions/${hash}`;
  return {
    self: { href: self },
    account: { href: `/horizon/accounts/${source}` },
    ledger: { href: `/horizon/ledgers/${ledger}` },
    ...below(self, ["operations", "effects"]),
    transaction: { href: self },
  };
};

export const operationLinks = (id: string, hash: string): Record<string, Link> => ({
  self: { href: `/horizon/operations/${id}` },
  transaction: { href: `/horizon/transactions/${hash}` },
});

const below = (self: string, names: readonly string[]): Record<string, Link> =>
  Object.fromEntries(names.map((name) => [name, { href: `${self}/${name}{?cursor,limit,order}`, templated: true }]));
