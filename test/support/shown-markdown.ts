import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt({ html: true });

/** What a reader of Markdown shows of a text: lines, with an empty one between paragraphs. Anything but those is written out as what it is. */
export function shownMarkdown(markdown: string): string {
  const [, ...paragraphs] = reader.render(markdown).split('<p>');
  return paragraphs
    .map((paragraph) =>
      paragraph
        .replace(/<\/p>\s*$/, '')
        .replace(/<br>\n/g, '\n')
        .replace(
          /&(amp|lt|gt|quot);/g,
          (_all, name: 'amp' | 'lt' | 'gt' | 'quot') => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name],
        ),
    )
    .join('\n\n');
}
