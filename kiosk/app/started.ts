/**
 * Says that this build came up: its first screen and everything behind it were loaded, or it stands still on purpose
 * and says why. `boot.ts`, which shares no code with anything, looks for exactly this mark.
 */
export function markStarted(): void {
  document.documentElement.dataset.started = '';
}
