/** Often enough to see that it moves, seldom enough for a log. */
const LINE_EVERY_MILLIS = 5000;

/**
 * Runs one step of the setup and shows it on stderr: one redrawn line on a terminal, otherwise a line every few
 * seconds. `work` gets a function that shows what it is at.
 */
export async function step({ name, typical }, work) {
  const { stderr } = process;
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  let at = '';
  const show = () => {
    const text = `setup: ${name} (${typical})${at === '' ? '' : `: ${at}`}, ${seconds()}`;
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
    else stderr.write(`${text}\n`);
  };
  const timer = setInterval(show, stderr.isTTY ? 250 : LINE_EVERY_MILLIS);
  show();
  try {
    const result = await work((text) => {
      at = text;
    });
    end(`setup: ${name}: done in ${seconds()}`);
    return result;
  } catch (error) {
    end(`setup: ${name}: failed after ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }

  function end(text) {
    stderr.write(stderr.isTTY ? `\r\u001b[2K${text}\n` : `${text}\n`);
  }
}
