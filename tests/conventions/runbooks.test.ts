import { describe, expect, test } from "@jest/globals";
import { STEP_PROBLEMS } from "../../domain/chain/problems.ts";
import { projectFiles, readProjectFile } from "./project-files.ts";

const PAGE = /^docs\/runbooks\/(?!README)([A-Z][A-Z0-9_]*)\.md$/;
const SECTIONS = ["What happened", "What to look at", "What to do", "What never to do"];

test("every reason to park has a page, and every page a reason", () => {
  const pages = projectFiles().flatMap((path) => PAGE.exec(path)?.[1] ?? []);
  expect(pages.sort()).toEqual(Object.keys(STEP_PROBLEMS).sort());
});

describe.each(Object.keys(STEP_PROBLEMS))("the page of %s", (problem) => {
  const page = readProjectFile(`docs/runbooks/${problem}.md`);

  test("says what happened, how to see it, what to do and what never to do", () => {
    expect(page.startsWith(`# ${problem}\n`)).toBe(true);
    const [, ...sections] = page.split(/^## /m);
    expect(sections.map((section) => section.split("\n")[0])).toEqual(SECTIONS);
    for (const section of sections) expect(section.split("\n").slice(1).join("").length).toBeGreaterThan(40);
  });

  test("names only reasons to park and error codes that there are", () => {
    const names = [...page.matchAll(/\bsee ([A-Z][A-Z_]{5,})/g)].map(([, name]) => name);
    expect(names.filter((name) => !Object.hasOwn(STEP_PROBLEMS, name ?? ""))).toEqual([]);
  });
});
