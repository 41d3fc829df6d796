import { write } from "../api/request.ts";

export type NewFile = {
  readonly objectId: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly contentType: string;
};

/** Announces a photo: the answer says where to send it. */
export function createFile(file: NewFile, key: string) {
  return write("POST", "/api/files", { body: { ...file, purpose: "photo" }, key }, (c) => c.createFileAnswer);
}
