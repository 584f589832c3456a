import { writeStickPage } from '../builds/stick-page.ts';

/** Writes the page that checks receipts and exports without a server. */
console.log(await writeStickPage('verifier', process.argv[2]));
