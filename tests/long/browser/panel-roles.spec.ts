import { expectSoundTour } from '../../helpers/panel-tour.ts';

/** Every role with pages of its own but the two that each change is tried with. */
const roles = ['reader', 'kitchen', 'medical', 'justice', 'commissioner', 'administrator'] as const;
for (const username of roles) expectSoundTour(username);
