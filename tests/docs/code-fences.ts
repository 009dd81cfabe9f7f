import { readProjectFile } from "../conventions/project-files.ts";

export interface CodeFence {
  /** `docs/guides/x.md:12` */
  readonly place: string;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code of a page, with the lines where they begin. */
export function codeFencesOf(path: string): readonly CodeFence[] {
  const text = readProjectFile(path);
  return [...text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => ({
    place: `${path}:${text.slice(0, match.index).split("\n").length}`,
    language: match[1] ?? "",
    code: match[2] ?? "",
  }));
}
