import { type CountName, countNames, type DurationName, type Figures } from './figures.ts';
import { Sketch } from './sketch.ts';

/**
 * Figures whose sketches are put together when they are asked for: most questions want some of the durations, and a sum over thousands of
 * cells would copy all of them again for each that it is part of. They do not change.
 */
export interface LazyFigures extends Figures {
  /** Adds a duration's sketch to another one; with −1, takes it away. */
  addTo(sketch: Sketch, duration: DurationName, times: 1 | -1): void;
}

export function emptyCounts(): Record<CountName, number> {
  return {
    opened: 0,
    acknowledged: 0,
    resolved: 0,
    reopened: 0,
    escalated: 0,
    acknowledgePending: 0,
    firstResolvePending: 0,
    respondPending: 0,
    stressThousandths: 0,
  };
}

export function isLazy(figures: Figures): figures is LazyFigures {
  return 'addTo' in figures;
}

/** Figures as they are stored, of which nothing more is kept: counts, and a sketch's bytes from one place of a buffer to another. */
export function encodedFigures(
  counts: Record<CountName, number>,
  bytes: Uint8Array,
  places: Readonly<Record<DurationName, readonly [from: number, to: number]>>,
): LazyFigures {
  const addTo: LazyFigures['addTo'] = (sketch, duration, times) => {
    const [from, to] = places[duration];
    if (from === to) return;
    if (times === 1) {
      sketch.addEncoded(bytes.subarray(from, to));
    } else {
      const taken = new Sketch();
      taken.addEncoded(bytes.subarray(from, to));
      sketch.addSketch(taken, -1);
    }
  };
  return { counts, sketches: new LazySketches(addTo, false), addTo };
}

/** The sum of figures, of which those with −1 are taken away. */
export function sumOfFigures(parts: readonly (readonly [figures: Figures, times: 1 | -1])[]): LazyFigures {
  const counts = emptyCounts();
  for (const [figures, times] of parts) for (const name of countNames) counts[name] += times * figures.counts[name];
  const addTo: LazyFigures['addTo'] = (sketch, duration, outer) => {
    for (const [figures, inner] of parts) {
      const times = outer === inner ? 1 : -1;
      if (isLazy(figures)) figures.addTo(sketch, duration, times);
      else sketch.addSketch(figures.sketches[duration], times);
    }
  };
  return { counts, sketches: new LazySketches(addTo, true), addTo };
}

class LazySketches implements Readonly<Record<DurationName, Sketch>> {
  readonly #addTo: LazyFigures['addTo'];
  readonly #known: Partial<Record<DurationName, Sketch>> | null;

  constructor(addTo: LazyFigures['addTo'], areKept: boolean) {
    this.#addTo = addTo;
    this.#known = areKept ? {} : null;
  }

  get acknowledge(): Sketch {
    return this.#of('acknowledge');
  }

  get resolveByPeople(): Sketch {
    return this.#of('resolveByPeople');
  }

  get resolveByRule(): Sketch {
    return this.#of('resolveByRule');
  }

  get firstResolve(): Sketch {
    return this.#of('firstResolve');
  }

  get respond(): Sketch {
    return this.#of('respond');
  }

  #of(duration: DurationName): Sketch {
    const known = this.#known?.[duration];
    if (known !== undefined) return known;
    const sketch = new Sketch();
    this.#addTo(sketch, duration, 1);
    if (this.#known !== null) this.#known[duration] = sketch;
    return sketch;
  }
}
