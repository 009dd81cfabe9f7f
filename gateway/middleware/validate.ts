import type { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { type Aliases, foldAliases } from "./fold-aliases.ts";

export interface RawRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

type Part = keyof RawRequest;
type Schemas = Readonly<Record<Part, z.ZodType>>;

/** Every part by its schema. @throws AppError VALIDATION_ERROR that names every wrong field */
export function parseParts(schemas: Schemas, raw: RawRequest, aliases: Aliases): Readonly<Record<Part, unknown>> {
  const problems: FieldProblem[] = [];
  const parse = (part: Part) => {
    const folded = part === "params" ? { value: raw.params, conflicts: [] } : foldAliases(raw[part], aliases);
    problems.push(
      ...folded.conflicts.map((field) => ({ field, message: "contradicts another name of the same field" })),
    );
    const result = schemas[part].safeParse(folded.value, { reportInput: true }); // tells "missing" from "of another type"
    if (!result.success) problems.push(...result.error.issues.flatMap(toProblems));
    return result.data;
  };
  const parts = { params: parse("params"), query: parse("query"), body: parse("body") };
  if (problems.length > 0) throw invalid(problems);
  return parts;
}

export function invalid(problems: readonly FieldProblem[]): AppError {
  const validationErrors = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  const fields = problems.slice(0, 50);
  return new AppError("VALIDATION_ERROR", { fields, validationErrors: validationErrors.slice(0, 50) });
}

function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: [...path, key].join("."), message: "is not a known field" }));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [{ field: path.join("."), message: missing ? "is required" : issue.message }];
}
