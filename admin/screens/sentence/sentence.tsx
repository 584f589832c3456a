import { useState } from 'preact/hooks';
import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { call } from '../../api/client.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/words.ts';
import { AsOfChoice, queryOf, useAsOf } from '../prisoner/as-of.tsx';
import { RecordFrame } from '../prisoner/record-frame.tsx';
import { AddDialog } from './add-dialog.tsx';
import { CheckCard, DatesCard, ShownCard } from './cards.tsx';
import { Count } from './count.tsx';
import { Lines } from './lines.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { lineWords } from './sentence-words.ts';

type Open =
  | { readonly what: 'nothing' | 'add' }
  | { readonly what: 'reverse'; readonly line: SentenceLineRow };

/** One record: the dates and how they come about, every line that was ever entered, and what its owner was shown. */
export function SentenceScreen({ id }: { readonly id: string }) {
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const asOf = useAsOf();
  const load = useLoad(`${id} ${asOf.on}`, signal =>
    call('GET /api/prisoners/:id/sentence', { params: { id }, query: queryOf(asOf), signal }),
  );
  const shut = () => {
    setOpen({ what: 'nothing' });
    void load.reload();
  };
  const page = load.value;
  const add = page?.mayWrite ? (
    <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'add' })}>
      {t('sentence.add')}
    </Button>
  ) : null;
  return (
    <>
      <RecordFrame
        id={id}
        tab="sentence"
        load={load}
        tools={add}
        filter={<AsOfChoice {...asOf} />}
        next={shown => (shown.mayWrite && shown.lines.length === 0 ? t('sentence.next') : null)}
        side={shown => (
          <>
            <CheckCard id={id} page={shown} onDone={() => void load.reload()} />
            <ShownCard page={shown} />
          </>
        )}
      >
        {shown => (
          <>
            <DatesCard view={shown.view} />
            <Count view={shown.view} />
            <Lines
              lines={shown.lines}
              onReverse={shown.mayWrite ? line => setOpen({ what: 'reverse', line }) : null}
            />
          </>
        )}
      </RecordFrame>
      {open.what === 'add' && page ? (
        <AddDialog id={id} lines={page.lines} onDone={shut} onCancel={shut} />
      ) : null}
      {open.what === 'reverse' ? (
        <ReverseDialog
          id={id}
          noun="sentence"
          entry={open.line.id}
          words={lineWords(open.line)}
          onDone={shut}
          onCancel={shut}
        />
      ) : null}
    </>
  );
}
