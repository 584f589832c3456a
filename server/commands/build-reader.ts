import { writeStickPage } from '../builds/stick-page.ts';

/** Writes the justices' reader: makes their keys, opens packs and letters, without a server. */
console.log(await writeStickPage('reader', process.argv[2]));
