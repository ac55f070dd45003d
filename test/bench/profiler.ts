import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const SAMPLE_every_us = 250;

/** Where this process spends its CPU between `start` and `stop`, in the form that Chromium's developer tools read. */
export class Profiler {
  readonly #session = new Session();

  constructor(private readonly file: string) {}

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', { interval: SAMPLE_every_us });
    await this.#session.post('Profiler.start');
  }

  async stop(): Promise<void> {
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    writeFileSync(this.file, JSON.stringify(profile));
  }
}
