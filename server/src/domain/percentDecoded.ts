/** A part of an address or of a header without its percent-encoding. A text that is not encoded rightly stands for itself. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
