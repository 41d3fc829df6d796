/** A file that is sent along with a call, as a parameter of it. Base64, so that it can wait in a queue of JSON. */
export type Upload = {
  readonly upload: { readonly name: string; readonly type: string; readonly base64: string };
};

const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && "upload" in value;

const fieldOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** The body of a call: JSON, or a form when a parameter is a file. */
export function bodyOf(params: Readonly<Record<string, unknown>>): Pick<RequestInit, "headers" | "body"> {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  if (!given.some(([, value]) => isUpload(value)))
    return { headers: { "content-type": "application/json" }, body: JSON.stringify(params) };
  const form = new FormData();
  for (const [name, value] of given) {
    if (!isUpload(value)) form.append(name, fieldOf(value));
    else {
      const { name: fileName, type, base64 } = value.upload;
      form.append(name, new Blob([Buffer.from(base64, "base64")], { type }), fileName);
    }
  }
  return { body: form };
}
