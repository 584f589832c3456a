import { live } from './live.ts';

/** Whether somebody is being recorded now: then nothing times out, for he touches nothing while he speaks. */
export const recordingNow = live(false);
