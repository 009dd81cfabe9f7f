import { expect, test } from "@jest/globals";
import { ERRORS } from "../../domain/errors.ts";
import { projectFiles, readProjectFile } from "./project-files.ts";

const PAGE = /^docs\/errors\/(?!README)([A-Z][A-Z0-9_]*)\.md$/;

const pages = projectFiles().flatMap((path) => PAGE.exec(path)?.[1] ?? []);

test("every error code has a page, and every page a code", () => {
  expect(pages.sort()).toEqual(Object.keys(ERRORS).sort());
});

test.each(Object.entries(ERRORS))("the page of %s names the code and its status", (code, { status }) => {
  const page = readProjectFile(`docs/errors/${code}.md`);
  expect(page).toContain(code);
  expect(page).toContain(String(status));
});
