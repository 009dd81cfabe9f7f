import { ERRORS, type ErrorCode, type ErrorRow, statusOf } from "../../domain/errors.ts";
import { errorCodesOf } from "../../gateway/openapi.ts";
import { ENDPOINTS } from "../../gateway/routes/index.ts";
import { ERROR_ADVICE } from "./error-advice.ts";
import type { GeneratedFile } from "./generated-file.ts";

const EXAMPLE_REQUEST_ID = "5f1c2d0e-8a44-4c39-9b59-1f7c3f6f2a10";
const CODES = (Object.keys(ERRORS) as ErrorCode[]).sort();

/** What a status asks of its reader. */
const STATUSES: Readonly<Record<number, string>> = {
  400: "The request is wrong: correct it. Nothing was done.",
  401: "No valid credential: nobody was asked anything.",
  403: "The credential is not enough.",
  404: "Not there, or not yours: both look alike.",
  409: "It conflicts with what is there: read the present state first.",
  413: "Too large.",
  422: "Well-formed, and not possible for this user, balance or destination.",
  429: "Too fast: wait for Retry-After.",
  500: "Our fault: tell support the request id.",
  502: "A provider's definite failure, with nothing done or everything undone.",
  503: "A part is away and nothing was accepted: send it again with the same key.",
  504: "A provider did not answer before anything was started.",
};

/** A page per code, and the index by status. */
export const errorPages = (): readonly GeneratedFile[] => [
  ...CODES.map((code) => ({ path: `docs/errors/${code}.md`, text: pageOf(code) })),
  { path: "docs/errors/README.md", text: index() },
];

function pageOf(code: ErrorCode): string {
  const { happened, todo, details } = ERROR_ADVICE[code];
  const row: ErrorRow = ERRORS[code];
  const example = {
    error: {
      code,
      message: row.title,
      ...(details && { details }),
      requestId: EXAMPLE_REQUEST_ID,
      docs: `/docs/errors/${code}`,
    },
  };
  return [
    `# ${code}`,
    `HTTP ${row.status}${otherStatuses(code)}. ${row.title}`,
    "## What happened",
    happened,
    "## What to do",
    todo,
    "## Example",
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    "## Answered by",
    answeredBy(code),
    "",
  ].join("\n\n");
}

function otherStatuses(code: ErrorCode): string {
  const { statusOn = {} }: ErrorRow = ERRORS[code];
  const byStatus = Map.groupBy(Object.keys(statusOn), (operationId) => statusOf(code, operationId));
  return [...byStatus]
    .map(([status, names]) => ` (${status} on ${names.map((name) => `\`${name}\``).join(", ")})`)
    .join("");
}

function answeredBy(code: ErrorCode): string {
  const operations = ENDPOINTS.filter((endpoint) => errorCodesOf(endpoint).includes(code));
  if (operations.length === 0) return "No operation of this version.";
  if (operations.length === ENDPOINTS.length) return "Every operation.";
  return operations.map(({ declaration }) => `\`${declaration.operationId}\``).join(", ");
}

function index(): string {
  const byStatus = [...Map.groupBy(CODES, (code) => ERRORS[code].status)].sort(([one], [other]) => one - other);
  const sections = byStatus.map(([status, codes]) => {
    const lines = codes.map((code) => `- [${code}](${code}.md): ${ERRORS[code].title}`);
    return `## ${status}\n\n${STATUSES[status] ?? ""}\n\n${lines.join("\n")}`;
  });
  const intro = "Every failure is JSON with a `code`, a `message` and a `requestId`; these are all the codes.";
  return `# Errors\n\n${intro}\n\n${sections.join("\n\n")}\n`;
}
