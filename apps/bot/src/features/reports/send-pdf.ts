import { makePdf } from "@stsphera/core/reports";
import { buffer } from "node:stream/consumers";
import type { Turn } from "../../engine/turn.ts";

type Paper = { readonly title: string; readonly lines: readonly string[]; readonly fileName: string };

/** Sends a paper as a document of the chat. */
export async function sendPdf(turn: Turn, { title, lines, fileName }: Paper): Promise<void> {
  const bytes = await buffer(makePdf({ title, lines }));
  turn.sendFile({ name: fileName, type: "application/pdf", base64: bytes.toString("base64") });
}
