import { useState } from 'preact/hooks';
import type { PaperBlock, PaperRow } from '../../../shared/paper/schema.ts';
import { paperNumber } from '../../../shared/paper/series.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { PrintDialog } from './print-dialog.tsx';
import { Slips } from './slips.tsx';
import './paper.css';

const printers: readonly string[] = ['officer-in-charge', 'deputy', 'first-reader'];

function BlockLine({ block }: { readonly block: PaperRow }) {
  return (
    <tr>
      <th scope="row">
        {t('paper.range', { first: paperNumber(block.first), last: paperNumber(block.last) })}
      </th>
      <td>
        {moment(block.printedAt)}
        <span class="p-cell__note">{block.printedBy}</span>
      </td>
      <td class="p-table__number">{block.last - block.first + 1}</td>
      <td class="p-table__number">{block.entered}</td>
      <td>
        {block.missing.length === 0 ? (
          t('paper.no-gap')
        ) : (
          <span class="c-badge c-badge--overdue">
            {t('paper.gap', { numbers: block.missing.map(paperNumber).join(', ') })}
          </span>
        )}
      </td>
    </tr>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly PaperRow[] }) {
  return (
    <Table
      label={t('nav.paper')}
      head={
        <>
          <th scope="col">{t('paper.numbers')}</th>
          <th scope="col">{t('paper.printed')}</th>
          <th scope="col" class="p-table__number">
            {t('paper.forms')}
          </th>
          <th scope="col" class="p-table__number">
            {t('paper.entered')}
          </th>
          <th scope="col">{t('paper.gaps')}</th>
        </>
      }
    >
      {blocks.map(block => (
        <BlockLine key={block.id} block={block} />
      ))}
    </Table>
  );
}

/** Paper forms for weeks without a server: blocks of numbers, what came back of them, and new ones to print. */
export function Paper({ me }: { readonly me: Me }) {
  const load = useLoad('paper', signal => call('GET /api/paper', { signal }));
  const [asking, setAsking] = useState(false);
  const [block, setBlock] = useState<PaperBlock | null>(null);
  if (block)
    return (
      <Slips
        block={block}
        prison={me.prison?.name ?? ''}
        onDone={() => {
          setBlock(null);
          void load.reload();
        }}
      />
    );
  return (
    <Page
      title={t('nav.paper')}
      note={me.prison?.name}
      tools={
        printers.includes(me.role) ? (
          <Button kind="primary" icon="printer" onClick={() => setAsking(true)}>
            {t('paper.new')}
          </Button>
        ) : null
      }
    >
      <p class="p-lead">{t('paper.lead')}</p>
      <Loaded load={load}>
        {({ blocks }) =>
          blocks.length === 0 ? (
            <State kind="empty" picture="tile-rules" title={t('paper.none')}>
              <p>{t('paper.none-note')}</p>
            </State>
          ) : (
            <Blocks blocks={blocks} />
          )
        }
      </Loaded>
      {asking ? (
        <PrintDialog
          onMade={made => {
            setAsking(false);
            setBlock(made);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}
