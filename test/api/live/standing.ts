import type { Source, SourcePage } from '../../../server/api/live/followed.js';

/** How things stand, whatever the position: a payload tells of the moment in which it is made. */
export class Standing implements Source<null> {
  readonly isOfNow = true;
  readonly states = ['open'];
  #wake: () => void = () => undefined;

  head = (): bigint => BigInt(this.states.length);

  follow = (wake: () => void): (() => void) => {
    this.#wake = wake;
    return () => undefined;
  };

  page = async (): Promise<SourcePage<null>> => {
    const upTo = this.head();
    return { entries: [{ position: upTo, payload: null }], upTo, loaders: new Map() };
  };

  become(state: string): void {
    this.states.push(state);
    this.#wake();
  }
}
