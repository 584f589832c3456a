import type { ParsedLaw } from '../../../shared/law/parsed-law.ts';

/** Prints a law in the form in which the Prisons Rules are published: headings run on from the words before them. */
export function renderLaw(law: ParsedLaw, lineEnd = '\n'): string {
  let text = ['Related documents', 'LAWS OF KENYA', law.title, law.notice]
    .concat(law.amendments.map(line => `- ${line}`))
    .join('\n');
  // Straight after a rule's words a heading follows without a break; after a heading alone it has its own line.
  let runsOn = false;
  const add = (heading: string) => {
    text += runsOn ? heading : `\n${heading}`;
    runsOn = false;
  };
  for (const part of law.parts) {
    add(`Part ${part.number} – ${part.title}`);
    for (const rule of law.rules.filter(each => each.part === part.number)) {
      add(`${rule.number}. ${rule.heading}`);
      if (rule.body === null) continue;
      text += `\n${rule.body}`;
      runsOn = true;
    }
  }
  add('History of this document');
  return `${text}\n1 January 2000 this version\n1. Not a rule\n`.replaceAll('\n', lineEnd);
}
