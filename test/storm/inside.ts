/**
 * What a storm puts into each process of the product before it starts: it ends with the storm, whatever became of that, and its
 * wall clock can be stepped. Of the product nothing is changed.
 */
const RealDate = globalThis.Date;

/** How far this process's wall clock is off. */
let step_ms = 0;

class SteppedDate extends RealDate {
  constructor(...given: ConstructorParameters<typeof RealDate> | []) {
    if (given.length === 0) super(SteppedDate.now());
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + step_ms;
  }
}

globalThis.Date = SteppedDate as DateConstructor;

process.on('message', (message: { readonly step_ms?: number }) => {
  step_ms = message.step_ms ?? step_ms;
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Neither keeps a process alive that has nothing else to do.
process.channel?.unref();
