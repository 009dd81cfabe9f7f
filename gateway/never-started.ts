import { AppError } from "../domain/errors.ts";

/**
 * The workflow of this request is over and wrote nothing: its opening command was lost before it was accepted.
 * Nothing happened and nothing can, under this name: the same request again begins anew.
 */
export class NeverStarted extends AppError {
  constructor() {
    super("SERVICE_UNAVAILABLE", { dependency: "temporal" });
  }
}
