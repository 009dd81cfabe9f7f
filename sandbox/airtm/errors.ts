export type AirtmStatus = 400 | 401 | 403 | 404 | 429 | 500;

interface AirtmErrorRow {
  readonly status: AirtmStatus;
  readonly message: string;
}

/**
 * Airtm's codes, as far as they are known. The HTTP statuses are assumptions, and so are the codes that begin with
 * 4154: nobody documents what Airtm says in those cases.
 */
export const AIRTM_ERRORS = {
  "415003": { status: 500, message: "An external service failed; try again." },
  "415010": { status: 400, message: "The user is banned." },
  "415016": { status: 400, message: "The enterprise's balance is insufficient." },
  "415027": { status: 400, message: "The payout was already processed." },
  "415029": { status: 400, message: "A payin with this code exists." },
  "415030": { status: 400, message: "The payin is being paid or was paid." },
  "415032": { status: 400, message: "The payin has ended." },
  "415053": { status: 400, message: "Users in the United States cannot pay payins." },
  "415055": { status: 400, message: "The payout cannot be canceled any more." },
  "415056": { status: 400, message: "A payout with this code exists." },
  "415059": { status: 400, message: "The user is inactive." },
  "415060": { status: 400, message: "The recipient's identity is not verified." },
  "415061": { status: 400, message: "The recipient cannot receive payouts." },
  "415400": { status: 400, message: "The request is not valid." },
  "415402": { status: 400, message: "The amount is below the minimum for the recipient's country." },
  "415403": { status: 400, message: "The daily limit for payouts is reached." },
  "415404": { status: 404, message: "Not found." },
  "415429": { status: 429, message: "Too many requests." },
  "415904": { status: 401, message: "Unauthorized." },
  "415905": { status: 403, message: "The API key lacks the permission." },
  "415998": { status: 500, message: "System error." },
} as const satisfies Readonly<Record<string, AirtmErrorRow>>;

export type AirtmErrorCode = keyof typeof AIRTM_ERRORS;

/** A refusal in Airtm's words. */
export class AirtmError extends Error {
  readonly code: AirtmErrorCode;
  readonly data: object | undefined;

  constructor(code: AirtmErrorCode, data?: object) {
    super(AIRTM_ERRORS[code].message);
    this.code = code;
    this.data = data;
  }

  get status(): AirtmStatus {
    return AIRTM_ERRORS[this.code].status;
  }

  toJson(): object {
    return { code: this.code, message: this.message, ...(this.data !== undefined && { data: this.data }) };
  }
}

/** The body of an ordered fault: with the code that its `variant` names, if any. */
export function faultBody(variant: string | undefined): object {
  const code = Object.keys(AIRTM_ERRORS).find((known): known is AirtmErrorCode => known === variant) ?? "415998";
  return new AirtmError(code).toJson();
}
