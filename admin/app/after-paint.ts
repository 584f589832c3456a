/** A tab that nobody sees is not painted. */
const patienceMs = 250;

/** Runs `act` once what is drawn now is painted, so that nothing holds up what somebody waits for. */
export function afterPaint(act: () => void): void {
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, patienceMs);
  function run() {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    setTimeout(act, 0);
  }
}
