/** A file of a form. In the list of received calls it is its name and size. */
export class UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;

  constructor(name: string, type: string, bytes: Buffer) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }

  toJSON(): { file: string; bytes: number } {
    return { file: this.name, bytes: this.bytes.length };
  }
}

export async function uploadOf(file: File): Promise<UploadedFile> {
  return new UploadedFile(file.name, file.type, Buffer.from(await file.arrayBuffer()));
}
