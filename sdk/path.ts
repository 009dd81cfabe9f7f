/** A path with its values escaped: `` path`/orders/${id}` ``. */
export const path = (texts: TemplateStringsArray, ...values: readonly string[]): string =>
  texts.reduce(
    (whole, text, index) => `${whole}${text}${index < values.length ? encodeURIComponent(values[index] ?? "") : ""}`,
    "",
  );
