/** The key names no object. */
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
  /** A photo of a permitted type that this build cannot open: HEIC with a codec it lacks. */
  | "heic_not_decodable"
  | "damaged"
  | "too_many_pixels";

/** A picture that cannot be taken as a photo, and why. */
export class PhotoError extends Error {
  override readonly name = "PhotoError";
  readonly problem: PhotoProblem;

  constructor(problem: PhotoProblem, options?: ErrorOptions) {
    super(`Photo refused: ${problem}`, options);
    this.problem = problem;
  }
}

export type DocumentProblem =
  | "too_large"
  /** Its bytes are not what its name says. */
  | "type_differs"
  | "damaged";

/** A file that cannot be taken as the document it is said to be, and why. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(`Document refused: ${problem}`);
    this.problem = problem;
  }
}
