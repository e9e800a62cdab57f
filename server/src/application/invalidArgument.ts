/** An argument that is out of its bounds: the caller's fault, with the path of the argument. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument';
  readonly field: readonly string[];

  constructor(field: readonly string[], message: string) {
    super(message);
    this.field = field;
  }
}
