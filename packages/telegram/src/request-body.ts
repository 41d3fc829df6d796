/** A file to upload, anywhere inside the parameters of a call. */
export type InputFile = { readonly file: Uint8Array; readonly name: string; readonly type: string };

export type CallParams = Readonly<Record<string, unknown>>;

function isInputFile(value: unknown): value is InputFile {
  return typeof value === "object" && value !== null && "file" in value && value.file instanceof Uint8Array;
}

function containsFile(value: unknown): boolean {
  if (isInputFile(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(containsFile);
}

/** JSON when there is no file, else multipart with every object field serialised and files attached by name. */
export function requestBody(params: CallParams): {
  body: string | FormData;
  contentType: string | undefined;
} {
  if (!containsFile(params)) return { body: JSON.stringify(params), contentType: "application/json" };
  const form = new FormData();
  let attached = 0;
  const attach = (file: InputFile): string => {
    const field = `file${attached++}`;
    form.append(field, blobOf(file), file.name);
    return `attach://${field}`;
  };
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    if (isInputFile(value)) form.append(key, blobOf(value), value.name);
    else form.append(key, fieldText(withAttachments(value, attach)));
  }
  return { body: form, contentType: undefined };
}

function withAttachments(value: unknown, attach: (file: InputFile) => string): unknown {
  if (isInputFile(value)) return attach(value);
  if (Array.isArray(value)) return value.map((item) => withAttachments(item, attach));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withAttachments(item, attach)]));
}

const fieldText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const blobOf = (input: InputFile): Blob => new Blob([new Uint8Array(input.file)], { type: input.type });
