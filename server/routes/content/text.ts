import type { Page } from '../../../shared/content/page.ts';
import type { ContentBody } from '../../../shared/content/schema.ts';
import { handle } from '../../http/operation.ts';
import { pageBehind } from '../../queries/content.ts';

/** A page as it travels. */
export function wirePage(page: Page): ContentBody['words'] {
  return {
    ...page,
    rules: [...page.rules],
    sections_of_act: [...page.sections_of_act],
    blocks: page.blocks.map(block =>
      block.kind === 'list' ? { ...block, items: [...block.items] } : { ...block },
    ),
  };
}

export const contentText = handle('GET /api/content/texts/:digest', async ({ context, params }) =>
  wirePage(await pageBehind(context.database.read, params.digest)),
);
