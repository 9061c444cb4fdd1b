import type { Media } from '#server/rooms/media/schema.ts'
import { ApiProblem, offlineProblem } from '#web/lib/api.ts'
import { askRenewed, isStrange } from '#web/lib/renewed.ts'

export interface Sending {
  done: Promise<Media>
  stop: () => void
}

/** Sends one picture and tells how far it is, from 0 to 1. `fetch` cannot say that of what goes up. */
export function sendFile(file: Blob, name: string, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<Media>((resolve, reject) => {
    request.open('POST', '/v1/media')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-vermilion', '1')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      const body = request.response
      if (request.status >= 200 && request.status < 300 && body) resolve(body as Media)
      else {
        const problem = new ApiProblem({ type: 'about:blank', title: '', code: 'unreadable', ...body, status: request.status })
        if (isStrange(problem.status, problem.code)) void askRenewed()
        reject(problem)
      }
    }
    request.onerror = () => reject(offlineProblem())
    request.ontimeout = request.onerror
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    const form = new FormData()
    form.set('file', file, name)
    request.send(form)
  })
  return { done, stop: () => request.abort() }
}
