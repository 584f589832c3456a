import { useLive } from '../../app/live.ts';
import type { RecordPage } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { Earnings } from './earnings.tsx';
import './figures.css';
import './record.css';
import { Release } from './release.tsx';
import { Stage } from './stage.tsx';

/** A page of somebody's own record. */
export function RecordScreen({ page }: { page: RecordPage }) {
  const { who } = useLive(session);
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  if (page === 'earnings') return <Earnings person={who} />;
  return page === 'stage' ? <Stage person={who} /> : <Release person={who} />;
}
