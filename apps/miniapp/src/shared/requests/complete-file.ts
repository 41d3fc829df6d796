import { write } from "../api/request.ts";

/** Says that the bytes are there. */
export function completeFile(id: number, key: string) {
  return write("POST", `/api/files/${id}/complete`, { body: {}, key }, (c) => c.fileState);
}
