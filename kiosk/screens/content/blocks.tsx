import type { Block } from '../../../shared/content/page.ts';

/** The blocks of a page, in order. They have no ids: a page is never changed while it is read. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockView key={`${block.kind} ${String(at)}`} block={block} />
      ))}
    </>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'note':
      return <p class="k-note">{block.text}</p>;
    case 'not-entered':
    case 'not-confirmed':
      return (
        <p class="k-note" data-kind={block.kind}>
          {block.text}
        </p>
      );
  }
}
