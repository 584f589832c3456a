import { useLive } from '../../app/live.ts';
import type { RecordPage } from '../../app/places.ts';
import { session } from '../../app/session.ts';
import { OtherClass } from './other-class.tsx';
import './record.css';
import { Release } from './release.tsx';

/** A page of somebody's own record; who is held otherwise than on a sentence gets the pages meant for him. */
export function RecordScreen({ page }: { page: RecordPage }) {
  const { who } = useLive(session);
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  if (who.class === 'remand' || who.class === 'civil') return <OtherClass of={who.class} />;
  if (page === 'release' && who.class === 'condemned') return <OtherClass of="condemned" />;
  return <Release person={who} />;
}
