type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** What was left out stays what it was: no key is there without a value. */
export function withoutUndefined<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
