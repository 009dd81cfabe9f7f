/** How a Stellar transaction carries what the receiver matches a payment by. */
export const MEMO_TYPES = ["text", "id", "hash", "return"] as const;
export type MemoType = (typeof MEMO_TYPES)[number];

const TEXT_BYTES_MAX = 28;
const ID_MAX = 2n ** 64n - 1n;
const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,19})$/;
const THIRTY_TWO_BYTES = /^[0-9a-f]{64}$/i;

/** Why the text is no memo of that type; null when it is one. */
export function memoObjection(type: MemoType, text: string): string | null {
  switch (type) {
    case "text":
      return new TextEncoder().encode(text).length <= TEXT_BYTES_MAX
        ? null
        : `must have at most ${TEXT_BYTES_MAX} bytes`;
    case "id":
      return WHOLE_NUMBER.test(text) && BigInt(text) <= ID_MAX ? null : `must be a whole number up to ${ID_MAX}`;
    case "hash":
    case "return":
      return THIRTY_TWO_BYTES.test(text) ? null : "must be 64 hexadecimal digits";
  }
}

/** One memo has one text: it is kept, shown and sent in this form. */
export const canonicalMemo = (type: MemoType, text: string): string =>
  type === "hash" || type === "return" ? text.toLowerCase() : text;
