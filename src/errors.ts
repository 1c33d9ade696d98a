/** What a person typed cannot be used; the message is for that person, in their language. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "InputError";
  }
}
