const photoTypes = new Set(["image/jpeg", "image/png", "image/webp"]);

export type ReadFiles = {
  photos: string[];
  documents: { name: string; base64: string; mimeType?: string }[];
};

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

/** Splits files into pictures, which Telegram would send as photos, and documents. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const result: ReadFiles = { photos: [], documents: [] };
  for (const file of files) {
    const base64 = await base64Of(file);
    if (photoTypes.has(file.type)) result.photos.push(base64);
    else result.documents.push({ name: file.name, base64, ...(file.type ? { mimeType: file.type } : {}) });
  }
  return result;
}
