import { keepSmall } from './thrift.ts';

keepSmall();
// Only now: what is imported before is compiled without the cache.
await import('./start.ts');
