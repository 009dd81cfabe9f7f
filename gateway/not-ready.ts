/** Why a dependency is not ready, in words that may be shown to everybody: other messages may hold addresses. */
export class NotReady extends Error {}

/** A dependency that serves, about which a person must be told. */
export class Degraded extends NotReady {
  readonly detail: Record<string, unknown>;
  constructor(message: string, detail: Record<string, unknown>) {
    super(message);
    this.detail = detail;
  }
}
