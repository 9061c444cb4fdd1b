import type { ReactNode } from 'react'

/** Our own papers: `## heading`, `- list`, paragraphs between empty lines. Nothing else is marked, so nothing else is read. */
export function Plain({ text }: { text: string }) {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '' && !block.startsWith('# '))
  return blocks.map((block, at): ReactNode => {
    const key = `${at}`
    if (block.startsWith('## ')) {
      const [heading = '', ...rest] = block.slice(3).split('\n')
      return (
        <section key={key}>
          <h2>{heading}</h2>
          {rest.length > 0 && <Plain text={rest.join('\n')} />}
        </section>
      )
    }
    if (block.startsWith('- '))
      return (
        <ul key={key}>
          {block.split(/\n(?=- )/).map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
        </ul>
      )
    return <p key={key}>{block}</p>
  })
}
