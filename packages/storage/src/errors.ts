/** No object has this key. */
export class ObjectNotFound extends Error {
  override readonly name = "ObjectNotFound";
  readonly key: string;

  constructor(key: string) {
    super(`No object ${key}`);
    this.key = key;
  }
}

export type PhotoProblem =
  | "too_large"
  | "unsupported_type"
  /** A photo of an accepted type that this build cannot decode: HEIC with a missing codec. */
  | "heic_not_decodable"
  | "damaged"
  | "too_many_pixels";

/** A picture refused as a photo, with the reason. */
export class PhotoError extends Error {
  override readonly name = "PhotoError";
  readonly problem: PhotoProblem;

  constructor(problem: PhotoProblem, options?: ErrorOptions) {
    super(`Photo refused: ${problem}`, options);
    this.problem = problem;
  }
}

/** A photo that was not decoded in time: a busy machine, or a picture made for that; worth a few more tries. */
export class DecodeTimeout extends Error {
  override readonly name = "DecodeTimeout";

  constructor() {
    super("The photo was not decoded in time");
  }
}

export type DocumentProblem =
  | "too_large"
  /** The bytes do not match the extension. */
  | "type_differs"
  | "damaged";

/** A file refused as a document, with the reason. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(`Document refused: ${problem}`);
    this.problem = problem;
  }
}
