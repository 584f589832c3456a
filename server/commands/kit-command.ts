import { KitRefused } from '../kit/kit-refused.ts';
import { CommandRefused } from './command.ts';

/** What `make` answers; its refusal becomes the command's. */
export function orRefuse<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof KitRefused) throw new CommandRefused(error.message);
    throw error;
  }
}
