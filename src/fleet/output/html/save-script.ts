/** Unpacks the rows that the page carries and saves them as a file; the page's one script, allowed by its hash. */
export const SAVE_SCRIPT = `
addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-save]');
  if (!button) return;
  const told = document.getElementById('saved');
  try {
    const parts = [];
    for (const block of document.querySelectorAll('script.packed')) {
      const bytes = Uint8Array.from(atob(block.textContent), (sign) => sign.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      parts.push(await new Response(stream).blob());
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
    link.download = button.dataset.save;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    told.textContent = 'Saved as ' + link.download + '.';
  } catch (error) {
    told.textContent = 'This browser cannot save the rows. Please open the report in a newer one.';
  }
});
`;
