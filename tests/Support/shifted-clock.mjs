// Loaded before Azurite where a test's clock is not the machine's: it judges signed addresses by its own.
const Machine = Date;
const offset = Number(process.env.CLOCK_OFFSET_MS);

globalThis.Date = class extends Machine {
  constructor(...given) {
    super(...(given.length === 0 ? [Machine.now() + offset] : given));
  }

  static now() {
    return Machine.now() + offset;
  }
};
