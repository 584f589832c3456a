import { onTap, type TapHandlers } from './tap.ts';

/** True if the tap was for hearing the choice, and chose nothing. */
type Hear = (element: Element) => boolean;

let hear: Hear = () => false;

/** Who asks to hear choices before he takes them is answered by this; speech says so once it is here. */
export function hearChoicesWith(next: Hear): void {
  hear = next;
}

/** The tap on one of several choices: where somebody listens, a first one speaks it and a second chooses. */
export function onChoice(act: () => void): TapHandlers {
  return onTap(element => {
    if (!hear(element)) act();
  });
}
