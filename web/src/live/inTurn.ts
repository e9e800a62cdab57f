/**
 * Calls `read` when it is wanted, one at a time: what is wanted while it reads is read once more after that. The client answers two equal
 * questions at a time with one answer, which may be older than what the second was asked for.
 */
export function inTurn(read: () => Promise<unknown>): () => void {
  let isReading = false;
  let isWanted = false;

  async function readAll(): Promise<void> {
    isReading = true;
    while (isWanted) {
      isWanted = false;
      try {
        await read();
      } catch {
        // Whoever shows it keeps its own error.
      }
    }
    isReading = false;
  }

  return () => {
    isWanted = true;
    if (!isReading) void readAll();
  };
}
