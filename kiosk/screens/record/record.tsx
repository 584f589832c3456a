import { useLive } from '../../app/live.ts';
import type { RecordPage } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { Earnings } from './earnings.tsx';
import { OtherClass } from './other-class.tsx';
import './figures.css';
import './record.css';
import { Release } from './release.tsx';
import { Stage } from './stage.tsx';

/** A page of somebody's own record; who is held otherwise than on a sentence gets the pages meant for him. */
export function RecordScreen({ page }: { page: RecordPage }) {
  const { who } = useLive(session);
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  if (page === 'earnings') return <Earnings person={who} />;
  if (who.class === 'remand' || who.class === 'civil' || who.class === 'condemned')
    return <OtherClass of={who.class} />;
  return page === 'stage' ? <Stage person={who} /> : <Release person={who} />;
}
