const retryMs = 1_000;

/** The sheet as a document of its own. Throws if it does not come or is none. */
function fetchSheet(): Promise<SVGSVGElement> {
  return new Promise((resolve, reject) => {
    // The one way from text to drawings that Trusted Types leave open: the browser reads the answer itself, and
    // nothing in a document that was read so ever runs.
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onload = () => {
      const sheet = request.responseXML?.documentElement;
      if (request.status === 200 && sheet instanceof SVGSVGElement) resolve(sheet);
      else reject(new Error('pictures.svg is no drawing'));
    };
    request.onerror = () => reject(new Error('pictures.svg did not come'));
    request.open('GET', `${import.meta.env.BASE_URL}pictures.svg`);
    request.send();
  });
}

/**
 * Takes the pictures beyond the first screen's into the page; tries again until it succeeds. What is drawn already and
 * waits for one of them shows it from then on.
 */
export async function loadPictures(): Promise<void> {
  for (;;) {
    try {
      const sheet = await fetchSheet();
      document.getElementById('pictures')?.append(document.adoptNode(sheet));
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, retryMs));
    }
  }
}
