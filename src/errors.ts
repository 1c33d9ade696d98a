/** What a person typed cannot be used; the message is for that person, in their language. */
export class InputError extends Error {
  /** The option that it is about, when it is one. */
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.name = "InputError";
    this.field = field;
  }
}
