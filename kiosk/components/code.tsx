import { spacedCode } from '../../shared/submission/code.ts';

/** A receipt code in groups that can be read out. */
export function Code({ code }: { code: string }) {
  return (
    <span class="c-code">
      {spacedCode(code)
        .split(' ')
        .map((group, at) => (
          <span key={String(at)}>{group}</span>
        ))}
    </span>
  );
}
