import { useState } from 'preact/hooks';
import type { PinList, PinSlip } from '../../../shared/prisoner/pin-schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { AskReset } from './ask-reset.tsx';
import { PrintSlips, type ToPrint } from './print-slips.tsx';
import { Resets } from './resets.tsx';
import { PinSlips } from './slips.tsx';
import { Without } from './without.tsx';
import './pin.css';

/** What is being done on the page beside looking. */
type Doing = { readonly is: 'asking' } | { readonly is: 'printing'; readonly people: readonly ToPrint[] };

function WingFilter({
  me,
  wing,
  onWing,
}: {
  readonly me: Me;
  readonly wing: string;
  readonly onWing: (wing: string) => void;
}) {
  return (
    <select
      class="p-input p-input--short"
      aria-label={t('staff.wing')}
      value={wing}
      onChange={event => onWing(event.currentTarget.value)}
    >
      <option value="">{t('prisoners.all-wings')}</option>
      {me.wings.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface ContentProps {
  readonly list: PinList;
  readonly wing: string;
  readonly filter: preact.ComponentChildren;
  readonly prints: boolean;
  readonly onPrint: (people: readonly ToPrint[]) => void;
  readonly onChanged: () => void;
}

function Content({ list, wing, filter, prints, onPrint, onChanged }: ContentProps) {
  return (
    <>
      <Resets rows={list.resets} prints={prints} onPrint={onPrint} onDecided={onChanged} />
      <Without key={wing} list={list} filter={filter} prints={prints} onPrint={onPrint} />
    </>
  );
}

/** PIN slips: first ones for whoever has none, and resets by two people. */
export function Pins({ me }: { readonly me: Me }) {
  const [wing, setWing] = useState('');
  const load = useLoad(`pins ${wing}`, signal =>
    call('GET /api/pins', { signal, query: wing ? { wing } : {} }),
  );
  const [doing, setDoing] = useState<Doing | null>(null);
  const [slips, setSlips] = useState<readonly PinSlip[] | null>(null);
  const reload = () => void load.reload();
  const prints = me.role === 'documentation-office';
  const finish = () => {
    setSlips(null);
    reload();
  };
  if (slips) return <PinSlips slips={slips} prison={me.prison?.name ?? ''} onDone={finish} />;
  return (
    <Page
      title={t('nav.pins')}
      note={me.prison?.name}
      tools={
        prints ? (
          <Button icon="key-round" onClick={() => setDoing({ is: 'asking' })}>
            {t('pin.ask')}
          </Button>
        ) : null
      }
    >
      <p class="p-lead">{t('pin.lead')}</p>
      <Loaded load={load}>
        {list => (
          <Content
            list={list}
            wing={wing}
            filter={<WingFilter me={me} wing={wing} onWing={setWing} />}
            prints={prints}
            onPrint={people => setDoing({ is: 'printing', people })}
            onChanged={reload}
          />
        )}
      </Loaded>
      {doing?.is === 'asking' ? (
        <AskReset
          onAsked={() => {
            setDoing(null);
            reload();
          }}
          onCancel={() => setDoing(null)}
        />
      ) : null}
      {doing?.is === 'printing' ? (
        <PrintSlips
          people={doing.people}
          onMade={made => {
            setDoing(null);
            setSlips(made);
          }}
          onCancel={() => setDoing(null)}
        />
      ) : null}
    </Page>
  );
}
