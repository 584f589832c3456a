import { KitRefused } from '../kit/kit-refused.ts';
import { CommandRefused } from './command.ts';

/** A system call that failed, with the path that it was made for. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly path: string } =>
  error instanceof Error && 'syscall' in error && 'path' in error;

/** What `make` answers; its refusal becomes the command's, and so does a folder that cannot be written. */
export function orRefuse<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof KitRefused) throw new CommandRefused(error.message);
    if (isSystemError(error)) throw new CommandRefused(`${error.path} cannot be used (${error.code}).`);
    throw error;
  }
}
