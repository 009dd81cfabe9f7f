import { styleText } from "node:util";

/** Colours only where a person looks: `styleText` leaves them out for files, pipes and NO_COLOR. */
export const bold = (text: string) => styleText("bold", text, { stream: process.stdout });
export const dim = (text: string) => styleText("dim", text, { stream: process.stdout });
export const green = (text: string) => styleText("green", text, { stream: process.stdout });
export const red = (text: string) => styleText("red", text, { stream: process.stdout });
export const yellow = (text: string) => styleText("yellow", text, { stream: process.stdout });
