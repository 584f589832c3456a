import { keepSmall } from '../../../server/thrift.ts';

// As `server/main.ts` does: what is measured is what runs.
keepSmall();
await import('./serve-now.ts');
