import { InvalidArgumentError, Option } from "commander";

/** `-y`: for scripts, which nobody can ask. */
export const yesOption = () => new Option("-y, --yes", "do it without asking");

/** How many lines of a list. */
export const limitOption = () => new Option("--limit <n>", "how many at most").default(50).argParser(wholeNumber);

/** Digits only. @throws InvalidArgumentError, which commander explains */
export function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError("a whole number, please.");
  return Number(text);
}

/** `a,b` as a list, without empty parts. */
export const commaList = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
