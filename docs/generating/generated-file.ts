/** A committed file that is made from the code: its path from the root, and what it must say. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
