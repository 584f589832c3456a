import type { Flag } from './flag.ts';

export interface PrisonTable {
  id: string;
  name: string;
  zone: string;
  /** JSON: `PrisonSettings` of server/queries/prison.ts. */
  settings: string;
  demonstration: Flag;
  created_at: string;
}

export interface WingTable {
  id: string;
  prison_id: string;
  name: string;
}
