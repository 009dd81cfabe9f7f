import { z } from "zod";
import { canonicalMemo, MEMO_TYPES, type MemoType, memoObjection } from "../domain/withdrawal/memo.ts";

/** Of a body that pays a Stellar address. */
export const memoFields = {
  memo: z.string().min(1).max(64).nullish().meta({
    description: "With a G… address only; what the receiver matches the payment by. See memoType for its form.",
  }),
  memoType: z
    .enum(MEMO_TYPES)
    .nullish()
    .meta({
      description:
        "text (the default): at most 28 bytes. id: a whole number up to 18446744073709551615. hash, return: 64 hexadecimal digits. " +
        "An exchange says which one it matches by.",
    }),
};

interface Memo {
  readonly memo?: string | null | undefined;
  readonly memoType?: MemoType | null | undefined;
}

/** For `superRefine`: a type needs a memo, and the memo must have the form of its type. */
export function checkMemo({ memo, memoType }: Memo, context: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (memoType && !memo) refuse("memoType", "goes with a memo only");
  const objection = memo ? memoObjection(memoType ?? "text", memo) : null;
  if (objection) refuse("memo", objection);
}

/** The memo as it is sent and shown. */
export function memoOf({ memo, memoType }: Memo) {
  if (!memo) return { memo: null };
  const type = memoType ?? "text";
  return { memo: canonicalMemo(type, memo), memoType: type };
}
