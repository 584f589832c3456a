import { availableParallelism, cpus, totalmem, type } from 'node:os';
import type { Machine } from './document.ts';

/** This machine, as far as figures depend on it; nothing that names it or its owner. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${process.arch}`,
    node: process.versions.node,
  };
}
