export type TypedErrorKind = "NOT_FOUND" | "UNAUTHORIZED" | "UNKNOWN_ERROR" | "WALLET_ERROR";

export type ApiStatus = 400 | 401 | 404 | 429 | 500;

type Body =
  | { readonly shape: "plain"; readonly message: string | readonly string[] }
  | { readonly shape: "typed"; readonly message: string; readonly type: TypedErrorKind }
  | { readonly shape: "validation"; readonly details: Readonly<Record<string, readonly string[]>> };

/** An error answer. The provider has three shapes of them, and which one comes depends on the layer that refused. */
export class ApiError extends Error {
  readonly status: ApiStatus;
  readonly body: Body;

  constructor(status: ApiStatus, body: Body) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }

  toJson(path: string): Readonly<Record<string, unknown>> {
    switch (this.body.shape) {
      case "plain":
        return { statusCode: this.status, message: this.body.message, path };
      case "typed":
        return { message: this.body.message, code: this.status, type: this.body.type };
      case "validation":
        return { message: "Validation failed", details: this.body.details };
    }
  }
}

export const plain = (status: ApiStatus, message: string | readonly string[]): ApiError =>
  new ApiError(status, { shape: "plain", message });

export const typed = (status: ApiStatus, type: TypedErrorKind, message: string): ApiError =>
  new ApiError(status, { shape: "typed", message, type });

export const invalid = (details: Readonly<Record<string, readonly string[]>>): ApiError =>
  new ApiError(400, { shape: "validation", details });

/** 400, not 404: a build meets it when the database has not seen the contract yet. */
export const escrowNotFound = (): ApiError => typed(400, "NOT_FOUND", "Escrow not found");
