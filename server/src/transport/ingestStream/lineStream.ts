import type { Readable, Writable } from 'node:stream';
import type { IngestResult } from '../../application/ingestResult.ts';
import { streamBounds } from '../bounds.ts';
import { type Failure, TransportFailure } from '../failure.ts';
import { answerLine, failureLine, lostLine } from './answerLine.ts';
import { LineSplitter } from './lineSplitter.ts';

export interface LineStreamOptions {
  /** Plain text: what came compressed has been unpacked. */
  readonly source: Readable;
  readonly answers: Writable;
  /** Stores signals, a line each, and answers in their order. Throws when none of them could be stored. */
  readonly take: (lines: readonly string[]) => Promise<readonly IngestResult[]>;
  /** What the sender may know of an error. */
  readonly describe: (error: unknown) => Failure;
  readonly idleMs?: number;
}

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/**
 * Takes signals line by line and answers them line by line, in their order, while the upload goes on. What one sender says of one alert must
 * not overtake itself, so lines are stored in their order too: one batch after the other, each of all that came meanwhile. It stops reading
 * while too many lines wait for their answers, or the sender does not take them.
 */
export class LineStream {
  /** Settles once all that was taken is answered and the answers have ended: with null when every line was taken. */
  readonly finished: Promise<Failure | null>;
  readonly #options: LineStreamOptions;
  readonly #splitter = new LineSplitter(streamBounds.lineBytes);
  readonly #idle: NodeJS.Timeout;
  /** Why no more is read: null is the end of the upload. Undefined while it goes on. */
  #ended: Failure | null | undefined;
  #waiting: NumberedLine[] = [];
  /** How many characters they have together. */
  #waitingCharacters = 0;
  #isStoring = false;
  #lines = 0;
  #blankLines = 0;
  /** The last line that was answered. */
  #answered = 0;
  #wake: () => void = () => {};

  constructor(options: LineStreamOptions) {
    this.#options = options;
    const { source, answers, idleMs = streamBounds.idleMs } = options;
    this.#idle = setTimeout(() => this.#idleTooLong(), idleMs);
    source.on('data', (chunk: Buffer) => this.#read(() => this.#splitter.push(chunk)));
    source.on('end', () => {
      this.#read(() => [this.#splitter.rest()]);
      this.#end(null);
    });
    source.on('error', (error) => this.halt(error));
    answers.on('close', () => this.halt(new TransportFailure('BAD_REQUEST', 'The sender has gone.')));
    this.finished = this.#answerAll();
  }

  /** Reads no more. What was taken is stored and answered; then the last line says why. */
  halt(reason: unknown): void {
    if (this.#ended === undefined) this.#end(this.#options.describe(reason));
  }

  #end(failure: Failure | null): void {
    if (this.#ended !== undefined) return;
    this.#ended = failure;
    this.#options.source.pause();
    this.#wake();
  }

  #read(linesOfChunk: () => readonly string[]): void {
    if (this.#ended !== undefined) return;
    this.#idle.refresh();
    try {
      for (const text of linesOfChunk()) this.#queue(text);
    } catch (error) {
      this.halt(error);
    }
    if (this.#isFull()) this.#options.source.pause();
    this.#wake();
  }

  #queue(text: string): void {
    this.#lines += 1;
    if (text.trim() !== '') {
      this.#blankLines = 0;
      this.#waiting.push({ number: this.#lines, text });
      this.#waitingCharacters += text.length;
      return;
    }
    this.#blankLines += 1;
    if (this.#blankLines <= streamBounds.blankLines) return;
    throw new TransportFailure('BAD_REQUEST', `More than ${streamBounds.blankLines} blank lines came in a row.`);
  }

  #isFull(): boolean {
    return (
      this.#waiting.length >= streamBounds.linesInFlight || this.#waitingCharacters >= streamBounds.charactersInFlight
    );
  }

  async #answerAll(): Promise<Failure | null> {
    const { source, answers } = this.#options;
    for (;;) {
      const batch = this.#waiting.splice(0, streamBounds.linesPerBatch);
      for (const { text } of batch) this.#waitingCharacters -= text.length;
      const last = batch.at(-1);
      if (last === undefined) {
        if (this.#ended !== undefined) break;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      await this.#write(await this.#store(batch));
      this.#answered = last.number;
      this.#idle.refresh();
      if (this.#ended === undefined && !this.#isFull()) source.resume();
    }
    clearTimeout(this.#idle);
    if (this.#ended && answers.writable) answers.write(failureLine(this.#answered, this.#ended));
    answers.end();
    return this.#ended;
  }

  /** The answers to a batch. When none of it could be stored, nothing behind it is: the order would be lost. */
  async #store(batch: readonly NumberedLine[]): Promise<string> {
    this.#isStoring = true;
    try {
      const results = await this.#options.take(batch.map(({ text }) => text));
      return results.map((result, place) => answerLine(batch[place]?.number ?? 0, result)).join('');
    } catch (error) {
      const failure = this.#options.describe(error);
      this.#end(failure);
      this.#waiting = [];
      return batch.map(({ number }) => lostLine(number, failure)).join('');
    } finally {
      this.#isStoring = false;
    }
  }

  /** Settles when the sender has room for more, or has gone. */
  async #write(text: string): Promise<void> {
    const { answers } = this.#options;
    if (!answers.writable || answers.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        answers.off('drain', done).off('close', done);
        resolve();
      };
      answers.on('drain', done).on('close', done);
    });
  }

  #idleTooLong(): void {
    // While signals are being stored it is not the sender who is slow.
    if (this.#isStoring) {
      this.#idle.refresh();
      return;
    }
    this.halt(new TransportFailure('REQUEST_TIMEOUT', 'Nothing was sent, or no answer was taken, for too long.'));
    // Who takes no answers does not take the last one either.
    if (this.#options.answers.writableNeedDrain) this.#options.answers.destroy();
  }
}
